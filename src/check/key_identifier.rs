//! Key identifiers: which of several keys of one issuer signed (RFC 5280 §4.2.1.1, §4.2.1.2).

use super::{Failure, Outcome, Step, Termination};
use crate::certificate::Certificate;
use crate::client::KeyIdentifierRule;

pub(super) fn check(step: &Step<'_>) -> Outcome {
    let Some(issuer) = step.issuer() else {
        return Outcome::NotApplicable;
    };
    match step.policy.extensions.key_identifiers {
        KeyIdentifierRule::Advisory => Outcome::NotApplicable,
        KeyIdentifierRule::DecisiveForAnchor if !anchors(step) => Outcome::NotApplicable,
        rule if agrees(rule, step.certificate, issuer) => Outcome::Pass,
        KeyIdentifierRule::Decisive
        | KeyIdentifierRule::DecisiveByKey
        | KeyIdentifierRule::DecisiveForAnchor => Outcome::Fail(Failure::KeyIdentifier),
    }
}

/// Whether the next certificate is the anchor.
const fn anchors(step: &Step<'_>) -> bool {
    step.position.saturating_add(2) == step.path.len()
        && matches!(step.termination, Termination::Anchored)
}

/// Whether the identifiers allow `issuer` to have issued `child`.
pub(crate) fn agrees(rule: KeyIdentifierRule, child: &Certificate, issuer: &Certificate) -> bool {
    match rule {
        KeyIdentifierRule::Decisive | KeyIdentifierRule::DecisiveForAnchor => {
            child.names_as_issuer(issuer)
        }
        KeyIdentifierRule::DecisiveByKey => child.names_key_of(issuer),
        KeyIdentifierRule::Advisory => true,
    }
}
