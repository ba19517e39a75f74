//! The proof that a release can be made again: the sources are copied to two folders with names of different length, each is
//! built with a target folder of its own, and every file has to have the same bytes.

use super::below;
use crate::toolchain::{ROOT, root};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The two folders, below `target/release-check`.
const COPIES: [&str; 2] = ["a", "another-folder-with-a-longer-name"];

/// Builds twice and compares.
pub(super) fn check() -> Result<(), String> {
    let mut made = Vec::new();
    for name in COPIES {
        let copy = root().join("target/release-check").join(name);
        copy_sources(&copy)?;
        println!("building in {}", copy.display());
        made.push(built(&copy)?);
    }
    let [one, other] = made.as_slice() else {
        return Err("two were built".to_owned());
    };
    compare(one, other)?;
    println!("\nthe same bytes twice, from two folders");
    Ok(())
}

/// Another instance of this program, for which the copy is the repository.
fn built(copy: &Path) -> Result<PathBuf, String> {
    let own = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut build = Command::new(own);
    build.arg("release").env(ROOT, copy).current_dir(copy);
    let status = build.env_remove("CARGO_TARGET_DIR").status();
    match status {
        Ok(status) if status.success() => Ok(copy.join("target/release-files")),
        Ok(_) => Err(format!("{}: the build failed", copy.display())),
        Err(error) => Err(format!("the build did not start: {error}")),
    }
}

/// What the repository holds, as it is now; what was built there before stays.
fn copy_sources(to: &Path) -> Result<(), String> {
    let listed = Command::new("git")
        .args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ])
        .current_dir(root())
        .output();
    let listed = listed.map_err(|error| format!("git did not start: {error}"))?;
    let names = String::from_utf8_lossy(&listed.stdout).into_owned();
    for name in names.split('\0').filter(|name| !name.is_empty()) {
        let (from, to) = (root().join(name), to.join(name));
        let failed = |error: std::io::Error| format!("{}: {error}", to.display());
        if !from.is_file() {
            continue;
        }
        fs::create_dir_all(to.parent().unwrap_or(&to)).map_err(failed)?;
        fs::copy(&from, &to).map_err(failed)?;
    }
    Ok(())
}

fn compare(one: &Path, other: &Path) -> Result<(), String> {
    let names = |folder: &Path| -> Result<Vec<PathBuf>, String> {
        let files = below(folder)?;
        let inner = files
            .iter()
            .filter_map(|path| path.strip_prefix(folder).ok());
        Ok(inner.map(Path::to_path_buf).collect())
    };
    let (ours, theirs) = (names(one)?, names(other)?);
    if ours != theirs {
        return Err("the two builds have different files".to_owned());
    }
    let read =
        |path: PathBuf| fs::read(&path).map_err(|error| format!("{}: {error}", path.display()));
    let mut different = Vec::new();
    for name in ours {
        if read(one.join(&name))? != read(other.join(&name))? {
            different.push(name.display().to_string());
        }
    }
    if different.is_empty() {
        Ok(())
    } else {
        Err(format!("not the same bytes: {}", different.join(", ")))
    }
}
