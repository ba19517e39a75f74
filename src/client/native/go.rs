//! Go's `x509` errors. The server's certificate is looked at first, its name second, then the paths.

use super::NativeError;
use super::fault::{Fault, failures, fault, of_target, unreadable_sent};
use crate::certificate::GeneralName;
use crate::check::Failure;
use crate::check::name_constraints::{Violation, ViolationKind};
use crate::path::Trace;
use crate::question::Question;

const UNKNOWN_AUTHORITY: &str = "x509: certificate signed by unknown authority";
const UNPARSABLE: &str =
    "tls: failed to parse certificate from server: x509: certificate contains duplicate extensions";
const EXPIRED: &str = "x509: certificate has expired or is not yet valid";

pub(super) fn error(question: &Question, trace: &Trace) -> Option<NativeError> {
    if let Some(depth) = unreadable_sent(trace) {
        return Some(NativeError::new("*fmt.wrapError", UNPARSABLE, depth));
    }
    let of_leaf = |failure: &Failure| {
        is_untimely(failure) || matches!(failure, Failure::CriticalExtension { .. })
    };
    if let Some(failure) = of_target(trace, of_leaf) {
        return Some(words(question, failure, 0));
    }
    if of_target(trace, |failure| matches!(failure, Failure::ServerName(_))).is_some() {
        return host_error(question);
    }
    let fault = fault(trace)?;
    let depth = fault.depth();
    let failure = match fault {
        // An issuer out of its time is not followed further, and its error is what remains.
        Fault::NoPath { attempt } => {
            let untimely = failures(attempt).find(|(_, failure)| is_untimely(failure));
            return Some(untimely.map_or_else(
                || unknown_authority("", 0),
                |(checked, failure)| words(question, failure, checked.position),
            ));
        }
        Fault::Broken { failure, .. } => failure,
    };
    Some(words(question, failure, depth))
}

const fn is_untimely(failure: &Failure) -> bool {
    matches!(
        failure,
        Failure::Expired { .. } | Failure::NotYetValid { .. }
    )
}

fn words(question: &Question, failure: &Failure, depth: usize) -> NativeError {
    let now = question.at;
    match failure {
        Failure::Expired { not_after } => invalid(
            &format!("{EXPIRED}: current time {now} is after {not_after}"),
            depth,
        ),
        Failure::NotYetValid { not_before } => invalid(
            &format!("{EXPIRED}: current time {now} is before {not_before}"),
            depth,
        ),
        Failure::NameConstraints(violation) if is_of_unknown_form(violation) => unhandled(depth),
        Failure::PathLength { .. } => invalid(
            "x509: too many intermediates for path length constraint",
            depth,
        ),
        Failure::Purpose { .. } | Failure::KeyUsage(_) => invalid(
            "x509: certificate specifies an incompatible key usage",
            depth,
        ),
        Failure::NameConstraints(_) | Failure::UnreadableConstraints => invalid(
            "x509: a root or intermediate certificate is not authorized to sign for this name",
            depth,
        ),
        Failure::NotACa(_) => invalid(
            "x509: certificate is not authorized to sign other certificates",
            depth,
        ),
        Failure::CriticalExtension { .. } => unhandled(depth),
        Failure::WeakSignature(_) => unknown_authority(
            " (possibly because of \"x509: cannot verify signature: insecure algorithm\" while trying to verify candidate authority certificate)",
            depth,
        ),
        Failure::NameChaining
        | Failure::KeyIdentifier
        | Failure::Signature
        | Failure::UnusableKey
        | Failure::Policy(_)
        | Failure::WeakKey(_)
        | Failure::ServerName(_)
        | Failure::Form(_) => unknown_authority("", depth),
    }
}

/// A constraint on a form that it does not know, as directory names, makes the whole extension an unknown one.
fn is_of_unknown_form(violation: &Violation) -> bool {
    let is_directory = |name: &Option<GeneralName>| matches!(name, Some(GeneralName::Directory(_)));
    violation.kind == ViolationKind::UnsupportedForm
        || is_directory(&violation.name)
        || is_directory(&violation.constraint)
}

fn unhandled(depth: usize) -> NativeError {
    NativeError::new(
        "x509.UnhandledCriticalExtension",
        "x509: unhandled critical extension",
        depth,
    )
}

fn invalid(text: &str, depth: usize) -> NativeError {
    NativeError::new("x509.CertificateInvalidError", text, depth)
}

fn unknown_authority(hint: &str, depth: usize) -> NativeError {
    NativeError::new(
        "x509.UnknownAuthorityError",
        format!("{UNKNOWN_AUTHORITY}{hint}"),
        depth,
    )
}

fn host_error(question: &Question) -> Option<NativeError> {
    let host = question.host.as_ref()?;
    Some(NativeError::new(
        "x509.HostnameError",
        format!("x509: certificate is not valid for {host}"),
        0,
    ))
}
