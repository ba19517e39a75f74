//! Extended key usage: the certificate, and every CA that restricts itself, allows TLS servers (RFC 5280 §4.2.1.12).

use super::{Failure, Outcome, Role, Step};
use crate::certificate::{ExtendedKeyUsage, KeyPurpose};
use crate::client::{AnchorExtensions, PurposeRule};

pub(super) fn check(step: &Step<'_>) -> Outcome {
    let rule = step.policy.extensions.purpose;
    if step.role() == Role::Anchor && step.policy.anchor.extensions == AnchorExtensions::Ignored {
        return Outcome::NotApplicable;
    }
    match step.certificate.extensions.extended_key_usage() {
        Some(usage) if allows_servers(&usage.value, rule) => Outcome::Pass,
        Some(usage) => Outcome::Fail(Failure::Purpose {
            listed: usage.value.0.clone(),
        }),
        None if rule == PurposeRule::ServerAuthRequired && step.role() == Role::Target => {
            Outcome::Fail(Failure::Purpose { listed: Vec::new() })
        }
        None => Outcome::NotApplicable,
    }
}

fn allows_servers(usage: &ExtendedKeyUsage, rule: PurposeRule) -> bool {
    match rule {
        PurposeRule::ServerAuthListed => {
            usage.lists(&KeyPurpose::ServerAuth) || usage.lists(&KeyPurpose::ServerGatedCrypto)
        }
        PurposeRule::AnyCounts => {
            usage.lists(&KeyPurpose::ServerAuth) || usage.lists(&KeyPurpose::Any)
        }
        PurposeRule::ServerAuthRequired => usage.lists(&KeyPurpose::ServerAuth),
    }
}
