//! A wildcard above a public suffix covers the servers of many owners, and must not be issued (CA/Browser Forum BR
//! §3.2.2.6, which means the suffixes of registries: those that companies have listed for themselves, such as that of
//! Amazon S3, have such certificates in use). The list of these suffixes is no part of certwhy; only this harness has it.

use certwhy::certificate::{Certificate, GeneralName};
use psl::Type;

/// Whether one of the names is a wildcard directly above a public suffix.
pub(crate) fn has_wildcard_above_suffix(certificate: &Certificate) -> bool {
    certificate
        .alternative_names()
        .iter()
        .any(|name| match name {
            GeneralName::Dns(octets) => octets.strip_prefix(b"*.").is_some_and(is_public_suffix),
            GeneralName::Ip(_)
            | GeneralName::Email(_)
            | GeneralName::Uri(_)
            | GeneralName::Directory(_)
            | GeneralName::Other { .. } => false,
        })
}

fn is_public_suffix(name: &[u8]) -> bool {
    psl::suffix(name)
        .is_some_and(|suffix| suffix.typ() == Some(Type::Icann) && suffix.as_bytes() == name)
}
