//! Columns of a terminal: most characters take one, East Asian wide ones two, combining ones none.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The columns of a character; controls, which never reach a terminal, count none.
pub(super) fn of_char(character: char) -> usize {
    character.width().unwrap_or(0)
}

/// The columns of a text, character by character as the wrapping counts them.
pub(crate) fn of_str(text: &str) -> usize {
    if text.is_ascii() {
        text.width()
    } else {
        text.chars().map(of_char).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns() {
        for (text, columns) in [
            ("", 0),
            ("ab", 2),
            ("証明書", 6),
            ("e\u{301}", 1),
            ("●│", 2),
        ] {
            assert_eq!(of_str(text), columns, "{text}");
        }
    }
}
