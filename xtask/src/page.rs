//! `cargo xtask build` writes the page to `dist/`; `cargo xtask serve` shows it on this machine.

mod asset;
mod compile;
mod examples;
mod glue;
mod headers;
mod html;
mod optimise;
mod parts;
mod policy;
mod server;
mod size;
mod sizes;

use crate::toolchain::root;
use parts::Parts;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// How the tasks are called.
pub(crate) const USAGE: &str = "  cargo xtask serve [--port N] [--no-build]   builds the page and shows it on this machine; port 0: any free one
  cargo xtask build             writes the page to dist/, for any static host
  cargo xtask build --sizes     whose code the page's modules are, by crate: the tables in docs/performance.md";

/// What these tables say that they were written by.
pub(crate) const SIZES: &str = "cargo xtask build --sizes";

/// Writes `dist/`, and fails when there is too much to send.
pub(crate) fn build(arguments: &[&str]) -> Result<ExitCode, String> {
    match arguments {
        [] => {}
        ["--sizes"] => return sizes::report().map(|()| ExitCode::SUCCESS),
        _ => return Err(format!("usage:\n{USAGE}")),
    }
    let parts = Parts::make()?;
    write_all(&dist(), &parts)?;
    size::report(&html::multi_file(&parts), &parts)?;
    Ok(ExitCode::SUCCESS)
}

/// The most that may be sent before the page can answer, in octets after brotli.
pub(crate) const LIMIT: usize = size::LIMIT;

/// What a page that was written sends before it can answer, in octets after brotli.
pub(crate) fn sent_first(folder: &Path) -> Result<usize, String> {
    size::sent_first(folder)
}

/// Writes the page into another folder.
pub(crate) fn write_to(folder: &Path) -> Result<(), String> {
    let parts = Parts::make()?;
    write_all(folder, &parts)?;
    size::report(&html::multi_file(&parts), &parts)
}

/// Writes `dist/`, as large as it is, and serves it until it is stopped.
pub(crate) fn serve(arguments: &[&str]) -> Result<ExitCode, String> {
    let wanted = server::Wanted::read(arguments).ok_or_else(|| format!("usage:\n{USAGE}"))?;
    match wanted.build {
        server::Build::First => write_all(&dist(), &Parts::make()?)?,
        server::Build::Skip => {}
    }
    server::run(&dist(), wanted.port)
}

/// Where the page is written to.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

fn write_all(folder: &Path, parts: &Parts) -> Result<(), String> {
    let multi_file = html::multi_file(parts);
    let single_file = html::single_file(parts)?;
    let headers = headers::text(parts, &html::single_file_policy(parts)?);
    empty(folder)?;
    for asset in parts.assets() {
        write(folder, &asset.file_name(), &asset.content)?;
    }
    write(folder, "index.html", multi_file.as_bytes())?;
    write(folder, "certwhy.html", single_file.as_bytes())?;
    write(folder, "_headers", headers.as_bytes())?;
    println!(
        "\n{}: any static host can serve it; certwhy.html needs none",
        folder.display()
    );
    Ok(())
}

/// Leaves nothing of an earlier build. Only files: what somebody put there as a folder is not ours.
fn empty(folder: &Path) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(failed)?;
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        if entry.file_type().map_err(failed)?.is_file() {
            fs::remove_file(entry.path()).map_err(failed)?;
        }
    }
    Ok(())
}

fn write(folder: &Path, name: &str, content: &[u8]) -> Result<(), String> {
    let path = folder.join(name);
    fs::write(&path, content).map_err(|error| format!("{}: {error}", path.display()))
}
