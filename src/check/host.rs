//! Server name: the target is valid for the name that the client connects to (RFC 9525 §6, RFC 6125).

use super::server_name::{NameMatch, match_name};
use super::{Failure, NameRefusal, Outcome, Role, Step};

pub(super) fn check(step: &Step<'_>) -> Outcome {
    let Some(host) = step
        .question
        .host
        .as_ref()
        .filter(|_| step.role() == Role::Target)
    else {
        return Outcome::NotApplicable;
    };
    let certificate = step.certificate;
    match match_name(
        &step.policy.names,
        host,
        certificate.alternative_names(),
        &certificate.subject,
    ) {
        NameMatch::Matched { .. } => Outcome::Pass,
        NameMatch::Refused { valid_for, hint } => {
            Outcome::Fail(Failure::ServerName(NameRefusal { valid_for, hint }))
        }
    }
}
