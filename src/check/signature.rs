//! Signatures: the issuer's key verifies the certificate (RFC 5280 §6.1.3 (a)(1)).

use super::{Failure, NotRun, Outcome, Step};
use crate::signature::SignatureProblem;

pub(super) fn check(step: &Step<'_>) -> Outcome {
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
