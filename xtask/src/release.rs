//! `cargo xtask release`: what is given to users, the same bytes wherever it is built; and the proof of it.

mod bill;
mod twice;

use crate::page;
use crate::shipped::Part;
use crate::toolchain::{cargo, remapped, root};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// How the task is called.
pub(crate) const USAGE: &str = "  cargo xtask release [--bills | --check]   the program, the page, their bills of materials and SHA256SUMS, in target/release-files; --bills: these alone; --check: all of it twice, from two folders, and compared";

/// Runs the task.
pub(crate) fn run(arguments: &[&str]) -> Result<ExitCode, String> {
    match arguments {
        [] => {
            let folder = files();
            make(&folder)?;
            println!("\n{}", folder.display());
        }
        ["--bills"] => {
            fs::create_dir_all(files()).map_err(|error| error.to_string())?;
            bills(&files())?;
        }
        ["--check"] => twice::check()?,
        _ => return Err(format!("usage:\n{USAGE}")),
    }
    Ok(ExitCode::SUCCESS)
}

/// Where the files are put.
fn files() -> PathBuf {
    root().join("target/release-files")
}

/// Compiles and writes everything.
fn make(folder: &Path) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(failed)?;
    }
    fs::create_dir_all(folder).map_err(failed)?;
    let program = program()?;
    let name = program.file_name().unwrap_or_default();
    fs::copy(&program, folder.join(name)).map_err(failed)?;
    page::write_to(&folder.join("page"))?;
    bills(folder)?;
    let sums = sums(folder)?;
    print!("\n{sums}");
    fs::write(folder.join("SHA256SUMS"), sums).map_err(failed)
}

/// The bills of materials alone.
fn bills(folder: &Path) -> Result<(), String> {
    for part in Part::ALL {
        let path = folder.join(format!("certwhy-{}.cdx.json", part.name()));
        fs::write(&path, bill::bill(part)?)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        println!("{}", path.display());
    }
    Ok(())
}

/// The program, compiled as it ships.
fn program() -> Result<PathBuf, String> {
    let target = Part::Program.target()?;
    let build = ["build", "--locked", "--release", "--package", "certwhy"];
    // With a target, build scripts and macros are compiled without these options, and shared with other builds.
    let status = Command::new(cargo())
        .args(build)
        .args(["--bin", "certwhy", "--target", &target])
        .args(["--target-dir"])
        .arg(root().join("target/release-build"))
        .env("CARGO_ENCODED_RUSTFLAGS", remapped()?)
        .env("SOURCE_DATE_EPOCH", "0")
        .current_dir(root())
        .status();
    let status = status.map_err(|error| format!("cargo did not start: {error}"))?;
    if !status.success() {
        return Err("the program did not compile".to_owned());
    }
    let folder = root().join("target/release-build").join(target);
    let file = format!("certwhy{}", std::env::consts::EXE_SUFFIX);
    Ok(folder.join("release").join(file))
}

/// All files below a folder with their digests, as `sha256sum --check` reads them.
fn sums(folder: &Path) -> Result<String, String> {
    let mut lines = Vec::new();
    for path in below(folder)? {
        let octets = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let digest = HEXLOWER.encode(&Sha256::digest(&octets));
        let name = path.strip_prefix(folder).unwrap_or(&path);
        let name = name.display().to_string().replace('\\', "/");
        lines.push(format!("{digest}  {name}\n"));
    }
    Ok(lines.concat())
}

/// All files below a folder, in the order of their names.
fn below(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() {
            found.extend(below(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sums_are_as_other_programs_make_them() {
        let folder = std::env::temp_dir().join(format!("certwhy-sums-{}", std::process::id()));
        fs::create_dir_all(folder.join("page")).unwrap();
        fs::write(folder.join("page/a"), "abc").unwrap();
        let sums = sums(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        // FIPS 180-4, example B.1 of SHA-256.
        assert_eq!(
            sums,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  page/a\n"
        );
    }
}
