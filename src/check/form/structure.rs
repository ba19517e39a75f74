//! The fields of a certificate (RFC 5280 §4.1).

use super::{FormProblem, Step};
use crate::certificate::{AlgorithmFields, Version};

/// Extensions need version 3 (§4.1.2.1).
pub(super) fn version(step: &Step<'_>) -> Option<FormProblem> {
    let has_extensions = !step.certificate.extensions.all().is_empty();
    match step.certificate.version {
        Version::Unknown(_) => Some(FormProblem::Version),
        Version::V1 | Version::V2 => has_extensions.then_some(FormProblem::Version),
        Version::V3 => None,
    }
}

/// A positive number of at most 20 octets, without the one that keeps it positive (§4.1.2.2). Zero is let pass in anchors:
/// some roots of public CAs have it.
pub(super) fn serial_number(step: &Step<'_>) -> Option<FormProblem> {
    let fits = match step.certificate.serial.as_bytes() {
        [] | [0x80..=0xff, ..] => false,
        [0] => step.is_anchor(),
        [0, magnitude @ ..] | magnitude => magnitude.len() <= 20,
    };
    (!fits).then_some(FormProblem::SerialNumber)
}

/// Both fields for the signature algorithm hold the same (§4.1.1.2).
pub(super) fn algorithm_fields(step: &Step<'_>) -> Option<FormProblem> {
    (step.certificate.algorithm_fields == AlgorithmFields::Differ)
        .then_some(FormProblem::AlgorithmFields)
}

/// Whoever issues has a name (§4.1.2.4).
pub(super) fn issuer_name(step: &Step<'_>) -> Option<FormProblem> {
    step.certificate
        .issuer
        .is_empty()
        .then_some(FormProblem::EmptyName)
}

/// A CA has a name (§4.1.2.6).
pub(super) fn ca_name(step: &Step<'_>) -> Option<FormProblem> {
    (step.certificate.is_ca() && step.certificate.subject.is_empty())
        .then_some(FormProblem::EmptyName)
}
