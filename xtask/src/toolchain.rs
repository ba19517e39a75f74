//! The programs of the Rust toolchain, and where this repository is.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

/// The root folder of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap_or(Path::new("."))
}

/// The cargo that runs this task.
pub(crate) fn cargo() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// Whether the toolchain is rustup's.
pub(crate) fn has_rustup() -> bool {
    Command::new("rustup").arg("--version").output().is_ok()
}

/// Adds the target of the page where it is missing. Without rustup it is expected to be there.
pub(crate) fn add_wasm_target() -> Result<(), String> {
    if has_rustup() {
        rustup(&["target", "add", "wasm32-unknown-unknown"])
    } else {
        Ok(())
    }
}

/// Runs rustup, quietly unless it fails.
pub(crate) fn rustup(arguments: &[&str]) -> Result<(), String> {
    let output = Command::new("rustup")
        .args(arguments)
        .output()
        .map_err(|error| format!("rustup did not start: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    Err(format!(
        "rustup {} failed: {complaint}",
        arguments.join(" ")
    ))
}
