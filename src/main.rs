//! The `certwhy` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    certwhy::cli::run(std::env::args_os())
}
