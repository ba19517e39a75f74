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

/// Lower case, spaces at the ends dropped, inner runs of spaces as one (RFC 5280 §7.1, RFC 4518 §2).
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(char::to_lowercase));
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
        for (text, folded) in [("", ""), ("  A \t b ", "a b"), ("ÀÉ", "àé"), ("x", "x")] {
            assert_eq!(fold(text), folded, "{text:?}");
        }
    }

    #[test]
    fn odd_lengths_are_no_text() {
        assert_eq!(utf16(&[0]), None);
        assert_eq!(utf32(&[0, 0, 0]), None);
        assert_eq!(utf32(&[0, 0, 0, 0x41]).as_deref(), Some("A"));
    }
}
