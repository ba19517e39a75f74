//! Java's exceptions: building finds no path, validation finds a fault in one; the name comes last.

use super::NativeError;
use super::fault::{Fault, failures, fault};
use crate::check::Failure;
use crate::path::Trace;
use crate::question::Question;

const VALIDATOR: &str = "sun.security.validator.ValidatorException";
const BUILDING: &str = "PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target";
const VALIDATION: &str =
    "PKIX path validation failed: java.security.cert.CertPathValidatorException: ";

pub(super) fn error(question: &Question, trace: &Trace) -> Option<NativeError> {
    let fault = without_name(trace).or_else(|| fault(trace))?;
    let depth = fault.depth();
    let (checked, failure) = match fault {
        Fault::Broken { checked, failure } if trace.taken.is_some() => (checked, failure),
        Fault::Broken {
            failure: failure @ Failure::ServerName(_),
            checked,
        } => (checked, failure),
        Fault::Broken { .. } | Fault::NoPath { .. } => {
            return Some(NativeError::new(VALIDATOR, BUILDING, depth));
        }
    };
    if matches!(failure, Failure::ServerName(_)) {
        let host = question.host.as_ref()?;
        return Some(NativeError::new(
            "java.security.cert.CertificateException",
            format!("No subject alternative DNS name matching {host} found."),
            0,
        ));
    }
    let text = if matches!(failure, Failure::Purpose { .. }) && checked.position == 0 {
        "Extended key usage does not permit use for TLS server authentication".to_owned()
    } else {
        format!("{VALIDATION}{}", reason(failure))
    };
    Some(NativeError::new(VALIDATOR, text, depth))
}

/// The first fault but a wrong name, which is looked at after all others.
fn without_name(trace: &Trace) -> Option<Fault<'_>> {
    let attempt = super::fault::closest(trace)?;
    if attempt.end != crate::path::End::Anchored {
        return None;
    }
    failures(attempt)
        .find(|(_, failure)| !matches!(failure, Failure::ServerName(_)))
        .map(|(checked, failure)| Fault::Broken { checked, failure })
}

const fn reason(failure: &Failure) -> &'static str {
    match failure {
        Failure::Expired { .. } | Failure::NotYetValid { .. } => "validity check failed",
        Failure::NameConstraints(_) | Failure::UnreadableConstraints => {
            "name constraints check failed"
        }
        Failure::NotACa(_) => "basic constraints check failed: this is not a CA certificate",
        Failure::PathLength { .. } => {
            "basic constraints check failed: pathLenConstraint violated - this cert must be the last cert in the certification path"
        }
        Failure::CriticalExtension { .. } => "unrecognized critical extension(s)",
        Failure::WeakSignature(_) | Failure::WeakKey(_) => {
            "Algorithm constraints check failed on a disabled algorithm"
        }
        Failure::Signature | Failure::UnusableKey => "signature check failed",
        Failure::KeyUsage(_) => "Critical KeyUsage bit failed",
        Failure::NameChaining => "subject/issuer name chaining check failed",
        Failure::Policy(_) => "certificate policies check failed",
        Failure::KeyIdentifier
        | Failure::Purpose { .. }
        | Failure::ServerName(_)
        | Failure::Form(_) => "certificate check failed",
    }
}
