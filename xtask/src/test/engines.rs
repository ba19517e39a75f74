//! Real engines for `tests/differential`: what each is made of, put into `target/engines` once.
//!
//! An engine that cannot be had is said loudly here, and counted by the test.

mod compile;
mod fetch;
mod here;

use super::tools::{install_packages, runs};
use crate::toolchain::{cargo, root};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

/// How the task is called.
pub(crate) const USAGE: &str = "  cargo xtask differential [ENGINE...]     every profile beside the real client; engines by a part of their name";

/// The variable by which `tests/differential` finds the engines.
const ENGINES: &str = "CERTWHY_ENGINES";

/// Something that is installed: its name in the folder, and how it gets there.
type Part = (&'static str, fn(&Path) -> Result<(), String>);

/// Folders of `target/engines` by the file that proves them complete.
const PARTS: &[Part] = &[
    ("faketime/libfaketime.so", here::faketime),
    ("python/python", here::python),
    ("python-3/python", here::python_on_openssl_3_0),
    ("python-2.7/python", here::python_2_7),
    ("openssl-1.0.2q/libcrypto.so", |to| {
        fetch::libcrypto(to, &["2.7.7", "27", "cp27mu", "manylinux1_x86_64"])
    }),
    ("openssl-1.1.1w/libcrypto.so", |to| {
        fetch::libcrypto(to, &["2.9.9", "311", "cp311", "manylinux2014_x86_64"])
    }),
    ("openssl-3.5.8/libcrypto.so", |to| {
        fetch::libcrypto(to, &["2.9.13", "311", "cp311", "manylinux2014_x86_64"])
    }),
    ("openssl-3.0/libcrypto.so", here::libcrypto_3_0),
    ("node-0.10.25/node", |to| fetch::node(to, "0.10.25")),
    ("node-0.10.48/node", |to| fetch::node(to, "0.10.48")),
    ("node-8.17.0/node", |to| fetch::node(to, "8.17.0")),
    ("node-20.20.2/node", |to| fetch::node(to, "20.20.2")),
    ("curl/curl", here::curl),
    ("gnutls/libgnutls.so", here::gnutls),
    ("nss/libnss3.so", here::nss),
];

/// Programs that drivers are compiled with or that fetch engines, and Debian's packages.
const PROGRAMS: &[(&str, &str, &str)] = &[
    ("go", "version", "golang-go"),
    ("javac", "-version", "default-jdk-headless"),
    ("npm", "--version", "npm"),
    ("curl", "--version", "curl"),
];

/// `cargo xtask differential`.
pub(crate) fn run(arguments: &[&str]) -> Result<ExitCode, String> {
    install();
    check(arguments)?;
    Ok(ExitCode::SUCCESS)
}

/// Installs what is missing and can be installed.
pub(super) fn install() {
    let started = Instant::now();
    let missing = PROGRAMS
        .iter()
        .filter(|(program, argument, _)| !runs(program, argument));
    let missing: Vec<&str> = missing.map(|(_, _, package)| *package).collect();
    if !missing.is_empty() && !install_packages(&missing) {
        eprintln!("not here, and not installed: {}", missing.join(", "));
    }
    for (proof, get) in PARTS {
        let file = folder().join(proof);
        if file.exists() {
            continue;
        }
        println!("installing {proof}");
        let got = file
            .parent()
            .map_or(Ok(()), |to| fresh(to).and_then(|()| get(to)));
        if let Err(why) = got {
            eprintln!("SKIPPED: real engine {proof}: {why}");
        }
    }
    for (name, compiled) in [
        ("Go", compile::go(&folder())),
        ("Java", compile::java(&folder())),
    ] {
        if let Err(why) = compiled {
            eprintln!("SKIPPED: real engine {name}: {why}");
        }
    }
    println!("real engines are installed: {:.0?}", started.elapsed());
}

/// Asks all, or those that are named.
pub(super) fn check(engines: &[&str]) -> Result<(), String> {
    println!("\n== profiles beside real engines");
    let status = Command::new(cargo())
        // The features of all other tests, so that nothing is compiled twice.
        .args([
            "test",
            "--workspace",
            "--features",
            "schema",
            "--test",
            "differential",
            "--",
        ])
        .args(engines)
        .env(ENGINES, folder())
        .status()
        .map_err(|error| format!("cargo did not start: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err("profiles and real engines disagree".to_owned())
    }
}

fn folder() -> PathBuf {
    root().join("target").join("engines")
}

/// An empty folder: half of an engine is none.
fn fresh(folder: &Path) -> Result<(), String> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).map_err(|error| error.to_string())?;
    }
    std::fs::create_dir_all(folder).map_err(|error| error.to_string())
}

/// Runs a command to its end; its complaint where it fails.
fn finish(command: &mut Command) -> Result<String, String> {
    let name = command.get_program().display().to_string();
    let output = command
        .output()
        .map_err(|error| format!("{name}: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(format!(
            "{name}: {}",
            String::from_utf8_lossy(&output.stderr).trim()
        ))
    }
}
