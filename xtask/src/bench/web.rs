//! The page: its engine in WebAssembly beside the same engine compiled for this machine, and what a visitor waits for.

use super::measure::in_turn;
use super::peers;
use super::row::{Aim, Row};
use super::side::Side;
use super::world::World;
use crate::page;
use crate::toolchain::root;
use std::process::Command;

/// Rows about the page, which is built first.
pub(super) fn rows(world: &World) -> Vec<Row> {
    let folder = root().join("target/bench/page");
    let size = "all octets before the first answer, after brotli";
    let sent = match page::write_to(&folder) {
        Ok(sent) => sent,
        Err(why) => return vec![Row::not_measured("W5", size, why)],
    };
    let kibibytes = |octets: usize| f64::from(u32::try_from(octets).unwrap_or(u32::MAX)) / 1024.0;
    let limits = (kibibytes(sent), kibibytes(page::LIMIT));
    let warm =
        "the page's answer in WebAssembly in Node, warm, beside the same compiled for this machine";
    let mut engine = Command::new("node");
    engine
        .arg(root().join("bench/peers/engine.mjs"))
        .arg(&folder);
    let compared = compared((warm, world), engine);
    vec![
        compared.unwrap_or_else(|why| Row::not_measured("W2", warm, why)),
        Row::limited(("W5", size), limits, "KiB"),
    ]
}

fn compared((what, world): (&str, &World), engine: Command) -> Result<Row, String> {
    let mut native = Side::start("certwhy", Command::new(peers::rust()?))?;
    let mut wasm = Side::start("WebAssembly", engine)?;
    let mut job = world.job("s3-lacking")?;
    job.messages = native.ask("messages", &job)?.said;
    let said = wasm.ask("engine", &job)?.said;
    let measured = in_turn(
        || Ok(wasm.ask("engine", &job)?.seconds()),
        || Ok(native.ask("page", &job)?.seconds()),
    )?;
    let words = [said.as_str(), "answered"];
    let row = Row::measured(("W2", what), &measured, words, Aim::AtMost(4.0));
    Ok(row.judged(&said, Some("answered")))
}
