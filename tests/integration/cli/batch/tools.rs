//! The examples of `docs/bulk.md`, run as they stand there.

use super::{World, parsed, world};
use serde_json::Value;
use std::path::Path;
use std::process::Command;

const PAGE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/bulk.md"));

/// The example in which a word stands.
fn example(word: &str) -> &'static str {
    let mut blocks = PAGE.split("```sh\n").skip(1);
    let block = blocks.find(|block| block.starts_with(word)).unwrap();
    block.split("```").next().unwrap()
}

/// Runs an example where `certwhy` is on the path; `None` where the tool of the example is absent.
fn run(world: &World, tool: &str) -> Option<()> {
    let is_here = Command::new(tool).arg("--version").output().is_ok();
    if !is_here {
        eprintln!("SKIPPED: {tool} is not here, so its example was not run");
        return None;
    }
    let folder = Path::new(env!("CARGO_BIN_EXE_certwhy")).parent().unwrap();
    let path = std::env::var("PATH").unwrap_or_default();
    let first = if tool == "xargs" { "ls " } else { tool };
    let output = Command::new("sh")
        // Small pieces: there are several.
        .args(["-c", &example(first).replace("10M", "20k")])
        .current_dir(world.folder.path("."))
        .env("PATH", format!("{}:{path}", folder.display()))
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    Some(())
}

/// Questions of which every one has its own id, and what is answered to them in one run.
fn questions() -> (World, Vec<Value>) {
    let world = world();
    world
        .folder
        .write("cacert.pem", world.folder.read("bundle.pem"));
    let lines = world.lines(300);
    world.write("chains.ndjson", &lines);
    std::fs::create_dir(world.folder.path("questions")).unwrap();
    for (number, part) in lines.chunks(70).enumerate() {
        world.write(&format!("questions/{number}.ndjson"), part);
    }
    let whole = world
        .folder
        .run("explain --bundle cacert.pem --batch chains.ndjson");
    let answers = essence(&whole.stdout);
    assert_eq!(answers.len(), 300);
    (world, answers)
}

/// What does not depend on where a line stands, and when it was asked.
fn essence(text: &str) -> Vec<Value> {
    let of_line = |line: &Value| {
        Value::from(vec![
            line["id"].clone(),
            line["verdict"].clone(),
            line["cause"].clone(),
        ])
    };
    parsed(text).iter().map(of_line).collect()
}

#[test]
fn xargs_runs_one_for_each_file() {
    let (world, expected) = questions();
    if run(&world, "xargs").is_none() {
        return;
    }
    let part = |number| {
        world
            .folder
            .read(&format!("questions/{number}.ndjson.answers"))
    };
    let answers: String = (0..5).map(part).collect();
    assert_eq!(essence(&answers), expected);
}

#[test]
fn parallel_cuts_a_file_and_keeps_the_order() {
    let (world, expected) = questions();
    if run(&world, "parallel").is_some() {
        assert_eq!(essence(&world.folder.read("answers.ndjson")), expected);
    }
}
