//! Path length: how many CAs may follow below a CA; self-issued ones do not count (RFC 5280 §4.2.1.9, §6.1.4 (l), (m)).

use super::{CheckId, Failure, Outcome, Role, Step};

pub(super) fn check(step: &Step<'_>) -> Outcome {
    let Some(allowed) = limit(step) else {
        return Outcome::NotApplicable;
    };
    let found = step
        .below()
        .iter()
        .skip(1)
        .filter(|certificate| !certificate.is_self_issued())
        .count();
    if allows(allowed, found) {
        Outcome::Pass
    } else {
        Outcome::Fail(Failure::PathLength { allowed, found })
    }
}

/// How many CAs may follow, where the client looks at it.
pub(crate) fn limit(step: &Step<'_>) -> Option<u32> {
    if step.role() == Role::Target || !step.runs(CheckId::PathLength) {
        return None;
    }
    let constraints = step.certificate.extensions.basic_constraints()?;
    constraints.value.path_len
}

/// Whether a limit allows so many CAs.
pub(crate) fn allows(limit: u32, found: usize) -> bool {
    u32::try_from(found).is_ok_and(|found| found <= limit)
}
