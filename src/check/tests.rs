//! Every check with certificates that break exactly its rule, and with near misses. Name constraints and server names have
//! tables of their own beside their code.

mod anchors;
mod breaches;
mod clients;
mod constrained_names;
mod form;
mod near_misses;
mod not_run;
mod openssl_strict;

use super::{CheckId, Checked, ConstraintMemo, Failure, Outcome, Step, Termination, run_all};
use crate::certificate::Certificate;
use crate::client::Policy;
use crate::signature::{RustCrypto, SignatureVerifier};
use crate::testing::{Edit, Trio, parsed, policy, question, trio_with};

/// All checks of a path whose signatures are verified; the server sent all of it but the anchor.
fn checked(path: &[Certificate], policy: &Policy, termination: Termination) -> Vec<Checked> {
    let path: Vec<&Certificate> = path.iter().collect();
    let (question, constraints) = (question(), ConstraintMemo::new(policy));
    run_all(
        |position| {
            let certificate = *path.get(position)?;
            let issuer = path.get(position + 1);
            Some(Step {
                path: &path,
                position,
                certificate,
                termination,
                sent: path.len() - usize::from(termination == Termination::Anchored),
                signature: issuer
                    .map(|issuer| RustCrypto.verify(&issuer.public_key, &certificate.signed())),
                question: &question,
                policy,
                constraints: &constraints,
            })
        },
        path.len(),
    )
}

/// All checks of an anchored path of three.
pub(super) fn checked_trio(trio: &Trio, policy: &Policy) -> Vec<Checked> {
    let path = [&trio.leaf, &trio.middle, &trio.root].map(parsed);
    checked(&path, policy, Termination::Anchored)
}

pub(super) fn failures(checks: &[Checked]) -> Vec<(CheckId, usize, Failure)> {
    let failure = |checked: &Checked| match &checked.outcome {
        Outcome::Fail(failure) => Some((checked.check, checked.position, failure.clone())),
        Outcome::Pass | Outcome::NotApplicable | Outcome::NotRun(_) => None,
    };
    checks.iter().filter_map(failure).collect()
}

fn failures_of(client: &str, position: usize, edit: Edit) -> Vec<(CheckId, usize, Failure)> {
    failures(&checked_trio(&trio_with(position, edit), &policy(client)))
}

pub(super) fn outcome(checks: &[Checked], check: CheckId, position: usize) -> &Outcome {
    &checks
        .iter()
        .find(|checked| checked.check == check && checked.position == position)
        .unwrap()
        .outcome
}

#[test]
fn every_check_looks_at_every_position() {
    let checks = checked_trio(&crate::testing::sound(), &policy("webpki"));
    assert_eq!(checks.len(), 3 * super::CHECKS.len());
    for check in super::CHECKS {
        let positions: Vec<usize> = checks
            .iter()
            .filter(|checked| checked.check == check.id)
            .map(|checked| checked.position)
            .collect();
        assert_eq!(positions, [0, 1, 2], "{}", check.id.as_str());
    }
}

#[test]
fn names_of_checks_are_kebab_case_and_different() {
    let names: std::collections::BTreeSet<&str> = super::CHECKS
        .iter()
        .map(|check| check.id.as_str())
        .collect();
    assert_eq!(names.len(), super::CHECKS.len());
    for name in names {
        assert!(
            name.chars().all(|c| c.is_ascii_lowercase() || c == '-'),
            "{name}"
        );
    }
}

#[test]
fn sound_paths_pass_everywhere() {
    for client in ["rfc5280", "webpki", "openssl-3"] {
        assert_eq!(failures_of(client, 0, |leaf| leaf), [], "{client}");
    }
}
