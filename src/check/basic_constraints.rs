//! Basic constraints: an issuer must say that it is a CA (RFC 5280 §4.2.1.9, §6.1.4 (k)).

use super::{CaProblem, Failure, Outcome, Role, Step};
use crate::certificate::{Certificate, CertificateRole, KeyUsageBit, Version};
use crate::client::{AnchorExtensions, BasicConstraintsRule};

pub(super) fn check(step: &Step<'_>) -> Outcome {
    match step.role() {
        Role::Target => return Outcome::NotApplicable,
        Role::Anchor if step.policy.anchor.extensions == AnchorExtensions::Ignored => {
            return Outcome::NotApplicable;
        }
        Role::Anchor | Role::Intermediate => {}
    }
    match step.certificate.extensions.basic_constraints() {
        Some(constraints) if constraints.value.role == CertificateRole::CertificateAuthority => {
            Outcome::Pass
        }
        Some(_) => Outcome::Fail(Failure::NotACa(CaProblem::SaysEndEntity)),
        None if step.is_last() && may_do_without(step) => Outcome::Pass,
        None => Outcome::Fail(Failure::NotACa(CaProblem::NoBasicConstraints)),
    }
}

fn may_do_without(step: &Step<'_>) -> bool {
    match step.policy.extensions.basic_constraints {
        BasicConstraintsRule::Required => false,
        BasicConstraintsRule::OptionalForLast => {
            is_version_1_root(step.certificate) || may_sign_certificates(step.certificate)
        }
    }
}

fn is_version_1_root(certificate: &Certificate) -> bool {
    certificate.version == Version::V1 && certificate.looks_self_signed()
}

fn may_sign_certificates(certificate: &Certificate) -> bool {
    certificate
        .extensions
        .key_usage()
        .is_some_and(|usage| usage.value.allows(KeyUsageBit::KeyCertSign))
}
