//! The certificates of a PKCS #7 / CMS message (RFC 5652 §5.1), as `.p7b` and `.p7c` files carry them.

use super::tlv::{self, CONTEXT_0, OBJECT_IDENTIFIER, OCTET_STRING, SEQUENCE, Tlv};

/// 1.2.840.113549.1.7.2, `id-signedData`.
const SIGNED_DATA: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02];
/// How deep messages of indefinite length nest, and messages inside messages.
const DEPTH: u8 = 16;
const MESSAGES: u8 = 2;

/// The certificates, in the order of the message; none if it is encrypted or has none.
pub(super) fn certificates(message: &[u8]) -> Vec<&[u8]> {
    let mut found = Vec::new();
    collect(message, MESSAGES, &mut found);
    found
}

fn collect<'a>(message: &'a [u8], messages: u8, found: &mut Vec<&'a [u8]>) {
    let Some(messages) = messages.checked_sub(1) else {
        return;
    };
    let Some(signed_data) = signed_data(message) else {
        return;
    };
    for field in fields(signed_data) {
        match field.tag {
            // certificates [0] IMPLICIT CertificateSet: other kinds than `Certificate` are tagged.
            CONTEXT_0 => found.extend(
                tlv::sequence(field.contents)
                    .filter(|choice| choice.tag == SEQUENCE)
                    .map(|certificate| certificate.whole),
            ),
            SEQUENCE => {
                if let Some(inner) = encapsulated(field.contents) {
                    collect(inner, messages, found);
                }
            }
            _ => {}
        }
    }
}

/// The contents of the `SignedData` in a `ContentInfo`.
fn signed_data(message: &[u8]) -> Option<&[u8]> {
    let content_info = tlv::first_ber(message, DEPTH)?;
    let mut parts = fields(content_info.contents);
    let kind = parts.next()?;
    if kind.tag != OBJECT_IDENTIFIER || kind.contents != SIGNED_DATA {
        return None;
    }
    let explicit = parts.next().filter(|part| part.tag == CONTEXT_0)?;
    let signed_data = tlv::first_ber(explicit.contents, DEPTH)?;
    (signed_data.tag == SEQUENCE).then_some(signed_data.contents)
}

/// A message that is the content of this one, given the contents of its `EncapsulatedContentInfo`.
fn encapsulated(contents: &[u8]) -> Option<&[u8]> {
    let explicit = fields(contents).nth(1)?;
    let content = tlv::first_ber(explicit.contents, DEPTH)?;
    match content.tag {
        OCTET_STRING => Some(content.contents),
        SEQUENCE => Some(content.whole),
        _ => None,
    }
}

fn fields(contents: &[u8]) -> impl Iterator<Item = Tlv<'_>> {
    let mut rest = contents;
    std::iter::from_fn(move || {
        let value = tlv::first_ber(rest, DEPTH)?;
        rest = rest.get(value.whole.len()..)?;
        Some(value)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::shapes;
    use super::*;

    #[test]
    fn certificates_come_in_order() {
        let certificates_in = [shapes::certificate(2), shapes::certificate(1)];
        let message = shapes::pkcs7(&certificates_in);
        assert_eq!(certificates(&message), certificates_in);
    }

    #[test]
    fn a_message_inside_a_message_is_opened() {
        let certificate = shapes::certificate(1);
        let inner = shapes::pkcs7(std::slice::from_ref(&certificate));
        assert_eq!(certificates(&shapes::pkcs7_around(&inner)), [certificate]);
    }

    #[test]
    fn indefinite_lengths_are_read() {
        let certificate = shapes::certificate(1);
        let message = shapes::pkcs7_indefinite(&certificate);
        assert_eq!(certificates(&message), [certificate]);
    }

    #[test]
    fn damage_yields_what_stands_before_it() {
        let message = shapes::pkcs7(&[shapes::certificate(1)]);
        for end in 0..message.len() {
            assert!(certificates(&message[..end]).is_empty(), "{end}");
        }
    }
}
