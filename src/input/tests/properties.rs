//! What holds for every input.

use super::super::*;
use super::{pem, recognised, shapes};
use proptest::prelude::*;

/// Pieces that inputs are made of, whole and broken.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let key = shapes::private_key(PrivateKeyFormat::Pkcs8);
    let fixed = [
        pem(1).into_bytes(),
        pem(2).trim_end().as_bytes().to_vec(),
        to_pem(&key)
            .replace("CERTIFICATE", "PRIVATE KEY")
            .into_bytes(),
        shapes::certificate(3),
        shapes::pkcs7(&[shapes::certificate(4)]),
        b"-----BEGIN CERTIFICATE-----".to_vec(),
        b"-----END CERTIFICATE-----".to_vec(),
        "–––BEGIN PKCS7–––".into(),
        b"-----BEGIN TRUSTED CERTIFICATE-----\r".to_vec(),
        b"MIIBAAAA".repeat(20),
        b"---\nCertificate chain\n".to_vec(),
        b"SSL: CERTIFICATE_VERIFY_FAILED\n".to_vec(),
        b"\\n".to_vec(),
        b"\" +\n\"".to_vec(),
        b"\xFF\xFE".to_vec(),
        b"\x30\x80\x30\x80".to_vec(),
        b"=".to_vec(),
        b"\n".to_vec(),
    ];
    prop_oneof![
        4 => proptest::sample::select(fixed.to_vec()),
        1 => proptest::collection::vec(any::<u8>(), 0..40),
    ]
}

/// Pieces in a row, with some bytes changed.
fn input() -> impl Strategy<Value = Vec<u8>> {
    let changes = proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4);
    (proptest::collection::vec(piece(), 0..8), changes).prop_map(|(pieces, changes)| {
        let mut bytes = pieces.concat();
        for (at, byte) in changes {
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
        }
        bytes
    })
}

fn assert_sound(bytes: &[u8]) {
    let found = recognised(bytes);
    for location in found
        .items
        .iter()
        .map(|item| &item.location)
        .chain(found.notes.iter().map(|n| &n.location))
    {
        assert!(
            location.start <= location.end && location.end <= bytes.len(),
            "{location:?}"
        );
        assert!(location.line.0 >= 1);
    }
    for (der, _) in found.certificates() {
        let header = tlv::header(der).unwrap();
        assert_eq!((header.tag, header.total), (tlv::SEQUENCE, der.len()));
    }
    assert!(
        !found.items.is_empty() || !found.notes.is_empty(),
        "nothing said"
    );
}

proptest! {
    #[test]
    fn recognition_is_total(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        assert_sound(&bytes);
    }

    #[test]
    fn recognition_is_total_on_what_looks_real(bytes in input()) {
        assert_sound(&bytes);
    }

    #[test]
    fn our_own_pem_is_read_back_without_a_note(bytes in input()) {
        let first = recognised(&bytes);
        let own = shapes::certificate(5);
        let found = first.certificates().map(|(der, _)| der);
        let ders: Vec<&[u8]> = found.chain([own.as_slice()]).collect();
        let text: String = ders.iter().map(|der| to_pem(der)).collect();
        let second = recognised(&text);
        let again: Vec<&[u8]> = second.certificates().map(|(der, _)| der).collect();
        prop_assert_eq!(again, ders);
        prop_assert_eq!(second.notes, vec![]);
    }

    #[test]
    fn no_part_of_a_key_is_ever_shown(before in input(), after in input()) {
        let key = to_pem(&b"SECRET".repeat(40)).replace("CERTIFICATE", "RSA PRIVATE KEY");
        let bytes = [&before[..], b"\n", key.as_bytes(), &after[..]].concat();
        let found = recognised(&bytes);
        let shown = format!("{found:?}");
        prop_assert!(!shown.contains("U0VDUkVU") && !shown.contains("SECRET"));
    }
}
