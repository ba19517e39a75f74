//! The programs of the Rust toolchain, and where this repository is.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// The variable that names another copy of the repository, for building in it.
pub(crate) const ROOT: &str = "CERTWHY_ROOT";

/// The root folder of the repository.
pub(crate) fn root() -> &'static Path {
    static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
        std::env::var_os(ROOT).map_or_else(
            || own.unwrap_or(Path::new(".")).to_path_buf(),
            PathBuf::from,
        )
    });
    &FOLDER
}

/// Options for rustc, as cargo's variable `CARGO_ENCODED_RUSTFLAGS` carries them, with which no path of this machine gets into
/// what is compiled: so that it is the same wherever that happens, and says nothing about where.
pub(crate) fn remapped() -> Result<String, String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let user = std::env::home_dir().map(|home| home.join(".cargo"));
    let home = home.or(user).ok_or("cargo's folder is not known")?;
    let options = [(root(), "/certwhy"), (home.as_path(), "/cargo")]
        .map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
    Ok(options.join("\u{1f}"))
}

/// The cargo that runs this task.
pub(crate) fn cargo() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// The compiler and its version, as it says itself.
pub(crate) fn compiler() -> Result<String, String> {
    let output = Command::new("rustc").arg("--version").output();
    let output = output.map_err(|error| format!("rustc did not start: {error}"))?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
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
