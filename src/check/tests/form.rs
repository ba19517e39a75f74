//! Formal rules, each broken alone.

use super::{checked, failures, failures_of};
use crate::certificate::{Certificate, Criticality as Marked, GeneralName, KeyPurpose};
use crate::check::{AuthorityKeyIdProblem, CheckId, Failure, FormProblem, Termination};
use crate::known::KnownRoots;
use crate::testing::{Edit, parsed, policy, sound};
use Criticality::{Critical, NonCritical};
use FormProblem as P;
use test_pki::{
    AlternativeName, AuthorityKeyId, BasicConstraints, Criticality, ExtendedKeyUsage, Extension,
    KeyId, KeyUsage, Name, Subtree,
};

/// Profiles that have the rule, position, the one edit, and what is wrong then.
type Row = (&'static [&'static str], usize, Edit, fn() -> FormProblem);

const BOTH: &[&str] = &["rfc5280", "webpki"];
const RFC_5280: &[&str] = &["rfc5280"];
const WEB_PKI: &[&str] = &["webpki"];

/// `www.mock.example` as the one alternative name.
fn own_name(criticality: Criticality) -> Extension {
    let value = [&[0x30, 0x12, 0x82, 0x10], b"www.mock.example".as_slice()].concat();
    Extension::new("2.5.29.17", criticality, value)
}

fn marked(oid: &str, marked: Marked) -> FormProblem {
    let oid = oid.to_owned();
    P::WrongCriticality { oid, marked }
}

fn missing(oid: &str) -> FormProblem {
    P::MissingExtension(oid.to_owned())
}

fn empty(oid: &str) -> FormProblem {
    P::EmptyExtension(oid.to_owned())
}

fn misplaced(oid: &str) -> FormProblem {
    P::MisplacedExtension(oid.to_owned())
}

fn key_id(problem: AuthorityKeyIdProblem) -> FormProblem {
    P::AuthorityKeyIdentifier(problem)
}

fn dns(name: &str) -> FormProblem {
    P::AlternativeName(GeneralName::Dns(name.into()))
}

#[rustfmt::skip]
const STRUCTURE: &[Row] = &[
    (BOTH, 0, |t| t.serial(&[0x80]), || P::SerialNumber),
    (BOTH, 0, |t| t.serial(&[0]), || P::SerialNumber),
    (BOTH, 1, |t| t.serial(&[0x01; 21]), || P::SerialNumber),
    (BOTH, 2, |t| t.serial(&[0x80]), || P::SerialNumber),
    (BOTH, 0, |t| t.extension(Extension::ca_issuers("http://a")).extension(Extension::ca_issuers("http://b")),
        || P::RepeatedExtension("1.3.6.1.5.5.7.1.1".to_owned())),
    (BOTH, 0, |t| t.extension(Extension::new("2.5.29.32", NonCritical, vec![0x30, 0x00])),
        || P::UnreadableExtension("2.5.29.32".to_owned())),
];

