//! Where to connect: `HOST[:PORT]`.

use crate::certificate::ServerName;
use crate::cli::complaint::Complaint;
use crate::cli::question;
use std::fmt;

/// The port of HTTPS.
const USUAL_PORT: u16 = 443;

/// A host and a port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Target {
    /// The host.
    pub(super) host: ServerName,
    /// The port.
    pub(super) port: u16,
}

impl Target {
    /// Reads `HOST`, `HOST:PORT`, an IPv4 or IPv6 address, `[IPv6]:PORT`.
    pub(super) fn parse(given: &str) -> Result<Self, Complaint> {
        let given = given.trim();
        let (host, port) = match given.rsplit_once(':') {
            // What is wrong with a URL is told by what is wrong with the host.
            Some((host, port)) if is_whole_host(host) && !port.starts_with("//") => {
                (host, number(given, port)?)
            }
            Some(_) | None => (given, USUAL_PORT),
        };
        let host = question::host(host)?;
        Ok(Self { host, port })
    }
}

/// Whether what stands before a colon is a host; in `2001:db8::1` it is only a part of one.
fn is_whole_host(text: &str) -> bool {
    !text.contains([':', '/']) || (text.starts_with('[') && text.ends_with(']'))
}

fn number(given: &str, port: &str) -> Result<u16, Complaint> {
    let is_digits = !port.is_empty() && port.bytes().all(|c| c.is_ascii_digit());
    let number = is_digits.then(|| port.parse().ok()).flatten();
    number
        .filter(|&port| port > 0)
        .ok_or_else(|| Complaint::Port {
            given: given.to_owned(),
        })
}

/// `example.com:443`, `[::1]:443`.
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { host, port } = self;
        match host {
            ServerName::Ip(address) if address.is_ipv6() => write!(f, "[{address}]:{port}"),
            ServerName::Ip(_) | ServerName::Dns(_) => write!(f, "{host}:{port}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_with_and_without_port() {
        for (given, expected) in [
            ("example.com", "example.com:443"),
            (" Example.com:8443 ", "example.com:8443"),
            ("192.0.2.1:1", "192.0.2.1:1"),
            ("[2001:db8::1]:8443", "[2001:db8::1]:8443"),
            ("[2001:db8::1]", "[2001:db8::1]:443"),
            ("2001:db8::1", "[2001:db8::1]:443"),
            ("bücher.example:65535", "xn--bcher-kva.example:65535"),
        ] {
            let target = Target::parse(given).unwrap();
            assert_eq!(target.to_string(), expected, "{given}");
        }
    }

    #[test]
    fn wrong_ports() {
        for given in [
            "example.com:",
            "example.com:0",
            "example.com:65536",
            "a:https",
            "[::1]:+1",
        ] {
            let complaint = Target::parse(given).unwrap_err();
            assert!(matches!(complaint, Complaint::Port { .. }), "{given}");
        }
    }

    #[test]
    fn wrong_hosts() {
        for given in [
            "",
            ":443",
            "https://example.com",
            "https://example.com:443",
            "a b:443",
        ] {
            let complaint = Target::parse(given).unwrap_err();
            assert!(matches!(complaint, Complaint::Host { .. }), "{given}");
        }
    }
}
