//! Writes DER (X.690 §10).

/// A value of definite length.
pub(super) fn tlv(tag: u8, contents: &[u8]) -> Vec<u8> {
    let length = contents.len().to_be_bytes();
    let significant = length.iter().copied().skip_while(|octet| *octet == 0);
    let significant: Vec<u8> = significant.collect();
    let mut value = vec![tag];
    match significant.as_slice() {
        [] => value.push(0),
        [short @ ..=0x7F] => value.push(*short),
        long => {
            value.extend(u8::try_from(long.len()).map(|count| 0x80 | count));
            value.extend(long);
        }
    }
    value.extend(contents);
    value
}

/// SEQUENCE.
pub(super) fn sequence(fields: &[Vec<u8>]) -> Vec<u8> {
    tlv(0x30, &fields.concat())
}

/// SET of one.
pub(super) fn set(member: &[u8]) -> Vec<u8> {
    tlv(0x31, member)
}

/// `[0] EXPLICIT`.
pub(super) fn explicit(value: &[u8]) -> Vec<u8> {
    tlv(0xA0, value)
}

/// OCTET STRING.
pub(super) fn octets(contents: &[u8]) -> Vec<u8> {
    tlv(0x04, contents)
}

/// OBJECT IDENTIFIER, from its contents octets.
pub(super) fn oid(contents: &[u8]) -> Vec<u8> {
    tlv(0x06, contents)
}

/// INTEGER that is not negative.
pub(super) fn integer(number: u32) -> Vec<u8> {
    let octets = number.to_be_bytes();
    let mut contents: Vec<u8> = octets.into_iter().skip_while(|octet| *octet == 0).collect();
    if contents.first().is_none_or(|first| first & 0x80 != 0) {
        contents.insert(0, 0);
    }
    tlv(0x02, &contents)
}

/// NULL.
pub(super) fn null() -> Vec<u8> {
    tlv(0x05, &[])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_and_numbers_are_as_short_as_can_be() {
        assert_eq!(tlv(4, &[]), [4, 0]);
        assert_eq!(tlv(4, &[0; 127])[..2], [4, 127]);
        assert_eq!(tlv(4, &[0; 128])[..3], [4, 0x81, 128]);
        assert_eq!(tlv(4, &[0; 256])[..4], [4, 0x82, 1, 0]);
        for (number, contents) in [
            (0, &[0][..]),
            (3, &[3]),
            (128, &[0, 128]),
            (10_000, &[0x27, 0x10]),
        ] {
            assert_eq!(integer(number)[2..], *contents, "{number}");
        }
    }
}
