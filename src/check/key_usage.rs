//! Key usage: an issuer may sign certificates, a TLS peer may do what TLS needs (RFC 5280 §4.2.1.3, §6.1.4 (n)).

use super::{CaProblem, CheckId, Failure, KeyUsageNeed, Outcome, Role, Step};
use crate::certificate::{KeyUsage, KeyUsageBit};
use crate::client::{CaKeyUsage, TargetKeyUsage};
use crate::question::Peer;
use crate::signature::KeyKind;

/// Any of these lets a TLS server work, depending on the key exchange (RFC 5280 §4.2.1.12).
const TLS_SERVER: [KeyUsageBit; 3] = [
    KeyUsageBit::DigitalSignature,
    KeyUsageBit::KeyEncipherment,
    KeyUsageBit::KeyAgreement,
];

pub(super) fn check(step: &Step<'_>) -> Outcome {
    let Some(usage) = step.certificate.extensions.key_usage() else {
        return Outcome::NotApplicable;
    };
    if step.is_trusted_as_it_is() || !step.runs(CheckId::KeyUsage) {
        return Outcome::NotApplicable;
    }
    match step.role() {
        Role::Target if !is_looked_at(step) => Outcome::NotApplicable,
        Role::Target if serves_tls(step, usage.value) => Outcome::Pass,
        Role::Target => Outcome::Fail(Failure::KeyUsage(KeyUsageNeed::TlsServer)),
        Role::Anchor | Role::Intermediate
            if step.policy.extensions.ca_key_usage == CaKeyUsage::NotLookedAt =>
        {
            Outcome::NotApplicable
        }
        Role::Anchor | Role::Intermediate if usage.value.allows(KeyUsageBit::KeyCertSign) => {
            Outcome::Pass
        }
        Role::Anchor | Role::Intermediate => {
            Outcome::Fail(Failure::NotACa(CaProblem::MayNotSignCertificates))
        }
    }
}

fn is_looked_at(step: &Step<'_>) -> bool {
    step.question.peer != Peer::Any
        && step.policy.extensions.target_key_usage != TargetKeyUsage::NotLookedAt
}

fn serves_tls(step: &Step<'_>, usage: KeyUsage) -> bool {
    let is_rsa = matches!(step.certificate.public_key.kind, KeyKind::Rsa { .. });
    let any = |bits: &[KeyUsageBit]| bits.iter().any(|bit| usage.allows(*bit));
    match step.policy.extensions.target_key_usage {
        TargetKeyUsage::SuitsTls => any(&TLS_SERVER),
        TargetKeyUsage::Signs => any(&[KeyUsageBit::DigitalSignature]),
        TargetKeyUsage::SuitsKey if is_rsa => any(&[KeyUsageBit::KeyEncipherment]),
        TargetKeyUsage::SuitsKey => {
            any(&[KeyUsageBit::DigitalSignature, KeyUsageBit::KeyAgreement])
        }
        TargetKeyUsage::NotLookedAt => true,
    }
}
