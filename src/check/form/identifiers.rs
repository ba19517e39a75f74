//! Key identifiers, by which paths are built (RFC 5280 §4.2.1.1, §4.2.1.2, CA/Browser Forum BR §7.1.2.11).

use super::{FormProblem, Step};
use crate::certificate::ExtensionId;
use crate::check::AuthorityKeyIdProblem;

/// Every certificate but a self-signed one names its issuer's key (RFC 5280 §4.2.1.1). An anchor's issuer is looked for by
/// nobody, whoever it is.
pub(super) fn authority_key_missing(step: &Step<'_>) -> Option<FormProblem> {
    if step.is_anchor() {
        return None;
    }
    match step.certificate.extensions.authority_key_identifier() {
        None => Some(FormProblem::MissingExtension(
            ExtensionId::AuthorityKeyIdentifier.oid().to_owned(),
        )),
        Some(authority) if authority.key_id.is_none() => Some(FormProblem::AuthorityKeyIdentifier(
            AuthorityKeyIdProblem::NoKey,
        )),
        Some(_) => None,
    }
}

/// Every CA names its own key (RFC 5280 §4.2.1.2).
pub(super) fn subject_key_missing(step: &Step<'_>) -> Option<FormProblem> {
    let is_missing = step
        .certificate
        .extensions
        .subject_key_identifier()
        .is_none();
    (is_missing && step.certificate.is_ca())
        .then(|| FormProblem::MissingExtension(ExtensionId::SubjectKeyIdentifier.oid().to_owned()))
}

/// The issuer is named by its key and by nothing else (CA/Browser Forum BR §7.1.2.11.1).
pub(super) fn authority_key_form(step: &Step<'_>) -> Option<FormProblem> {
    let authority = step.certificate.extensions.authority_key_identifier()?;
    let problem = if authority.serial.is_some() || !authority.issuer.is_empty() {
        AuthorityKeyIdProblem::NamesCertificate
    } else if authority.key_id.is_none() {
        AuthorityKeyIdProblem::NoKey
    } else {
        return None;
    };
    Some(FormProblem::AuthorityKeyIdentifier(problem))
}

/// Where a root names its issuer's key, that is its own (CA/Browser Forum BR §7.1.2.1.3).
pub(super) fn own_key(step: &Step<'_>) -> Option<FormProblem> {
    let certificate = step.certificate;
    let named = certificate
        .extensions
        .authority_key_identifier()?
        .key_id
        .as_ref()?;
    let own = certificate.extensions.subject_key_identifier()?;
    (step.is_anchor() && certificate.is_self_issued() && named != own).then_some(
        FormProblem::AuthorityKeyIdentifier(AuthorityKeyIdProblem::NotOwnKey),
    )
}