#[rustfmt::skip]
const CRITICALITY: &[Row] = &[
    (BOTH, 0, |t| t.subject_key_id(KeyId::Absent).extension(Extension::new("2.5.29.14", Critical, vec![4, 1, 7])),
        || marked("2.5.29.14", Marked::Critical)),
    (BOTH, 0, |t| t.authority_key_id(AuthorityKeyId::Absent)
            .extension(Extension::new("2.5.29.35", Critical, vec![0x30, 3, 0x80, 1, 7])),
        || marked("2.5.29.35", Marked::Critical)),
    (BOTH, 1, |t| t.basic_constraints_criticality(NonCritical), || marked("2.5.29.19", Marked::NonCritical)),
    (BOTH, 2, |t| t.basic_constraints_criticality(NonCritical), || marked("2.5.29.19", Marked::NonCritical)),
    (BOTH, 1, |t| t.extension(Extension::new("2.5.29.36", NonCritical, vec![0x30, 3, 0x80, 1, 9])),
        || marked("2.5.29.36", Marked::NonCritical)),
    (BOTH, 1, |t| t.extension(Extension::new("2.5.29.54", NonCritical, vec![2, 1, 0])),
        || marked("2.5.29.54", Marked::NonCritical)),
    (BOTH, 0, |t| t.extension(Extension::new("1.3.6.1.5.5.7.1.1", Critical, vec![0x30, 0])),
        || marked("1.3.6.1.5.5.7.1.1", Marked::Critical)),
    (BOTH, 1, |t| t.extension(Extension::new("1.3.6.1.5.5.7.1.11", Critical, vec![0x30, 0])),
        || marked("1.3.6.1.5.5.7.1.11", Marked::Critical)),
    (BOTH, 0, |t| t.extension(Extension::new("2.5.29.9", Critical, vec![0x30, 0])), || marked("2.5.29.9", Marked::Critical)),
    (BOTH, 0, |t| t.extension(Extension::new("2.5.29.46", Critical, vec![0x30, 0])), || marked("2.5.29.46", Marked::Critical)),
    (RFC_5280, 1, |t| t.permit(Subtree::Dns("mock.example")).name_constraints_criticality(NonCritical),
        || marked("2.5.29.30", Marked::NonCritical)),
    (BOTH, 0, |t| t.subject(Name::new()).no_san().extension(own_name(NonCritical)),
        || marked("2.5.29.17", Marked::NonCritical)),
    (WEB_PKI, 0, |t| t.no_san().extension(own_name(Critical)), || marked("2.5.29.17", Marked::Critical)),
    (WEB_PKI, 0, |t| t.extended_key_usage([])
            .extension(Extension::new("2.5.29.37", Critical, vec![0x30, 10, 6, 8, 0x2b, 6, 1, 5, 5, 7, 3, 1])),
        || marked("2.5.29.37", Marked::Critical)),
];

#[rustfmt::skip]
const EXTENSIONS: &[Row] = &[
    (BOTH, 0, |t| t.authority_key_id(AuthorityKeyId::Absent), || missing("2.5.29.35")),
    (BOTH, 1, |t| t.subject_key_id(KeyId::Absent), || missing("2.5.29.14")),
    (BOTH, 2, |t| t.subject_key_id(KeyId::Absent), || missing("2.5.29.14")),
    (BOTH, 1, |t| t.key_usage([]), || missing("2.5.29.15")),
    (BOTH, 0, |t| t.key_usage([]).extension(Extension::new("2.5.29.15", Critical, vec![3, 2, 7, 0])),
        || empty("2.5.29.15")),
    (BOTH, 0, |t| t.key_usage([KeyUsage::DigitalSignature, KeyUsage::KeyCertSign]), || P::CertSignWithoutCa),
    (BOTH, 0, |t| t.extension(Extension::policies(NonCritical, &["1.2.3", "1.2.4", "1.2.3"])),
        || P::RepeatedPolicy("1.2.3".to_owned())),
    (BOTH, 0, |t| t.basic_constraints(BasicConstraints::Absent)
            .extension(Extension::new("2.5.29.19", Critical, vec![0x30, 3, 2, 1, 0])),
        || P::PathLengthWithoutCa),
    (BOTH, 0, |t| t.exclude(Subtree::Dns("studio.example")), || misplaced("2.5.29.30")),
    (BOTH, 1, |t| t.extension(Extension::new("2.5.29.30", Critical, vec![0x30, 0])), || empty("2.5.29.30")),
    (BOTH, 1, |t| t.extension(Extension::new("2.5.29.30", Critical, vec![0x30, 4, 0xa0, 0, 0xa1, 0])),
        || empty("2.5.29.30")),
    (BOTH, 1, |t| t.extension(Extension::new("2.5.29.30", Critical,
            vec![0x30, 10, 0xa1, 8, 0x30, 6, 0x82, 1, b'x', 0x81, 1, 3])),
        || P::SubtreeBounds),
    (BOTH, 1, |t| t.extension(Extension::policy_constraints(None, None)), || empty("2.5.29.36")),
    (WEB_PKI, 2, |t| t.extended_key_usage([ExtendedKeyUsage::ServerAuth]), || misplaced("2.5.29.37")),
];

