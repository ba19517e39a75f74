//! How certificates, names and dates stand in a sentence. Names are hostile text; the quotation marks around them belong
//! to the sentence.

use crate::certificate::{Certificate, GeneralName, Name};
use crate::doc::{Inline, Inlines, field, text};
use crate::finding::Cert;
use crate::moment::Moment;

/// More names than this are counted, not listed.
const LISTED: usize = 8;

/// What a person would call a certificate. Servers' certificates may have an empty subject (RFC 5280 §4.1.2.6): then
/// it is the first alternative name, and at last the fingerprint.
pub(super) fn cert(certificate: &Certificate) -> Inline {
    let first_host = || {
        certificate
            .alternative_names()
            .iter()
            .find_map(|name| match name {
                GeneralName::Dns(octets) => Some(String::from_utf8_lossy(octets).into_owned()),
                GeneralName::Ip(_)
                | GeneralName::Email(_)
                | GeneralName::Uri(_)
                | GeneralName::Directory(_)
                | GeneralName::Other { .. } => None,
            })
    };
    if certificate.subject.is_empty() {
        field(first_host().unwrap_or_else(|| certificate.sha256().to_string()))
    } else {
        name(&certificate.subject)
    }
}

/// What a person would call the bearer of a name.
pub(super) fn name(name: &Name) -> Inline {
    field(name.friendly())
}

/// A day, `2024-07-10`.
pub(super) fn date(moment: Moment) -> Inline {
    text(moment.date())
}

/// The first few of a list, each as `one` writes it, and how many were left out.
pub(super) fn first_few<T>(
    items: &[T],
    separator: &'static str,
    one: impl Fn(&T) -> Inlines,
) -> (Inlines, usize) {
    let listed = Inlines::join(items.iter().take(LISTED).map(one), separator);
    (listed, items.len().saturating_sub(LISTED))
}

/// The first few certificates by name.
pub(super) fn first_few_certs(
    certs: &[Cert],
    separator: &'static str,
    quoted: impl Fn(Inlines) -> Inlines,
) -> (Inlines, usize) {
    first_few(certs, separator, |certificate| {
        quoted(cert(certificate).into())
    })
}
