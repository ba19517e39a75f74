//! The page: its engine in WebAssembly beside the same engine compiled for this machine, and what a visitor waits for.

use super::measure::{Measured, in_turn};
use super::peers;
use super::program::output;
use super::row::{Aim, Row};
use super::side::Side;
use super::world::World;
use crate::page;
use crate::toolchain::root;
use serde::Deserialize;
use std::collections::HashMap;
use std::path::Path;
use std::process::Command;

/// Rows about the page as it stands in `dist/`.
pub(super) fn rows(world: &World) -> Vec<Row> {
    let folder = page::dist();
    let size = "all octets before the first answer, after brotli";
    let sent = match page::sent_first(&folder) {
        Ok(sent) => sent,
        Err(why) => {
            eprintln!("{why}");
            let why = "there is no page in dist/; `cargo xtask build` writes it".to_owned();
            let row = |(goal, what)| Row::not_measured(goal, what, why.clone());
            return [("W2", WARM), ("W4", "first verdict"), ("W5", size)]
                .map(row)
                .into();
        }
    };
    let kibibytes = |octets: usize| f64::from(u32::try_from(octets).unwrap_or(u32::MAX)) / 1024.0;
    let limits = (kibibytes(sent), kibibytes(page::LIMIT));
    let mut engine = Command::new("node");
    engine.arg(root().join("bench/peers/engine.mjs"));
    engine.arg(&folder);
    let compared = compared(world, engine);
    let mut rows = vec![
        compared.unwrap_or_else(|why| Row::not_measured("W2", WARM, why)),
        Row::limited(("W5", size), limits, "KiB"),
    ];
    rows.extend(first_verdict(&folder, world));
    rows
}

const WARM: &str =
    "the page's answer in WebAssembly in Node, warm, beside the same compiled for this machine";

/// The pages of `bench/peers/first-verdict.mjs`, and what ours may take at most beside theirs.
const PEERS: [(&str, &str, f64); 2] = [("forge", "node-forge", 0.5), ("pkijs", "PKI.js", 0.2)];

/// Times of the clock on the wall, which is what a visitor has: a page without a verdict is taken off both sides.
fn first_verdict(folder: &Path, world: &World) -> Vec<Row> {
    let pages = pages(folder, world);
    let row = |(page, name, most): (&str, &str, f64)| {
        let what = format!(
            "first verdict in a fresh Chromium, without the time of a blank page, on the wall; beside {name}"
        );
        let measured = pages.as_ref().map_err(Clone::clone).and_then(|pages| {
            let [blank, ours, theirs] =
                ["blank", "certwhy", page].map(|page| pages.get(page).ok_or("a page is missing"));
            let (blank, ours, theirs) = (blank?, ours?, theirs?);
            let rounds = blank.times.iter().zip(&ours.times).zip(&theirs.times);
            let pairs: Vec<(f64, f64)> = rounds
                .map(|((blank, ours), theirs)| ((ours - blank) / 1e3, (theirs - blank) / 1e3))
                .collect();
            let said = [ours.said.as_str(), theirs.said.as_str()];
            let row = Row::measured(
                ("W4", &what),
                &Measured::of(&pairs),
                said,
                Aim::AtMost(most),
            );
            Ok(row.judged(&ours.said, Some("cw-verdict cw-trusted")))
        });
        measured.unwrap_or_else(|why: String| Row::not_measured("W4", &what, why))
    };
    PEERS.map(row).into()
}

/// What one page took in each round, in milliseconds.
#[derive(Deserialize)]
struct Page {
    said: String,
    times: Vec<f64>,
}

fn pages(folder: &Path, world: &World) -> Result<HashMap<String, Page>, String> {
    let job = world.job("s3")?;
    let job = serde_json::to_string(&job).map_err(|error| error.to_string())?;
    let mut node = Command::new("node");
    node.arg(root().join("bench/peers/first-verdict.mjs"));
    node.arg(folder).arg(peers::node()?).arg(job);
    let printed = output(&mut node)?;
    let line = printed.lines().rfind(|line| line.starts_with('{'));
    let pages = line.and_then(|line| serde_json::from_str(line).ok());
    pages.ok_or_else(|| {
        let why = printed.lines().rfind(|line| !line.trim().is_empty());
        format!("Node and Chromium: {}", why.unwrap_or_default().trim())
    })
}

fn compared(world: &World, engine: Command) -> Result<Row, String> {
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
    let row = Row::measured(("W2", WARM), &measured, words, Aim::AtMost(4.0));
    Ok(row.judged(&said, Some("answered")))
}
