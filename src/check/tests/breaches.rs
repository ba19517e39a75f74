//! One rule broken at a time.

use super::{CheckId, Failure, failures, failures_of};
use crate::certificate::{Criticality as Marked, KeyPurpose};
use crate::check::name_constraints::ViolationKind;
use crate::check::tests::{checked, checked_trio};
use crate::check::{CaProblem, FormProblem, KeyUsageNeed, Termination};
use crate::client::FormRules;
use crate::moment::Moment;
use crate::signature::{HashAlgorithm, KeyKind, SignatureAlgorithm};
use crate::testing::{AS_IS, Edit, Trio, parsed, policy, sound, trio};
use test_pki::der::implicit;
use test_pki::{
    AuthorityKeyId, BasicConstraints, Criticality, ExtendedKeyUsage, Extension, Hash, Key, KeyId,
    KeyUsage, Name, Subtree, ca, leaf,
};

/// Profile, position and edit; which check must fail there, and how.
type Row = (&'static str, usize, Edit, CheckId, fn(&Failure) -> bool);

/// An extension whose value is no DER of any type.
fn unreadable(oid: &str) -> Extension {
    Extension::new(oid, Criticality::NonCritical, vec![0x04, 0x05, 0x00])
}

#[rustfmt::skip]
const ROWS: &[Row] = &[
    ("rfc5280", 0, |t| t.serial(&[0x80]), CheckId::Form, |f| *f == Failure::Form(FormProblem::SerialNumber)),
    ("webpki", 1, |t| t.serial(&[0x01; 21]), CheckId::Form, |f| *f == Failure::Form(FormProblem::SerialNumber)),
    ("webpki", 0, |t| t.valid("2020-01-01", "2024-06-01T11:59:59Z"), CheckId::Validity,
        |f| *f == Failure::Expired { not_after: Moment::parse("2024-06-01T11:59:59Z").unwrap() }),
    ("webpki", 1, |t| t.valid("2024-06-01T12:00:01Z", "2040-01-01"), CheckId::Validity,
        |f| *f == Failure::NotYetValid { not_before: Moment::parse("2024-06-01T12:00:01Z").unwrap() }),
    ("openssl-3", 2, |t| t.valid("2010-01-01", "2020-01-01"), CheckId::Validity,
        |f| matches!(f, Failure::Expired { .. })),
    ("webpki", 1, |t| t.basic_constraints(BasicConstraints::EndEntity), CheckId::BasicConstraints,
        |f| *f == Failure::NotACa(CaProblem::SaysEndEntity)),
    ("webpki", 1, |t| t.basic_constraints(BasicConstraints::Absent), CheckId::BasicConstraints,
        |f| *f == Failure::NotACa(CaProblem::NoBasicConstraints)),
    ("openssl-3", 1, |t| t.basic_constraints(BasicConstraints::Absent), CheckId::BasicConstraints,
        |f| *f == Failure::NotACa(CaProblem::NoBasicConstraints)),
    ("openssl-3", 2, |t| t.basic_constraints(BasicConstraints::Absent).key_usage([]), CheckId::BasicConstraints,
        |f| *f == Failure::NotACa(CaProblem::NoBasicConstraints)),
    ("rfc5280", 2, |t| t.basic_constraints(BasicConstraints::Absent), CheckId::BasicConstraints,
        |f| *f == Failure::NotACa(CaProblem::NoBasicConstraints)),
    ("webpki", 1, |t| t.key_usage([KeyUsage::CrlSign]), CheckId::KeyUsage,
        |f| *f == Failure::NotACa(CaProblem::MayNotSignCertificates)),
    ("webpki", 2, |t| t.key_usage([KeyUsage::CrlSign]), CheckId::KeyUsage,
        |f| *f == Failure::NotACa(CaProblem::MayNotSignCertificates)),
    ("webpki", 0, |t| t.key_usage([KeyUsage::DataEncipherment]), CheckId::KeyUsage,
        |f| *f == Failure::KeyUsage(KeyUsageNeed::TlsServer)),
    ("webpki", 2, |t| t.path_len(0), CheckId::PathLength,
        |f| *f == Failure::PathLength { allowed: 0, found: 1 }),
    ("webpki", 0, |t| t.extended_key_usage([ExtendedKeyUsage::ClientAuth]), CheckId::ExtendedKeyUsage,
        |f| *f == Failure::Purpose { listed: vec![KeyPurpose::ClientAuth] }),
    ("webpki", 0, |t| t.extended_key_usage([]), CheckId::ExtendedKeyUsage,
        |f| *f == Failure::Purpose { listed: Vec::new() }),
    ("webpki", 0, |t| t.extended_key_usage([ExtendedKeyUsage::Any]), CheckId::ExtendedKeyUsage,
        |f| *f == Failure::Purpose { listed: vec![KeyPurpose::Any] }),
    ("openssl-3", 0, |t| t.extended_key_usage([ExtendedKeyUsage::Any]), CheckId::ExtendedKeyUsage,
        |f| matches!(f, Failure::Purpose { .. })),
    ("openssl-3", 0, |t| t.extension(Extension::new("2.16.840.1.113730.1.1", Criticality::NonCritical, vec![3, 2, 7, 0x80])),
        CheckId::ExtendedKeyUsage, |f| matches!(f, Failure::Purpose { .. })),
    ("rfc5280", 1, |t| t.extended_key_usage([ExtendedKeyUsage::ClientAuth]), CheckId::ExtendedKeyUsage,
        |f| matches!(f, Failure::Purpose { .. })),
    ("openssl-3", 2, |t| t.extended_key_usage([ExtendedKeyUsage::ClientAuth]), CheckId::ExtendedKeyUsage,
        |f| matches!(f, Failure::Purpose { .. })),
    ("webpki", 1, |t| t.permit(Subtree::Dns("studio.example")), CheckId::NameConstraints,
        |f| matches!(f, Failure::NameConstraints(v) if v.kind == ViolationKind::NotPermitted)),
    ("webpki", 2, |t| t.exclude(Subtree::Dns("mock.example")), CheckId::NameConstraints,
        |f| matches!(f, Failure::NameConstraints(v) if v.kind == ViolationKind::Excluded)),
    ("webpki", 2, |t| t.exclude(Subtree::Directory(Name::cn("Mock CA"))), CheckId::NameConstraints,
        |f| matches!(f, Failure::NameConstraints(v) if v.kind == ViolationKind::Excluded)),
    ("webpki", 0, |t| t.extension(Extension::unknown_critical()), CheckId::CriticalExtensions,
        |f| *f == Failure::CriticalExtension { oid: "1.3.6.1.4.1.99999.1".to_owned() }),
    ("openssl-3", 2, |t| t.extension(Extension::unknown_critical()), CheckId::CriticalExtensions,
        |f| matches!(f, Failure::CriticalExtension { .. })),
    ("go", 1, |t| t.extension(Extension::policy_constraints(Some(5), None)), CheckId::CriticalExtensions,
        |f| *f == Failure::CriticalExtension { oid: "2.5.29.36".to_owned() }),
    ("rustls", 1, |t| t.extension(Extension::policy_mappings(&[("1.2.3", "1.2.4")])), CheckId::CriticalExtensions,
        |f| *f == Failure::CriticalExtension { oid: "2.5.29.33".to_owned() }),
    ("webpki", 0, |t| t.signed_with(Hash::Sha1), CheckId::AlgorithmStrength,
        |f| *f == Failure::WeakSignature(SignatureAlgorithm::Ecdsa(HashAlgorithm::Sha1))),
    ("openssl-3", 1, |t| t.signed_with(Hash::Sha1), CheckId::AlgorithmStrength,
        |f| matches!(f, Failure::WeakSignature(_))),
    ("openssl-3", 0, |t| t.key(Key::rsa_768()), CheckId::AlgorithmStrength,
        |f| matches!(f, Failure::WeakKey(KeyKind::Rsa { bits: 768, .. }))),
    ("webpki", 0, |t| t.key(Key::rsa_1024(0)), CheckId::AlgorithmStrength,
        |f| matches!(f, Failure::WeakKey(KeyKind::Rsa { bits: 1024, .. }))),
    ("webpki", 2, |t| t.key(Key::rsa_1024(0)), CheckId::AlgorithmStrength,
        |f| matches!(f, Failure::WeakKey(_))),
    ("rfc5280", 0, |t| t.no_san().san_dns(["www.studio.example"]), CheckId::ServerName,
        |f| matches!(f, Failure::ServerName(refusal) if refusal.valid_for.len() == 1)),
    ("rfc5280", 0, |t| t.extension(Extension::ca_issuers("http://a")).extension(Extension::ca_issuers("http://b")),
        CheckId::Form, |f| *f == Failure::Form(FormProblem::RepeatedExtension("1.3.6.1.5.5.7.1.1".to_owned()))),
    ("rfc5280", 0, |t| t.subject_key_id(KeyId::Absent).extension(unreadable("2.5.29.14")), CheckId::Form,
        |f| *f == Failure::Form(FormProblem::UnreadableExtension("2.5.29.14".to_owned()))),
    ("openssl-3", 1, |t| t.extension(unreadable("2.5.29.31")), CheckId::Form,
        |f| *f == Failure::Form(FormProblem::UnreadableExtension("2.5.29.31".to_owned()))),
    ("openssl-3", 1, |t| t.extension(Extension::new("2.5.29.14", Criticality::NonCritical, vec![4, 1, 7])), CheckId::Form,
        |f| *f == Failure::Form(FormProblem::RepeatedExtension("2.5.29.14".to_owned()))),
    ("rustls", 0, |t| t.extension(Extension::alternative_names([implicit(2, b"www.studio.example")])), CheckId::Form,
        |f| *f == Failure::Form(FormProblem::RepeatedExtension("2.5.29.17".to_owned()))),
    ("webpki", 0, |t| t.authority_key_id(AuthorityKeyId::Absent), CheckId::Form,
        |f| *f == Failure::Form(FormProblem::MissingExtension("2.5.29.35".to_owned()))),
    ("webpki", 1, |t| t.subject_key_id(KeyId::Absent), CheckId::Form,
        |f| *f == Failure::Form(FormProblem::MissingExtension("2.5.29.14".to_owned()))),
    ("webpki", 0, |t| t.subject_key_id(KeyId::Absent)
            .extension(Extension::new("2.5.29.14", Criticality::Critical, vec![4, 1, 7])),
        CheckId::Form, |f| *f == Failure::Form(FormProblem::WrongCriticality {
            oid: "2.5.29.14".to_owned(), marked: Marked::Critical })),
];

#[test]
fn exactly_one_rule_is_broken() {
    for (row, (client, position, edit, check, is_expected)) in ROWS.iter().enumerate() {
        let found = failures_of(client, *position, *edit);
        let [(failed, at, failure)] = found.as_slice() else {
            panic!("row {row}: {found:?}");
        };
        assert_eq!((failed, at), (check, position), "row {row}");
        assert!(is_expected(failure), "row {row}: {failure:?}");
    }
}

#[test]
fn unreadable_constraints_are_a_breach_of_their_own() {
    for client in ["openssl-3", "webpki"] {
        let found = failures_of(client, 1, |t| t.extension(unreadable("2.5.29.30")));
        assert_eq!(
            found,
            [
                (CheckId::NameConstraints, 1, Failure::UnreadableConstraints),
                (
                    CheckId::Form,
                    1,
                    Failure::Form(FormProblem::UnreadableExtension("2.5.29.30".to_owned()))
                ),
            ],
            "{client}"
        );
    }
}

#[test]
fn a_link_that_is_none() {
    let Trio { leaf, root, .. } = sound();
    let path = [&leaf, &root].map(parsed);
    let found = failures(&checked(&path, &policy("openssl-3"), Termination::Anchored));
    assert_eq!(
        found,
        [
            (CheckId::NameChaining, 0, Failure::NameChaining),
            (CheckId::KeyIdentifier, 0, Failure::KeyIdentifier),
            (CheckId::Signature, 0, Failure::Signature),
        ]
    );
}

#[test]
fn key_identifiers_decide_or_advise() {
    let wrong = trio(
        |t| t.authority_key_id(AuthorityKeyId::Bytes(vec![1])),
        AS_IS,
        AS_IS,
    );
    let serial = trio(
        |t| {
            t.authority_key_id(AuthorityKeyId::IssuerAndSerial {
                issuer: Name::cn("Mock Root"),
                serial: vec![1],
            })
        },
        AS_IS,
        AS_IS,
    );
    for trio in [wrong, serial] {
        assert_eq!(
            failures(&checked_trio(&trio, &policy("openssl-3"))),
            [(CheckId::KeyIdentifier, 0, Failure::KeyIdentifier)]
        );
        let mut lenient = policy("rfc5280");
        lenient.extensions.form = FormRules::None;
        assert_eq!(failures(&checked_trio(&trio, &lenient)), []);
    }
}

#[test]
fn signatures_that_do_not_verify() {
    let Trio { root, middle, .. } = sound();
    let broken = leaf(crate::testing::HOST)
        .issued_by(&middle)
        .with_broken_signature();
    let by_another_kind = leaf(crate::testing::HOST)
        .authority_key_id(AuthorityKeyId::Absent)
        .issued_by_name_only(&middle, &Key::rsa_2048(0));
    for (leaf, failure) in [
        (broken, Failure::Signature),
        (by_another_kind, Failure::UnusableKey),
    ] {
        let trio = Trio {
            leaf,
            middle: middle.clone(),
            root: root.clone(),
        };
        assert_eq!(
            failures(&checked_trio(&trio, &policy("openssl-3"))),
            [(CheckId::Signature, 0, failure)]
        );
    }
}

#[test]
fn names_that_must_not_be_empty() {
    let root = ca("Mock Root").self_signed();
    let nameless = ca(Name::new()).key(Key::p256("nameless")).issued_by(&root);
    let leaf = leaf(crate::testing::HOST).issued_by(&nameless);
    let trio = Trio {
        leaf,
        middle: nameless,
        root,
    };
    let empty = |position| {
        let failure = Failure::Form(FormProblem::EmptyName);
        (CheckId::Form, position, failure)
    };
    assert_eq!(
        failures(&checked_trio(&trio, &policy("rfc5280"))),
        [empty(0), empty(1)]
    );
}