#[rustfmt::skip]
const NAMES: &[Row] = &[
    (BOTH, 0, |t| t.authority_key_id(AuthorityKeyId::IssuerAndSerial { issuer: Name::cn("Mock Root"), serial: vec![1] }),
        || key_id(AuthorityKeyIdProblem::NoKey)),
    (WEB_PKI, 2, |t| t.authority_key_id(AuthorityKeyId::IssuerAndSerial { issuer: Name::cn("Mock Root"), serial: vec![1] }),
        || key_id(AuthorityKeyIdProblem::NamesCertificate)),
    (WEB_PKI, 2, |t| t.extension(Extension::new("2.5.29.35", NonCritical, vec![0x30, 0])),
        || key_id(AuthorityKeyIdProblem::NoKey)),
    (WEB_PKI, 0, |t| t.authority_key_id(AuthorityKeyId::Absent)
            .extension(Extension::new("2.5.29.35", NonCritical, vec![0x30, 6, 0x80, 1, 7, 0x82, 1, 7])),
        || key_id(AuthorityKeyIdProblem::NamesCertificate)),
    (WEB_PKI, 2, |t| t.authority_key_id(AuthorityKeyId::Bytes(vec![7])), || key_id(AuthorityKeyIdProblem::NotOwnKey)),
    (WEB_PKI, 0, |t| t.no_san().subject(Name::new().with_o("Mock")), || missing("2.5.29.17")),
    (BOTH, 0, |t| t.no_san().extension(Extension::new("2.5.29.17", NonCritical, vec![0x30, 0])), || empty("2.5.29.17")),
    (BOTH, 0, |t| t.san(AlternativeName::Uri("page".to_owned())),
        || P::AlternativeName(GeneralName::Uri(b"page".to_vec()))),
    (BOTH, 0, |t| t.san(AlternativeName::Email("@b".to_owned())),
        || P::AlternativeName(GeneralName::Email(b"@b".to_vec()))),
    (BOTH, 0, |t| t.san(AlternativeName::Email("a@".to_owned())),
        || P::AlternativeName(GeneralName::Email(b"a@".to_vec()))),
    (WEB_PKI, 0, |t| t.san_dns(["*.*.example"]), || dns("*.*.example")),
    (BOTH, 0, |t| t.san_dns(["spaced out.example"]), || dns("spaced out.example")),
    (BOTH, 0, |t| t.san_dns([""]), || dns("")),
    (BOTH, 0, |t| t.no_san().extension(Extension::alternative_names([vec![0x87, 5, 1, 2, 3, 4, 5]])),
        || P::AlternativeName(GeneralName::Ip(vec![1, 2, 3, 4, 5]))),
    (BOTH, 0, |t| t.san(AlternativeName::Email("x".to_owned())),
        || P::AlternativeName(GeneralName::Email(vec![b'x']))),
    (BOTH, 0, |t| t.san_dns(["my_host.mock.example"]), || dns("my_host.mock.example")),
    (WEB_PKI, 0, |t| t.san_dns(["*.example"]), || dns("*.example")),
    (WEB_PKI, 0, |t| t.san_dns(["w*.mock.example"]), || dns("w*.mock.example")),
    (WEB_PKI, 0, |t| t.san(AlternativeName::Email("a@b".to_owned())),
        || P::AlternativeName(GeneralName::Email(b"a@b".to_vec()))),
    (WEB_PKI, 0, |t| t.subject(Name::cn("WWW.mock.example")), || P::CommonName("WWW.mock.example".to_owned())),
    (WEB_PKI, 0, |t| t.subject(Name::cn("Mock Server")), || P::CommonName("Mock Server".to_owned())),
    (WEB_PKI, 0, |t| t.subject(Name::cn("2001:db8:0:0::1")).san_ip(["2001:db8::1".parse().unwrap()]),
        || P::CommonName("2001:db8:0:0::1".to_owned())),
    (WEB_PKI, 0, |t| t.basic_constraints(BasicConstraints::Ca), || P::CaAsServer),
    (WEB_PKI, 0, |t| t.extended_key_usage([ExtendedKeyUsage::ServerAuth, ExtendedKeyUsage::Any]),
        || P::ForbiddenPurpose(KeyPurpose::Any)),
];

