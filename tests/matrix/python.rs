//! Python's `ssl` module, in a real connection, with the clock of the epoch.

use crate::agreement::{Answer, expected, number, settle};
use crate::clock;
use crate::world::{Workplace, cells, serve};
use std::path::PathBuf;
use std::process::Command;
use test_pki::s3::{self, Epoch};

const PROBE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/matrix/probe.py");
const ABOUT: &str = "import ssl, sys; print(*sys.version_info[:2], *ssl.OPENSSL_VERSION_INFO[:1])";

/// Which client of the cells the machine's Python is; `None` if it is none of them.
fn client() -> Option<&'static str> {
    let output = Command::new("python3").args(["-c", ABOUT]).output().ok()?;
    let about = String::from_utf8(output.stdout).ok()?;
    let numbers: Vec<u32> = about.split_whitespace().flat_map(str::parse).collect();
    match numbers[..] {
        [3, minor, 3] if minor >= 13 => Some("python-3.13"),
        [3, minor, 3] if minor >= 10 => Some("python-3"),
        _ => None,
    }
}

/// One line for each cell, or what is missing.
fn lines(epoch: &Epoch, place: &Workplace) -> Result<Vec<String>, &'static str> {
    let files = cells(epoch).into_iter().map(|cell| place.bundle(cell));
    let mut command = Command::new("python3");
    command
        .args([PROBE, &serve(&epoch.chain).to_string(), epoch.host])
        .args(files.map(Option::<PathBuf>::unwrap_or_default));
    clock::set(&mut command, epoch.at).ok_or("no faketime")?;
    let output = command.output().expect("python runs");
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).expect("text");
    Ok(text.lines().map(str::to_owned).collect())
}

fn answers(client: &str) -> Result<Vec<Answer>, &'static str> {
    let place = Workplace::new();
    let mut answers = Vec::new();
    for epoch in s3::epochs() {
        let cells = cells(epoch);
        let lines = lines(epoch, &place)?;
        assert_eq!(lines.len(), cells.len(), "{lines:?}");
        answers.extend(cells.into_iter().zip(lines).map(|(cell, line)| {
            let said = line.split(' ').next().expect("a number").to_owned();
            Answer::new(cell, number(expected(cell, client)), said)
        }));
    }
    Ok(answers)
}

#[test]
fn python_says_what_every_cell_says() {
    let cells = s3::migration().len();
    match client()
        .ok_or("no Python 3.10 or later with OpenSSL 3")
        .and_then(answers)
    {
        Ok(answers) => {
            settle("Python's ssl", &answers);
            assert_eq!(answers.len(), cells);
        }
        Err(missing) => {
            eprintln!(
                "SKIPPED: {missing} on this machine; 0 of {cells} cells compared with Python"
            );
        }
    }
}
