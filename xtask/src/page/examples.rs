//! What the page offers to try: real public chains at their own dates, and two that only a mock can show.
//!
//! One JSON file, fetched when the page can answer already. Its titles are words, so they stand in `certwhy::text`, by
//! these ids.

mod mock;
mod s3;

use certwhy::page::Place;
use serde::Serialize;

/// The file's content.
#[derive(Debug, Default, Serialize)]
struct Examples {
    /// Texts that the examples refer to by place, each once.
    texts: Vec<String>,
    examples: Vec<Example>,
}

/// One question with its files.
#[derive(Debug, Serialize)]
struct Example {
    id: &'static str,
    /// The client's clock, RFC 3339.
    at: &'static str,
    host: &'static str,
    client: &'static str,
    files: Vec<File>,
}

#[derive(Clone, Debug, Serialize)]
struct File {
    name: &'static str,
    /// Where the page puts it.
    place: &'static str,
    text: Text,
}

/// The place of a text in [`Examples::texts`].
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(transparent)]
struct Text(usize);

/// The file as it is published.
pub(super) fn json() -> Result<String, String> {
    serde_json::to_string(&all()?).map_err(|error| error.to_string())
}

fn all() -> Result<Examples, String> {
    let mut all = Examples::default();
    s3::add(&mut all)?;
    mock::add(&mut all)?;
    Ok(all)
}

impl Examples {
    /// Where this text stands; it is added when it is new.
    fn text(&mut self, text: impl Into<String>) -> Text {
        let text = text.into();
        let known = self.texts.iter().position(|other| *other == text);
        Text(known.unwrap_or_else(|| {
            self.texts.push(text);
            self.texts.len() - 1
        }))
    }

    fn file(&mut self, name: &'static str, place: Place, text: impl Into<String>) -> File {
        File {
            name,
            place: place.as_str(),
            text: self.text(text),
        }
    }
}

#[cfg(test)]
mod tests;
