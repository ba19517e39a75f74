//! Validity: the client's clock lies between `notBefore` and `notAfter`, both included (RFC 5280 §4.1.2.5, §6.1.3 (a)(2)).

use super::{Failure, Outcome, Role, Step};
use crate::client::AnchorDates;

pub(super) fn check(step: &Step<'_>) -> Outcome {
    let is_spared = match step.policy.anchor.dates {
        AnchorDates::Enforced => false,
        AnchorDates::Ignored => step.role() == Role::Anchor,
        AnchorDates::IgnoredInTarget => step.is_anchor(),
    };
    if is_spared {
        return Outcome::NotApplicable;
    }
    let validity = step.certificate.validity;
    if step.question.at < validity.not_before {
        Outcome::Fail(Failure::NotYetValid {
            not_before: validity.not_before,
        })
    } else if step.question.at > validity.not_after {
        Outcome::Fail(Failure::Expired {
            not_after: validity.not_after,
        })
    } else {
        Outcome::Pass
    }
}
