//! Any text as a name, a host, an error text or a line of a document: whatever is rendered from it has our own elements
//! only, built as they are built around harmless text, and no character that acts.

mod documents;
mod markdown;
mod markup;
mod reports;
mod terminal;

use arbitrary::Unstructured;
use certwhy::doc::Doc;
use certwhy::lang::Lang;
use certwhy::render::{html_document, html_fragment};

/// One input; its first byte says whether a document is made of it or a report.
pub fn run(data: &[u8]) {
    let Some((form, rest)) = data.split_first() else {
        return;
    };
    if form.is_multiple_of(4) {
        reports::run(rest);
    } else {
        documents::run(rest);
    }
}

/// What holds for everything that is rendered from a document.
fn check(doc: &Doc) {
    markup::check(&html_fragment(doc));
    markup::check_page(&html_document(doc));
    markdown::check(&certwhy::render::markdown(doc));
    terminal::check(doc);
}

/// A character that acts on what is around it, whatever the format.
fn acts(character: char) -> bool {
    character.is_control() && character != '\n'
        || matches!(
            character,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}' | '\u{ad}'
        )
        || ('\u{2028}'..='\u{202e}').contains(&character)
        || ('\u{2066}'..='\u{2069}').contains(&character)
}

fn assert_nothing_acts(text: &str) {
    let found = text.chars().find(|character| acts(*character));
    assert_eq!(found, None, "in {text:?}");
}

fn lang(bytes: &mut Unstructured<'_>) -> Lang {
    if bytes.arbitrary().unwrap_or(false) {
        Lang::Ja
    } else {
        Lang::En
    }
}