#[test]
fn exactly_one_rule_is_broken() {
    for (table, rows) in [STRUCTURE, CRITICALITY, EXTENSIONS, NAMES]
        .iter()
        .enumerate()
    {
        for (row, (profiles, position, edit, problem)) in rows.iter().enumerate() {
            for profile in BOTH {
                let expected = if profiles.contains(profile) {
                    vec![(CheckId::Form, *position, Failure::Form(problem()))]
                } else {
                    Vec::new()
                };
                let found: Vec<_> = failures_of(profile, *position, *edit)
                    .into_iter()
                    .filter(|(check, ..)| *check == CheckId::Form)
                    .collect();
                assert_eq!(found, expected, "table {table} row {row} {profile}");
            }
        }
    }
}

/// Clients that look at none of this.
#[test]
fn form_is_nothing_to_openssl() {
    for (profiles, position, edit, _) in CRITICALITY.iter().chain(NAMES) {
        assert!(!profiles.is_empty());
        let found = failures_of("openssl-3", *position, *edit);
        assert!(
            found.iter().all(|(check, ..)| *check != CheckId::Form),
            "{found:?}"
        );
    }
}

/// What no template can say, written into the finished certificate.
#[test]
fn fields_that_contradict_the_rest() {
    // ecdsa-with-SHA256 becomes ecdsa-with-SHA384 outside; version 3 becomes 1.
    const ALGORITHM: [u8; 8] = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];
    const VERSION: [u8; 5] = [0xa0, 0x03, 0x02, 0x01, 0x02];
    let last = |der: &[u8], wanted: &[u8]| {
        let at = der.windows(wanted.len()).rposition(|found| found == wanted);
        at.unwrap() + wanted.len() - 1
    };
    let sound = || sound().leaf;
    let algorithm = sound().edited(|der| {
        let at = last(der, &ALGORITHM);
        der[at] = 3;
    });
    let version = sound().edited(|der| {
        let at = last(der, &VERSION);
        der[at] = 0;
    });
    let unknown = sound().edited(|der| {
        let at = last(der, &VERSION);
        der[at] = 5;
    });
    for (row, (leaf, problem)) in [
        (algorithm, P::AlgorithmFields),
        (version, P::Version),
        (unknown, P::Version),
    ]
    .into_iter()
    .enumerate()
    {
        let path = [parsed(&leaf)];
        for profile in BOTH {
            let found = failures(&checked(&path, &policy(profile), Termination::Open));
            let expected = (CheckId::Form, 0, Failure::Form(problem.clone()));
            assert!(found.contains(&expected), "row {row}: {found:?}");
        }
    }
}

/// Only a root is for every purpose.
#[test]
fn a_server_that_signed_for_itself_is_no_root() {
    let alone = test_pki::leaf(crate::testing::HOST).self_signed();
    let own_key = AuthorityKeyId::Bytes(alone.key().identifier());
    let alone = alone.template().clone().authority_key_id(own_key);
    let alone = [parsed(&alone.self_signed())];
    let found = failures(&checked(&alone, &policy("webpki"), Termination::Open));
    assert_eq!(found, []);
}

/// The public roots in use: a rule that many of them break would be none.
#[test]
fn public_roots_have_the_form() {
    let known = KnownRoots::built_in();
    let newest = known.newest();
    let roots: Vec<Certificate> = newest
        .members()
        .filter_map(|root| Certificate::parse(root.der()?).ok())
        .collect();
    assert!(roots.len() > 100);
    let mut broken = Vec::new();
    for root in &roots {
        // As the anchor of some path, of which only the anchor is looked at.
        let path = [parsed(&sound().leaf), root.clone()];
        let checks = checked(&path, &policy("webpki"), Termination::Anchored);
        let of_root = |(check, position, failure): (CheckId, usize, Failure)| {
            (check == CheckId::Form && position == 1)
                .then(|| format!("{}: {failure:?}", root.subject.friendly()))
        };
        broken.extend(failures(&checks).into_iter().filter_map(of_root));
    }
    assert!(
        broken.len() <= 3,
        "{} of {}: {broken:#?}",
        broken.len(),
        roots.len()
    );
}
