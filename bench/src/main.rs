//! certwhy and its peers in Rust behind one small protocol: each line on standard input is a [`Job`], each line on standard
//! output says how long one run took and what came out. `bench/peers` has the same in Go and JavaScript, and
//! `cargo xtask bench` asks two of them in turn.
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a program of its own, which reads files and answers on standard output"
)]

mod job;
mod ours;
mod parser;
mod webpki_side;

use job::{Done, Job, Ready};
use std::error::Error;
use std::io::{BufRead, Write, stdin, stdout};

/// What went wrong, for whoever started this program.
type Failed = Box<dyn Error>;

fn main() -> Result<(), Failed> {
    for line in stdin().lock().lines() {
        let job: Job = serde_json::from_str(&line?)?;
        let mut ready = prepare(&job)?;
        let done = Done::of(&mut ready);
        let mut out = stdout().lock();
        writeln!(out, "{}", serde_json::to_string(&done)?)?;
        out.flush()?;
    }
    Ok(())
}

/// Does what is not timed.
fn prepare(job: &Job) -> Result<Ready, Failed> {
    match job.task.as_str() {
        "index" => ours::index(job),
        "explain" => ours::explain_recognised(job),
        "load-explain" => ours::load_and_explain(job),
        "verdict" => ours::verdict_alone(job),
        "page" => ours::page(job),
        "messages" => Ok(ours::messages(job)),
        "webpki-index" => webpki_side::index(job),
        "webpki-verify" => webpki_side::verify(job),
        "webpki-load-verify" => webpki_side::load_and_verify(job),
        "x509-parser-index" => parser::index(job),
        other => Err(format!("no task is called {other}").into()),
    }
}
