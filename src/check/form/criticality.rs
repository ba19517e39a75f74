//! Which extensions must be marked critical, and which must not (RFC 5280 §4.2, CA/Browser Forum BR §7.1.2).

use super::{FormProblem, Step};
use crate::certificate::{Certificate, Criticality, ExtensionId};
use Criticality::{Critical, NonCritical};
use ExtensionId as Id;

/// The mark that RFC 5280 prescribes to all certificates.
const RFC_5280: &[(ExtensionId, Criticality)] = &[
    // §4.2.1.1, §4.2.1.2, §4.2.1.8
    (Id::AuthorityKeyIdentifier, NonCritical),
    (Id::SubjectKeyIdentifier, NonCritical),
    (Id::SubjectDirectoryAttributes, NonCritical),
    // §4.2.1.11, §4.2.1.14, §4.2.1.15
    (Id::PolicyConstraints, Critical),
    (Id::InhibitAnyPolicy, Critical),
    (Id::FreshestCrl, NonCritical),
    // §4.2.2.1, §4.2.2.2
    (Id::AuthorityInformationAccess, NonCritical),
    (Id::SubjectInformationAccess, NonCritical),
];

/// Marks as RFC 5280 prescribes them; a CA's basic constraints are critical (§4.2.1.9).
pub(super) fn rfc5280(step: &Step<'_>) -> Option<FormProblem> {
    let of_cas = (Id::BasicConstraints, Critical);
    let of_this = step.certificate.is_ca().then_some(&of_cas);
    RFC_5280
        .iter()
        .chain(of_this)
        .find_map(|(id, mark)| unless_marked(step.certificate, *id, *mark))
}

/// Name constraints are critical (RFC 5280 §4.2.1.10).
pub(super) fn name_constraints(step: &Step<'_>) -> Option<FormProblem> {
    unless_marked(step.certificate, Id::NameConstraints, Critical)
}

/// Extended key usage is not critical (CA/Browser Forum BR §7.1.2.7.6, §7.1.2.10.6).
pub(super) fn purposes(step: &Step<'_>) -> Option<FormProblem> {
    unless_marked(step.certificate, Id::ExtendedKeyUsage, NonCritical)
}

/// The breach where an extension is there and not marked so.
pub(super) fn unless_marked(
    certificate: &Certificate,
    id: ExtensionId,
    mark: Criticality,
) -> Option<FormProblem> {
    certificate
        .extensions
        .raw(id)
        .filter(|raw| raw.criticality != mark)
        .map(|raw| FormProblem::WrongCriticality {
            oid: raw.oid.clone(),
            marked: raw.criticality,
        })
}
