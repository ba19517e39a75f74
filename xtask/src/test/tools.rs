//! What the checks need beside cargo.

use crate::toolchain::{add_wasm_target, has_rustup, rustup};
use std::process::Command;

/// Adds the toolchain's own parts where they are missing. Without rustup they are expected to be there.
pub(super) fn install() -> Result<(), String> {
    faketime();
    if !has_rustup() {
        eprintln!(
            "rustup is not here: clippy, rustfmt and the target wasm32-unknown-unknown are expected to be installed"
        );
        return Ok(());
    }
    rustup(&["component", "add", "clippy", "rustfmt"])?;
    add_wasm_target()
}

/// Debian's `faketime` lets Python see the clock of a test. Without it that comparison says that it was skipped, so a
/// failure here is no failure of the checks.
fn faketime() {
    if runs("faketime", "--version") {
        return;
    }
    if install_packages(&["faketime"]) {
        return;
    }
    eprintln!("SKIPPED: faketime is not here; tests that set Python's clock will say so");
}

/// Installs packages of Debian, where this is one and may be changed; says whether they are there now.
pub(crate) fn install_packages(names: &[&str]) -> bool {
    let user = Command::new("id").arg("-u").output();
    let may_install = user.is_ok_and(|output| output.stdout.trim_ascii() == b"0");
    let arguments = ["install", "--yes", "--no-install-recommends"];
    may_install
        && runs("apt-get", "update")
        && runs_with("apt-get", &[arguments.as_slice(), names].concat())
}

/// Whether the program is here, and goes well with this argument.
pub(super) fn runs(program: &str, argument: &str) -> bool {
    runs_with(program, &[argument])
}

fn runs_with(program: &str, arguments: &[&str]) -> bool {
    let output = Command::new(program).args(arguments).output();
    output.is_ok_and(|output| output.status.success())
}
