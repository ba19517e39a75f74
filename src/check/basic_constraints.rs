//! Basic constraints: an issuer must say that it is a CA (RFC 5280 §4.2.1.9, §6.1.4 (k)).

use super::{CaProblem, CheckId, Failure, Outcome, Role, Step};
use crate::certificate::{Certificate, CertificateRole, KeyUsageBit, Version};
use crate::client::{BasicConstraintsRule, FormRules};

pub(super) fn check(step: &Step<'_>) -> Outcome {
    if step.role() == Role::Target && is_half_a_ca(step) {
        return Outcome::Fail(Failure::NotACa(CaProblem::NoBasicConstraints));
    }
    if step.role() == Role::Target || !step.runs(CheckId::BasicConstraints) {
        return Outcome::NotApplicable;
    }
    match step.certificate.extensions.basic_constraints() {
        Some(constraints) if constraints.value.role == CertificateRole::CertificateAuthority => {
            Outcome::Pass
        }
        Some(_) => Outcome::Fail(Failure::NotACa(CaProblem::SaysEndEntity)),
        None if may_do_without(step) => Outcome::Pass,
        None => Outcome::Fail(Failure::NotACa(CaProblem::NoBasicConstraints)),
    }
}

/// OpenSSL's strict mode wants to know what a certificate is: without basic constraints it must not look like a CA's.
fn is_half_a_ca(step: &Step<'_>) -> bool {
    step.policy.extensions.form == FormRules::OpenSslStrict
        && step.certificate.extensions.basic_constraints().is_none()
        && may_issue(step.certificate)
}

fn may_do_without(step: &Step<'_>) -> bool {
    match step.policy.extensions.basic_constraints {
        BasicConstraintsRule::Required => false,
        BasicConstraintsRule::OptionalForOldAnchor => {
            step.is_anchor() && step.certificate.version != Version::V3
        }
        BasicConstraintsRule::OptionalForAnchor => step.is_anchor(),
        BasicConstraintsRule::OptionalForLast => step.is_last() && may_issue(step.certificate),
        BasicConstraintsRule::Optional => may_issue(step.certificate),
    }
}

fn may_issue(certificate: &Certificate) -> bool {
    is_version_1_root(certificate) || may_sign_certificates(certificate)
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
