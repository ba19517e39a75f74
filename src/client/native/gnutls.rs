//! GnuTLS: flags of `gnutls_certificate_status_t`, and the sentences that its tools print for them.

use super::NativeError;
use super::fault::{Fault, fault, unreadable_sent};
use crate::check::Failure;
use crate::path::Trace;

const NOT_TRUSTED: &str = "The certificate is NOT trusted.";

pub(super) fn error(trace: &Trace) -> Option<NativeError> {
    if let Some(depth) = unreadable_sent(trace) {
        return Some(NativeError::new(
            "GNUTLS_E_X509_DUPLICATE_EXTENSION",
            "Duplicate extension in X.509 certificate.",
            depth,
        ));
    }
    let fault = fault(trace)?;
    let (flag, sentence) = match fault {
        Fault::NoPath { .. } => SIGNER_NOT_FOUND,
        Fault::Broken { failure, .. } => words(failure),
    };
    Some(NativeError::new(
        flag,
        format!("{NOT_TRUSTED} {sentence}"),
        fault.depth(),
    ))
}

const SIGNER_NOT_FOUND: (&str, &str) = (
    "GNUTLS_CERT_SIGNER_NOT_FOUND",
    "The certificate issuer is unknown.",
);

const fn words(failure: &Failure) -> (&'static str, &'static str) {
    match failure {
        Failure::Expired { .. } => (
            "GNUTLS_CERT_EXPIRED",
            "The certificate chain uses expired certificate.",
        ),
        Failure::NotYetValid { .. } => (
            "GNUTLS_CERT_NOT_ACTIVATED",
            "The certificate chain uses not yet valid certificate.",
        ),
        Failure::WeakSignature(_) | Failure::WeakKey(_) => (
            "GNUTLS_CERT_INSECURE_ALGORITHM",
            "The certificate chain uses insecure algorithm.",
        ),
        Failure::ServerName(_) => (
            "GNUTLS_CERT_UNEXPECTED_OWNER",
            "The name in the certificate does not match the expected.",
        ),
        Failure::Purpose { .. } | Failure::KeyUsage(_) => (
            "GNUTLS_CERT_PURPOSE_MISMATCH",
            "The certificate chain does not match the intended purpose.",
        ),
        Failure::Signature | Failure::UnusableKey => (
            "GNUTLS_CERT_SIGNATURE_FAILURE",
            "The signature in the certificate is invalid.",
        ),
        Failure::NotACa(_) => (
            "GNUTLS_CERT_SIGNER_NOT_CA",
            "The certificate issuer is not a CA.",
        ),
        Failure::PathLength { .. }
        | Failure::NameConstraints(_)
        | Failure::UnreadableConstraints => (
            "GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE",
            "The certificate chain violates the signer's constraints.",
        ),
        Failure::CriticalExtension { .. } => (
            "GNUTLS_CERT_UNKNOWN_CRIT_EXTENSIONS",
            "The certificate contains an unknown critical extension.",
        ),
        // An anchor that it cannot read is none.
        Failure::Form(_) => SIGNER_NOT_FOUND,
        Failure::NameChaining | Failure::KeyIdentifier | Failure::Policy(_) => {
            ("GNUTLS_CERT_INVALID", "The certificate chain is invalid.")
        }
    }
}
