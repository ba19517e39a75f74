//! Path length: how many CAs may follow below a CA; self-issued ones do not count (RFC 5280 §4.2.1.9, §6.1.4 (l), (m)).

use super::{Failure, Outcome, Role, Step};
use crate::client::AnchorExtensions;

pub(super) fn check(step: &Step<'_>) -> Outcome {
    match step.role() {
        Role::Target => return Outcome::NotApplicable,
        Role::Anchor if step.policy.anchor.extensions == AnchorExtensions::Ignored => {
            return Outcome::NotApplicable;
        }
        Role::Anchor | Role::Intermediate => {}
    }
    let limit = step
        .certificate
        .extensions
        .basic_constraints()
        .and_then(|constraints| constraints.value.path_len);
    let Some(allowed) = limit else {
        return Outcome::NotApplicable;
    };
    let found = step
        .below()
        .iter()
        .skip(1)
        .filter(|certificate| !certificate.is_self_issued())
        .count();
    if u32::try_from(found).is_ok_and(|found| found <= allowed) {
        Outcome::Pass
    } else {
        Outcome::Fail(Failure::PathLength { allowed, found })
    }
}
