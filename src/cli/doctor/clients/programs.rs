//! Programs other than Python, and the stores of the system.

use super::{Asked, Store, is_of, told};
use crate::cli::doctor::judge::Reader;
use crate::client_roots::{CaFile, CaSetting, CertificateStore, Place};
use crate::environment::Release;
use crate::error_text::Stack;
use std::path::{Path, PathBuf};

/// Where Linux distributions and macOS keep the list that is made from the trust settings (Go, `root_linux.go`; curl,
/// `configure`).
const LISTS: &[&str] = &[
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "/etc/ssl/cert.pem",
];

/// Prints the roots that Windows trusts, of the computer and of the user, as PEM.
const WINDOWS_ROOTS: &str = "foreach ($s in 'LocalMachine','CurrentUser') { \
    $store = New-Object System.Security.Cryptography.X509Certificates.X509Store('Root', $s); \
    $store.Open('ReadOnly'); foreach ($c in $store.Certificates) { '-----BEGIN CERTIFICATE-----'; \
    [Convert]::ToBase64String($c.RawData, 'InsertLineBreaks'); '-----END CERTIFICATE-----' } }";

/// The programs that are there.
pub(super) fn found(reader: &Reader<'_>) -> Vec<Asked> {
    [openssl, curl, git, node, java]
        .into_iter()
        .filter_map(|ask| ask(reader))
        .collect()
}

/// The list of the system, where there is one in a file.
pub(super) fn system_list(reader: &Reader<'_>) -> Option<PathBuf> {
    let there = |path: &&&str| reader.file(Path::new(path)).is_ok();
    LISTS.iter().find(there).map(PathBuf::from)
}

/// A store of the system; `None` where it belongs to another one.
pub(super) fn store(reader: &Reader<'_>, store: CertificateStore) -> Option<Store> {
    if !is_of(store, reader.machine.system()) {
        return None;
    }
    let ask = |program: &str, arguments: &[&str]| {
        let path = reader.machine.find(program)?;
        let text = reader.machine.ask(&path, arguments)?;
        Some(told(store.as_str(), &text))
    };
    match store {
        CertificateStore::Windows => Some((
            None,
            ask("powershell", &["-NoProfile", "-Command", WINDOWS_ROOTS]),
        )),
        CertificateStore::Keychain => Some((
            None,
            ask(
                "security",
                &[
                    "find-certificate",
                    "-a",
                    "-p",
                    "/System/Library/Keychains/SystemRootCertificates.keychain",
                ],
            ),
        )),
        CertificateStore::Linux => {
            let list = system_list(reader)?;
            let roots = reader.file(&list).ok();
            Some((Some(list), roots))
        }
    }
}

fn openssl(reader: &Reader<'_>) -> Option<Asked> {
    let path = reader.machine.find("openssl")?;
    let version = reader.machine.ask(&path, &["version", "-a"])?;
    let mut asked = Asked::new(Stack::OpensslSClient, first_release(&version), &path);
    let folder = version.lines().find_map(|line| {
        let folder = line.strip_prefix("OPENSSLDIR:")?.trim().trim_matches('"');
        Some(PathBuf::from(folder))
    })?;
    asked.files = vec![(CaFile::OpensslDefault, folder.join("cert.pem"))];
    Some(asked)
}

fn curl(reader: &Reader<'_>) -> Option<Asked> {
    let path = reader.machine.find("curl")?;
    let version = reader.machine.ask(&path, &["--version"])?;
    let mut asked = Asked::new(Stack::Curl, first_release(&version), &path);
    asked.profile = "curl";
    Some(asked)
}

fn git(reader: &Reader<'_>) -> Option<Asked> {
    let path = reader.machine.find("git")?;
    let version = reader.machine.ask(&path, &["--version"])?;
    let mut asked = Asked::new(Stack::Git, first_release(&version), &path);
    asked.profile = "curl";
    let set = reader
        .machine
        .ask(&path, &["config", "--get", "--path", "http.sslCAInfo"]);
    let set = set.and_then(|text| text.lines().next().map(str::to_owned));
    if let Some(file) = set.filter(|file| !file.is_empty()) {
        let place = Place::Setting(CaSetting::GitSslCaInfo);
        asked.settings = vec![(place, PathBuf::from(file))];
    }
    Some(asked)
}

fn node(reader: &Reader<'_>) -> Option<Asked> {
    let path = reader.machine.find("node")?;
    let script =
        "console.log(process.version); console.log(require('tls').rootCertificates.join('\\n'))";
    let answer = reader.machine.ask(&path, &["-e", script])?;
    let mut asked = Asked::new(Stack::Node, first_release(&answer), &path);
    asked.profile = "node";
    let built_in = Place::File(CaFile::BuiltIn);
    asked.told = vec![(built_in, told("node", &answer))];
    Some(asked)
}

fn java(reader: &Reader<'_>) -> Option<Asked> {
    let path = reader.machine.find("java")?;
    let answer = reader
        .machine
        .ask(&path, &["-XshowSettings:properties", "-version"])?;
    let property = |name: &str| {
        answer.lines().find_map(|line| {
            let (key, value) = line.split_once('=')?;
            (key.trim() == name).then(|| value.trim().to_owned())
        })
    };
    let release = property("java.version").and_then(|version| Release::parse(&version));
    let mut asked = Asked::new(Stack::Java, release, &path);
    asked.profile = "java";
    let home = PathBuf::from(property("java.home")?);
    asked.files = vec![(CaFile::JavaCacerts, home.join("lib/security/cacerts"))];
    Some(asked)
}

/// The first word of an answer that is a release: `curl 7.88.1 (…)`, `v20.11.0`.
fn first_release(text: &str) -> Option<Release> {
    text.split_whitespace()
        .take(8)
        .filter(|word| word.contains('.'))
        .find_map(Release::parse)
}
