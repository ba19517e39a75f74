//! What the checks need beside cargo.

use std::process::Command;

/// Adds the toolchain's own parts where they are missing. Without rustup they are expected to be there.
pub(super) fn install() -> Result<(), String> {
    if Command::new("rustup").arg("--version").output().is_err() {
        eprintln!(
            "rustup is not here: clippy, rustfmt and the target wasm32-unknown-unknown are expected to be installed"
        );
        return Ok(());
    }
    rustup(&["component", "add", "clippy", "rustfmt"])?;
    rustup(&["target", "add", "wasm32-unknown-unknown"])
}

fn rustup(arguments: &[&str]) -> Result<(), String> {
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
