//! Key usage: an issuer may sign certificates, a TLS peer may do what TLS needs (RFC 5280 §4.2.1.3, §6.1.4 (n)).

use super::{CaProblem, Failure, KeyUsageNeed, Outcome, Role, Step};
use crate::certificate::{KeyUsage, KeyUsageBit};
use crate::client::{AnchorExtensions, TargetKeyUsage};
use crate::question::Peer;

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
    match step.role() {
        Role::Target if !is_looked_at(step) => Outcome::NotApplicable,
        Role::Target if serves_tls(usage.value) => Outcome::Pass,
        Role::Target => Outcome::Fail(Failure::KeyUsage(KeyUsageNeed::TlsServer)),
        Role::Anchor if step.policy.anchor.extensions == AnchorExtensions::Ignored => {
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
        && step.policy.extensions.target_key_usage == TargetKeyUsage::SuitsTls
}

fn serves_tls(usage: KeyUsage) -> bool {
    TLS_SERVER.iter().any(|bit| usage.allows(*bit))
}
