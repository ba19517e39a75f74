//! The outermost shape of BER and DER values (X.690 §8.1): tag, length, contents. Nothing here reads what they mean.

/// Universal class, primitive: INTEGER.
pub(super) const INTEGER: u8 = 0x02;
/// BIT STRING.
pub(super) const BIT_STRING: u8 = 0x03;
/// OCTET STRING.
pub(super) const OCTET_STRING: u8 = 0x04;
/// OBJECT IDENTIFIER.
pub(super) const OBJECT_IDENTIFIER: u8 = 0x06;
/// SEQUENCE and SEQUENCE OF, always constructed.
pub(super) const SEQUENCE: u8 = 0x30;
/// Context-specific, constructed, number 0: the first optional field of many structures.
pub(super) const CONTEXT_0: u8 = 0xA0;

/// One value: its identifier octet, its contents and all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tlv<'a> {
    /// The identifier octet; tags with more than one are not used by the structures we know.
    pub(super) tag: u8,
    /// The contents octets.
    pub(super) contents: &'a [u8],
    /// Header, contents and end-of-contents octets.
    pub(super) whole: &'a [u8],
}

/// The header of a value of definite length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// The identifier octet.
    pub(super) tag: u8,
    /// Length of the header itself.
    pub(super) len: usize,
    /// Length of header and contents as declared.
    pub(super) total: usize,
}

/// Reads a header of definite length.
pub(super) fn header(bytes: &[u8]) -> Option<Header> {
    let (&tag, rest) = bytes.split_first()?;
    let (&first, rest) = rest.split_first()?;
    if first < 0x80 {
        return Some(Header {
            tag,
            len: 2,
            total: 2 + usize::from(first),
        });
    }
    let count = usize::from(first & 0x7F);
    if count == 0 || count > 4 {
        return None;
    }
    let length = rest
        .get(..count)?
        .iter()
        .try_fold(0_usize, |value, &byte| {
            value.checked_mul(256)?.checked_add(usize::from(byte))
        })?;
    let len = 2 + count;
    Some(Header {
        tag,
        len,
        total: length.checked_add(len)?,
    })
}

/// Reads the value of definite length in front; what follows it is not looked at.
pub(super) fn first(bytes: &[u8]) -> Option<Tlv<'_>> {
    let header = header(bytes)?;
    let whole = bytes.get(..header.total)?;
    Some(Tlv {
        tag: header.tag,
        contents: whole.get(header.len..)?,
        whole,
    })
}

/// Reads the value in front, also of indefinite length as BER allows it in containers; `depth` bounds the nesting.
pub(super) fn first_ber(bytes: &[u8], depth: u8) -> Option<Tlv<'_>> {
    const INDEFINITE: u8 = 0x80;
    const HEADER: usize = 2;
    const END_OF_CONTENTS: usize = 2;
    if bytes.get(1) != Some(&INDEFINITE) {
        return first(bytes);
    }
    let depth = depth.checked_sub(1)?;
    let mut rest = bytes.get(HEADER..)?;
    while !rest.starts_with(&[0, 0]) {
        rest = rest.get(first_ber(rest, depth)?.whole.len()..)?;
    }
    let end = bytes.len() - rest.len();
    let contents = bytes.get(HEADER..end)?;
    Some(Tlv {
        tag: *bytes.first()?,
        contents,
        whole: bytes.get(..end + END_OF_CONTENTS)?,
    })
}

/// The values of definite length that stand one after the other; ends at the first thing that is none.
pub(super) fn sequence(bytes: &[u8]) -> impl Iterator<Item = Tlv<'_>> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let value = first(rest)?;
        rest = rest.get(value.whole.len()..)?;
        Some(value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_every_length_form() {
        type Case = (&'static [u8], Option<(usize, usize)>);
        let cases: [Case; 9] = [
            (&[0x30, 0x00], Some((2, 2))),
            (&[0x30, 0x7F], Some((2, 129))),
            (&[0x30, 0x81, 0x80], Some((3, 131))),
            (&[0x30, 0x82, 0x01, 0x00], Some((4, 260))),
            (&[0x30, 0x84, 0, 0, 1, 0], Some((6, 262))),
            (&[0x30, 0x80], None),
            (&[0x30, 0x85, 0, 0, 0, 0, 1], None),
            (&[0x30, 0x82, 0x01], None),
            (&[0x30], None),
        ];
        for (bytes, expected) in cases {
            let found = header(bytes).map(|header| (header.len, header.total));
            assert_eq!(found, expected, "{bytes:x?}");
        }
    }

    #[test]
    fn a_value_that_is_cut_is_no_value() {
        assert_eq!(first(&[0x02, 0x02, 0x01]), None);
        assert_eq!(
            first(&[0x02, 0x01, 0x07, 0xFF]).map(|value| value.contents),
            Some(&[7][..])
        );
    }

    #[test]
    fn indefinite_lengths_nest_to_a_bound() {
        let nested = [0x30, 0x80, 0x30, 0x80, 0x02, 0x01, 0x07, 0, 0, 0, 0, 0xFF];
        let value = first_ber(&nested, 4).unwrap();
        assert_eq!((value.whole.len(), value.contents.len()), (11, 7));
        assert_eq!(first_ber(&nested, 1), None);
        assert_eq!(first_ber(&nested[..9], 4), None);
    }

    #[test]
    fn values_in_a_row_end_at_the_first_damage() {
        let tags: Vec<u8> = sequence(&[0x02, 0, 0x30, 1, 0xFF, 0x04, 9])
            .map(|v| v.tag)
            .collect();
        assert_eq!(tags, [INTEGER, SEQUENCE]);
    }
}
