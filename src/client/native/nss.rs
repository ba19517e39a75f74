//! NSS: symbols of its errors, and the sentences that its tools print for them.

use super::NativeError;
use super::fault::{Fault, fault};
use crate::check::Failure;
use crate::path::Trace;

pub(super) fn error(trace: &Trace) -> Option<NativeError> {
    let fault = fault(trace)?;
    let depth = fault.depth();
    let (symbol, sentence) = match fault {
        Fault::NoPath { .. } => UNKNOWN_ISSUER,
        Fault::Broken { failure, .. } => words(failure, depth),
    };
    Some(NativeError::new(symbol, sentence, depth))
}

const UNKNOWN_ISSUER: (&str, &str) = (
    "SEC_ERROR_UNKNOWN_ISSUER",
    "Peer's Certificate issuer is not recognized.",
);

const fn words(failure: &Failure, depth: usize) -> (&'static str, &'static str) {
    match failure {
        Failure::Expired { .. } | Failure::NotYetValid { .. } if depth == 0 => (
            "SEC_ERROR_EXPIRED_CERTIFICATE",
            "Peer's Certificate has expired.",
        ),
        Failure::Expired { .. } | Failure::NotYetValid { .. } => (
            "SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE",
            "The certificate issuer's certificate has expired. Check your system date and time.",
        ),
        Failure::ServerName(_) => (
            "SSL_ERROR_BAD_CERT_DOMAIN",
            "Unable to communicate securely with peer: requested domain name does not match the server's certificate.",
        ),
        Failure::NameConstraints(_) | Failure::UnreadableConstraints => (
            "SEC_ERROR_CERT_NOT_IN_NAME_SPACE",
            "The certifying authority for this certificate is not permitted to issue a certificate with this name.",
        ),
        Failure::WeakSignature(_) => (
            "SEC_ERROR_CERT_SIGNATURE_ALGORITHM_DISABLED",
            "The certificate was signed using a signature algorithm that is disabled because it is not secure.",
        ),
        Failure::NotACa(_) => (
            "SEC_ERROR_CA_CERT_INVALID",
            "Issuer certificate is invalid.",
        ),
        Failure::PathLength { .. } => (
            "SEC_ERROR_PATH_LEN_CONSTRAINT_INVALID",
            "Certificate path length constraint is invalid.",
        ),
        Failure::KeyUsage(_) => (
            "SEC_ERROR_INADEQUATE_KEY_USAGE",
            "Certificate key usage inadequate for attempted operation.",
        ),
        Failure::Purpose { .. } => (
            "SEC_ERROR_INADEQUATE_CERT_TYPE",
            "Certificate type not approved for application.",
        ),
        Failure::CriticalExtension { .. } => (
            "SEC_ERROR_UNKNOWN_CRITICAL_EXTENSION",
            "Certificate contains unknown critical extension.",
        ),
        Failure::Signature | Failure::UnusableKey => (
            "SEC_ERROR_BAD_SIGNATURE",
            "Peer's certificate has an invalid signature.",
        ),
        Failure::NameChaining
        | Failure::KeyIdentifier
        | Failure::Policy(_)
        | Failure::WeakKey(_)
        | Failure::Form(_) => UNKNOWN_ISSUER,
    }
}
