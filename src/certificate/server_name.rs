//! The server that a client means to reach: the reference identifier of RFC 9525 §6.1.

use core::fmt;
use core::net::IpAddr;

/// A host as the user named it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ServerName {
    /// A DNS name.
    Dns(DnsName),
    /// An IP address.
    Ip(IpAddr),
}

/// A valid DNS host name: lower-case ASCII. Underscores are allowed, as names in use have them (RFC 2181 §11).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DnsName {
    name: String,
    root: RootLabel,
}

/// Whether the empty label of the root was written, as a dot at the end (RFC 1034 §3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RootLabel {
    /// `www.example`
    Omitted,
    /// `www.example.`
    Written,
}

/// Why a text is no host.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ServerNameProblem {
    /// There is nothing in it.
    Empty,
    /// It holds other than ASCII; an internationalised name must come as A-labels (RFC 5890 §2.3.2.1).
    NotAscii,
    /// It holds a host and more. `host` alone would be taken.
    MoreThanHost {
        /// The host in it.
        host: String,
        /// What else it holds.
        extra: ExtraPart,
    },
    /// A character that no host has.
    Character(char),
    /// A label is empty, longer than 63 octets, or has a hyphen at an end.
    Label(String),
    /// Longer than 253 octets (RFC 1035 §2.3.4).
    TooLong,
    /// It ends in a number but is no IPv4 address.
    NotAnAddress,
}

/// What may stand beside a host in a URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ExtraPart {
    /// `https://` and the like.
    Scheme,
    /// `:443`
    Port,
    /// `/…`
    Path,
}

const MAX_NAME: usize = 253;
const MAX_LABEL: usize = 63;

impl ServerName {
    /// Reads a host: a DNS name in ASCII, or an IP address (IPv6 with or without brackets). Space around it is dropped.
    pub fn parse(text: &str) -> Result<Self, ServerNameProblem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(ServerNameProblem::Empty);
        }
        if let Some((host, extra)) = split_url(text) {
            // Point at the host only if it would really be taken.
            let host = Self::parse(host)?.to_string();
            return Err(ServerNameProblem::MoreThanHost { host, extra });
        }
        let bare = text
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
            .filter(|inside| inside.contains(':'))
            .unwrap_or(text);
        match bare.parse() {
            Ok(address) => Ok(Self::Ip(address)),
            Err(_) => DnsName::parse(text).map(Self::Dns),
        }
    }
}

impl DnsName {
    /// Reads a DNS host name.
    pub fn parse(text: &str) -> Result<Self, ServerNameProblem> {
        if !text.is_ascii() {
            return Err(ServerNameProblem::NotAscii);
        }
        let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        if let Some(bad) = text.chars().find(|c| !allowed(*c)) {
            return Err(ServerNameProblem::Character(bad));
        }
        let name = text.strip_suffix('.').unwrap_or(text);
        if name.is_empty() {
            return Err(ServerNameProblem::Empty);
        }
        if name.len() > MAX_NAME {
            return Err(ServerNameProblem::TooLong);
        }
        if let Some(bad) = name.split('.').find(|label| !is_label(label)) {
            return Err(ServerNameProblem::Label(bad.to_owned()));
        }
        let last = name.rsplit('.').next().unwrap_or(name);
        if last.bytes().all(|c| c.is_ascii_digit()) {
            return Err(ServerNameProblem::NotAnAddress);
        }
        Ok(Self {
            name: name.to_ascii_lowercase(),
            root: if name.len() < text.len() {
                RootLabel::Written
            } else {
                RootLabel::Omitted
            },
        })
    }

    /// The name, without a dot at the end.
    pub fn as_str(&self) -> &str {
        &self.name
    }

    /// Whether a dot was written at its end.
    pub const fn root(&self) -> RootLabel {
        self.root
    }
}

impl fmt::Display for DnsName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl fmt::Display for ServerName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dns(name) => name.fmt(f),
            Self::Ip(address) => address.fmt(f),
        }
    }
}

