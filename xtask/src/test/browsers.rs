//! The page in real browsers: builds it, and gets what the tests drive it with.

use super::tools::{install_packages, runs};
use crate::toolchain::{cargo, root};
use std::path::PathBuf;
use std::process::{Command, ExitCode};

/// The browsers, a driver, a package manager, and a font without which Japanese has no shapes: the program, and Debian's
/// package.
const PROGRAMS: &[(&str, &str)] = &[
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("firefox-esr", "firefox-esr"),
    // Brings axe-core, which looks for what keeps people out.
    ("npm", "npm"),
];
const FONT: &str = "fonts-noto-cjk";

/// The driver of Firefox, which Debian does not have. Pinned, so that it changes when somebody looks.
const GECKODRIVER: &str = "0.37.1";

/// Installs what is missing and can be installed. What is not is said by the tests, which fail on a build server.
pub(super) fn install() {
    let missing: Vec<&str> = PROGRAMS
        .iter()
        .filter(|(program, _)| !runs(program, "--version"))
        .map(|(_, package)| *package)
        .collect();
    if !missing.is_empty() {
        let packages = [missing.as_slice(), &[FONT]].concat();
        if !install_packages(&packages) {
            eprintln!("not here, and not installed: {}", packages.join(", "));
        }
    }
    geckodriver();
}

fn geckodriver() {
    let own = tools().join("bin/geckodriver");
    if own
        .with_extension(std::env::consts::EXE_EXTENSION)
        .is_file()
        || runs("geckodriver", "--version")
    {
        return;
    }
    println!("installing geckodriver {GECKODRIVER}");
    let done = Command::new(cargo())
        .args([
            "install",
            "--quiet",
            "--locked",
            "--version",
            GECKODRIVER,
            "--root",
        ])
        .arg(tools())
        .arg("geckodriver")
        .status();
    if !done.is_ok_and(|status| status.success()) {
        eprintln!("not here, and not installed: geckodriver");
    }
}

/// Where `tests/browser` looks for programs as well.
fn tools() -> PathBuf {
    root().join("target").join("tools")
}

/// Builds the page once, and runs the tests on it.
pub(super) fn check() -> Result<(), String> {
    println!("\n== the page in browsers");
    if crate::page::build(&[])? != ExitCode::SUCCESS {
        return Err("the page was not built".to_owned());
    }
    let own = std::env::current_exe().map_err(|error| error.to_string())?;
    let status = Command::new(cargo())
        // The features of all other tests, so that nothing is compiled twice.
        .args([
            "test",
            "--workspace",
            "--features",
            "schema",
            "--test",
            "browser",
        ])
        .env("CERTWHY_XTASK", own)
        .status()
        .map_err(|error| format!("cargo did not start: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err("the page in browsers failed".to_owned())
    }
}
