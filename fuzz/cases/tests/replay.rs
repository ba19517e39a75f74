//! Every input that once broke something, and the first of the seeds, on the stable toolchain.
#![allow(
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "clippy.toml allows these in tests, but not in what tests share"
)]

use fuzz_cases::{TARGETS, seeds};
use std::fs;
use std::path::{Path, PathBuf};

/// So many seeds of each target are run: the fuzzer runs them all.
const SEEDS: usize = 16;

fn regressions(target: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("regressions")
        .join(target);
    let Ok(entries) = fs::read_dir(&folder) else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    files
}

#[test]
fn what_once_broke_something_does_so_no_more() {
    for (target, run) in TARGETS {
        for file in regressions(target) {
            eprintln!("{}", file.display());
            run(&fs::read(&file).expect("a readable file"));
        }
    }
}

#[test]
fn seeds_break_nothing() {
    for (target, run) in TARGETS {
        let seeds = seeds::of(target);
        assert!(!seeds.is_empty(), "{target}");
        for (name, seed) in seeds.iter().step_by(seeds.len().div_ceil(SEEDS)) {
            eprintln!("{target}: {name}");
            run(seed);
        }
    }
}

/// A folder whose name is no target's would never be run.
#[test]
fn every_folder_is_a_targets() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("regressions");
    for entry in fs::read_dir(folder).expect("the folder of regressions") {
        let name = entry.expect("an entry").file_name();
        let is_known = |(target, _): &(&str, fuzz_cases::Run)| name.to_str() == Some(target);
        assert!(TARGETS.iter().any(is_known), "{}", name.display());
    }
}
