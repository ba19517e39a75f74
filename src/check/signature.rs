//! Signatures: the issuer's key verifies the certificate (RFC 5280 §6.1.3 (a)(1)).

use super::{Failure, NotRun, Outcome, Step};
use crate::client::EdwardsRule;
use crate::signature::{KeyKind, SignatureProblem};

pub(super) fn check(step: &Step<'_>) -> Outcome {
    if has_unknown_key(step) {
        return Outcome::Fail(Failure::UnusableKey);
    }
    match step.signature {
        None if step.is_last() => Outcome::NotApplicable,
        None => Outcome::NotRun(NotRun::BudgetSpent),
        Some(Ok(())) => Outcome::Pass,
        Some(Err(SignatureProblem::Mismatch)) => Outcome::Fail(Failure::Signature),
        Some(Err(SignatureProblem::UnusableKey)) => Outcome::Fail(Failure::UnusableKey),
        Some(Err(SignatureProblem::KeyTooLarge)) => Outcome::NotRun(NotRun::KeyTooLarge),
        Some(Err(SignatureProblem::Unsupported)) => Outcome::NotRun(NotRun::UnsupportedAlgorithm(
            step.certificate.signature_algorithm.clone(),
        )),
    }
}

/// Whether the client does not know the kind of the issuer's key.
fn has_unknown_key(step: &Step<'_>) -> bool {
    step.policy.strength.edwards == EdwardsRule::Unknown
        && step
            .issuer()
            .is_some_and(|issuer| issuer.public_key.kind == KeyKind::Ed25519)
}
