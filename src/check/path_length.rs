//! Path length: how many CAs may follow below a CA; self-issued ones do not count (RFC 5280 §4.2.1.9, §6.1.4 (l), (m)).

use super::{CheckId, Failure, Outcome, Role, Step};

pub(super) fn check(step: &Step<'_>) -> Outcome {
    if step.role() == Role::Target || !step.runs(CheckId::PathLength) {
        return Outcome::NotApplicable;
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
