//! Windows: symbols and numbers of `winerror.h`.

use super::NativeError;
use super::fault::{Fault, fault};
use crate::check::Failure;
use crate::path::{End, Trace};

pub(super) fn error(trace: &Trace) -> Option<NativeError> {
    let fault = fault(trace)?;
    let (symbol, text) = match fault {
        Fault::NoPath { attempt } if attempt.end == End::SelfSigned => (
            "CERT_E_UNTRUSTEDROOT",
            "0x800B0109: A certificate chain processed, but terminated in a root certificate which is not trusted by the trust provider.",
        ),
        Fault::NoPath { .. } => (
            "CERT_E_CHAINING",
            "0x800B010A: A certificate chain could not be built to a trusted root authority.",
        ),
        Fault::Broken { failure, .. } => words(failure),
    };
    Some(NativeError::new(symbol, text, fault.depth()))
}

const fn words(failure: &Failure) -> (&'static str, &'static str) {
    match failure {
        Failure::Expired { .. } | Failure::NotYetValid { .. } => (
            "CERT_E_EXPIRED",
            "0x800B0101: A required certificate is not within its validity period.",
        ),
        Failure::ServerName(_) => (
            "CERT_E_CN_NO_MATCH",
            "0x800B010F: The certificate's CN name does not match the passed value.",
        ),
        Failure::Purpose { .. } | Failure::KeyUsage(_) => (
            "CERT_E_WRONG_USAGE",
            "0x800B0110: The certificate is not valid for the requested usage.",
        ),
        Failure::NotACa(_) | Failure::PathLength { .. } => (
            "TRUST_E_BASIC_CONSTRAINTS",
            "0x80096019: A certificate's basic constraint extension has not been observed.",
        ),
        Failure::Signature | Failure::UnusableKey => (
            "TRUST_E_CERT_SIGNATURE",
            "0x80096004: The signature of the certificate cannot be verified.",
        ),
        Failure::NameConstraints(_) | Failure::UnreadableConstraints => (
            "CERT_E_INVALID_NAME",
            "0x800B0114: The certificate has an invalid name.",
        ),
        Failure::CriticalExtension { .. }
        | Failure::NameChaining
        | Failure::KeyIdentifier
        | Failure::Policy(_)
        | Failure::WeakSignature(_)
        | Failure::WeakKey(_)
        | Failure::Form(_) => (
            "CERT_E_CHAINING",
            "0x800B010A: A certificate chain could not be built to a trusted root authority.",
        ),
    }
}
