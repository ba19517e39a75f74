//! Go's `x509` errors. The server's certificate is looked at first, its name second, then the paths.

use super::NativeError;
use super::fault::{Fault, fault, of_target};
use crate::check::Failure;
use crate::path::Trace;
use crate::question::Question;

const UNKNOWN_AUTHORITY: &str = "x509: certificate signed by unknown authority";
const EXPIRED: &str = "x509: certificate has expired or is not yet valid";

pub(super) fn error(question: &Question, trace: &Trace) -> Option<NativeError> {
    let untimely = |failure: &Failure| {
        matches!(
            failure,
            Failure::Expired { .. } | Failure::NotYetValid { .. }
        )
    };
    if of_target(trace, untimely).is_some() {
        return Some(invalid(EXPIRED, 0));
    }
    if of_target(trace, |failure| matches!(failure, Failure::ServerName(_))).is_some() {
        return host_error(question);
    }
    let fault = fault(trace)?;
    let depth = fault.depth();
    let failure = match fault {
        Fault::NoPath { .. } => return Some(unknown_authority("", 0)),
        Fault::Broken { failure, .. } => failure,
    };
    Some(match failure {
        Failure::Expired { .. } | Failure::NotYetValid { .. } => invalid(EXPIRED, depth),
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
        Failure::CriticalExtension { .. } => NativeError::new(
            "x509.UnhandledCriticalExtension",
            "x509: unhandled critical extension",
            depth,
        ),
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
    })
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
