//! `cargo xtask known-roots`: writes the table of known roots that is compiled in.

mod archive;
mod dates;
mod early;
mod history;
mod pem;
mod upstream;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use certwhy::known::{Encoded, KnownRoots, TableSource, encode};

/// What to say about wrong arguments.
pub(crate) const USAGE: &str =
    "cargo xtask known-roots [--history FILE]   write the table from a root history
cargo xtask known-roots --refresh          add releases that upstream has and the table lacks
cargo xtask known-roots --check            only say whether there are any; exit code 1 when so";

const DEFAULT_HISTORY: &str = "../../shared/data/root-history.json.gz";

/// Runs the task.
pub(crate) fn run(args: &[&str]) -> Result<ExitCode, String> {
    match args {
        [] => from_history(&Path::new(env!("CARGO_MANIFEST_DIR")).join(DEFAULT_HISTORY)),
        ["--history", file] => from_history(Path::new(file)),
        ["--refresh"] => refresh(),
        ["--check"] => check(),
        _ => Err(format!("usage:\n{USAGE}")),
    }
}

fn from_history(history: &Path) -> Result<ExitCode, String> {
    write(&history::read(history)?)?;
    Ok(ExitCode::SUCCESS)
}

fn refresh() -> Result<ExitCode, String> {
    // The table itself is the history so far: no other file is needed to go on from it.
    let mut source = TableSource::from(&KnownRoots::built_in());
    let newer = upstream::newer_than(&source)?;
    if newer.is_empty() {
        println!("up to date: upstream has nothing newer");
        return Ok(ExitCode::SUCCESS);
    }
    for release in &newer {
        let roots = source.roots.len();
        let files = upstream::add(&mut source, release)?;
        let new_roots = source.roots.len() - roots;
        println!("added {release}: {files} bundle files, {new_roots} new roots");
    }
    write(&source)?;
    Ok(ExitCode::SUCCESS)
}

fn check() -> Result<ExitCode, String> {
    let newer = upstream::newer_than(&TableSource::from(&KnownRoots::built_in()))?;
    for release in &newer {
        println!("upstream has something newer: {release}");
    }
    if newer.is_empty() {
        println!("up to date: upstream has nothing newer");
        return Ok(ExitCode::SUCCESS);
    }
    Ok(ExitCode::FAILURE)
}

fn write(source: &TableSource) -> Result<(), String> {
    let Encoded { facts, der } = encode(source);
    let folder = data_folder();
    for (name, octets) in [("facts.bin", &facts), ("roots.der.bin", &der)] {
        let path = folder.join(name);
        fs::write(&path, octets).map_err(|error| format!("{}: {error}", path.display()))?;
        println!("{}: {} octets", path.display(), octets.len());
    }
    let (roots, releases) = (source.roots.len(), source.releases.len());
    println!(
        "{roots} roots in {} bundles of {releases} releases",
        source.bundles.len()
    );
    Ok(())
}

fn data_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/known/data")
}

#[cfg(test)]
mod tests;
