//! Words without markup, for formats that have none.

use crate::doc::{Inline, Inlines};

/// The words alone: what is code, strong or a link is just its text. Fields are as hostile as they came.
pub fn plain(words: &Inlines) -> String {
    let mut flat = String::new();
    push(words, &mut flat);
    flat
}

fn push(words: &Inlines, flat: &mut String) {
    for run in words.as_slice() {
        match run {
            Inline::Text(words) | Inline::Term { text: words, .. } => flat.push_str(words),
            Inline::Field(value) | Inline::Code(value) => flat.push_str(value),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => {
                push(inner, flat);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::{emphasis, field, link, term};
    use crate::say;

    #[test]
    fn only_the_words_are_left() {
        let words = say!(
            "**Set `A`** to {name}: {more}",
            name = field("<x>"),
            more = Inlines::from(emphasis("b"))
                .then(link("c", "https://example.com"))
                .then(term("d", "explained"))
        );
        assert_eq!(plain(&words), "Set A to <x>: bcd");
    }
}
