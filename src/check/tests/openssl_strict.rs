//! OpenSSL's strict mode, which Python 3.13 switches on: each of its rules broken alone.

use super::{CheckId, Failure, checked, checked_trio, failures};
use crate::certificate::Criticality as Marked;
use crate::check::{AuthorityKeyIdProblem, FormProblem, Termination};
use crate::testing::{Edit, parsed, policy, sound, trio_with};
use Criticality::{Critical, NonCritical};
use FormProblem as P;
use test_pki::{
    AuthorityKeyId, BasicConstraints, Criticality, Extension, KeyId, KeyUsage, Name, Template,
};

const STRICT: &str = "python-3.13";

/// Which certificate of the three is edited, and how, and what is wrong then.
type Row = (usize, Edit, Option<fn() -> FormProblem>);

fn marked(oid: &str, marked: Marked) -> FormProblem {
    let oid = oid.to_owned();
    P::WrongCriticality { oid, marked }
}

fn missing(oid: &str) -> FormProblem {
    P::MissingExtension(oid.to_owned())
}

fn no_key() -> FormProblem {
    P::AuthorityKeyIdentifier(AuthorityKeyIdProblem::NoKey)
}

#[rustfmt::skip]
const ROWS: &[Row] = &[
    (0, |t| t.basic_constraints(BasicConstraints::Absent).extension(Extension::new("2.5.29.19", Critical, vec![0x30, 3, 2, 1, 0])),
        Some(|| P::PathLengthWithoutCa)),
    (1, |t| t.path_len(0).key_usage([]), Some(|| P::PathLengthWithoutCertSign)),
    (1, |t| t.path_len(0).key_usage([KeyUsage::CrlSign]), Some(|| P::PathLengthWithoutCertSign)),
    (1, |t| t.path_len(0), None),
    (1, |t| t.key_usage([]), Some(|| missing("2.5.29.15"))),
    (1, |t| t.basic_constraints_criticality(NonCritical), Some(|| marked("2.5.29.19", Marked::NonCritical))),
    (2, |t| t.basic_constraints_criticality(NonCritical), Some(|| marked("2.5.29.19", Marked::NonCritical))),
    (0, |t| t.basic_constraints_criticality(NonCritical), None),
    (0, |t| t.key_usage([KeyUsage::DigitalSignature, KeyUsage::KeyCertSign]), Some(|| P::CertSignWithoutCa)),
    (0, |t| t.basic_constraints(BasicConstraints::Ca).key_usage([KeyUsage::DigitalSignature, KeyUsage::KeyCertSign]), None),
    (0, |t| t.no_san().extension(Extension::new("2.5.29.17", NonCritical, vec![0x30, 0])),
        Some(|| P::EmptyExtension("2.5.29.17".to_owned()))),
    (0, |t| t.subject(Name::new()), None),
    (0, |t| t.subject(Name::new()).no_san().extension(Extension::new("2.5.29.17", NonCritical, vec![0x30, 3, 0x82, 1, b'x'])),
        Some(|| marked("2.5.29.17", Marked::NonCritical))),
    (0, |t| t.authority_key_id(AuthorityKeyId::Absent)
            .extension(Extension::new("2.5.29.35", Critical, vec![0x30, 3, 0x80, 1, 7])),
        Some(|| marked("2.5.29.35", Marked::Critical))),
    (1, |t| t.subject_key_id(KeyId::Absent).extension(Extension::new("2.5.29.14", Critical, vec![4, 1, 7])),
        Some(|| marked("2.5.29.14", Marked::Critical))),
    (0, |t| t.authority_key_id(AuthorityKeyId::Absent), Some(no_key)),
    (1, |t| t.authority_key_id(AuthorityKeyId::Absent), Some(no_key)),
    (2, |t| t.authority_key_id(AuthorityKeyId::Absent), None),
    (1, |t| t.subject_key_id(KeyId::Absent), Some(|| missing("2.5.29.14"))),
    (2, |t| t.subject_key_id(KeyId::Absent), Some(|| missing("2.5.29.14"))),
    (0, |t| t.subject_key_id(KeyId::Absent), None),
    // Before version 3 there are no extensions, so none is missed.
    (0, Template::version_1, None),
];

#[test]
fn exactly_one_rule_is_broken() {
    for (row, (position, edit, problem)) in ROWS.iter().enumerate() {
        let trio = trio_with(*position, *edit);
        let of_form = |client: &str| -> Vec<_> {
            let found = failures(&checked_trio(&trio, &policy(client)));
            let of_form = |(check, ..): &(CheckId, usize, Failure)| *check == CheckId::Form;
            found.into_iter().filter(of_form).collect()
        };
        let expected: Vec<_> = problem
            .map(|problem| (CheckId::Form, *position, Failure::Form(problem())))
            .into_iter()
            .collect();
        assert_eq!(of_form(STRICT), expected, "row {row}");
        assert_eq!(of_form("openssl-3"), [], "row {row}");
    }
}

/// What no template can say, written into the finished certificate.
#[test]
fn extensions_before_version_3() {
    const VERSION: [u8; 5] = [0xa0, 0x03, 0x02, 0x01, 0x02];
    let leaf = sound().leaf.edited(|der| {
        let at = der
            .windows(VERSION.len())
            .position(|found| found == VERSION);
        der[at.unwrap() + VERSION.len() - 1] = 1;
    });
    let path = [parsed(&leaf)];
    let found = failures(&checked(&path, &policy(STRICT), Termination::Open));
    let expected = (CheckId::Form, 0, Failure::Form(P::Version));
    assert!(found.contains(&expected), "{found:?}");
}
