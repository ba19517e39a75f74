//! `cargo xtask fuzz`: the fuzz targets, from their seeds and from what once broke something.

use crate::toolchain::{cargo, root};
use std::path::PathBuf;
use std::process::{Command, ExitCode};

/// How the task is called.
pub(crate) const USAGE: &str = "  cargo xtask fuzz [TARGET…] [--minutes N | --seconds N]     the fuzz targets, ten minutes each; wants a nightly toolchain";

/// Every target: what has most to find comes first.
const TARGETS: &[&str] = &[
    "recognition",
    "explain",
    "extensions",
    "key_stores",
    "html",
    "repair",
];
/// Of each target, unless told otherwise.
const USUAL_SECONDS: u32 = 600;
/// Of each target, among all other tests.
const SHORT_SECONDS: u32 = 15;
/// The longest that one input may take, in seconds, on a machine with other work; and the most memory, in MiB.
const LIMITS: [&str; 2] = ["-timeout=30", "-rss_limit_mb=2048"];
/// All code is safe, so that a sanitizer finds nothing and costs half of the speed.
const SANITIZER: [&str; 2] = ["--sanitizer", "none"];

/// Runs the task.
pub(crate) fn run(arguments: &[&str]) -> Result<ExitCode, String> {
    let asked = Asked::read(arguments)?;
    if let Some(lacking) = lacking() {
        return Err(lacking);
    }
    fuzz(&asked)?;
    Ok(ExitCode::SUCCESS)
}

/// The short run among the tests. Without a nightly toolchain it says so; what once broke something is run on stable anyway.
pub(crate) fn check() -> Result<(), String> {
    println!("\n== fuzz targets");
    if let Some(lacking) = lacking() {
        eprintln!(
            "SKIPPED: fuzz targets: {lacking}; only what once broke something was run, by the tests"
        );
        return Ok(());
    }
    fuzz(&Asked {
        targets: TARGETS.to_vec(),
        seconds: SHORT_SECONDS,
        // The same inputs in the same order each time: a gate is no lottery.
        seed: Some(1),
    })
}

/// What is to be run.
struct Asked {
    targets: Vec<&'static str>,
    seconds: u32,
    /// Where chance starts; anywhere where none is given.
    seed: Option<u32>,
}

impl Asked {
    fn read(arguments: &[&str]) -> Result<Self, String> {
        let mut asked = Self {
            targets: Vec::new(),
            seconds: USUAL_SECONDS,
            seed: None,
        };
        let usage = || format!("usage:\n{USAGE}\nThe targets are {}.", TARGETS.join(", "));
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            let unit = match *argument {
                "--minutes" => 60,
                "--seconds" => 1,
                name => {
                    let known = TARGETS.iter().find(|target| **target == name);
                    asked.targets.push(known.ok_or_else(usage)?);
                    continue;
                }
            };
            let number = arguments.next().and_then(|number| number.parse().ok());
            asked.seconds = number
                .and_then(|number: u32| number.checked_mul(unit))
                .ok_or_else(usage)?;
        }
        if asked.targets.is_empty() {
            asked.targets = TARGETS.to_vec();
        }
        Ok(asked)
    }
}

fn fuzz(asked: &Asked) -> Result<(), String> {
    done(fuzzer("build").args(SANITIZER), "the build of the targets")?;
    let cases = folder("cases");
    for target in &asked.targets {
        println!("\n== {target}: {} s", asked.seconds);
        let corpus = folder("corpus").join(target);
        let seeds = Command::new(cargo())
            .args([
                "run",
                "--quiet",
                "--package",
                "fuzz-cases",
                "--",
                "seeds",
                target,
            ])
            .arg(&corpus)
            .status();
        if !seeds.is_ok_and(|status| status.success()) {
            return Err(format!("{target}: the seeds were not written"));
        }
        let known = cases.join("regressions").join(target);
        let mut command = fuzzer("run");
        command.args(SANITIZER).arg(target).arg(corpus);
        command.args(known.is_dir().then_some(known));
        command
            .args(["--", "-print_final_stats=1"])
            .args(LIMITS)
            .arg(format!("-max_total_time={}", asked.seconds))
            .args(asked.seed.map(|seed| format!("-seed={seed}")))
            .arg(format!(
                "-dict={}",
                cases.join("src/seeds/dictionary.txt").display()
            ));
        done(&mut command, target)?;
    }
    Ok(())
}

/// A command of cargo-fuzz, by the nightly toolchain.
fn fuzzer(command: &str) -> Command {
    // Not the cargo that runs this task: that one is of another toolchain.
    let mut fuzzer = Command::new("cargo");
    fuzzer.args(["+nightly", "fuzz", command, "--fuzz-dir"]);
    fuzzer
        .arg(folder(""))
        .env_remove("CARGO")
        .env_remove("RUSTC");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let own = root().join("target/tools/bin");
    let paths = std::iter::once(own).chain(std::env::split_paths(&path));
    if let Ok(paths) = std::env::join_paths(paths) {
        fuzzer.env("PATH", paths);
    }
    fuzzer
}

/// What is not here and cannot be installed, if anything.
fn lacking() -> Option<String> {
    let nightly = Command::new("cargo")
        .args(["+nightly", "--version"])
        .output();
    if !nightly.is_ok_and(|output| output.status.success()) {
        return Some("there is no nightly toolchain (rustup toolchain install nightly)".to_owned());
    }
    let compiler = Command::new("c++").arg("--version").output();
    if !compiler.is_ok_and(|output| output.status.success()) {
        return Some("there is no C++ compiler, with which libFuzzer is built".to_owned());
    }
    let is_here = || {
        let output = fuzzer("--version").output();
        output.is_ok_and(|output| output.status.success())
    };
    if !is_here() {
        println!("installing cargo-fuzz");
        let _installed = Command::new(cargo())
            .args(["install", "--quiet", "--locked", "cargo-fuzz", "--root"])
            .arg(root().join("target/tools"))
            .status();
    }
    (!is_here()).then(|| "cargo-fuzz is not here, and was not installed".to_owned())
}

/// A folder of the fuzzer's.
fn folder(name: &str) -> PathBuf {
    root().join("fuzz").join(name)
}

fn done(command: &mut Command, what: &str) -> Result<(), String> {
    let status = command
        .status()
        .map_err(|error| format!("cargo did not start: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!(
            "{what} failed. An input that broke something is in fuzz/artifacts; put it into fuzz/cases/regressions once it is mended"
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_and_times_are_read() {
        let read = |arguments: &[&str]| {
            let asked = Asked::read(arguments).ok()?;
            Some((asked.targets, asked.seconds))
        };
        assert_eq!(read(&[]), Some((TARGETS.to_vec(), 600)));
        assert_eq!(read(&["html", "--minutes", "2"]), Some((vec!["html"], 120)));
        assert_eq!(
            read(&["--seconds", "5", "html", "repair"]),
            Some((vec!["html", "repair"], 5))
        );
        for wrong in [&["nothing"][..], &["--seconds"], &["--minutes", "many"]] {
            assert_eq!(read(wrong), None, "{wrong:?}");
        }
    }
}
