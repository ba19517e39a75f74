//! Key identifiers: which of several keys of one issuer signed (RFC 5280 §4.2.1.1, §4.2.1.2).

use super::{Failure, Outcome, Step};
use crate::client::KeyIdentifierRule;

pub(super) fn check(step: &Step<'_>) -> Outcome {
    let Some(issuer) = step.issuer() else {
        return Outcome::NotApplicable;
    };
    match step.policy.extensions.key_identifiers {
        KeyIdentifierRule::Advisory => Outcome::NotApplicable,
        KeyIdentifierRule::Decisive if step.certificate.names_as_issuer(issuer) => Outcome::Pass,
        KeyIdentifierRule::Decisive => Outcome::Fail(Failure::KeyIdentifier),
    }
}
