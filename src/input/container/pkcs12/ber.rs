//! What PKCS #12 needs of BER: fields, strings in pieces, small numbers, algorithms.

use super::super::super::tlv::{self, INTEGER, OBJECT_IDENTIFIER, OCTET_STRING, SEQUENCE, Tlv};
use std::borrow::Cow;

/// How deep values of indefinite length and strings in pieces nest.
pub(super) const DEPTH: u8 = 16;
const CONSTRUCTED: u8 = 0x20;
/// `[0] IMPLICIT OCTET STRING`, whole.
const CONTEXT_0_PRIMITIVE: u8 = 0x80;

/// The values that stand one after the other.
pub(super) fn fields(contents: &[u8]) -> impl Iterator<Item = Tlv<'_>> {
    let mut rest = contents;
    core::iter::from_fn(move || {
        let value = tlv::first_ber(rest, DEPTH)?;
        rest = rest.get(value.whole.len()..)?;
        Some(value)
    })
}

/// The octets of an OCTET STRING, or of one that is tagged `[0]`, also where it is in pieces (X.690 §8.7).
pub(super) fn octets<'b>(value: &Tlv<'b>) -> Option<Cow<'b, [u8]>> {
    match value.tag {
        OCTET_STRING | CONTEXT_0_PRIMITIVE => Some(Cow::Borrowed(value.contents)),
        tag if tag & CONSTRUCTED != 0 && tag != SEQUENCE => {
            let mut whole = Vec::new();
            collect(value.contents, DEPTH, &mut whole)?;
            Some(Cow::Owned(whole))
        }
        _ => None,
    }
}

fn collect(contents: &[u8], depth: u8, whole: &mut Vec<u8>) -> Option<()> {
    let depth = depth.checked_sub(1)?;
    for piece in fields(contents) {
        if piece.tag == OCTET_STRING {
            whole.extend(piece.contents);
        } else if piece.tag == OCTET_STRING | CONSTRUCTED {
            collect(piece.contents, depth, whole)?;
        } else {
            return None;
        }
    }
    Some(())
}

/// A number that is not negative and small.
pub(super) fn number(value: &Tlv<'_>) -> Option<u32> {
    if value.tag != INTEGER || value.contents.first()? & 0x80 != 0 {
        return None;
    }
    value.contents.iter().try_fold(0_u32, |number, byte| {
        number.checked_mul(256)?.checked_add(u32::from(*byte))
    })
}

/// Identifier and parameters of an `AlgorithmIdentifier` (RFC 5280 §4.1.1.2).
pub(super) fn algorithm<'b>(value: &Tlv<'b>) -> Option<(&'b [u8], Option<Tlv<'b>>)> {
    let mut parts = fields(value.contents);
    let identifier = parts.next().filter(|it| it.tag == OBJECT_IDENTIFIER)?;
    Some((identifier.contents, parts.next()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(bytes: &[u8]) -> Tlv<'_> {
        tlv::first_ber(bytes, DEPTH).unwrap()
    }

    #[test]
    fn strings_come_whole_and_in_pieces() {
        let cases: [(&[u8], Option<&[u8]>); 6] = [
            (b"\x04\x02ab", Some(b"ab")),
            (b"\x80\x02ab", Some(b"ab")),
            (b"\x24\x06\x04\x01a\x04\x01b", Some(b"ab")),
            (b"\xA0\x80\x04\x01a\x24\x03\x04\x01b\0\0", Some(b"ab")),
            (b"\xA0\x03\x02\x01a", None),
            (b"\x02\x01a", None),
        ];
        for (bytes, expected) in cases {
            let found = octets(&value(bytes));
            assert_eq!(found.as_deref(), expected, "{bytes:x?}");
        }
    }

    #[test]
    fn numbers_are_small_and_not_negative() {
        let cases: [(&[u8], Option<u32>); 5] = [
            (b"\x02\x02\x27\x10", Some(10_000)),
            (b"\x02\x05\0\xFF\xFF\xFF\xFF", Some(u32::MAX)),
            (b"\x02\x05\x01\0\0\0\0", None),
            (b"\x02\x01\xFF", None),
            (b"\x02\x00", None),
        ];
        for (bytes, expected) in cases {
            assert_eq!(number(&value(bytes)), expected, "{bytes:x?}");
        }
    }
}
