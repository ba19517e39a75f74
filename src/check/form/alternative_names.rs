//! Subject alternative names (RFC 5280 §4.2.1.6, CA/Browser Forum BR §7.1.2.7.12).

use super::criticality::unless_marked;
use super::{FormProblem, Step};
use crate::certificate::{Criticality, DnsName, ExtensionId, GeneralName};

/// Where the subject is empty, the alternative names are critical (RFC 5280 §4.2.1.6).
pub(super) fn critical_without_subject(step: &Step<'_>) -> Option<FormProblem> {
    let certificate = step.certificate;
    let id = ExtensionId::SubjectAlternativeName;
    certificate
        .subject
        .is_empty()
        .then(|| unless_marked(certificate, id, Criticality::Critical))
        .flatten()
}

/// Where it is not, they are not (CA/Browser Forum BR §7.1.2.7.12).
pub(super) fn critical_beside_subject(step: &Step<'_>) -> Option<FormProblem> {
    let certificate = step.certificate;
    let id = ExtensionId::SubjectAlternativeName;
    (step.position == 0 && !certificate.subject.is_empty())
        .then(|| unless_marked(certificate, id, Criticality::NonCritical))
        .flatten()
}

/// There is a name, and each has the syntax of its kind: for hosts the preferred one of RFC 1034, which knows no underscore
/// (RFC 5280 §4.2.1.6). Of wildcards RFC 5280 says nothing.
pub(super) fn syntax(step: &Step<'_>) -> Option<FormProblem> {
    let extension = step.certificate.extensions.subject_alternative_names()?;
    if extension.value.is_empty() {
        let oid = ExtensionId::SubjectAlternativeName.oid().to_owned();
        return Some(FormProblem::EmptyExtension(oid));
    }
    first_refused(step, |name| match name {
        GeneralName::Dns(octets) => is_host(octets),
        GeneralName::Ip(octets) => matches!(octets.len(), 4 | 16),
        GeneralName::Email(octets) => is_mailbox(octets),
        GeneralName::Uri(octets) => octets.is_ascii() && octets.contains(&b':'),
        GeneralName::Directory(_) | GeneralName::Other { .. } => true,
    })
}

/// A server's names are DNS names and addresses (CA/Browser Forum BR §7.1.2.7.12).
pub(super) fn kinds(step: &Step<'_>) -> Option<FormProblem> {
    if step.position > 0 {
        return None;
    }
    first_refused(step, |name| match name {
        GeneralName::Dns(octets) => is_wildcard_where_allowed(octets),
        GeneralName::Ip(_) => true,
        GeneralName::Email(_)
        | GeneralName::Uri(_)
        | GeneralName::Directory(_)
        | GeneralName::Other { .. } => false,
    })
}

fn first_refused(step: &Step<'_>, accepted: fn(&GeneralName) -> bool) -> Option<FormProblem> {
    let mut names = step.certificate.alternative_names().iter();
    names
        .find(|name| !accepted(name))
        .map(|name| FormProblem::AlternativeName(name.clone()))
}

fn is_host(octets: &[u8]) -> bool {
    let text = core::str::from_utf8(octets).unwrap_or_default();
    let plain = text.replace('*', "w");
    !plain.contains('_') && DnsName::parse(&plain).is_ok()
}

/// An asterisk is a whole label, the first one, and not above everything in a top-level domain (CA/Browser Forum BR
/// §1.6.1, wildcard domain name, and §3.2.2.6).
fn is_wildcard_where_allowed(octets: &[u8]) -> bool {
    match octets.strip_prefix(b"*.") {
        Some(base) => !base.contains(&b'*') && base.contains(&b'.'),
        None => !octets.contains(&b'*'),
    }
}

fn is_mailbox(octets: &[u8]) -> bool {
    let text = core::str::from_utf8(octets).unwrap_or_default();
    text.is_ascii()
        && text
            .rsplit_once('@')
            .is_some_and(|(local, host)| !local.is_empty() && !host.is_empty())
}
