//! rustls: the variant of `CertificateError` that it gives. Of the errors that its search meets it reports the most telling
//! one; the host name comes last.

use super::NativeError;
use super::fault::failures;
use crate::check::{Checked, Failure, FormProblem, NotRun, Outcome};
use crate::path::{Attempt, End, Trace};

const UNKNOWN_ISSUER: &str = "UnknownIssuer";
const UNSUPPORTED: &str = "UnsupportedSignatureAlgorithm";

pub(super) fn error(trace: &Trace) -> Option<NativeError> {
    let (variant, depth) = trace
        .attempts
        .iter()
        .map(of_attempt)
        // Of equals the first counts.
        .rev()
        .max_by_key(|(variant, _)| rank(variant))?;
    Some(NativeError::new(
        variant,
        format!("invalid peer certificate: {variant}"),
        depth,
    ))
}

/// Where a path stops, and why.
fn of_attempt(attempt: &Attempt) -> (&'static str, usize) {
    let is_anchored = attempt.end == End::Anchored;
    let first = failures(attempt)
        .filter(|(_, failure)| is_anchored || stage(failure) == Stage::Certificate)
        .min_by_key(|(checked, failure)| turn(checked, failure));
    let last = attempt.certificates.len().saturating_sub(1);
    match (first, &attempt.end) {
        (Some((checked, failure)), _) => (variant(failure), checked.position),
        (None, End::WrongKey(_)) => ("BadSignature", last),
        (None, End::Anchored) => unsupported(attempt).unwrap_or((UNKNOWN_ISSUER, last)),
        (None, End::NoIssuer(_) | End::SelfSigned | End::Loop(_) | End::TooDeep(_)) => {
            (UNKNOWN_ISSUER, last)
        }
    }
}

/// A signature that it has no algorithm for.
fn unsupported(attempt: &Attempt) -> Option<(&'static str, usize)> {
    let is_unsupported = |checked: &&Checked| {
        matches!(
            checked.outcome,
            Outcome::NotRun(NotRun::UnsupportedAlgorithm(_))
        )
    };
    let checked = attempt.checks.iter().find(is_unsupported)?;
    Some((UNSUPPORTED, checked.position))
}

/// Each certificate is looked at on the way up; signatures and constraints once an anchor is found.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Certificate,
    Signatures,
    Constraints,
    Host,
}

fn turn(checked: &Checked, failure: &Failure) -> (Stage, usize) {
    (stage(failure), checked.position)
}

const fn stage(failure: &Failure) -> Stage {
    match failure {
        Failure::Expired { .. }
        | Failure::NotYetValid { .. }
        | Failure::NotACa(_)
        | Failure::PathLength { .. }
        | Failure::KeyUsage(_)
        | Failure::Purpose { .. }
        | Failure::CriticalExtension { .. }
        | Failure::Form(_) => Stage::Certificate,
        Failure::NameChaining
        | Failure::KeyIdentifier
        | Failure::Signature
        | Failure::UnusableKey
        | Failure::Policy(_)
        | Failure::WeakSignature(_)
        | Failure::WeakKey(_) => Stage::Signatures,
        Failure::NameConstraints(_) | Failure::UnreadableConstraints => Stage::Constraints,
        Failure::ServerName(_) => Stage::Host,
    }
}

/// How telling an error is, the more so the later. A path that only lacks the name is a path.
const RANKS: &[&str] = &[
    UNKNOWN_ISSUER,
    "BadEncoding",
    "UnhandledCriticalExtension",
    UNSUPPORTED,
    "Other(OtherError(EndEntityUsedAsCa))",
    "Other(OtherError(CaUsedAsEndEntity))",
    "Other(OtherError(PathLenConstraintViolated))",
    "Other(OtherError(NameConstraintViolation))",
    "InvalidPurpose",
    "BadSignature",
    "NotValidYet",
    "Expired",
    "NotValidForName",
];

fn rank(variant: &str) -> Option<usize> {
    RANKS.iter().position(|known| *known == variant)
}

const fn variant(failure: &Failure) -> &'static str {
    match failure {
        Failure::Expired { .. } => "Expired",
        Failure::NotYetValid { .. } => "NotValidYet",
        Failure::ServerName(_) => "NotValidForName",
        Failure::Purpose { .. } => "InvalidPurpose",
        Failure::Signature | Failure::UnusableKey | Failure::WeakKey(_) => "BadSignature",
        Failure::WeakSignature(_) => UNSUPPORTED,
        Failure::NameConstraints(_) | Failure::UnreadableConstraints => {
            "Other(OtherError(NameConstraintViolation))"
        }
        Failure::NotACa(_) => "Other(OtherError(EndEntityUsedAsCa))",
        Failure::PathLength { .. } => "Other(OtherError(PathLenConstraintViolated))",
        Failure::CriticalExtension { .. } => "UnhandledCriticalExtension",
        Failure::Form(FormProblem::CaAsServer) => "Other(OtherError(CaUsedAsEndEntity))",
        Failure::Form(_) => "BadEncoding",
        Failure::NameChaining
        | Failure::KeyIdentifier
        | Failure::KeyUsage(_)
        | Failure::Policy(_) => UNKNOWN_ISSUER,
    }
}
