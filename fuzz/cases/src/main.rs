//! Without the fuzzer: `seeds TARGET FOLDER` writes what fuzzing begins with, `run TARGET FILE…` runs inputs again.
#![allow(
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a tool that reads files"
)]

use fuzz_cases::{TARGETS, seeds};
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["seeds", target, folder] => seeds::write(Path::new(folder), target),
        ["dictionary", file] => fs::write(file, seeds::DICTIONARY),
        ["run", target, files @ ..] => run(target, files),
        _ => Err(io::Error::other(
            "seeds TARGET FOLDER, dictionary FILE, or run TARGET FILE…",
        )),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(target: &str, files: &[&str]) -> io::Result<()> {
    let named = TARGETS.iter().find(|(name, _)| *name == target);
    let (_, run) = named.ok_or_else(|| io::Error::other("no such target"))?;
    for file in files {
        eprintln!("{file}");
        run(&fs::read(file)?);
    }
    Ok(())
}
