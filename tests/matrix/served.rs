//! `test-pki serve`, and every command that it prints, in a shell.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use test_pki::Outcome;
use test_pki::serve::find;

/// Programs that a printed command may need.
const PROGRAMS: [&str; 4] = ["faketime", "openssl", "curl", "python3"];

fn programs() -> &'static Path {
    let certwhy = Path::new(env!("CARGO_BIN_EXE_certwhy"));
    certwhy.parent().expect("a folder")
}

/// The program `test-pki`, which a run of the whole workspace's tests builds beside `certwhy`.
fn test_pki() -> Option<PathBuf> {
    let path = programs().join(format!("test-pki{}", std::env::consts::EXE_SUFFIX));
    path.exists().then_some(path)
}

/// A running server, stopped at the end.
struct Served {
    process: Child,
    commands: Vec<String>,
}

impl Served {
    /// Starts it and reads up to the last command.
    fn start(program: &Path, name: &str) -> Self {
        let mut command = Command::new(program);
        command.args(["serve", name, "--port", "0"]);
        let mut process = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut commands = Vec::new();
        for line in BufReader::new(process.stdout.take().unwrap()).lines() {
            let line = line.unwrap();
            let last = line.contains("python3 -c");
            if line.contains("bundle.pem") || line.starts_with("openssl ") {
                commands.push(line);
            }
            if last {
                break;
            }
        }
        Self { process, commands }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

fn shell(command: &str) -> Output {
    let path = std::env::var("PATH").unwrap_or_default();
    let path = format!("{}:{path}", programs().display());
    let mut shell = Command::new("sh");
    shell.args(["-c", command]).env("PATH", path);
    shell.output().expect("a shell")
}

/// The programs of a command that are not on this machine.
fn missing(command: &str) -> Vec<&'static str> {
    let absent = |program: &&&str| {
        let asked = format!("{program} ");
        command.contains(&asked) && !shell(&format!("command -v {program}")).status.success()
    };
    PROGRAMS.iter().filter(absent).copied().collect()
}

/// Runs every command that `serve` prints; how many ran.
fn agree(program: &Path, name: &str) -> usize {
    let expected = find(name).expect(name).outcome("openssl-3").expect(name);
    let served = Served::start(program, name);
    assert_eq!(served.commands.len(), 4, "{:?}", served.commands);
    let mut ran = 0;
    for command in &served.commands {
        let missing = missing(command);
        if !missing.is_empty() {
            eprintln!("SKIPPED: no {} for {command}", missing.join(" and "));
            continue;
        }
        let output = shell(command);
        let trusted = expected == Outcome::Trusted;
        assert_eq!(output.status.success(), trusted, "{command}\n{output:?}");
        ran += 1;
    }
    let explain = format!("{} --format json", served.commands[0]);
    let output = shell(&explain);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("a report");
    match expected {
        Outcome::Trusted => assert_eq!(report["verdict"], "trusted", "{name}"),
        Outcome::Refused { cause, .. } => assert_eq!(report["cause"], cause, "{name}"),
    }
    ran
}

#[test]
fn what_is_served_is_explained_and_refused_as_expected() {
    let Some(program) = test_pki() else {
        eprintln!("SKIPPED: the program test-pki is not built; `cargo test --workspace` builds it");
        return;
    };
    let names = [
        "expired-leaf",
        "s3/march-2021",
        "s3/march-2021/certifi-2023",
        "s3/two-certificates/windows-starfield-services-g2",
        "s3/cross-certificate-gone/windows-amazon-root-1",
    ];
    let ran: usize = names.iter().map(|name| agree(&program, name)).sum();
    eprintln!("test-pki serve: {ran} printed commands ran");
    assert!(ran >= names.len());
}
