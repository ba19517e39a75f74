//! Every profile beside the real client, in hundreds of small worlds: the verdict and the kind of reason must be the same.
//!
//! `cargo xtask differential` installs the engines and runs this; `cargo xtask test` does so too. Words after `--` choose
//! engines by name. With `CERTWHY_DIFFERENTIAL_ANSWERS=FILE` the engines' answers are kept, a line of JSON each; with
//! `CERTWHY_DIFFERENTIAL_KEPT=FILE` no engine is asked, and the answers of that file are compared: each line has `engine`,
//! `client`, `reason` (`number`, `class` or `nothing`) and `answer`.
//! `CERTWHY_DIFFERENTIAL_SEED=NUMBER` asks other random worlds instead.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "clippy.toml allows these in tests, but does not see that this is one"
)]

mod ask;
mod class;
mod compare;
mod engine;
mod exceptions;
mod folder;
mod ours;
mod run;
mod rustls_engine;
mod scenario;
mod server;
mod settle;
mod source;
mod theirs;

use engine::{ENGINES, Engine};
use folder::Folder;
use std::path::Path;
use std::process::ExitCode;

/// The variable that names a file of answers.
const KEPT: &str = "CERTWHY_DIFFERENTIAL_KEPT";

fn main() -> ExitCode {
    let filters: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    let wanted = |engine: &&Engine| {
        let name = engine.name.to_lowercase();
        filters.is_empty()
            || filters
                .iter()
                .any(|filter| name.contains(&filter.to_lowercase()))
    };
    let engines: Vec<&Engine> = ENGINES.iter().filter(wanted).collect();
    if let Some(path) = std::env::var_os(KEPT) {
        return run::compare_kept(Path::new(&path));
    }
    let Some(folder) = Folder::find() else {
        println!(
            "SKIPPED: real engines: 0 of {} asked: `cargo xtask differential` installs them and sets {}",
            ENGINES.len(),
            folder::ENGINES
        );
        return ExitCode::SUCCESS;
    };
    run::run(&folder, &engines)
}
