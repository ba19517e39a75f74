//! The page in real browsers: Chromium and Firefox, over a server and from a file.
//!
//! `cargo xtask test` builds the page and runs this. To run it on the page that stands in `dist/`:
//! `CERTWHY_XTASK=target/debug/xtask cargo test --test browser [chromium|firefox|served|file|NAME]...`
//! Without a browser it says so, and on a build server (`CI=true`) it fails.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "clippy.toml allows these in tests, but does not see that this is one"
)]

mod axe;
mod browser;
mod cases;
mod http;
mod measure;
mod memory;
mod native;
mod page;
mod relay;
mod samples;
mod session;
mod world;

use std::path::PathBuf;
use std::process::ExitCode;

/// The variable that names the program `xtask`, which serves the page. Without it nothing is run.
pub(crate) const XTASK: &str = "CERTWHY_XTASK";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let filters: Vec<&str> = arguments
        .iter()
        .map(String::as_str)
        .filter(|argument| !argument.starts_with('-'))
        .collect();
    if std::env::var_os(XTASK).is_none() {
        println!("SKIPPED: the page in browsers: `cargo xtask test` builds it and sets {XTASK}");
        return ExitCode::SUCCESS;
    }
    let done = world::run(&filters);
    println!(
        "the page in browsers: {} cases run, {} failed, {} browsers skipped",
        done.run,
        done.failed,
        done.skipped.len()
    );
    for skipped in &done.skipped {
        println!("SKIPPED: {skipped}");
    }
    let must_run = std::env::var("CI").is_ok_and(|value| value == "true");
    if done.failed == 0 && (done.skipped.is_empty() || !must_run) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// A folder under the repository's `target/`, where these tests keep what they install and save.
pub(crate) fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("target")
        .join(name)
}
