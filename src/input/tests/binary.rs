//! DER, PKCS #7 and what is neither.

use super::super::*;
use super::{kinds, numbers, recognised, shapes};
use data_encoding::BASE64;

#[test]
fn one_certificate_or_several_in_a_row() {
    for (trailing, notes) in [
        (&b""[..], vec![]),
        (b"\n\0\0", vec![]),
        (
            b"rest",
            vec![NoteKind::TrailingData {
                block: None,
                bytes: 4,
            }],
        ),
    ] {
        let bytes = [
            shapes::certificate(1),
            shapes::certificate(2),
            trailing.to_vec(),
        ]
        .concat();
        let found = recognised(&bytes);
        assert_eq!(
            (numbers(&found), kinds(&found)),
            (vec![1, 2], notes),
            "{trailing:?}"
        );
        for (der, location) in found.certificates() {
            assert_eq!(&bytes[location.bytes()], der);
        }
    }
}

#[test]
fn certificates_of_a_message_are_located_in_it() {
    let certificates = [shapes::certificate(2), shapes::certificate(1)];
    let outer = shapes::pkcs7_around(&shapes::pkcs7(&certificates));
    let indefinite = shapes::pkcs7_indefinite(&certificates[0]);
    for (bytes, expected) in [(outer, &[2, 1][..]), (indefinite, &[2])] {
        let found = recognised(&bytes);
        assert_eq!(
            (numbers(&found), kinds(&found)),
            (expected.to_vec(), vec![])
        );
        for (der, location) in found.certificates() {
            assert_eq!(&bytes[location.bytes()], der);
        }
    }
}

#[test]
fn messages_in_pem_and_in_bare_base64() {
    let message = shapes::pkcs7(&[shapes::certificate(1), shapes::certificate(2)]);
    let label = |label: &str| to_pem(&message).replace("CERTIFICATE", label);
    let cases = [
        (label("PKCS7"), Some(PemLabel::Pkcs7)),
        (label("CMS"), Some(PemLabel::Cms)),
        (label("CERTIFICATE"), Some(PemLabel::Certificate)),
        (BASE64.encode(&message), None),
    ];
    for (text, expected) in cases {
        let found = recognised(&text);
        assert_eq!(
            (numbers(&found), kinds(&found)),
            (vec![1, 2], vec![]),
            "{text}"
        );
        for item in &found.items {
            assert!(
                matches!(item.content, Content::Certificate { label, .. } if label == expected)
            );
        }
    }
}

#[test]
fn what_is_no_certificate_is_named() {
    let spki = NoteKind::PublicKeyOnly(PublicKeyFormat::Spki);
    let long = |der: Vec<u8>| {
        let mut value = vec![0x30, 0x82];
        value.extend(u16::try_from(der.len() - 2).unwrap().to_be_bytes());
        value.extend(&der[2..]);
        value
    };
    let cases = [
        (shapes::request(), NoteKind::CertificateRequest),
        (shapes::revocation_list(), NoteKind::RevocationList),
        (long(shapes::public_key()), spki),
        (
            shapes::pkcs12(),
            NoteKind::Container(ContainerNote::NotOpened {
                container: Container::Pkcs12,
                obstacle: Obstacle::Damaged,
            }),
        ),
        (
            long(shapes::tlv(0x30, &[0x0C, 1, b'x'])),
            NoteKind::NotACertificateFile(FileKind::OtherDer),
        ),
        (
            b"0\x82\xA0\x82\xA2 in an old encoding".to_vec(),
            NoteKind::NotACertificateFile(FileKind::PlainText),
        ),
        (vec![0; 50], NoteKind::NotACertificateFile(FileKind::Zeros)),
        (
            b"\x89PNG\r\n\x1a\n\0\0".to_vec(),
            NoteKind::NotACertificateFile(FileKind::Png),
        ),
        (
            b"\x01\x02\x03\x00".to_vec(),
            NoteKind::NotACertificateFile(FileKind::Binary),
        ),
        (Vec::new(), NoteKind::EmptyInput),
        (b"\xEF\xBB\xBF \r\n".to_vec(), NoteKind::EmptyInput),
    ];
    for (bytes, expected) in cases {
        let found = recognised(&bytes);
        assert_eq!(
            (found.items, kinds(&recognised(&bytes))),
            (vec![], vec![expected])
        );
    }
}

#[test]
fn a_cut_certificate_is_truncated() {
    let bytes = shapes::certificate(1);
    for len in [40, 100, bytes.len() - 1] {
        let extent = Extent {
            declared: bytes.len(),
            present: len,
        };
        let expected = NoteKind::Truncated {
            block: None,
            extent: Some(extent),
        };
        assert_eq!(kinds(&recognised(&bytes[..len])), [expected], "{len}");
    }
}

#[test]
fn a_certificate_of_indefinite_length_is_no_certificate() {
    let whole = shapes::certificate(1);
    let bytes = [&[0x30, 0x80], &whole[4..], &[0, 0]].concat();
    for found in [recognised(&bytes), recognised(BASE64.encode(&bytes))] {
        assert!(numbers(&found).is_empty());
    }
    let found = recognised(&bytes);
    assert_eq!(
        kinds(&found),
        [NoteKind::NotACertificateFile(FileKind::OtherDer)]
    );
}

#[test]
fn an_unknown_label_does_not_hide_a_certificate() {
    let der = [shapes::certificate(1), vec![7; 9]].concat();
    let found = recognised(to_pem(&der).replace("CERTIFICATE", "CERT"));
    assert_eq!(numbers(&found), [1]);
    let parameters =
        "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
    assert_eq!(
        kinds(&recognised(parameters)),
        [NoteKind::NotACertificateFile(FileKind::OtherPem)]
    );
}
