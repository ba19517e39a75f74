//! Validity: the client's clock lies between `notBefore` and `notAfter`, both included (RFC 5280 §4.1.2.5, §6.1.3 (a)(2)).

use super::{Failure, Outcome, Step};
use crate::client::AnchorDates;

pub(super) fn check(step: &Step<'_>) -> Outcome {
    if step.is_anchor() && step.policy.anchor.dates == AnchorDates::Ignored {
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
