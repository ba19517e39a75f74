//! Engines of this machine: linked to where they are.

use super::super::tools::install_packages;
use super::finish;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where libraries are.
const LIBRARIES: &[&str] = &[
    "/usr/lib/x86_64-linux-gnu",
    "/usr/lib/aarch64-linux-gnu",
    "/usr/lib64",
    "/usr/lib",
];

pub(super) fn faketime(to: &Path) -> Result<(), String> {
    library(
        to,
        ("libfaketime.so", "faketime/libfaketime.so.1"),
        "faketime",
    )
}

pub(super) fn gnutls(to: &Path) -> Result<(), String> {
    library(to, ("libgnutls.so", "libgnutls.so.30"), "libgnutls30")
}

pub(super) fn nss(to: &Path) -> Result<(), String> {
    library(to, ("libnss3.so", "libnss3.so"), "libnss3")
}

/// The profile is of 3.0: Debian 12 has it.
pub(super) fn libcrypto_3_0(to: &Path) -> Result<(), String> {
    let version = finish(Command::new("openssl").arg("version"))?;
    if version.contains("Library: OpenSSL 3.0.") {
        library(to, ("libcrypto.so", "libcrypto.so.3"), "libssl3")
    } else {
        Err(format!(
            "this machine has another version: {}",
            version.trim()
        ))
    }
}

/// curl, where it is built on OpenSSL 3.0.
pub(super) fn curl(to: &Path) -> Result<(), String> {
    let version = finish(Command::new("curl").arg("--version"))?;
    if version.contains("OpenSSL/3.0.") {
        link(&path_of("curl")?, &to.join("curl"))
    } else {
        Err("this machine's curl has another TLS library".to_owned())
    }
}

/// Any Python 3 that can run the drivers.
pub(super) fn python(to: &Path) -> Result<(), String> {
    link(
        &python_that("sys.version_info >= (3, 7)")?,
        &to.join("python"),
    )
}

/// A Python of the profile: 3.7 to 3.12 on OpenSSL 3.0.
pub(super) fn python_on_openssl_3_0(to: &Path) -> Result<(), String> {
    let test =
        "(3, 7) <= sys.version_info < (3, 13) and ssl.OPENSSL_VERSION.startswith('OpenSSL 3.0.')";
    link(&python_that(test)?, &to.join("python"))
}

/// A CPython 2.7, whatever it is built on: only its comparison of names is asked.
pub(super) fn python_2_7(to: &Path) -> Result<(), String> {
    link(
        &python_that("sys.version_info[:2] == (2, 7)")?,
        &to.join("python"),
    )
}

/// The program of the first Python for which this expression is true.
fn python_that(test: &str) -> Result<PathBuf, String> {
    let ask = format!("import ssl, sys; print(sys.executable if {test} else '')");
    let named = (7..13).rev().map(|minor| format!("python3.{minor}"));
    let programs = ["/usr/bin/python3", "python3", "python2.7"];
    let programs = programs.into_iter().map(PathBuf::from);
    let candidates = programs.chain(named.map(PathBuf::from)).chain(of_pyenv());
    candidates
        .filter_map(|python| finish(Command::new(python).args(["-c", &ask])).ok())
        .map(|path| path.trim().to_owned())
        .find(|path| !path.is_empty())
        .map(PathBuf::from)
        .ok_or_else(|| format!("no Python here with {test}"))
}

/// Interpreters that pyenv has installed.
fn of_pyenv() -> Vec<PathBuf> {
    let home = || std::env::var_os("HOME").map(|home| Path::new(&home).join(".pyenv"));
    let root = std::env::var_os("PYENV_ROOT")
        .map(PathBuf::from)
        .or_else(home);
    let versions = root.and_then(|root| std::fs::read_dir(root.join("versions")).ok());
    let mut pythons: Vec<PathBuf> = versions
        .into_iter()
        .flatten()
        .flatten()
        .map(|version| version.path().join("bin").join("python"))
        .collect();
    pythons.sort();
    pythons
}

fn path_of(program: &str) -> Result<PathBuf, String> {
    let said = finish(Command::new("sh").args(["-c", &format!("command -v {program}")]))?;
    Ok(PathBuf::from(said.trim()))
}

/// Links a library; installs Debian's package where it is missing.
fn library(to: &Path, (name, file): (&str, &str), package: &str) -> Result<(), String> {
    let find = || {
        let paths = LIBRARIES.iter().map(|folder| Path::new(folder).join(file));
        paths.into_iter().find(|path| path.exists())
    };
    let found = find().or_else(|| install_packages(&[package]).then(find).flatten());
    let found = found.ok_or_else(|| format!("{file} is not here"))?;
    link(&found, &to.join(name))
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> Result<(), String> {
    std::os::unix::fs::symlink(from, to).map_err(|error| format!("{}: {error}", to.display()))
}

#[cfg(not(unix))]
fn link(_from: &Path, to: &Path) -> Result<(), String> {
    Err(format!("{}: engines are asked on Linux only", to.display()))
}
