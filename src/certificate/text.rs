//! ASN.1 string types as text, and the folding by which RFC 5280 §7.1 compares them.

use der_parser::asn1_rs::{Any, Tag};

/// The text of a string type, `None` for other types or octets that are no text of that type.
/// Latin-1 is assumed for `TeletexString`, as every implementation does.
pub(super) fn decode_string(any: &Any<'_>) -> Option<String> {
    match any.tag() {
        Tag::Utf8String => String::from_utf8(any.data.to_vec()).ok(),
        Tag::PrintableString | Tag::Ia5String | Tag::VisibleString | Tag::NumericString => {
            Some(latin1(any.data))
        }
        Tag::T61String => Some(latin1(any.data)),
        Tag::BmpString => utf16(any.data),
        Tag::UniversalString => utf32(any.data),
        _ => None,
    }
}

/// What comparison looks at (RFC 5280 §7.1, RFC 4518 §2): letter case folded, invisible characters dropped, compatible
/// characters made the same, spaces at the ends dropped and inner runs of spaces as one.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return with_single_spaces(text.chars().filter_map(mapped).map(lower_ascii));
    }
    let cased = text.chars().filter_map(mapped).flat_map(case_folded);
    // The normal form of a folded character may be one with case again.
    let prepared = normal(normal(cased).flat_map(case_folded));
    with_single_spaces(prepared)
}

/// The same for text in ASCII, added to what is there.
pub(super) fn fold_ascii(text: &[u8], folded: &mut Vec<u8>) {
    let start = folded.len();
    let mut space_before = false;
    for octet in text {
        if octet.is_ascii_graphic() {
            if space_before {
                folded.push(b' ');
            }
            space_before = false;
            folded.push(octet.to_ascii_lowercase());
        } else if mapped(char::from(*octet)) == Some(' ') {
            space_before = folded.len() > start;
        }
    }
}

/// Step 3 of RFC 4518: normalization form KC.
#[cfg(feature = "normalization")]
fn normal(chars: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    unicode_normalization::UnicodeNormalization::nfkc(chars)
}

#[cfg(not(feature = "normalization"))]
fn normal(chars: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    chars
}

const fn lower_ascii(c: char) -> char {
    c.to_ascii_lowercase()
}

/// Lower case, and what RFC 3454 table B.2 makes of lower-case letters that neither this nor normalization brings together:
/// `ß` with `ss`, `ς` with `σ`.
fn case_folded(c: char) -> impl Iterator<Item = char> {
    c.to_lowercase().flat_map(|lower| match lower {
        '\u{df}' => ['s', 's'].into_iter().take(2),
        '\u{3c2}' => ['\u{3c3}'; 2].into_iter().take(1),
        other => [other; 2].into_iter().take(1),
    })
}

/// Step 2 of RFC 4518: white space is a space, what has no look of its own is nothing.
fn mapped(c: char) -> Option<char> {
    match c {
        _ if c.is_whitespace() => Some(' '),
        _ if c.is_control() => None,
        '\u{ad}'
        | '\u{34f}'
        | '\u{6dd}'
        | '\u{70f}'
        | '\u{1806}'
        | '\u{180b}'..='\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2063}'
        | '\u{206a}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffc}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0001}'
        | '\u{e0020}'..='\u{e007f}' => None,
        other => Some(other),
    }
}

/// Step 6 of RFC 4518, but without a space at the ends.
fn with_single_spaces(prepared: impl Iterator<Item = char>) -> String {
    let mut folded = String::new();
    let mut space_before = false;
    for c in prepared {
        if c == ' ' {
            space_before = !folded.is_empty();
        } else {
            if space_before {
                folded.push(' ');
            }
            space_before = false;
            folded.push(c);
        }
    }
    folded
}

fn latin1(octets: &[u8]) -> String {
    octets.iter().copied().map(char::from).collect()
}

fn utf16(octets: &[u8]) -> Option<String> {
    let (pairs, rest) = octets.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().copied().map(u16::from_be_bytes).collect();
    if rest.is_empty() {
        String::from_utf16(&units).ok()
    } else {
        None
    }
}

fn utf32(octets: &[u8]) -> Option<String> {
    let (quads, rest) = octets.as_chunks::<4>();
    if !rest.is_empty() {
        return None;
    }
    quads
        .iter()
        .copied()
        .map(u32::from_be_bytes)
        .map(char::from_u32)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding() {
        for (text, folded) in [
            ("", ""),
            ("  ", ""),
            ("  A \t b ", "a b"),
            ("ÀÉ", "àé"),
            ("x", "x"),
            ("Stra\u{df}e", "strasse"),
            ("\u{3a3}\u{3c2}", "\u{3c3}\u{3c3}"),
            (
                "Sa\u{11f}lay\u{131}c\u{131}s\u{131}",
                "sa\u{11f}lay\u{131}c\u{131}s\u{131}",
            ),
            ("株式会社\u{a0} 例", "株式会社 例"),
            // Nothing to see.
            ("so\u{ad}ft\u{200b}ware\u{feff}", "software"),
            ("a\u{7}b", "ab"),
        ] {
            assert_eq!(fold(text), folded, "{text:?}");
            assert_eq!(fold(&fold(text)), folded, "{text:?}");
        }
    }

    #[cfg(feature = "normalization")]
    #[test]
    fn characters_that_are_written_in_several_ways() {
        for (text, folded) in [
            // One character, or a letter and an accent.
            ("e\u{301}", "é"),
            // Full width, ligatures and signs that stand for letters.
            ("\u{ff23}\u{ff21}\u{3000}\u{ff11}", "ca 1"),
            ("\u{fb01}n \u{2122}", "fin tm"),
        ] {
            assert_eq!(fold(text), folded, "{text:?}");
            assert_eq!(fold(&fold(text)), folded, "{text:?}");
        }
    }

    #[test]
    fn odd_lengths_are_no_text() {
        assert_eq!(utf16(&[0]), None);
        assert_eq!(utf32(&[0, 0, 0]), None);
        assert_eq!(utf32(&[0, 0, 0, 0x41]).as_deref(), Some("A"));
    }
}
