//! Extensions as values, and what becomes of those that cannot be read.

use crate::certificate::{
    CertificateRole, Criticality as Marked, ExtensionId, GeneralName, KeyPurpose, KeyUsageBit,
};
use crate::testing::parsed;
use test_pki::{BasicConstraints, Criticality, Extension, KeyId, Subtree, Template, ca, der, leaf};

const YES: [u8; 3] = [0x01, 0x01, 0xff];

/// Value of a basic constraints extension; role and path length, or `None` where it cannot be read.
type Row = (Vec<u8>, Option<(CertificateRole, Option<u32>)>);

#[test]
fn basic_constraints() {
    use CertificateRole::{CertificateAuthority as Ca, EndEntity};
    let sequence = |parts: &[&[u8]]| der::sequence(parts);
    let rows: [Row; 11] = [
        (sequence(&[]), Some((EndEntity, None))),
        (sequence(&[&[1, 1, 0]]), Some((EndEntity, None))),
        (sequence(&[&YES]), Some((Ca, None))),
        // Old encoders wrote other octets for true.
        (sequence(&[&[1, 1, 1]]), Some((Ca, None))),
        (sequence(&[&YES, &[2, 1, 0]]), Some((Ca, Some(0)))),
        (sequence(&[&YES, &[2, 2, 1, 0]]), Some((Ca, Some(256)))),
        (
            sequence(&[&YES, &[2, 5, 1, 0, 0, 0, 0]]),
            Some((Ca, Some(u32::MAX))),
        ),
        (sequence(&[&[2, 1, 3]]), Some((EndEntity, Some(3)))),
        (sequence(&[&YES, &[2, 1, 0xff]]), None),
        (sequence(&[&YES, &[5, 0]]), None),
        (vec![0x30, 0x00, 0x00], None),
    ];
    for (value, expected) in rows {
        let extension = Extension::new("2.5.29.19", Criticality::Critical, value.clone());
        let made = ca("Mock Root")
            .basic_constraints(BasicConstraints::Absent)
            .extension(extension);
        let extensions = parsed(&made.self_signed()).extensions;
        let read = extensions
            .basic_constraints()
            .map(|marked| (marked.value.role, marked.value.path_len));
        assert_eq!(read, expected, "{value:02x?}");
        assert_eq!(
            extensions.undecided().is_none(),
            expected.is_some(),
            "{value:02x?}"
        );
    }
}

#[test]
fn usages_names_and_addresses() {
    let root = ca("Mock Root").self_signed();
    let made = leaf("www.mock.example")
        .san_ip(["192.0.2.1".parse().unwrap()])
        .extension(Extension::ca_issuers("http://ca.mock.example/root.cer"))
        .issued_by(&root);
    let certificate = parsed(&made);
    let extensions = &certificate.extensions;
    assert_eq!(
        certificate.alternative_names(),
        [
            GeneralName::Dns(b"www.mock.example".to_vec()),
            GeneralName::Ip(vec![192, 0, 2, 1]),
        ]
    );
    let usage = extensions.key_usage().unwrap();
    assert_eq!(usage.criticality, Marked::Critical);
    assert_eq!(
        usage.value.bits().collect::<Vec<_>>(),
        [KeyUsageBit::DigitalSignature]
    );
    assert_eq!(
        extensions.extended_key_usage().unwrap().value.0,
        [KeyPurpose::ServerAuth]
    );
    assert_eq!(extensions.ca_issuers(), ["http://ca.mock.example/root.cer"]);
    let ids = (
        extensions
            .subject_key_identifier()
            .unwrap()
            .as_bytes()
            .to_vec(),
        extensions
            .authority_key_identifier()
            .unwrap()
            .key_id
            .clone()
            .unwrap(),
    );
    assert_eq!(
        (ids.0, ids.1.as_bytes()),
        (made.key().identifier(), &root.key().identifier()[..])
    );
    assert_eq!(extensions.raw(ExtensionId::NameConstraints), None);
}

#[test]
fn known_extensions_that_cannot_be_read() {
    let without: fn(Template) -> Template = |t| {
        t.basic_constraints(BasicConstraints::Absent)
            .key_usage([])
            .extended_key_usage([])
            .no_san()
            .subject_key_id(KeyId::Absent)
            .authority_key_id(test_pki::AuthorityKeyId::Absent)
    };
    for oid in [
        "2.5.29.14",
        "2.5.29.15",
        "2.5.29.17",
        "2.5.29.19",
        "2.5.29.30",
        "2.5.29.31",
        "2.5.29.35",
        "2.5.29.37",
    ] {
        // No DER at all, DER of another type, an unfinished one.
        for value in [vec![], vec![0x05, 0x00], vec![0x30, 0x05, 0x00]] {
            let extension = Extension::new(oid, Criticality::NonCritical, value.clone());
            let extensions = parsed(
                &without(leaf("www.mock.example"))
                    .extension(extension)
                    .self_signed(),
            )
            .extensions;
            assert_eq!(extensions.unreadable(), [oid], "{value:02x?}");
            assert_eq!(extensions.undecided(), Some(oid));
            assert_eq!(extensions.all().len(), 1);
        }
    }
}

#[test]
fn of_a_repetition_the_first_counts_and_both_are_kept() {
    let again = Extension::new("2.5.29.14", Criticality::NonCritical, vec![4, 1, 7]);
    let made = ca("Mock Root")
        .extension(again.clone())
        .extension(again)
        .self_signed();
    let extensions = parsed(&made).extensions;
    let first = extensions.subject_key_identifier().unwrap();
    assert_eq!(first.as_bytes(), made.key().identifier());
    assert_eq!(extensions.repeated(), ["2.5.29.14"]);
    assert_eq!(extensions.undecided(), Some("2.5.29.14"));
    let copies = extensions
        .all()
        .iter()
        .filter(|extension| extension.oid == "2.5.29.14");
    assert_eq!(copies.count(), 3);
}

#[test]
fn a_repetition_of_what_decides_nothing_is_no_doubt() {
    let twice = ca("Mock Root")
        .extension(Extension::unknown_critical())
        .extension(Extension::unknown_critical());
    let extensions = parsed(&twice.self_signed()).extensions;
    assert_eq!(extensions.repeated(), ["1.3.6.1.4.1.99999.1"]);
    assert_eq!(extensions.undecided(), None);
}

#[test]
fn every_extension_stands_as_it_is() {
    let made = ca("Mock Root")
        .exclude(Subtree::Dns("mock.example"))
        .self_signed();
    let extensions = parsed(&made).extensions;
    let raw = extensions.raw(ExtensionId::NameConstraints).unwrap();
    assert_eq!(raw.criticality, Marked::Critical);
    assert!(
        raw.value
            .windows(12)
            .any(|window| window == b"mock.example")
    );
    assert!(
        made.der()
            .windows(raw.value.len())
            .any(|window| window == raw.value)
    );
}
