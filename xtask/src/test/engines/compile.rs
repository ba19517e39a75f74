//! Drivers in compiled languages: compiled again when their source has changed.

use super::{finish, fresh};
use crate::toolchain::root;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The driver of Go's `crypto/x509`.
pub(super) fn go(engines: &Path) -> Result<(), String> {
    compile("verify.go", &engines.join("go"), |source, to| {
        let mut go = Command::new("go");
        go.args(["build", "-o"]).arg(to.join("verify")).arg(source);
        // A file without a module, and nothing to download.
        go.env("GO111MODULE", "off").env("GOFLAGS", "");
        go
    })
}

/// The driver of Java's trust manager.
pub(super) fn java(engines: &Path) -> Result<(), String> {
    compile("Verify.java", &engines.join("java"), |source, to| {
        let mut java = Command::new("javac");
        java.arg("-d").arg(to).arg(source);
        java
    })
}

fn compile(
    name: &str,
    to: &Path,
    command: impl FnOnce(&Path, &Path) -> Command,
) -> Result<(), String> {
    let source: PathBuf = root().join("tests/differential/engines").join(name);
    let text = fs::read_to_string(&source).map_err(|error| error.to_string())?;
    let stamp = to.join("compiled.txt");
    if fs::read_to_string(&stamp).is_ok_and(|compiled| compiled == text) {
        return Ok(());
    }
    fresh(to)?;
    finish(&mut command(&source, to))?;
    fs::write(stamp, text).map_err(|error| error.to_string())
}
