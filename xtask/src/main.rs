//! Tasks of this repository.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a task talks to the terminal"
)]
#![allow(
    clippy::disallowed_methods,
    reason = "a task reads files and the environment"
)]

mod bench;
mod document;
mod fuzz;
mod known_roots;
mod page;
mod release;
mod shipped;
mod supply;
mod test;
mod toolchain;

use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args.as_slice() {
        ["build", rest @ ..] => page::build(rest),
        ["serve", rest @ ..] => page::serve(rest),
        ["known-roots", rest @ ..] => known_roots::run(rest),
        ["test", rest @ ..] => test::run(rest),
        ["differential", rest @ ..] => test::differential(rest),
        ["bench", rest @ ..] => bench::run(rest),
        ["release", rest @ ..] => release::run(rest),
        ["supply-chain", rest @ ..] => supply::run(rest),
        ["fuzz", rest @ ..] => fuzz::run(rest),
        _ => Err(format!(
            "usage:\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}",
            page::USAGE,
            test::USAGE,
            test::DIFFERENTIAL,
            bench::USAGE,
            release::USAGE,
            supply::USAGE,
            fuzz::USAGE,
            known_roots::USAGE
        )),
    };
    done.unwrap_or_else(|complaint| {
        eprintln!("{complaint}");
        ExitCode::from(2)
    })
}
