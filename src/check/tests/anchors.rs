//! What is asked of an anchor, by policy.

use super::{CheckId, Failure, Outcome, checked, checked_trio, failures, outcome};
use crate::check::{CaProblem, Termination};
use crate::client::{AnchorDates, AnchorExtensions, Policy};
use crate::testing::{AS_IS, Edit, Trio, parsed, policy, trio, trio_with};
use test_pki::{BasicConstraints, ExtendedKeyUsage, Extension, KeyUsage, Subtree};

fn bare_anchor() -> Policy {
    let mut policy = policy("rfc5280");
    policy.anchor.dates = AnchorDates::Ignored;
    policy.anchor.extensions = AnchorExtensions::IGNORED;
    policy
}

#[rustfmt::skip]
const ROWS: &[(Edit, CheckId)] = &[
    (|t| t.valid("2010-01-01", "2020-01-01"), CheckId::Validity),
    (|t| t.basic_constraints(BasicConstraints::EndEntity), CheckId::BasicConstraints),
    (|t| t.path_len(0), CheckId::PathLength),
    (|t| t.key_usage([KeyUsage::CrlSign]), CheckId::KeyUsage),
    (|t| t.extended_key_usage([ExtendedKeyUsage::ClientAuth]), CheckId::ExtendedKeyUsage),
    (|t| t.exclude(Subtree::Dns("mock.example")), CheckId::NameConstraints),
    (|t| t.extension(Extension::unknown_critical()), CheckId::CriticalExtensions),
    (|t| t.extension(Extension::ca_issuers("http://a")).extension(Extension::ca_issuers("http://b")), CheckId::Form),
];

#[test]
fn a_bare_anchor_is_a_name_and_a_key() {
    for (edit, check) in ROWS {
        let trio = trio_with(2, *edit);
        let strict = failures(&checked_trio(&trio, &policy("rfc5280")));
        assert_eq!(strict.len(), 1, "{check:?}: {strict:?}");
        assert_eq!((strict[0].0, strict[0].1), (*check, 2));
        let lenient = checked_trio(&trio, &bare_anchor());
        assert_eq!(failures(&lenient), [], "{check:?}");
        assert_eq!(outcome(&lenient, *check, 2), &Outcome::NotApplicable);
    }
}

#[test]
fn the_same_faults_count_below_the_anchor() {
    for (edit, check) in ROWS
        .iter()
        .filter(|(_, check)| *check != CheckId::PathLength)
    {
        let found = failures(&checked_trio(&trio_with(1, *edit), &bare_anchor()));
        assert_eq!(found.len(), 1, "{check:?}: {found:?}");
        assert_eq!((found[0].0, found[0].1), (*check, 1));
    }
}

/// Where no anchor was found, the last certificate is an intermediate like others.
#[test]
fn the_end_of_an_open_path_is_no_anchor() {
    let Trio { leaf, middle, .. } = trio(
        AS_IS,
        |t| t.basic_constraints(BasicConstraints::EndEntity),
        AS_IS,
    );
    let path = [&leaf, &middle].map(parsed);
    let not_a_ca = Failure::NotACa(CaProblem::SaysEndEntity);
    for (termination, expected) in [
        (
            Termination::Open,
            vec![(CheckId::BasicConstraints, 1, not_a_ca)],
        ),
        (Termination::Anchored, vec![]),
    ] {
        let found = failures(&checked(&path, &bare_anchor(), termination));
        assert_eq!(found, expected, "{termination:?}");
    }
}

/// A certificate that is trusted itself is a server's certificate first: its name and purpose count, CA rules do not.
#[test]
fn a_target_that_is_its_own_anchor_is_a_target() {
    let Trio { leaf, .. } = trio(|t| t.no_san().san_dns(["www.studio.example"]), AS_IS, AS_IS);
    let checks = checked(&[parsed(&leaf)], &bare_anchor(), Termination::Anchored);
    let found: Vec<CheckId> = failures(&checks).into_iter().map(|(id, ..)| id).collect();
    assert_eq!(found, [CheckId::ServerName]);
    assert_eq!(
        outcome(&checks, CheckId::BasicConstraints, 0),
        &Outcome::NotApplicable
    );
    assert_eq!(
        outcome(&checks, CheckId::Signature, 0),
        &Outcome::NotApplicable
    );
}
