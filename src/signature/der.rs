//! The few DER shapes that algorithm identifiers and keys are made of. Every reader is total and borrows.

use der_parser::asn1_rs::{Any, Class, FromDer, Oid, Tag};

/// The elements of a constructed value, read one after the other.
#[derive(Clone, Copy)]
pub(super) struct Elements<'a>(&'a [u8]);

impl<'a> Elements<'a> {
    /// Reads the octets inside a constructed value.
    pub(super) const fn of(content: &'a [u8]) -> Self {
        Self(content)
    }

    /// Takes the next element; `None` at the end, or when it is no DER.
    pub(super) fn take(&mut self) -> Option<Any<'a>> {
        let (rest, any) = Any::from_der(self.0).ok()?;
        self.0 = rest;
        Some(any)
    }

    /// The inside of the next element, which must be a SEQUENCE.
    pub(super) fn take_sequence(&mut self) -> Option<Self> {
        let any = self.take()?;
        is_universal(&any, Tag::Sequence).then_some(Self(any.data))
    }

    /// The next element, which must be an object identifier.
    pub(super) fn take_oid(&mut self) -> Option<Oid<'a>> {
        as_oid(&self.take()?)
    }

    /// The magnitude of the next element, which must be a non-negative INTEGER: big endian, no leading zero octet,
    /// empty for zero.
    pub(super) fn take_unsigned(&mut self) -> Option<&'a [u8]> {
        let any = self.take()?;
        if !is_universal(&any, Tag::Integer) {
            return None;
        }
        match any.data {
            [] | [0x80..=0xff, ..] | [0, 0..=0x7f, ..] => None,
            [0, magnitude @ ..] | magnitude => Some(magnitude),
        }
    }

    /// The octets of the next element, which must be a BIT STRING of whole octets.
    pub(super) fn take_octets_of_bit_string(&mut self) -> Option<&'a [u8]> {
        let any = self.take()?;
        match any.data {
            [0, octets @ ..] if is_universal(&any, Tag::BitString) => Some(octets),
            _ => None,
        }
    }

    /// Whether nothing follows.
    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The octets not yet read.
    #[cfg(test)]
    pub(super) const fn rest(&self) -> &'a [u8] {
        self.0
    }
}

/// The inside of a SEQUENCE that is all of `der`.
pub(super) fn sequence(der: &[u8]) -> Option<Elements<'_>> {
    let mut outer = Elements::of(der);
    let inner = outer.take_sequence()?;
    outer.is_empty().then_some(inner)
}

/// The object identifier that a value is; `None` for other types, which the library's own conversion takes too.
pub(crate) fn as_oid<'a>(any: &Any<'a>) -> Option<Oid<'a>> {
    match any.data {
        [.., 0..=0x7f] if is_universal(any, Tag::Oid) => any.clone().oid().ok(),
        _ => None,
    }
}

/// Number of significant bits of a magnitude.
pub(super) fn bit_length(magnitude: &[u8]) -> usize {
    match magnitude.iter().position(|&octet| octet != 0) {
        None => 0,
        Some(zeros) => {
            let octets = magnitude.len().saturating_sub(zeros);
            let spare = magnitude
                .get(zeros)
                .map_or(0, |top| usize::try_from(top.leading_zeros()).unwrap_or(0));
            octets.saturating_mul(8).saturating_sub(spare)
        }
    }
}

fn is_universal(any: &Any<'_>, tag: Tag) -> bool {
    any.class() == Class::Universal && any.tag() == tag
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_of_a_magnitude() {
        for (magnitude, bits) in [
            (&[][..], 0),
            (&[0, 0], 0),
            (&[1], 1),
            (&[0, 0x80], 8),
            (&[1, 0], 9),
            (&[0xff, 0xff], 16),
        ] {
            assert_eq!(bit_length(magnitude), bits, "{magnitude:?}");
        }
    }

    #[test]
    fn integers_must_be_minimal_and_not_negative() {
        for (content, magnitude) in [
            (&[0x02, 1, 0][..], Some(&[][..])),
            (&[0x02, 1, 5], Some(&[5])),
            (&[0x02, 2, 0, 0x80], Some(&[0x80])),
            (&[0x02, 2, 0, 0x7f], None),
            (&[0x02, 3, 0, 0, 0x80], None),
            (&[0x02, 1, 0x80], None),
            (&[0x02, 0], None),
            (&[0x03, 1, 5], None),
            (&[0x82, 1, 5], None),
            (&[], None),
        ] {
            assert_eq!(
                Elements::of(content).take_unsigned(),
                magnitude,
                "{content:?}"
            );
        }
    }

    #[test]
    fn only_whole_object_identifiers_are_read() {
        for (content, text) in [
            (&[0x06, 2, 0x2b, 0x65][..], Some("1.3.101")),
            (&[0x06, 2, 0x2b, 0x85], None),
            (&[0x06, 0], None),
            (&[0x05, 0], None),
            (&[0x86, 2, 0x2b, 0x65], None),
        ] {
            let oid = Elements::of(content).take_oid();
            assert_eq!(
                oid.map(|oid| oid.to_id_string()).as_deref(),
                text,
                "{content:?}"
            );
        }
    }

    #[test]
    fn a_bit_string_of_keys_has_no_spare_bits() {
        for (content, octets) in [
            (&[0x03, 2, 0, 9][..], Some(&[9][..])),
            (&[0x03, 1, 0], Some(&[])),
            (&[0x03, 2, 1, 8], None),
            (&[0x03, 0], None),
            (&[0x04, 2, 0, 9], None),
        ] {
            assert_eq!(
                Elements::of(content).take_octets_of_bit_string(),
                octets,
                "{content:?}"
            );
        }
    }
}
