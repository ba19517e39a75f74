//! Mailboxes and the hosts of URIs.

use super::host::HostKey;

/// A mailbox (RFC 5321 §4.1.2).
#[derive(Debug)]
pub(super) struct Mailbox {
    /// Local part as it stands, `@`, and host in lower case: RFC 5280 §7.5.
    pub(super) key: Vec<u8>,
    /// Its host.
    pub(super) host: HostKey,
}

impl Mailbox {
    /// `None` for what is no mailbox. An asterisk is a character as any other.
    pub(super) fn read(mailbox: &[u8]) -> Option<Self> {
        let at = mailbox.iter().rposition(|octet| *octet == b'@')?;
        let (local, rest) = mailbox.split_at_checked(at)?;
        let host = rest.get(1..)?;
        let quoted = matches!(local, [b'"', _, .., b'"']);
        if local.is_empty() || (local.contains(&b'@') && !quoted) {
            return None;
        }
        let key = [local, b"@", &host.to_ascii_lowercase()].concat();
        let host = HostKey::read(host)?;
        Some(Self { key, host })
    }
}

/// The host of a URI (RFC 3986 §3.2.2). `None` where there is none, or where it is an IP address: RFC 5280 §4.2.1.10
/// has such names rejected.
pub(super) fn uri_host(uri: &[u8]) -> Option<HostKey> {
    let text = core::str::from_utf8(uri).ok()?;
    let (_, rest) = text.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host_and_port = authority.rsplit('@').next()?;
    if host_and_port.starts_with('[') {
        return None;
    }
    let host = host_and_port.split(':').next()?;
    if host.parse::<core::net::Ipv4Addr>().is_ok() {
        return None;
    }
    HostKey::read(host.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mailboxes() {
        for (mailbox, key) in [
            ("A@B.example", Some("A@b.example")),
            ("**@b.example", Some("**@b.example")),
            ("\"a@b\"@c.example", Some("\"a@b\"@c.example")),
            ("a@b@c.example", None),
            ("@b.example", None),
            ("a@", None),
            ("b.example", None),
            ("", None),
        ] {
            let read = Mailbox::read(mailbox.as_bytes()).map(|read| read.key);
            assert_eq!(read.as_deref(), key.map(str::as_bytes), "{mailbox}");
        }
    }

    #[test]
    fn hosts_of_uris() {
        for (uri, host) in [
            ("https://a.example", Some("a.example")),
            ("https://u:p@A.example:443/x@y?z#w", Some("a.example")),
            ("spiffe://a.example?b", Some("a.example")),
            ("urn:a.example", None),
            ("https://", None),
            ("https:///x", None),
            ("https://1.2.3.4/", None),
            ("https://[::1]/", None),
            ("\u{e4}://", None),
        ] {
            let expected = host.and_then(|host| HostKey::read(host.as_bytes()));
            assert_eq!(uri_host(uri.as_bytes()), expected, "{uri}");
        }
    }
}
