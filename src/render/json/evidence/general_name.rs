//! General names as text.

use crate::certificate::GeneralName;
use base16ct::lower;
use core::net::{Ipv4Addr, Ipv6Addr};
use serde::Serialize;

/// A general name (RFC 5280 §4.2.1.6).
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct GeneralNameEntry {
    /// `dns`, `ip`, `email`, `uri`, `directory`, `other`.
    form: &'static str,
    /// The name as text; addresses as `192.0.2.1`, in a constraint with their mask as `192.0.2.0/255.255.255.0`;
    /// what is no text in hexadecimal.
    value: String,
}

impl From<&GeneralName> for GeneralNameEntry {
    fn from(name: &GeneralName) -> Self {
        let (form, value) = match name {
            GeneralName::Dns(octets) => ("dns", lossy(octets)),
            GeneralName::Ip(octets) => ("ip", address(octets)),
            GeneralName::Email(octets) => ("email", lossy(octets)),
            GeneralName::Uri(octets) => ("uri", lossy(octets)),
            GeneralName::Directory(name) => ("directory", name.to_string()),
            GeneralName::Other { content, .. } => ("other", lower::encode_string(content)),
        };
        Self { form, value }
    }
}

fn lossy(octets: &[u8]) -> String {
    String::from_utf8_lossy(octets).into_owned()
}

/// An address, or an address with its mask; anything else in hexadecimal.
fn address(octets: &[u8]) -> String {
    let halves = octets.split_at_checked(octets.len() / 2);
    one_address(octets)
        .or_else(|| {
            let (network, mask) = halves?;
            Some(format!("{}/{}", one_address(network)?, one_address(mask)?))
        })
        .unwrap_or_else(|| lower::encode_string(octets))
}

fn one_address(octets: &[u8]) -> Option<String> {
    let v4 = <[u8; 4]>::try_from(octets).map(|octets| Ipv4Addr::from(octets).to_string());
    let v6 = <[u8; 16]>::try_from(octets).map(|octets| Ipv6Addr::from(octets).to_string());
    v4.or(v6).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_as_text() {
        let v6 = [0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
        for (name, form, value) in [
            (GeneralName::Dns(b".example".to_vec()), "dns", ".example"),
            (GeneralName::Dns(vec![b'a', 0xff]), "dns", "a\u{fffd}"),
            (GeneralName::Ip(vec![192, 0, 2, 1]), "ip", "192.0.2.1"),
            (
                GeneralName::Ip(vec![192, 0, 2, 0, 255, 255, 255, 0]),
                "ip",
                "192.0.2.0/255.255.255.0",
            ),
            (GeneralName::Ip(v6.to_vec()), "ip", "2001:db8::1"),
            (GeneralName::Ip(vec![1, 2, 3]), "ip", "010203"),
            (GeneralName::Ip(Vec::new()), "ip", ""),
            (
                GeneralName::Email(b"a@b.example".to_vec()),
                "email",
                "a@b.example",
            ),
            (
                GeneralName::Uri(b"https://b.example".to_vec()),
                "uri",
                "https://b.example",
            ),
            (
                GeneralName::Other {
                    tag: 8,
                    content: vec![0x2a],
                },
                "other",
                "2a",
            ),
        ] {
            let entry = GeneralNameEntry::from(&name);
            assert_eq!(
                (entry.form, entry.value.as_str()),
                (form, value),
                "{name:?}"
            );
        }
    }
}
