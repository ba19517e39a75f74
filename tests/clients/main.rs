//! Real clients: programs from PyPI fail with an old store, and what certwhy prints cures them.
//!
//! Runs without the test harness, whose tests hide what they print when they pass: whoever reads the output must see
//! how many cases were run.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "clippy.toml allows these in tests, but does not see that this is one"
)]

mod case;
mod cases;
mod folder;
mod guidance;
mod mock;
mod packages;
mod program;
mod site;

use case::{Case, World};
use cases::CASES;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let cases = chosen(&arguments);
    if arguments.iter().any(|argument| argument == "--list") {
        for case in cases {
            println!("{}: test", case.name);
        }
        return ExitCode::SUCCESS;
    }
    if cases.is_empty() {
        println!("real clients: 0 of {ALL} cases run: none is named so");
        return ExitCode::SUCCESS;
    }
    match packages::install() {
        Ok(python) => run(&World::new(python), &cases),
        Err(reason) => {
            println!("SKIPPED: real clients: 0 of {ALL} cases run: {reason}");
            ExitCode::SUCCESS
        }
    }
}

/// How many cases there are, chosen or not.
const ALL: usize = CASES.len();

/// Options of the test harness that a value follows.
const WITH_VALUE: &[&str] = &[
    "--color",
    "--format",
    "--logfile",
    "--skip",
    "--test-threads",
    "-Z",
];

/// The cases that `cargo test FILTER` means: all without a filter. Options are for the harness of other tests.
fn chosen(arguments: &[String]) -> Vec<&'static Case> {
    let mut filters = Vec::new();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        if WITH_VALUE.contains(&argument.as_str()) {
            rest.next();
        } else if !argument.starts_with('-') {
            filters.push(argument);
        }
    }
    let wanted = |case: &&Case| filters.iter().any(|filter| case.name.contains(*filter));
    CASES
        .iter()
        .filter(|case| filters.is_empty() || wanted(case))
        .collect()
}

fn run(world: &World, cases: &[&Case]) -> ExitCode {
    let mut failed = 0;
    for case in cases {
        // The message of a failed assertion stands above the line of its case.
        let passed = catch_unwind(AssertUnwindSafe(|| case.run(world))).is_ok();
        println!(
            "real client: {} ... {}",
            case.name,
            if passed { "ok" } else { "FAILED" }
        );
        failed += usize::from(!passed);
    }
    println!(
        "real clients: {} of {ALL} cases run, {failed} failed",
        cases.len()
    );
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
