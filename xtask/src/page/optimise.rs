//! `wasm-opt` of Binaryen, where it is found: the page is smaller with it, and whole without it.

use crate::toolchain::root;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What rustc's output may use; an optimiser that is not told refuses it. Names that every release since 2022 knows.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What LLVM leaves behind: functions that came out equal, and what nothing calls. Measured with release 132: these make the
/// module smaller before and after brotli. `-Oz` makes it smaller by a tenth before, and larger by a twentieth after.
const PASSES: &[&str] = &[
    "--duplicate-function-elimination",
    "--duplicate-import-elimination",
    "--remove-unused-module-elements",
    "--vacuum",
];

/// The module made smaller by the first optimiser that works, or as it came. Says which.
pub(super) fn optimise(name: &str, wasm: Vec<u8>) -> Vec<u8> {
    let mut tried: Vec<String> = Vec::new();
    for program in candidates() {
        // The same program by another name fails the same way.
        let Some(version) = version(&program).filter(|version| !tried.contains(version)) else {
            continue;
        };
        match optimised(&program, &wasm) {
            Ok(smaller) => {
                println!("{name}: optimised by {version}, {}", program.display());
                return smaller;
            }
            Err(complaint) => {
                println!(
                    "{name}: {version}, {}, failed: {complaint}",
                    program.display()
                );
            }
        }
        tried.push(version);
    }
    println!(
        "{name}: not optimised, since no wasm-opt is here that works. Binaryen has it, from your system or by `npm install --global binaryen`; \
         the page is smaller with it"
    );
    wasm
}

/// What it says that it is; `None` where it is not there.
fn version(program: &Path) -> Option<String> {
    let output = Command::new(program).arg("--version").output().ok()?;
    Some(first_line(&output.stdout))
}

fn optimised(program: &Path, wasm: &[u8]) -> Result<Vec<u8>, String> {
    let folder = root().join("target").join("page");
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(&folder).map_err(failed)?;
    let (before, after) = (folder.join("before.wasm"), folder.join("after.wasm"));
    fs::write(&before, wasm).map_err(failed)?;
    let output = Command::new(program)
        .args(FEATURES)
        .args(PASSES)
        .arg(&before)
        .arg("--output")
        .arg(&after)
        .output()
        .map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(first_line(&output.stderr));
    }
    let smaller = fs::read(&after).map_err(failed)?;
    if smaller.starts_with(b"\0asm") && smaller.len() <= wasm.len() {
        Ok(smaller)
    } else {
        Err("its output is larger, or no module".to_owned())
    }
}

/// Where a `wasm-opt` may be, the nearest first.
fn candidates() -> Vec<PathBuf> {
    let file = if cfg!(windows) {
        "wasm-opt.cmd"
    } else {
        "wasm-opt"
    };
    let local = root().join("node_modules/.bin").join(file);
    let global = global_npm().map(|bin| bin.join(file));
    // The name alone is looked up on the path.
    [Some(local), Some(PathBuf::from("wasm-opt")), global]
        .into_iter()
        .flatten()
        .collect()
}

/// Where npm puts programs that were installed with `--global`; often not on the path.
fn global_npm() -> Option<PathBuf> {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let output = Command::new(npm).args(["prefix", "--global"]).output();
    let prefix = PathBuf::from(first_line(&output.ok()?.stdout));
    // On Windows the programs stand in the prefix itself.
    Some(if cfg!(windows) {
        prefix
    } else {
        prefix.join("bin")
    })
}

fn first_line(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    text.lines().next().unwrap_or_default().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_is_not_there_is_no_failure() {
        assert_eq!(version(Path::new("./no-such-wasm-opt")), None);
    }

    #[test]
    fn the_first_line_is_without_its_end() {
        assert_eq!(
            first_line(b"wasm-opt version 108\r\nmore"),
            "wasm-opt version 108"
        );
        assert_eq!(first_line(b""), "");
    }
}
