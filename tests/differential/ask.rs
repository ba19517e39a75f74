//! Asks one engine everything: one process, a line of JSON for each scenario, a line of JSON for each answer.

use crate::engine::{Engine, Way};
use crate::folder::Folder;
use crate::rustls_engine;
use crate::scenario::Asked;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What an engine says to one scenario.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Answer {
    /// The id of the scenario.
    pub(crate) scenario: String,
    /// Whether it trusts the server.
    pub(crate) accept: bool,
    /// Its own code; empty where it accepts.
    pub(crate) code: String,
    /// Its own words.
    pub(crate) text: String,
    /// The depth that it names, 0 being the server's certificate.
    pub(crate) depth: Option<u32>,
}

/// What is asked, by way of files: a pipe would fill up on both sides.
pub(crate) struct Question<'a> {
    pub(crate) asked: &'a [Asked],
    /// Every scenario, a line each.
    pub(crate) lines: &'a Path,
    /// Those that a server presents, with their ports; none without a server.
    pub(crate) served: Option<&'a Path>,
    /// Where a process may keep its clock.
    pub(crate) scratch: &'a Path,
}

/// The answers, or why there are none.
pub(crate) fn ask(
    engine: &Engine,
    folder: &Folder,
    question: &Question<'_>,
) -> Result<Vec<Answer>, String> {
    if let Way::Rustls = engine.way {
        return Ok(question
            .asked
            .iter()
            .map(|one| rustls_engine::answer(&one.scenario))
            .collect());
    }
    let missing = |path: PathBuf| format!("{} is not installed", path.display());
    let input = match engine.way {
        Way::Live(_) => question.served.ok_or("there is no server")?,
        Way::Driver(_) | Way::WithClock(_) | Way::Rustls => question.lines,
    };
    let served = input.to_str().ok_or("a path that is no text")?;
    let words = engine.command(folder, served).map_err(missing)?;
    let (program, arguments) = words.split_first().ok_or("an engine without a command")?;
    let mut command = Command::new(program);
    command.args(arguments);
    if let Way::WithClock(_) | Way::Live(_) = engine.way {
        let library = folder.clock().map_err(missing)?;
        set_clock(
            &mut command,
            &library,
            &question.scratch.join(clock_name(engine)),
        )?;
    }
    let answers = run(&mut command, input)?;
    all_there(engine, question.asked, answers)
}

/// An engine that falls silent has not agreed. Handshakes are not possible without the server's key, nor, in a few worlds,
/// with one that may not sign; and Java now accepts, now refuses, in some.
fn all_there(
    engine: &Engine,
    asked: &[Asked],
    answers: Vec<Answer>,
) -> Result<Vec<Answer>, String> {
    let with_key = asked
        .iter()
        .filter(|one| one.scenario.key.is_some())
        .count();
    let expected = match engine.way {
        Way::Driver(_) | Way::Rustls => asked.len(),
        Way::WithClock(_) | Way::Live(_) => with_key,
    } * 95
        / 100;
    if answers.len() < expected {
        return Err(format!("answers {} of {expected}", answers.len()));
    }
    Ok(answers)
}

fn clock_name(engine: &Engine) -> String {
    let letters = engine.name.chars().filter(char::is_ascii_alphanumeric);
    format!("clock-{}", letters.collect::<String>())
}

/// The driver writes the moment into the file, and the library reads it from there each time.
fn set_clock(command: &mut Command, library: &str, file: &Path) -> Result<(), String> {
    fs::write(file, "2026-01-01 00:00:00\n").map_err(|why| why.to_string())?;
    command
        .env("LD_PRELOAD", library)
        .env("FAKETIME_TIMESTAMP_FILE", file)
        .env("FAKETIME_NO_CACHE", "1")
        .env("FAKETIME_DONT_FAKE_MONOTONIC", "1")
        .env("TZ", "UTC");
    Ok(())
}

fn run(command: &mut Command, input: &Path) -> Result<Vec<Answer>, String> {
    let input = fs::File::open(input).map_err(|why| why.to_string())?;
    // Nothing of the tester's own settings may reach a client that reads them.
    for variable in [
        "SSL_CERT_FILE",
        "SSL_CERT_DIR",
        "CURL_CA_BUNDLE",
        "NODE_EXTRA_CA_CERTS",
        "NODE_OPTIONS",
        "OPENSSL_CONF",
    ] {
        command.env_remove(variable);
    }
    let output = command
        .stdin(Stdio::from(input))
        .stderr(Stdio::piped())
        .output()
        .map_err(|why| format!("does not start: {why}"))?;
    if !output.status.success() {
        return Err(format!(
            "ended early: {}",
            String::from_utf8_lossy(&output.stderr)
        ));
    }
    let said = String::from_utf8_lossy(&output.stdout);
    let answers = said
        .lines()
        .filter(|line| line.starts_with('{'))
        .map(serde_json::from_str);
    answers
        .collect::<Result<_, _>>()
        .map_err(|why| why.to_string())
}
