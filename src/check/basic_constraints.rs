//! Basic constraints: an issuer must say that it is a CA (RFC 5280 §4.2.1.9, §6.1.4 (k)).

use super::{CaProblem, CheckId, Failure, FormProblem, Outcome, Role, Step};
use crate::certificate::{Certificate, CertificateRole, KeyUsageBit, Version};
use crate::client::{BasicConstraintsRule, FormRules, TargetCa};

pub(super) fn check(step: &Step<'_>) -> Outcome {
    if step.role() == Role::Target {
        return target(step);
    }
    if !step.runs(CheckId::BasicConstraints) {
        return Outcome::NotApplicable;
    }
    match says_ca(step.certificate) {
        Some(true) => Outcome::Pass,
        Some(false) => Outcome::Fail(Failure::NotACa(CaProblem::SaysEndEntity)),
        None if may_do_without(step) => Outcome::Pass,
        None => Outcome::Fail(Failure::NotACa(CaProblem::NoBasicConstraints)),
    }
}

/// What it says of itself, where it says anything.
fn says_ca(certificate: &Certificate) -> Option<bool> {
    let constraints = certificate.extensions.basic_constraints()?.value;
    Some(constraints.role == CertificateRole::CertificateAuthority)
}

/// The server's own certificate.
fn target(step: &Step<'_>) -> Outcome {
    let rules = step.policy.extensions;
    let says_ca = says_ca(step.certificate);
    let has_purpose = || step.certificate.extensions.extended_key_usage().is_some();
    let is_ca_in_vain = match rules.target_ca {
        TargetCa::Accepted => false,
        TargetCa::RefusedWithPurpose => says_ca == Some(true) && has_purpose(),
        TargetCa::Refused => says_ca == Some(true),
    };
    let anchors_itself = rules.basic_constraints
        == BasicConstraintsRule::OptionalForAnchorAndTarget
        && step.is_anchor();
    if is_ca_in_vain {
        Outcome::Fail(Failure::Form(FormProblem::CaAsServer))
    } else if anchors_itself && says_ca == Some(false) {
        Outcome::Fail(Failure::NotACa(CaProblem::SaysEndEntity))
    } else if is_half_a_ca(step) {
        Outcome::Fail(Failure::NotACa(CaProblem::NoBasicConstraints))
    } else {
        Outcome::NotApplicable
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
        BasicConstraintsRule::OptionalForAnchor
        | BasicConstraintsRule::OptionalForAnchorAndTarget => step.is_anchor(),
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
