//! rustls: the variant of `CertificateError` that it gives.

use super::NativeError;
use super::fault::{Fault, fault};
use crate::check::Failure;
use crate::path::Trace;

pub(super) fn error(trace: &Trace) -> Option<NativeError> {
    let fault = fault(trace)?;
    let variant = match fault {
        Fault::NoPath { .. } => "UnknownIssuer",
        Fault::Broken { failure, .. } => variant(failure),
    };
    Some(NativeError::new(
        variant,
        format!("invalid peer certificate: {variant}"),
        fault.depth(),
    ))
}

const fn variant(failure: &Failure) -> &'static str {
    match failure {
        Failure::Expired { .. } => "Expired",
        Failure::NotYetValid { .. } => "NotValidYet",
        Failure::ServerName(_) => "NotValidForName",
        Failure::Purpose { .. } => "InvalidPurpose",
        Failure::Signature | Failure::UnusableKey | Failure::WeakKey(_) => "BadSignature",
        Failure::WeakSignature(_) => "UnsupportedSignatureAlgorithm",
        Failure::NameConstraints(_) | Failure::UnreadableConstraints => {
            "Other(OtherError(NameConstraintViolation))"
        }
        Failure::NotACa(_) => "Other(OtherError(EndEntityUsedAsCa))",
        Failure::PathLength { .. } => "Other(OtherError(PathLenConstraintViolated))",
        Failure::CriticalExtension { .. } => "UnhandledCriticalExtension",
        Failure::Form(_) => "BadEncoding",
        Failure::NameChaining
        | Failure::KeyIdentifier
        | Failure::KeyUsage(_)
        | Failure::Policy(_) => "UnknownIssuer",
    }
}
