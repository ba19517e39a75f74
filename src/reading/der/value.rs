//! What the types ask of their values.

use super::{
    BIT_STRING, BMP_STRING, BOOLEAN, Decoder, GENERALIZED_TIME, INTEGER, NULL, OID,
    PRINTABLE_STRING, SEQUENCE, UNIVERSAL_STRING, UTC_TIME, UTF8_STRING,
};

/// An attribute's value: a string, or one of the types that stand in for one.
pub(super) fn string(tag: u8, content: &[u8], decoder: Decoder) -> Option<()> {
    let is_good = match (tag, decoder) {
        (
            UTF8_STRING,
            Decoder::OpenSsl | Decoder::OpenSslTrusted | Decoder::Go | Decoder::Strictest,
        ) => core::str::from_utf8(content).is_ok(),
        (PRINTABLE_STRING, Decoder::Go | Decoder::Strictest) => {
            content.iter().all(|byte| is_printable(*byte))
        }
        (BMP_STRING, _) => content.len().is_multiple_of(2),
        (UNIVERSAL_STRING, _) => content.len().is_multiple_of(4),
        (BIT_STRING, _) => bit_string(content).is_some(),
        // Two decoders do not look at the type.
        (UTF8_STRING | PRINTABLE_STRING | SEQUENCE | 0x12 | 0x14..=0x16 | 0x19..=0x1B, _)
        | (_, Decoder::GnuTls | Decoder::Java) => true,
        _ => false,
    };
    is_good.then_some(())
}

/// X.680 §41.4, with the two characters beyond it that Go tolerates.
fn is_printable(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b" '()+,-./:=?*&".contains(&byte)
}

/// Whether a type is one of the two for times.
pub(super) const fn is_time(tag: u8) -> bool {
    matches!(tag, UTC_TIME | GENERALIZED_TIME)
}

/// Whether a value of such a type is a time (RFC 5280 §4.1.2.5).
pub(super) fn is_instant(tag: u8, content: &[u8]) -> bool {
    let year_digits = if tag == UTC_TIME { 2 } else { 4 };
    let Some((digits, b"Z")) = content.split_at_checked(year_digits + 10) else {
        return false;
    };
    let Some(fields) = digits.get(year_digits..) else {
        return false;
    };
    let within = |number: usize, range: core::ops::RangeInclusive<u8>| {
        let pair = fields.get(2 * number..2 * number + 2);
        let value = pair.map_or(u8::MAX, |pair| {
            pair.iter()
                .fold(0, |value, digit| value * 10 + (digit - b'0'))
        });
        range.contains(&value)
    };
    digits.iter().all(u8::is_ascii_digit)
        && within(0, 1..=12)
        && within(1, 1..=31)
        && within(2, 0..=23)
        && within(3, 0..=59)
        && within(4, 0..=59)
}

/// What types ask of a value whose type is open.
pub(super) fn any(tag: u8, content: &[u8]) -> Option<()> {
    match tag {
        BOOLEAN => (content.len() == 1).then_some(()),
        INTEGER => integer(content),
        BIT_STRING => bit_string(content),
        NULL => content.is_empty().then_some(()),
        OID => object(content),
        _ => Some(()),
    }
}

/// X.690 §8.3: not empty, and no more octets than it takes.
pub(super) fn integer(content: &[u8]) -> Option<()> {
    match content {
        [] | [0, 0..=0x7F, ..] | [0xFF, 0x80..=0xFF, ..] => None,
        _ => Some(()),
    }
}

/// X.690 §8.6.
pub(super) fn bit_string(content: &[u8]) -> Option<()> {
    matches!(content, [0..=7, ..]).then_some(())
}

/// X.690 §8.19.
pub(super) fn object(content: &[u8]) -> Option<()> {
    let ends = content.last().is_some_and(|last| last & 0x80 == 0);
    let starts_with_padding = content.first() == Some(&0x80);
    let padded = content
        .windows(2)
        .any(|pair| matches!(pair, [0..=0x7F, 0x80]));
    (ends && !starts_with_padding && !padded).then_some(())
}
