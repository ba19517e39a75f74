//! Extended key usage: the certificate, and every CA that restricts itself, allows what the target is used for, which is
//! nearly always a TLS server (RFC 5280 §4.2.1.12).

use super::{CheckId, Failure, Outcome, Role, Step};
use crate::certificate::{ExtendedKeyUsage, KeyPurpose};
use crate::client::PurposeRule;
use crate::question::Peer;

pub(super) fn check(step: &Step<'_>) -> Outcome {
    let Some(wanted) = purpose_of(step.question.peer) else {
        return Outcome::NotApplicable;
    };
    let is_target = step.role() == Role::Target;
    let rule = if is_target {
        step.policy.extensions.purpose
    } else {
        step.policy.extensions.ca_purpose
    };
    let is_spared = step.is_trusted_as_it_is() || !step.runs(CheckId::ExtendedKeyUsage);
    if rule == PurposeRule::NotLookedAt || is_spared {
        return Outcome::NotApplicable;
    }
    if rule == PurposeRule::ServerAuthListed && is_target && is_for_others(step) {
        return Outcome::Fail(Failure::Purpose {
            listed: vec![KeyPurpose::Other(NETSCAPE_TYPE.to_owned())],
        });
    }
    match step.certificate.extensions.extended_key_usage() {
        Some(usage) if allows(&usage.value, &wanted, rule) => Outcome::Pass,
        Some(usage) => Outcome::Fail(Failure::Purpose {
            listed: usage.value.0.clone(),
        }),
        None if rule == PurposeRule::ServerAuthRequired && is_target => {
            Outcome::Fail(Failure::Purpose { listed: Vec::new() })
        }
        None => Outcome::NotApplicable,
    }
}

/// Netscape's certificate type, the forerunner of extended key usage, which OpenSSL still reads.
const NETSCAPE_TYPE: &str = "2.16.840.1.113730.1.1";

/// The bit for TLS servers in its bit string: tag, length and unused bits stand before it.
const NETSCAPE_SERVER: u8 = 0x40;

/// Whether a Netscape certificate type says that the certificate is not for TLS servers.
fn is_for_others(step: &Step<'_>) -> bool {
    let all = step.certificate.extensions.all();
    all.iter()
        .find(|extension| extension.oid == NETSCAPE_TYPE)
        .is_some_and(|extension| {
            let bits = extension.value.get(3).copied().unwrap_or_default();
            bits & NETSCAPE_SERVER == 0
        })
}

const fn purpose_of(peer: Peer) -> Option<KeyPurpose> {
    match peer {
        Peer::TlsServer => Some(KeyPurpose::ServerAuth),
        Peer::TlsClient => Some(KeyPurpose::ClientAuth),
        Peer::Any => None,
    }
}

fn allows(usage: &ExtendedKeyUsage, wanted: &KeyPurpose, rule: PurposeRule) -> bool {
    let gated = || *wanted == KeyPurpose::ServerAuth && usage.lists(&KeyPurpose::ServerGatedCrypto);
    let any = || usage.lists(&KeyPurpose::Any);
    usage.lists(wanted)
        || match rule {
            PurposeRule::ServerAuthListed => gated(),
            PurposeRule::AnyCounts => any(),
            PurposeRule::AnyOrGated => any() || gated(),
            PurposeRule::NotAnyAlone => !any() || usage.0.len() > 1,
            PurposeRule::ServerAuthAlone | PurposeRule::ServerAuthRequired => false,
            PurposeRule::NotLookedAt => true,
        }
}