/// The host of a URL or of `host:port`, and the first thing that stands beside it.
fn split_url(text: &str) -> Option<(&str, ExtraPart)> {
    if let Some((_, rest)) = text.split_once("://") {
        return Some((
            split_url(rest).map_or(rest, |(host, _)| host),
            ExtraPart::Scheme,
        ));
    }
    if let Some((host, _)) = text.split_once(['/', '?', '#']) {
        return Some((
            split_url(host).map_or(host, |(host, _)| host),
            ExtraPart::Path,
        ));
    }
    let (host, port) = text.rsplit_once(':')?;
    let is_port = port.bytes().all(|c| c.is_ascii_digit());
    let is_whole_host = !host.contains(':') || host.ends_with(']');
    (is_port && is_whole_host).then_some((host, ExtraPart::Port))
}

fn is_label(label: &str) -> bool {
    (1..=MAX_LABEL).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hosts() {
        for (text, host) in [
            ("example.com", "example.com"),
            (" Example.COM. ", "example.com"),
            ("localhost", "localhost"),
            ("my_bucket.s3.amazonaws.com", "my_bucket.s3.amazonaws.com"),
            ("xn--bcher-kva.example", "xn--bcher-kva.example"),
            ("1.2.3.4", "1.2.3.4"),
            ("1.2.3.4a", "1.2.3.4a"),
            ("2001:DB8::1", "2001:db8::1"),
            ("[2001:db8::1]", "2001:db8::1"),
            ("::ffff:1.2.3.4", "::ffff:1.2.3.4"),
        ] {
            let name = ServerName::parse(text).unwrap();
            assert_eq!(name.to_string(), host, "{text}");
            let is_ip = matches!(name, ServerName::Ip(_));
            assert_eq!(is_ip, host.contains(':') || host == "1.2.3.4", "{text}");
        }
    }

    #[test]
    fn a_host_with_more_is_refused_and_the_host_named() {
        use ExtraPart::{Path, Port, Scheme};
        for (text, host, extra) in [
            ("https://example.com", "example.com", Scheme),
            ("https://Example.com:8443/a:b?c#d", "example.com", Scheme),
            ("https://[::1]:443/", "::1", Scheme),
            ("example.com:443", "example.com", Port),
            ("example.com:", "example.com", Port),
            ("1.2.3.4:443", "1.2.3.4", Port),
            ("[::1]:443", "::1", Port),
            ("example.com/path", "example.com", Path),
            ("example.com:80/", "example.com", Path),
        ] {
            let host = host.to_owned();
            let problem = ServerNameProblem::MoreThanHost { host, extra };
            assert_eq!(ServerName::parse(text), Err(problem), "{text}");
        }
    }

    #[test]
    fn what_is_no_host() {
        use ServerNameProblem::{Character, Empty, Label, NotAnAddress, NotAscii, TooLong};
        let long_label = "a".repeat(64);
        let long_name = ["a".repeat(63).as_str(); 4].join(".");
        for (text, problem) in [
            ("", Empty),
            (" ", Empty),
            (".", Empty),
            ("https://", Empty),
            ("bücher.example", NotAscii),
            ("https://bücher.example", NotAscii),
            ("a b", Character(' ')),
            ("*.example.com", Character('*')),
            ("user@example.com", Character('@')),
            ("fe80::1%eth0", Character(':')),
            ("a..b", Label(String::new())),
            ("-a.b", Label("-a".into())),
            ("a-.b", Label("a-".into())),
            (&long_label, Label(long_label.clone())),
            (&long_name, TooLong),
            ("256.1.1.1", NotAnAddress),
            ("1.2.3", NotAnAddress),
        ] {
            assert_eq!(ServerName::parse(text), Err(problem), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_reads_back(text in "[a-zA-Z0-9._:/\\[\\]-]{0,40}|\\PC{0,20}") {
            if let Ok(name) = ServerName::parse(&text) {
                // A dot at the end is remembered, and not shown.
                let again = ServerName::parse(&name.to_string()).expect("a name");
                prop_assert_eq!(again.to_string(), name.to_string());
            }
        }
    }
}
