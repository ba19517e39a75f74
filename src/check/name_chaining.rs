//! Name chaining: a certificate's issuer is its issuer's subject (RFC 5280 §6.1.3 (a)(4)).

use super::{Failure, Outcome, Step};

pub(super) fn check(step: &Step<'_>) -> Outcome {
    match step.issuer() {
        None => Outcome::NotApplicable,
        Some(issuer)
            if step
                .policy
                .name_chaining
                .agree(&step.certificate.issuer, &issuer.subject) =>
        {
            Outcome::Pass
        }
        Some(_) => Outcome::Fail(Failure::NameChaining),
    }
}
