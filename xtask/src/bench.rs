//! `cargo xtask bench`: the whole process of `certwhy explain` beside `openssl verify`, on the same files, in turn; and the
//! verdict on each case of a conformance suite beside rustls-webpki.

use crate::toolchain::root;
use certwhy::input::to_pem;
use certwhy::known::KnownRoots;
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

/// How the task is called.
pub(crate) const USAGE: &str = "  cargo xtask bench             certwhy explain beside openssl verify, and beside rustls-webpki: medians and ratios";

/// Pairs of runs that are counted; one pair before them is not.
const PAIRS: usize = 15;

/// 2024-01-15, when the example chain was in use.
const AT: (&str, &str) = ("2024-01-15", "1705276800");

const HOST: &str = "s3.amazonaws.com";

/// Runs the task.
pub(crate) fn run(arguments: &[&str]) -> Result<ExitCode, String> {
    if !arguments.is_empty() {
        return Err(format!("usage:\n{USAGE}"));
    }
    let files = Files::write()?;
    build()?;
    let mut pairs = Vec::new();
    for _ in 0..=PAIRS {
        pairs.push((timed(certwhy(&files))?, timed(openssl(&files))?));
    }
    let counted = pairs.get(1..).unwrap_or_default();
    let certwhy = median(counted.iter().map(|pair| pair.0.as_secs_f64()).collect());
    let openssl = median(counted.iter().map(|pair| pair.1.as_secs_f64()).collect());
    let ratio = median(
        counted
            .iter()
            .map(|pair| pair.0.as_secs_f64() / pair.1.as_secs_f64())
            .collect(),
    );
    println!(
        "whole process, median of {PAIRS} pairs in turn; newest public bundle, a chain of four certificates"
    );
    println!("  certwhy explain  {:6.1} ms", certwhy * 1e3);
    println!("  openssl verify   {:6.1} ms", openssl * 1e3);
    println!("  ratio            {ratio:6.2}");
    beside_rustls()
}

/// The test that measures the conformance suite; it says so where the suite is not at hand.
fn beside_rustls() -> Result<ExitCode, String> {
    let test = [
        "test",
        "--release",
        "--package",
        "certwhy",
        "--test",
        "conformance",
    ];
    let measured = Command::new(env!("CARGO"))
        .args(test)
        .args(["--", "--ignored", "--nocapture", "time_beside_rustls"])
        .status()
        .map_err(|error| format!("cargo did not start: {error}"))?;
    if measured.success() {
        Ok(ExitCode::SUCCESS)
    } else {
        Err("the comparison with rustls-webpki failed".to_owned())
    }
}

/// What both programs read.
struct Files {
    bundle: PathBuf,
    chain: PathBuf,
    target: PathBuf,
    intermediates: PathBuf,
}

impl Files {
    fn write() -> Result<Self, String> {
        let folder = root().join("target/bench");
        let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
        std::fs::create_dir_all(&folder).map_err(failed)?;
        let chain = root().join("examples/s3-chain-2024-01.pem");
        let text = std::fs::read_to_string(&chain).map_err(failed)?;
        let (target, intermediates) = text
            .split_once("-----BEGIN CERTIFICATE-----")
            .and_then(|(_, first)| first.split_once("-----BEGIN CERTIFICATE-----"))
            .ok_or("the example chain has fewer than two certificates")?;
        let known = KnownRoots::built_in();
        let bundle: String = known
            .newest()
            .members()
            .filter_map(|root| root.der().map(to_pem))
            .collect();
        let begin = "-----BEGIN CERTIFICATE-----";
        let files = Self {
            bundle: folder.join("bundle.pem"),
            chain,
            target: folder.join("target.pem"),
            intermediates: folder.join("intermediates.pem"),
        };
        std::fs::write(&files.bundle, bundle).map_err(failed)?;
        std::fs::write(&files.target, format!("{begin}{target}")).map_err(failed)?;
        std::fs::write(&files.intermediates, format!("{begin}{intermediates}")).map_err(failed)?;
        Ok(files)
    }
}

fn certwhy(files: &Files) -> Command {
    let mut command = Command::new(root().join("target/release/certwhy"));
    command.args(["explain", "--host", HOST, "--at", AT.0]);
    command
        .arg("--bundle")
        .arg(&files.bundle)
        .arg("--chain")
        .arg(&files.chain);
    command
}

fn openssl(files: &Files) -> Command {
    let mut command = Command::new("openssl");
    command.args([
        "verify",
        "-purpose",
        "sslserver",
        "-auth_level",
        "1",
        "-verify_hostname",
        HOST,
    ]);
    command.args(["-attime", AT.1, "-no-CApath", "-no-CAstore"]);
    command
        .arg("-CAfile")
        .arg(&files.bundle)
        .arg("-untrusted")
        .arg(&files.intermediates)
        .arg(&files.target);
    command
}

fn timed(mut command: Command) -> Result<Duration, String> {
    let started = Instant::now();
    let status = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .map_err(|error| format!("{}: {error}", command.get_program().display()))?;
    let took = started.elapsed();
    if status.success() {
        Ok(took)
    } else {
        Err(format!(
            "{} did not accept the chain",
            command.get_program().display()
        ))
    }
}

fn build() -> Result<(), String> {
    let built = Command::new(env!("CARGO"))
        .args(["build", "--release", "--package", "certwhy"])
        .status()
        .map_err(|error| format!("cargo did not start: {error}"))?;
    if built.success() {
        Ok(())
    } else {
        Err("the release build failed".to_owned())
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle() {
        assert!((median(vec![3.0, 1.0, 2.0]) - 2.0).abs() < f64::EPSILON);
        assert!(median(Vec::new()).is_nan());
    }
}
