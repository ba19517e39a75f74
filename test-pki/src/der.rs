//! The little DER that certificates need beyond what rcgen writes: tag-length-value, and its reverse.

/// Universal and context tags used in certificates (X.690 §8.1.2).
pub mod tag {
    /// `BOOLEAN`
    pub const BOOLEAN: u8 = 0x01;
    /// `INTEGER`
    pub const INTEGER: u8 = 0x02;
    /// `BIT STRING`
    pub const BIT_STRING: u8 = 0x03;
    /// `OCTET STRING`
    pub const OCTET_STRING: u8 = 0x04;
    /// `NULL`
    pub const NULL: u8 = 0x05;
    /// `OBJECT IDENTIFIER`
    pub const OID: u8 = 0x06;
    /// `UTF8String`
    pub const UTF8_STRING: u8 = 0x0c;
    /// `PrintableString`
    pub const PRINTABLE_STRING: u8 = 0x13;
    /// `TeletexString`
    pub const TELETEX_STRING: u8 = 0x14;
    /// `IA5String`
    pub const IA5_STRING: u8 = 0x16;
    /// `BMPString`
    pub const BMP_STRING: u8 = 0x1e;
    /// `SEQUENCE`
    pub const SEQUENCE: u8 = 0x30;
    /// `SET`
    pub const SET: u8 = 0x31;
}

/// One value with its tag and length.
///
/// # Panics
/// Never: a length has at most eight bytes.
pub fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    match u8::try_from(content.len()) {
        Ok(short) if short < 0x80 => out.push(short),
        _ => {
            let bytes: Vec<u8> = content
                .len()
                .to_be_bytes()
                .into_iter()
                .skip_while(|&byte| byte == 0)
                .collect();
            out.push(0x80 | u8::try_from(bytes.len()).expect("a length has at most 8 bytes"));
            out.extend(bytes);
        }
    }
    out.extend_from_slice(content);
    out
}

/// A `SEQUENCE` of parts already encoded.
pub fn sequence<P: AsRef<[u8]>>(parts: impl IntoIterator<Item = P>) -> Vec<u8> {
    tlv(tag::SEQUENCE, &concat(parts))
}

/// Parts already encoded, one after the other.
pub fn concat<P: AsRef<[u8]>>(parts: impl IntoIterator<Item = P>) -> Vec<u8> {
    parts
        .into_iter()
        .flat_map(|part| part.as_ref().to_vec())
        .collect()
}

/// The tag `[number]`, primitive: for implicitly tagged strings and integers.
pub fn implicit(number: u8, content: &[u8]) -> Vec<u8> {
    tlv(0x80 | number, content)
}

/// The tag `[number]`, constructed: explicit tags and implicitly tagged sequences.
pub fn constructed(number: u8, content: &[u8]) -> Vec<u8> {
    tlv(0xa0 | number, content)
}

/// A whole `BIT STRING` without unused bits.
pub fn bit_string(content: &[u8]) -> Vec<u8> {
    tlv(tag::BIT_STRING, &concat([&[0][..], content]))
}

/// A small non-negative `INTEGER`, as path lengths and `SkipCerts` are.
pub fn small_integer(value: u8) -> Vec<u8> {
    tag_small_integer(tag::INTEGER, value)
}

/// As [`small_integer`], with a tag of one's own.
pub fn tag_small_integer(tag: u8, value: u8) -> Vec<u8> {
    if value < 0x80 {
        tlv(tag, &[value])
    } else {
        tlv(tag, &[0, value])
    }
}

/// An object identifier from its dotted form (X.690 §8.19).
///
/// # Panics
/// If `dotted` is not at least two numbers with dots between them.
pub fn oid(dotted: &str) -> Vec<u8> {
    let arcs: Vec<u64> = dotted
        .split('.')
        .map(|arc| arc.parse().expect("an object identifier is numbers"))
        .collect();
    let (first, rest) = arcs.split_first().expect("a first arc");
    let (second, rest) = rest.split_first().expect("a second arc");
    let content = std::iter::once(first * 40 + second)
        .chain(rest.iter().copied())
        .flat_map(base_128);
    tlv(tag::OID, &content.collect::<Vec<u8>>())
}

/// The parts inside one constructed value, each with its own tag and length.
///
/// # Panics
/// If `der` is not DER: this reads only what this crate wrote.
pub fn parts(der: &[u8]) -> Vec<&[u8]> {
    let (mut rest, after) = content(der);
    assert!(after.is_empty(), "one value, nothing after it");
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let (_, after) = content(rest);
        let (part, next) = rest.split_at(rest.len() - after.len());
        parts.push(part);
        rest = next;
    }
    parts
}

/// Content of the first value in `der`, and what follows that value.
fn content(der: &[u8]) -> (&[u8], &[u8]) {
    let (&first, rest) = der
        .get(1..)
        .and_then(<[u8]>::split_first)
        .expect("a tag and a length");
    let (length, rest) = if first < 0x80 {
        (usize::from(first), rest)
    } else {
        let (bytes, rest) = rest.split_at(usize::from(first & 0x7f));
        (
            bytes
                .iter()
                .fold(0, |length, &byte| length << 8 | usize::from(byte)),
            rest,
        )
    };
    rest.split_at(length)
}

fn base_128(mut arc: u64) -> Vec<u8> {
    let mut out = Vec::new();
    loop {
        let more = if out.is_empty() { 0 } else { 0x80 };
        out.push(u8::try_from(arc & 0x7f).expect("seven bits") | more);
        arc >>= 7;
        if arc == 0 {
            out.reverse();
            return out;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_take_the_shortest_form() {
        for (length, header) in [
            (0, vec![4, 0]),
            (127, vec![4, 127]),
            (128, vec![4, 0x81, 128]),
            (256, vec![4, 0x82, 1, 0]),
        ] {
            let der = tlv(tag::OCTET_STRING, &vec![7; length]);
            assert_eq!(der[..header.len()], header, "{length}");
            assert_eq!(der.len(), header.len() + length);
        }
    }

    #[test]
    fn object_identifiers_as_in_the_standard() {
        for (dotted, bytes) in [
            ("2.5.29.19", &[6, 3, 0x55, 0x1d, 0x13][..]),
            (
                "1.2.840.113549.1.1.11",
                &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 11],
            ),
            ("2.999.3", &[6, 3, 0x88, 0x37, 3]),
        ] {
            assert_eq!(oid(dotted), bytes, "{dotted}");
        }
    }

    #[test]
    fn parts_undo_sequence() {
        let inner = [
            small_integer(200),
            oid("1.2.3"),
            tlv(tag::OCTET_STRING, &[0; 300]),
        ];
        assert_eq!(
            parts(&sequence(&inner)),
            inner.iter().map(Vec::as_slice).collect::<Vec<_>>()
        );
    }
}
