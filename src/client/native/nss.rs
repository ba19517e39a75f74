//! NSS: symbols of its errors, and the sentences that its tools print for them. It looks at the server's certificate first,
//! then at each step of the path, and at the host name last.

use super::NativeError;
use super::fault::{closest, failures};
use crate::check::{CaProblem, Checked, Failure, FormProblem};
use crate::path::{Attempt, End, Trace};

/// A symbol and its sentence.
type Words = (&'static str, &'static str);

pub(super) fn error(trace: &Trace) -> Option<NativeError> {
    let attempt = closest(trace)?;
    let of_checks = failures(attempt).map(|(checked, failure)| {
        let what = (turn(checked, failure), words(attempt, checked, failure));
        (what, checked.position)
    });
    let ((_, (symbol, sentence)), depth) = of_checks
        .chain(open_end(attempt))
        .min_by_key(|((turn, _), _)| *turn)?;
    Some(NativeError::new(symbol, sentence, depth))
}

/// When an error is met: stage, step, place in the step.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Turn(Stage, usize, u8);

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Target,
    Path,
    Host,
}

/// A step has a certificate's own constraints on those below, the search for its issuer, its signature, and what the
/// issuer must be.
fn turn(checked: &Checked, failure: &Failure) -> Turn {
    let position = checked.position;
    let order = match failure {
        Failure::ServerName(_) => return Turn(Stage::Host, 0, 0),
        Failure::NameConstraints(_) | Failure::UnreadableConstraints => {
            return Turn(Stage::Path, position, 0);
        }
        Failure::NameChaining | Failure::KeyIdentifier => return Turn(Stage::Path, position, 1),
        Failure::Signature | Failure::UnusableKey | Failure::WeakSignature(_) => {
            return Turn(Stage::Path, position, 2);
        }
        Failure::WeakKey(_) => 2,
        Failure::Expired { .. } | Failure::NotYetValid { .. } => 3,
        Failure::NotACa(CaProblem::SaysEndEntity | CaProblem::NoBasicConstraints) => 4,
        Failure::PathLength { .. } => 5,
        Failure::NotACa(CaProblem::MayNotSignCertificates) | Failure::KeyUsage(_) => 6,
        Failure::Purpose { .. }
        | Failure::CriticalExtension { .. }
        | Failure::Policy(_)
        | Failure::Form(_) => 7,
    };
    match position.checked_sub(1) {
        None => Turn(Stage::Target, 0, order),
        Some(step) => Turn(Stage::Path, step, order),
    }
}

/// What it says of a path that leads to no anchor. A self-signed server's certificate is its own issuer, and no CA.
fn open_end(attempt: &Attempt) -> Option<((Turn, Words), usize)> {
    let last = attempt.certificates.len().saturating_sub(1);
    let words = match attempt.end {
        End::Anchored => return None,
        End::SelfSigned if last == 0 => CA_CERT_INVALID,
        End::SelfSigned | End::NoIssuer(_) | End::WrongKey(_) | End::Loop(_) | End::TooDeep(_) => {
            UNKNOWN_ISSUER
        }
    };
    Some(((Turn(Stage::Path, last, 1), words), last))
}

const KEY_USAGE: Words = (
    "SEC_ERROR_INADEQUATE_KEY_USAGE",
    "Certificate key usage inadequate for attempted operation.",
);

const CA_CERT_INVALID: Words = (
    "SEC_ERROR_CA_CERT_INVALID",
    "Issuer certificate is invalid.",
);

const UNKNOWN_ISSUER: Words = (
    "SEC_ERROR_UNKNOWN_ISSUER",
    "Peer's Certificate issuer is not recognized.",
);

fn words(attempt: &Attempt, checked: &Checked, failure: &Failure) -> Words {
    let depth = checked.position;
    let is_anchor =
        attempt.end == End::Anchored && depth.saturating_add(1) == attempt.certificates.len();
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
        Failure::WeakKey(_) if depth == 0 => KEY_USAGE,
        Failure::WeakSignature(_) | Failure::WeakKey(_) => (
            "SEC_ERROR_CERT_SIGNATURE_ALGORITHM_DISABLED",
            "The certificate was signed using a signature algorithm that is disabled because it is not secure.",
        ),
        // Only trust makes one that is no CA a candidate.
        Failure::NotACa(CaProblem::SaysEndEntity | CaProblem::NoBasicConstraints) if !is_anchor => {
            UNKNOWN_ISSUER
        }
        Failure::NotACa(_) => CA_CERT_INVALID,
        Failure::PathLength { .. } => (
            "SEC_ERROR_PATH_LEN_CONSTRAINT_INVALID",
            "Certificate path length constraint is invalid.",
        ),
        Failure::KeyUsage(_) => KEY_USAGE,
        Failure::Purpose { .. } | Failure::Form(FormProblem::CaAsServer) => (
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
        Failure::NameChaining | Failure::KeyIdentifier | Failure::Policy(_) | Failure::Form(_) => {
            UNKNOWN_ISSUER
        }
    }
}
