//! The whole of recognition, on inputs made here.

mod binary;
mod damage;
mod properties;
mod scale;
mod secrets;
pub(super) mod shapes;
mod surroundings;

use super::*;

fn recognised(bytes: impl AsRef<[u8]>) -> Recognised {
    recognise(&SourceName::new("test"), bytes.as_ref())
}

fn pem(number: u8) -> String {
    to_pem(&shapes::certificate(number))
}

/// Every line of a text with something before it and in place of its line end.
fn framed(text: &str, before: &str, after: &str) -> String {
    text.lines()
        .flat_map(|line| [before, line, after])
        .collect()
}

/// The numbers of the certificates found; each must be the one that [`shapes::certificate`] makes.
fn numbers(recognised: &Recognised) -> Vec<u8> {
    let number_of = |der: &[u8]| (1..=9).find(|&number| shapes::certificate(number) == der);
    recognised
        .certificates()
        .map(|(der, _)| number_of(der).expect("whole"))
        .collect()
}

fn kinds(recognised: &Recognised) -> Vec<NoteKind> {
    recognised
        .notes
        .iter()
        .map(|note| note.kind.clone())
        .collect()
}

fn error_texts(recognised: &Recognised) -> Vec<&str> {
    let texts = recognised
        .items
        .iter()
        .filter_map(|item| match &item.content {
            Content::ErrorText(text) => Some(text.as_str()),
            Content::Certificate { .. } => None,
        });
    texts.collect()
}
