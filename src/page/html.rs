//! The few elements that the page adds around what the renderer writes.

use crate::doc::Inlines;
use crate::lang::Lang;
use crate::render::{html_text, html_words};
use crate::text::{PageWord, page_word};

/// Our own word as escaped text.
pub(super) fn word(lang: Lang, word: PageWord) -> String {
    html_text(page_word(lang, word))
}

/// A sentence.
pub(super) fn words(words: &Inlines) -> String {
    html_words(words)
}

/// A button that does what `action` says; the page listens for the attribute.
pub(super) fn button(label: &str, action: &str) -> String {
    let action = html_text(action);
    format!("<button type=\"button\" data-do=\"{action}\">{label}</button>")
}
