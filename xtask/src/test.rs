//! `cargo xtask test`: installs what the tests need, then runs every check that a change must pass.

mod browsers;
mod engines;
mod purity;
mod tools;

pub(crate) use engines::{USAGE as DIFFERENTIAL, run as differential};
pub(crate) use tools::install_packages;

use crate::toolchain::cargo;
use crate::{bench, supply};
use std::process::{Command, ExitCode};
use std::time::Instant;

/// How the task is called.
pub(crate) const USAGE: &str = "  cargo xtask test [--quick]     format, lints, tests, documentation, the WASM build, the page in browsers; --quick: tests alone";

/// One check, run by cargo.
struct Check {
    what: &'static str,
    arguments: &'static [&'static str],
    environment: &'static [(&'static str, &'static str)],
}

const TESTS: &[Check] = &[Check {
    what: "tests",
    arguments: &["test", "--workspace", "--features", "schema"],
    environment: &[],
}];

const CHECKS: &[Check] = &[
    Check {
        what: "format",
        arguments: &["fmt", "--all", "--check"],
        environment: &[],
    },
    Check {
        what: "lints",
        arguments: &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--features",
            "schema",
            "--",
            "-D",
            "warnings",
        ],
        environment: &[],
    },
    Check {
        what: "documentation",
        arguments: &[
            "doc",
            "--workspace",
            "--no-deps",
            "--document-private-items",
        ],
        environment: &[(
            "RUSTDOCFLAGS",
            "-D warnings -A rustdoc::private_intra_doc_links",
        )],
    },
    Check {
        what: "library without features",
        arguments: &["check", "--lib", "--no-default-features"],
        environment: &[],
    },
    Check {
        what: "lints of the page: elements",
        arguments: &[
            "clippy",
            "--lib",
            "--no-default-features",
            "--features",
            "web",
            "--target",
            "wasm32-unknown-unknown",
            "--",
            "-D",
            "warnings",
        ],
        environment: &[],
    },
    Check {
        what: "lints of the page: engine",
        arguments: &[
            "clippy",
            "--lib",
            "--no-default-features",
            "--features",
            "worker",
            "--target",
            "wasm32-unknown-unknown",
            "--",
            "-D",
            "warnings",
        ],
        environment: &[],
    },
];

/// Runs the task.
pub(crate) fn run(arguments: &[&str]) -> Result<ExitCode, String> {
    let checks: Vec<&Check> = match arguments {
        [] => {
            tools::install()?;
            browsers::install();
            engines::install();
            CHECKS.iter().chain(TESTS).collect()
        }
        ["--quick"] => TESTS.iter().collect(),
        _ => return Err(format!("usage:\n{USAGE}")),
    };
    for check in checks {
        run_check(check)?;
    }
    if arguments.is_empty() {
        engines::check(&[])?;
        browsers::check()?;
        bench::instructions::check()?;
        crate::fuzz::check()?;
    }
    purity::check()?;
    supply::check()?;
    println!("\nall checks passed");
    Ok(ExitCode::SUCCESS)
}

fn run_check(check: &Check) -> Result<(), String> {
    println!("\n== {}", check.what);
    let started = Instant::now();
    let status = Command::new(cargo())
        .args(check.arguments)
        .envs(check.environment.iter().copied())
        .status()
        .map_err(|error| format!("cargo did not start: {error}"))?;
    println!("== {}: {:.0?}", check.what, started.elapsed());
    if status.success() {
        Ok(())
    } else {
        Err(format!("{} failed", check.what))
    }
}
