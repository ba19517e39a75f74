//! Critical extensions: what is marked critical must be understood (RFC 5280 §4.2, §6.1.4 (o), §6.1.5 (f)).

use super::{CheckId, Failure, Outcome, Step};
use crate::certificate::{Criticality, ExtensionId};
use crate::client::UnderstoodExtensions;

/// Extensions that are processed, or that say nothing a server's path depends on: those of RFC 5280, Netscape's
/// certificate type, the resource extensions of RFC 3779 and `id-pkix-ocsp-nocheck`.
const UNDERSTOOD: [&str; 16] = [
    "2.5.29.14",
    "2.5.29.15",
    "2.5.29.17",
    "2.5.29.18",
    "2.5.29.19",
    "2.5.29.30",
    "2.5.29.31",
    "2.5.29.32",
    "2.5.29.33",
    "2.5.29.35",
    "2.5.29.36",
    "2.5.29.37",
    "2.5.29.54",
    "1.3.6.1.5.5.7.1.1",
    "1.3.6.1.5.5.7.48.1.5",
    "2.16.840.1.113730.1.1",
];

fn is_understood(step: &Step<'_>, oid: &str) -> bool {
    match step.policy.extensions.understood {
        UnderstoodExtensions::Usual => UNDERSTOOD.contains(&oid),
        UnderstoodExtensions::NoPolicyConstraints => {
            UNDERSTOOD.contains(&oid) && oid != ExtensionId::PolicyConstraints.oid()
        }
        UnderstoodExtensions::Only(these) => these.iter().any(|one| one.oid() == oid),
    }
}

pub(super) fn check(step: &Step<'_>) -> Outcome {
    if !step.runs(CheckId::CriticalExtensions) {
        return Outcome::NotApplicable;
    }
    let unknown = step.certificate.extensions.all().iter().find(|extension| {
        extension.criticality == Criticality::Critical && !is_understood(step, &extension.oid)
    });
    match unknown {
        Some(extension) => Outcome::Fail(Failure::CriticalExtension {
            oid: extension.oid.clone(),
        }),
        None => Outcome::Pass,
    }
}
