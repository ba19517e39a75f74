//! The server that failed: only where the text says that it is the one.

use super::frame::cut;
use super::python::number;
use super::source::Source;
use crate::certificate::ServerName;

/// A server that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    /// Its name.
    pub host: ServerName,
    /// The port, where the text has it.
    pub port: Option<u16>,
}

/// Words in front of the server that failed, the most certain first.
const BEFORE: &[&str] = &[
    "httpsconnectionpool(host='",
    "host='",
    "ssl validation failed for https://",
    "unable to access 'https://",
    "cannot connect to host ",
    "certificate is not valid for '",
    "host: ",
    "target host name '",
    "no subject alternative dns name matching ",
    "no subject alternative names matching ip address ",
    "no name matching ",
    "certificate for <",
    "hostname '",
    "hostname \"",
    "not valid for name \"",
    "the certificate of \u{2018}",
    "the certificate of '",
    "cannot verify ",
    "no alternative certificate subject name matches target host name '",
    "error sending request for url (https://",
    "failed to open https://",
    "error occurred uploading to https://",
    "get \"https://",
    "post \"https://",
    "put \"https://",
    "head \"https://",
    "get https://",
    "request to https://",
    "failed to open tcp connection to ",
    "can't connect to ",
    "could not fetch url https://",
    "unable to find the server at ",
    "peeraddr=",
    "エラー: `",
    "connecting to ",
    "connected to ",
    "servername ",
    "-connect ",
    "uri: https://",
    "nsurlerrorfailingurlkey=https://",
    "nserrorfailingurlkey=https://",
    "nserrorfailingurlstringkey=https://",
    "server that is pretending to be \u{201c}",
    "server that is pretending to be \"",
];

/// Where messages send their reader; no server that failed.
const MANUALS: &[&str] = &[
    "curl.se",
    "curl.haxx.se",
    "urllib3.readthedocs.io",
    "docs.python.org",
    "docs.microsoft.com",
    "learn.microsoft.com",
    "go.microsoft.com",
    "aka.ms",
    "nodejs.org",
    "docs.aws.amazon.com",
];

const LONGEST: usize = 512;

/// The server of the most certain words; without any, the one that is the host of every address in the text.
pub(super) fn read(source: &Source<'_>) -> Option<Server> {
    BEFORE
        .iter()
        .find_map(|words| source.after(words).find_map(|(_, rest)| server(rest)))
        .or_else(|| after_but_not(source))
        .or_else(|| only_address(source))
}

/// Go: `certificate is valid for A, not B`.
fn after_but_not(source: &Source<'_>) -> Option<Server> {
    let (_, rest) = source.after("certificate is valid for ").next()?;
    let line = cut(rest, LONGEST).lines().next()?;
    server(line.split_once(", not ")?.1)
}

fn only_address(source: &Source<'_>) -> Option<Server> {
    let mut servers = source
        .after("https://")
        .filter_map(|(_, rest)| server(rest));
    let first = servers.next()?;
    servers
        .all(|other| other.host == first.host)
        .then_some(first)
}

/// The host, and the port, at the beginning of a text. Names of one label are words, unless a port or a path says
/// otherwise.
fn server(rest: &str) -> Option<Server> {
    let rest = cut(rest, LONGEST);
    let rest = rest.strip_prefix("https://").unwrap_or(rest);
    let end = rest.find(is_stop).unwrap_or(rest.len());
    let authority = rest.get(..end)?;
    let (_, authority) = authority.rsplit_once('@').unwrap_or(("", authority));
    let (host, port) = split_port(authority);
    let behind = rest.get(end..).unwrap_or_default();
    let port = port.or_else(|| number(behind.strip_prefix("', port=")?).map(|(port, _)| port));
    let host = host.trim_end_matches(['.', ',']);
    let parsed = ServerName::parse(host).ok()?;
    let is_name =
        host.contains(['.', ':']) || host.eq_ignore_ascii_case("localhost") || port.is_some();
    let is_manual = MANUALS
        .iter()
        .any(|manual| host.eq_ignore_ascii_case(manual));
    (is_name && !is_manual).then_some(Server { host: parsed, port })
}

fn is_stop(c: char) -> bool {
    c.is_whitespace() || "/'\"<>()?#,;`\\\u{2018}\u{2019}\u{201c}\u{201d}".contains(c)
}

/// `host:port`, `[address]:port`, or neither.
fn split_port(authority: &str) -> (&str, Option<u16>) {
    let is_address = authority.matches(':').count() > 1 && !authority.contains(']');
    match authority.rsplit_once(':') {
        Some((host, port)) if !is_address => match number(port) {
            Some((port, "")) => (host, Some(port)),
            Some(_) | None => (host, None),
        },
        Some(_) | None => (authority, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servers() {
        for (text, expected) in [
            (
                "HTTPSConnectionPool(host='s3.example.com', port=443): Max",
                Some(("s3.example.com", Some(443))),
            ),
            (
                "fatal: unable to access 'https://me:secret@git.example.com:8443/x.git/': SSL",
                Some(("git.example.com", Some(8443))),
            ),
            (
                "Hostname mismatch, certificate is not valid for 'a.example'.",
                Some(("a.example", None)),
            ),
            (
                "x509: certificate is valid for b.example, *.c.example, not a.example",
                Some(("a.example", None)),
            ),
            (
                "Get \"https://127.0.0.1:4433/\": tls: failed",
                Some(("127.0.0.1", Some(4433))),
            ),
            (
                "https://a.example/x More details here: https://curl.se/docs/sslcerts.html",
                Some(("a.example", None)),
            ),
            ("https://a.example/x and https://b.example/y", None),
            (
                "cannot verify localhost's certificate",
                Some(("localhost", None)),
            ),
            ("cannot verify the first", None),
            ("https://[::1]:443/", Some(("::1", Some(443)))),
            ("https://exa mple", None),
        ] {
            let found =
                read(&Source::new(text)).map(|server| (server.host.to_string(), server.port));
            let expected = expected.map(|(host, port)| (host.to_owned(), port));
            assert_eq!(found, expected, "{text}");
        }
    }
}
