//! How certificates, names and dates stand in a sentence. Names are hostile text; the quotation marks around them belong
//! to the sentence.

use crate::certificate::{Certificate, GeneralName, Name};
use crate::doc::{Inline, Inlines, field, text};
use crate::finding::Cert;
use crate::moment::Moment;
use crate::store::Held;
use core::net::IpAddr;
use std::sync::Arc;

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

/// A name of any form, as it stands in a certificate or in a constraint.
pub(super) fn general(name: &GeneralName) -> Inline {
    field(match name {
        GeneralName::Dns(octets) | GeneralName::Email(octets) | GeneralName::Uri(octets) => {
            String::from_utf8_lossy(octets).into_owned()
        }
        GeneralName::Ip(octets) => address(octets),
        GeneralName::Directory(name) => name.to_string(),
        GeneralName::Other { content, .. } => base16ct::lower::encode_string(content),
    })
}

/// An address, or an address and its mask; hexadecimal where it is neither.
fn address(octets: &[u8]) -> String {
    let plain = |octets: &[u8]| match octets.len() {
        4 => <[u8; 4]>::try_from(octets).ok().map(IpAddr::from),
        _ => <[u8; 16]>::try_from(octets).ok().map(IpAddr::from),
    };
    let (first, second) = octets.split_at(octets.len().div_euclid(2));
    match (plain(octets), plain(first), plain(second)) {
        (_, Some(base), Some(mask)) if octets.len() != 16 => format!("{base}/{mask}"),
        (Some(whole), _, _) => whole.to_string(),
        (None, _, _) => base16ct::lower::encode_string(octets),
    }
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

/// The first few certificates of which only the first few need be read, by name.
pub(super) fn first_few_held(
    helds: &[Arc<Held>],
    separator: &'static str,
    quoted: impl Fn(Inlines) -> Inlines,
) -> (Inlines, usize) {
    first_few(helds, separator, |held| {
        let subject = Name::from_der(held.subject_der());
        let called = match subject.filter(|subject| !subject.is_empty()) {
            Some(subject) => name(&subject),
            None => match held.certificate() {
                Some(certificate) => cert(certificate),
                None => field(held.sha256().to_string()),
            },
        };
        quoted(called.into())
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_with_and_without_a_mask() {
        let v6 = [0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
        for (octets, words) in [
            (vec![192, 0, 2, 1], "192.0.2.1"),
            (vec![10, 0, 0, 0, 255, 0, 0, 0], "10.0.0.0/255.0.0.0"),
            (v6.to_vec(), "2001:db8::1"),
            (
                [v6, [0xff; 16]].concat(),
                "2001:db8::1/ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
            ),
            (vec![1, 2, 3], "010203"),
            (vec![], ""),
        ] {
            assert_eq!(general(&GeneralName::Ip(octets)), field(words));
        }
    }

    #[test]
    fn a_certificate_without_a_subject_is_called_by_its_host() {
        let named = |template: test_pki::Template| {
            cert(&Certificate::parse(template.self_signed().der()).unwrap())
        };
        let nameless = || test_pki::leaf("mock.example").subject(test_pki::Name::new());
        assert_eq!(named(nameless()), field("mock.example"));
        let Inline::Field(print) = named(nameless().no_san()) else {
            panic!("not a field");
        };
        assert_eq!(print.len(), 64);
    }
}
