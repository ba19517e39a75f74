//! Tells from the outermost shape of a DER value what it is.

use super::tlv::{
    self, BIT_STRING, CONTEXT_0, INTEGER, OBJECT_IDENTIFIER, OCTET_STRING, SEQUENCE, Tlv,
};
use super::{PrivateKeyFormat, PublicKeyFormat};

/// 1.2.840.113549.1.7, the arc of the content types of PKCS #7.
const PKCS7: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07];
const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;
/// More fields than tell any two structures apart.
const FIELDS: usize = 8;

/// What a DER value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Structure {
    /// `Certificate` (RFC 5280 §4.1).
    Certificate,
    /// `CertificationRequest` (RFC 2986 §4).
    CertificateRequest,
    /// `CertificateList` (RFC 5280 §5.1).
    RevocationList,
    /// `ContentInfo` (RFC 5652 §3).
    Pkcs7,
    /// `PFX` (RFC 7292 §4).
    Pkcs12,
    /// A private key.
    PrivateKey(PrivateKeyFormat),
    /// A public key.
    PublicKey(PublicKeyFormat),
    /// None of these.
    Other,
}

/// Tells what a value is, given the contents of its outermost SEQUENCE. What is behind a cut is not needed for keys and
/// containers, so these are told also from the front part of a value.
pub(super) fn classify(contents: &[u8]) -> Structure {
    let mut tags = [0; FIELDS];
    let (tags, _) = outline(contents, &mut tags);
    let first = tlv::first(contents);
    match tags {
        [SEQUENCE, SEQUENCE, BIT_STRING, ..] => {
            first.map_or(Structure::Other, |signed| classify_signed(signed.contents))
        }
        [SEQUENCE, BIT_STRING] => Structure::PublicKey(PublicKeyFormat::Spki),
        [SEQUENCE, OCTET_STRING] => Structure::PrivateKey(PrivateKeyFormat::EncryptedPkcs8),
        [INTEGER, SEQUENCE, OCTET_STRING, ..] => Structure::PrivateKey(PrivateKeyFormat::Pkcs8),
        [INTEGER, OCTET_STRING, ..] => Structure::PrivateKey(PrivateKeyFormat::Sec1),
        [INTEGER, INTEGER, INTEGER, INTEGER, INTEGER, INTEGER] => {
            Structure::PrivateKey(PrivateKeyFormat::Dsa)
        }
        [INTEGER, INTEGER, INTEGER, ..] => Structure::PrivateKey(PrivateKeyFormat::Pkcs1),
        [INTEGER, INTEGER] => Structure::PublicKey(PublicKeyFormat::Pkcs1),
        // Both are often of indefinite length inside, and what is so is no field here.
        [INTEGER, ..] if contents.starts_with(&[INTEGER, 1, 3, SEQUENCE]) => Structure::Pkcs12,
        [OBJECT_IDENTIFIER, ..] if first.as_ref().is_some_and(names_pkcs7) => Structure::Pkcs7,
        _ => Structure::Other,
    }
}

/// The tags of the first values, and how many octets these values have.
fn outline<'t>(contents: &[u8], tags: &'t mut [u8; FIELDS]) -> (&'t [u8], usize) {
    let mut count = 0;
    let mut octets = 0;
    for (field, tag) in tlv::sequence(contents).zip(tags.iter_mut()) {
        *tag = field.tag;
        count += 1;
        octets += field.whole.len();
    }
    (tags.get(..count).unwrap_or_default(), octets)
}

fn names_pkcs7(content_type: &Tlv<'_>) -> bool {
    content_type.contents.starts_with(PKCS7)
}

/// Tells apart what is signed: all three have the form `SEQUENCE { to be signed, algorithm, signature }`. A request has the
/// fields with which a certificate begins and no more, so it is one only if nothing unread is behind them.
fn classify_signed(to_be_signed: &[u8]) -> Structure {
    let mut tags = [0; FIELDS];
    let (tags, read) = outline(to_be_signed, &mut tags);
    let is_whole = read == to_be_signed.len();
    match tags {
        [
            CONTEXT_0,
            INTEGER,
            SEQUENCE,
            SEQUENCE,
            SEQUENCE,
            SEQUENCE,
            SEQUENCE,
            ..,
        ]
        | [
            INTEGER,
            SEQUENCE,
            SEQUENCE,
            SEQUENCE,
            SEQUENCE,
            SEQUENCE,
            ..,
        ] => Structure::Certificate,
        [INTEGER, SEQUENCE, SEQUENCE, UTC_TIME | GENERALIZED_TIME, ..]
        | [SEQUENCE, SEQUENCE, UTC_TIME | GENERALIZED_TIME, ..] => Structure::RevocationList,
        [INTEGER, SEQUENCE, SEQUENCE] | [INTEGER, SEQUENCE, SEQUENCE, CONTEXT_0] if is_whole => {
            Structure::CertificateRequest
        }
        _ => Structure::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::shapes;
    use super::*;

    #[test]
    fn structures_are_told_apart_by_their_fields() {
        use PrivateKeyFormat::{Dsa, EncryptedPkcs8, Pkcs1, Pkcs8, Sec1};
        let cases = [
            (shapes::certificate(1), Structure::Certificate),
            (shapes::certificate_v1(1), Structure::Certificate),
            (shapes::request(), Structure::CertificateRequest),
            (shapes::revocation_list(), Structure::RevocationList),
            (shapes::pkcs7(&[]), Structure::Pkcs7),
            (shapes::pkcs12(), Structure::Pkcs12),
            (shapes::private_key(Pkcs8), Structure::PrivateKey(Pkcs8)),
            (
                shapes::private_key(EncryptedPkcs8),
                Structure::PrivateKey(EncryptedPkcs8),
            ),
            (shapes::private_key(Pkcs1), Structure::PrivateKey(Pkcs1)),
            (shapes::private_key(Sec1), Structure::PrivateKey(Sec1)),
            (shapes::private_key(Dsa), Structure::PrivateKey(Dsa)),
            (
                shapes::public_key(),
                Structure::PublicKey(PublicKeyFormat::Spki),
            ),
            (
                shapes::rsa_public_key(),
                Structure::PublicKey(PublicKeyFormat::Pkcs1),
            ),
            (vec![SEQUENCE, 0], Structure::Other),
        ];
        for (der, expected) in cases {
            let contents = tlv::first(&der).unwrap().contents;
            assert_eq!(classify(contents), expected, "{der:x?}");
        }
    }

    /// A flipped bit in the validity of a certificate leaves the fields of a request standing.
    #[test]
    fn a_damaged_certificate_is_no_request() {
        for der in [shapes::certificate(1), shapes::certificate_v1(1)] {
            let validity = [SEQUENCE, 30, UTC_TIME, 13];
            let at = der.windows(4).position(|four| four == validity).unwrap();
            let mut damaged = der;
            damaged[at + 1] = 0x82;
            let contents = tlv::first(&damaged).unwrap().contents;
            assert_eq!(classify(contents), Structure::Other);
        }
    }
}
