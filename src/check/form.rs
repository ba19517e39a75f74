//! The form of a certificate: what RFC 5280 §4 and the CA/Browser Forum demand beyond path validation.

use super::{Failure, FormProblem, Outcome, Role, Step};
use crate::certificate::{AlgorithmFields, Certificate, Criticality, ExtensionId, Version};
use crate::client::{AnchorExtensions, FormRules};

pub(super) fn check(step: &Step<'_>) -> Outcome {
    let rules = step.policy.extensions.form;
    if rules == FormRules::None || is_bare_anchor(step) {
        return Outcome::NotApplicable;
    }
    let rfc5280 = || structure(step.certificate).or_else(|| extensions(step.certificate));
    let problem = match rules {
        FormRules::None => None,
        FormRules::Readable => undecided_extension(step.certificate),
        FormRules::Rfc5280 => rfc5280(),
        FormRules::WebPki => rfc5280().or_else(|| key_identifiers(step)),
    };
    problem.map_or(Outcome::Pass, |problem| {
        Outcome::Fail(Failure::Form(problem))
    })
}

fn is_bare_anchor(step: &Step<'_>) -> bool {
    step.is_anchor() && step.policy.anchor.extensions == AnchorExtensions::Ignored
}

fn structure(certificate: &Certificate) -> Option<FormProblem> {
    let has_extensions = !certificate.extensions.all().is_empty();
    match certificate.version {
        Version::Unknown(_) => return Some(FormProblem::Version),
        Version::V1 | Version::V2 if has_extensions => return Some(FormProblem::Version),
        Version::V1 | Version::V2 | Version::V3 => {}
    }
    if !is_serial_number(certificate.serial.as_bytes()) {
        return Some(FormProblem::SerialNumber);
    }
    if certificate.algorithm_fields == AlgorithmFields::Differ {
        return Some(FormProblem::AlgorithmFields);
    }
    let empty_ca = certificate.is_ca() && certificate.subject.is_empty();
    (certificate.issuer.is_empty() || empty_ca).then_some(FormProblem::EmptyName)
}

/// Not negative, and at most 20 octets without the one that keeps it positive (RFC 5280 §4.1.2.2). Zero is let pass: roots
/// of public CAs have it.
fn is_serial_number(octets: &[u8]) -> bool {
    match octets {
        [] | [0x80..=0xff, ..] => false,
        [0, magnitude @ ..] | magnitude => magnitude.len() <= 20,
    }
}

fn undecided_extension(certificate: &Certificate) -> Option<FormProblem> {
    let oid = certificate.extensions.undecided()?;
    Some(
        if certificate
            .extensions
            .repeated()
            .iter()
            .any(|repeated| repeated == oid)
        {
            FormProblem::RepeatedExtension(oid.to_owned())
        } else {
            FormProblem::UnreadableExtension(oid.to_owned())
        },
    )
}

fn extensions(certificate: &Certificate) -> Option<FormProblem> {
    let extensions = &certificate.extensions;
    let repeated = extensions
        .repeated()
        .first()
        .map(|oid| FormProblem::RepeatedExtension(oid.clone()));
    let unreadable = || {
        extensions
            .unreadable()
            .first()
            .map(|oid| FormProblem::UnreadableExtension(oid.clone()))
    };
    repeated.or_else(unreadable)
}

/// Every CA carries a subject key identifier, everything but a root an authority key identifier, neither of them
/// critical (RFC 5280 §4.2.1.1, §4.2.1.2).
fn key_identifiers(step: &Step<'_>) -> Option<FormProblem> {
    let extensions = &step.certificate.extensions;
    for id in [
        ExtensionId::AuthorityKeyIdentifier,
        ExtensionId::SubjectKeyIdentifier,
    ] {
        if extensions
            .raw(id)
            .is_some_and(|raw| raw.criticality == Criticality::Critical)
        {
            let marked = Criticality::Critical;
            return Some(FormProblem::WrongCriticality {
                oid: id.oid().to_owned(),
                marked,
            });
        }
    }
    let missing = |id: ExtensionId| Some(FormProblem::MissingExtension(id.oid().to_owned()));
    match step.role() {
        Role::Target | Role::Intermediate if extensions.authority_key_identifier().is_none() => {
            missing(ExtensionId::AuthorityKeyIdentifier)
        }
        Role::Intermediate if extensions.subject_key_identifier().is_none() => {
            missing(ExtensionId::SubjectKeyIdentifier)
        }
        Role::Target | Role::Intermediate | Role::Anchor => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serial_numbers_at_the_limits() {
        let longest = [&[0_u8][..], &[0xff; 20]].concat();
        for good in [&[0][..], &[1], &[0x7f; 20], &longest] {
            assert!(is_serial_number(good), "{good:?}");
        }
        let too_long = [&[0_u8][..], &[0xff; 21]].concat();
        for bad in [&[][..], &[0xff], &[1; 21], &too_long] {
            assert!(!is_serial_number(bad), "{bad:?}");
        }
    }
}
