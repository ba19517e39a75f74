//! The library as WebAssembly, in two modules: what a visitor waits for, and the engine that comes after it.

use crate::toolchain::{add_wasm_target, cargo, remapped, root};
use serde::Deserialize;
use std::path::PathBuf;
use std::process::{Command, Stdio};

const ARGUMENTS: &[&str] = &[
    "build",
    "--package",
    "certwhy",
    "--lib",
    "--profile",
    "web",
    "--target",
    "wasm32-unknown-unknown",
    "--no-default-features",
    "--message-format",
    "json-render-diagnostics",
];

/// One of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Module {
    /// The elements, and a first verdict.
    Page,
    /// Everything that explains.
    Engine,
}

impl Module {
    /// What `www/start.js` calls it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Engine => "engine",
        }
    }

    /// What the compiler optimises for: the first is waited for, the second is to be quick.
    const fn optimisation(self) -> &'static str {
        match self {
            Self::Page => "z",
            Self::Engine => "3",
        }
    }

    /// The feature of the library that it is.
    const fn feature(self) -> &'static str {
        match self {
            Self::Page => "web",
            Self::Engine => "worker",
        }
    }
}

/// Compiles it; what it returns still needs its glue.
pub(super) fn wasm(module: Module) -> Result<Vec<u8>, String> {
    add_wasm_target()?;
    println!("compiling for WebAssembly: {}", module.name());
    // A folder for each: cargo gives both the same file name, and would compile both again at every build.
    let folder = root().join("target/page").join(module.name());
    let output = Command::new(cargo())
        .args(ARGUMENTS)
        .args(["--features", module.feature()])
        .env("CARGO_PROFILE_WEB_OPT_LEVEL", module.optimisation())
        .env("CARGO_ENCODED_RUSTFLAGS", remapped()?)
        .arg("--target-dir")
        .arg(folder)
        .current_dir(root())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("cargo did not start: {error}"))?;
    if !output.status.success() {
        return Err("the library did not compile for WebAssembly".to_owned());
    }
    let messages = String::from_utf8_lossy(&output.stdout);
    let path = artifact(&messages).ok_or("cargo named no .wasm file")?;
    std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))
}

/// What of cargo's messages matters here.
#[derive(Deserialize)]
struct Message {
    reason: String,
    #[serde(default)]
    filenames: Vec<PathBuf>,
}

/// Where cargo says that it put the file; a target folder may be anywhere.
fn artifact(messages: &str) -> Option<PathBuf> {
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Message>(line).ok())
        .filter(|message| message.reason == "compiler-artifact")
        .flat_map(|message| message.filenames)
        .rfind(|path| {
            path.extension()
                .is_some_and(|extension| extension == "wasm")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_artifact_is_the_one_that_cargo_names() {
        let messages = r#"{"reason":"compiler-artifact","filenames":["/t/libserde.rlib"]}
not a message
{"reason":"compiler-artifact","filenames":["/t/libcertwhy.rlib","/t/certwhy.wasm"]}
{"reason":"build-finished","success":true}"#;
        assert_eq!(artifact(messages), Some(PathBuf::from("/t/certwhy.wasm")));
        assert_eq!(artifact("{\"reason\":\"build-finished\"}"), None);
    }
}
