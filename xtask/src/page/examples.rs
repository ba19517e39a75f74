//! What the page offers to try: real public chains at their own dates, and two that only a mock can show.
//!
//! One file, fetched when the page can answer already. Its titles are words, so they stand in `certwhy::text`, by
//! these ids.

mod mock;
mod s3;

use certwhy::page::{Example, ExampleFile, Examples, Place};

/// The file as it is published.
pub(super) fn text() -> Result<String, String> {
    Ok(all()?.write())
}

fn all() -> Result<Examples, String> {
    let mut all = Examples::default();
    s3::add(&mut all)?;
    mock::add(&mut all)?;
    Ok(all)
}

/// A file of an example; its text is stored where it is new.
fn file(all: &mut Examples, name: &str, place: Place, text: impl Into<String>) -> ExampleFile {
    let text = text.into();
    let known = all.texts.iter().position(|other| *other == text);
    ExampleFile {
        name: name.to_owned(),
        place,
        text: known.unwrap_or_else(|| {
            all.texts.push(text);
            all.texts.len() - 1
        }),
    }
}

/// An example about a server, asked of the usual client.
fn example((id, at): (&str, &str), host: &str, files: Vec<ExampleFile>) -> Example {
    Example {
        id: id.to_owned(),
        at: at.to_owned(),
        host: host.to_owned(),
        client: "openssl-3".to_owned(),
        files,
    }
}

#[cfg(test)]
mod tests;
