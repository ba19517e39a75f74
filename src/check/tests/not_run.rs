//! What could not be checked is neither a pass nor a failure.

use super::{CheckId, Outcome, checked_trio, failures, outcome};
use crate::check::{Checked, ConstraintMemo, NotRun, PathStatus, Step, Termination};
use crate::signature::{SignatureAlgorithm, SignatureProblem};
use crate::testing::{AS_IS, Edit, parsed, policy, question, sound, trio, trio_with};
use test_pki::Subtree;

#[test]
fn an_algorithm_without_a_back_end() {
    let trio = trio_with(0, |t| t.signature_algorithm("1.2.3.4"));
    let checks = checked_trio(&trio, &policy("webpki"));
    let unknown = SignatureAlgorithm::Unknown("1.2.3.4".to_owned());
    assert_eq!(
        outcome(&checks, CheckId::Signature, 0),
        &Outcome::NotRun(NotRun::UnsupportedAlgorithm(unknown))
    );
    assert_eq!(failures(&checks), []);
    assert_eq!(PathStatus::of(&checks), PathStatus::Unchecked);
}

#[test]
fn a_spent_budget_for_name_constraints() {
    let trio = trio_with(1, |t| t.exclude(Subtree::Dns("studio.example")));
    let mut frugal = policy("webpki");
    frugal.budget.name_comparisons = 1;
    let checks = checked_trio(&trio, &frugal);
    assert_eq!(
        outcome(&checks, CheckId::NameConstraints, 1),
        &Outcome::NotRun(NotRun::BudgetSpent)
    );
    let generous = checked_trio(&trio, &policy("webpki"));
    assert_eq!(
        outcome(&generous, CheckId::NameConstraints, 1),
        &Outcome::Pass
    );
}

/// One comparison for each of two names, and one more that is never made.
#[test]
fn a_budget_for_the_names_of_all_certificates() {
    let named: Edit = |t| t.san_dns(["ca.mock.example"]);
    let trio = trio(AS_IS, named, |t| t.exclude(Subtree::Dns("studio.example")));
    for (comparisons, expected) in [
        (1, Outcome::NotRun(NotRun::BudgetSpent)),
        (2, Outcome::NotRun(NotRun::BudgetSpent)),
        (3, Outcome::Pass),
    ] {
        let mut frugal = policy("webpki");
        frugal.budget.name_comparisons = comparisons;
        let checks = checked_trio(&trio, &frugal);
        assert_eq!(outcome(&checks, CheckId::NameConstraints, 2), &expected);
    }
}

#[test]
fn too_many_pairs_of_names_and_constraints() {
    // Two names, the alternative one and the subject, and two constraints.
    let trio = trio_with(1, |t| {
        t.exclude(Subtree::Dns("studio.example"))
            .exclude(Subtree::Dns("other.example"))
    });
    for (name_pairs, expected) in [
        (3, Outcome::NotRun(NotRun::BudgetSpent)),
        (4, Outcome::Pass),
    ] {
        let mut wary = policy("webpki");
        assert_eq!(wary.budget.name_pairs, 250_000);
        wary.budget.name_pairs = name_pairs;
        let checks = checked_trio(&trio, &wary);
        assert_eq!(outcome(&checks, CheckId::NameConstraints, 1), &expected);
    }
}

#[test]
fn a_key_that_is_too_large_was_not_used() {
    let certificate = parsed(&sound().leaf);
    let (question, policy) = (question(), policy("webpki"));
    let step = Step {
        path: &[&certificate],
        position: 0,
        certificate: &certificate,
        termination: Termination::Open,
        sent: 1,
        signature: Some(Err(SignatureProblem::KeyTooLarge)),
        question: &question,
        policy: &policy,
        constraints: &ConstraintMemo::new(&policy),
    };
    assert_eq!(
        crate::check::signature::check(&step),
        Outcome::NotRun(NotRun::KeyTooLarge)
    );
}

#[test]
fn the_worst_outcome_is_the_status() {
    let checked = |outcome: &Outcome| Checked {
        check: CheckId::Signature,
        position: 0,
        outcome: outcome.clone(),
    };
    let (pass, none) = (Outcome::Pass, Outcome::NotApplicable);
    let not_run = Outcome::NotRun(NotRun::KeyTooLarge);
    let fail = Outcome::Fail(crate::check::Failure::Signature);
    for (outcomes, status) in [
        (vec![], PathStatus::Passed),
        (vec![&pass, &none], PathStatus::Passed),
        (vec![&not_run, &pass], PathStatus::Unchecked),
        (vec![&pass, &fail, &not_run], PathStatus::Failed),
    ] {
        let checks: Vec<Checked> = outcomes.into_iter().map(checked).collect();
        assert_eq!(PathStatus::of(&checks), status);
    }
}
