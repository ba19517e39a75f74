//! Certificates as read from DER.

mod extensions;
mod malformed;

use super::*;
use crate::testing::{parsed, sound};
use test_pki::{AuthorityKeyId, Hash, Key, KeyId, Name as MockName, ca, leaf};

#[test]
fn every_field_is_read() {
    let root = ca("Mock Root").self_signed();
    let made = leaf("www.mock.example")
        .key(Key::p384("a server"))
        .valid("2024-03-01T01:02:03Z", "2050-03-01")
        .serial(&[0x00, 0xab, 0x01])
        .signed_with(Hash::Sha512)
        .issued_by(&root);
    let certificate = parsed(&made);
    assert_eq!(certificate.as_der(), made.der());
    assert_eq!(certificate.version, Version::V3);
    assert_eq!(certificate.serial.to_string(), "ab01");
    assert_eq!(certificate.serial.as_bytes(), [0x00, 0xab, 0x01]);
    assert_eq!(certificate.subject.to_string(), "CN=www.mock.example");
    assert_eq!(certificate.issuer.to_string(), "CN=Mock Root");
    // UTCTime up to 2049, GeneralizedTime after (RFC 5280 §4.1.2.5).
    let Validity {
        not_before,
        not_after,
    } = certificate.validity;
    assert_eq!(not_before.to_string(), "2024-03-01T01:02:03Z");
    assert_eq!(not_after.to_string(), "2050-03-01T00:00:00Z");
    assert_eq!(certificate.public_key.spki, made.key().public_key_info());
    assert_eq!(
        certificate.signature_algorithm.to_string(),
        "ecdsa-with-SHA512"
    );
    assert_eq!(certificate.algorithm_fields, AlgorithmFields::Agree);
    assert_eq!(
        certificate
            .sha256()
            .to_string()
            .to_lowercase()
            .replace(':', ""),
        made.sha256()
    );
}

#[test]
fn what_is_signed_verifies() {
    use crate::signature::{RustCrypto, SignatureProblem, SignatureVerifier};
    let trio = sound();
    let [leaf, middle, root] = [&trio.leaf, &trio.middle, &trio.root].map(parsed);
    for (child, issuer, expected) in [
        (&leaf, &middle, Ok(())),
        (&middle, &root, Ok(())),
        (&root, &root, Ok(())),
        (&leaf, &root, Err(SignatureProblem::Mismatch)),
    ] {
        assert_eq!(
            RustCrypto.verify(&issuer.public_key, &child.signed()),
            expected
        );
    }
}

#[test]
fn old_versions() {
    let certificate = parsed(&ca("Mock Root").version_1().self_signed());
    assert_eq!(certificate.version, Version::V1);
    assert_eq!(certificate.extensions.all(), []);
    assert!(!certificate.is_ca() && certificate.looks_self_signed());
    assert_eq!(certificate.alternative_names(), []);
}

#[test]
fn serial_numbers_as_people_compare_them() {
    for (octets, text) in [
        (&[][..], "0"),
        (&[0], "0"),
        (&[0, 0x80], "80"),
        (&[0x0a], "a"),
        (&[0xff], "ff"),
        (&[0x01, 0x00], "100"),
    ] {
        assert_eq!(SerialNumber::new(octets).to_string(), text);
    }
}

#[test]
fn algorithm_fields_that_differ() {
    let made = ca("Mock Root").self_signed().edited(|der| {
        // The last octet of `ecdsa-with-SHA256` in the outer field, made `ecdsa-with-SHA384`.
        let oid = test_pki::der::oid("1.2.840.10045.4.3.2");
        let at = der
            .windows(oid.len())
            .rposition(|window| window == oid)
            .unwrap();
        der[at + oid.len() - 1] = 3;
    });
    assert_eq!(parsed(&made).algorithm_fields, AlgorithmFields::Differ);
}

/// Which fields of an authority key identifier rule an issuer out.
#[test]
fn issuers_by_key_identifier_and_serial() {
    let root = ca("Mock Root").self_signed();
    let middle = |id: KeyId| ca("Mock CA").subject_key_id(id).issued_by(&root);
    let usual = middle(KeyId::OfKey);
    let by_serial = |issuer: &str, serial: &[u8]| AuthorityKeyId::IssuerAndSerial {
        issuer: MockName::cn(issuer),
        serial: serial.to_vec(),
    };
    for (authority, issuer, expected) in [
        (AuthorityKeyId::Absent, &usual, true),
        (AuthorityKeyId::OfIssuer, &usual, true),
        (AuthorityKeyId::OfIssuer, &middle(KeyId::Absent), true),
        (
            AuthorityKeyId::OfIssuer,
            &middle(KeyId::Bytes(vec![1])),
            false,
        ),
        (
            AuthorityKeyId::Bytes(vec![1]),
            &middle(KeyId::Bytes(vec![1])),
            true,
        ),
        (by_serial("Mock Root", usual.serial()), &usual, true),
        (by_serial("mock  root", usual.serial()), &usual, true),
        (by_serial("Mock Root", &[1]), &usual, false),
        (by_serial("Mock Other", usual.serial()), &usual, false),
    ] {
        let child = parsed(
            &leaf("www.mock.example")
                .authority_key_id(authority.clone())
                .issued_by(&usual),
        );
        assert_eq!(
            child.names_as_issuer(&parsed(issuer)),
            expected,
            "{authority:?}"
        );
    }
}

#[test]
fn self_issued_and_self_signed() {
    let root = ca("Mock Root").self_signed();
    let rolled = ca("Mock Root").key(Key::p256("next")).issued_by(&root);
    let other_kind = ca("Mock Root")
        .key(Key::rsa_2048(0))
        .authority_key_id(AuthorityKeyId::Absent)
        .issued_by(&root);
    let crossed = root.cross_signed_by(&ca("Mock Other").self_signed());
    for (made, self_issued, self_signed) in [
        (&root, true, true),
        (&rolled, true, false),
        (&other_kind, true, false),
        (&crossed, false, false),
    ] {
        let certificate = parsed(made);
        assert_eq!(certificate.is_self_issued(), self_issued);
        assert_eq!(certificate.looks_self_signed(), self_signed);
    }
}

#[test]
fn the_whole_encoding_is_the_identity() {
    let root = ca("Mock Root").self_signed();
    let renewed = root
        .template()
        .clone()
        .valid("2021-01-01", "2041-01-01")
        .self_signed();
    assert_eq!(parsed(&root), parsed(&root));
    assert_ne!(parsed(&root), parsed(&renewed));
    assert_eq!(
        parsed(&root).public_key.sha256,
        parsed(&renewed).public_key.sha256
    );
}
