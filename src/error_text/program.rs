//! Which client profile judges as the program of a text does.

use super::{ErrorReading, PythonVersions, Stack, System};

/// The id of the client that the text names, `python-3.13` or `node`; there may be no profile for it. `None` where the
/// text does not say enough, or the program is none that verifies by itself.
pub fn client_id(reading: &ErrorReading) -> Option<&'static str> {
    let has = |layer: Stack| reading.layers.contains(&layer);
    match reading.stack? {
        Stack::Toolkit
        | Stack::ShotgunApi3
        | Stack::Botocore
        | Stack::Pip
        | Stack::Requests
        | Stack::Httplib2
        | Stack::Aiohttp
        | Stack::Httpx
        | Stack::Urllib3
        | Stack::PythonUrllib2
        | Stack::PythonUrllib
        | Stack::PythonSsl => python(&reading.python),
        Stack::Git | Stack::Curl if has(Stack::Schannel) => Some("windows"),
        Stack::Git | Stack::Curl | Stack::Wget if has(Stack::Gnutls) => Some("gnutls"),
        Stack::Git | Stack::Curl => Some("curl"),
        Stack::OpensslSClient | Stack::Ruby | Stack::Php | Stack::Perl => Some("openssl-3"),
        Stack::Node => Some("node"),
        Stack::Go => Some("go"),
        Stack::Java => Some("java"),
        Stack::Rustls => Some("rustls"),
        Stack::Firefox => Some("nss"),
        Stack::Schannel => Some("windows"),
        Stack::Dotnet => (reading.system == Some(System::Windows)).then_some("windows"),
        Stack::Gnutls => Some("gnutls"),
        Stack::Wget | Stack::Chromium | Stack::Apple => None,
    }
}

fn python(versions: &PythonVersions) -> Option<&'static str> {
    let all = |from: (u16, u16), to: (u16, u16)| {
        let mut minors = versions.minors();
        let is_inside = |minor: (u16, u16)| from <= minor && minor <= to;
        minors.next().is_some_and(is_inside) && minors.all(is_inside)
    };
    if all((2, 0), (2, u16::MAX)) {
        Some("python-2.7")
    } else if all((3, 13), (3, u16::MAX)) {
        Some("python-3.13")
    } else if all((3, 0), (3, u16::MAX)) {
        Some("python-3")
    } else {
        None
    }
}
