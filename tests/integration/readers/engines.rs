//! The programs themselves, each asked once for all files.

use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// A program that reads bundles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Engine {
    /// Python's `load_verify_locations(cafile=…)`.
    Python,
    /// The command `openssl`.
    OpenSsl,
    /// Python's `load_verify_locations(cadata=…)`: the loop of Node's `ca`.
    OneByOne,
    /// The library GnuTLS.
    GnuTls,
    /// Java's `CertificateFactory`.
    Java,
    /// Go's `x509.CertPool`.
    Go,
    /// Another build of libcrypto, by its name in `CERTWHY_LIBCRYPTO`.
    Libcrypto(&'static str),
}

/// What a program said of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// So many certificates.
    Count(usize),
    /// So many different certificates.
    Distinct(usize),
    /// It refused.
    Error(String),
}

/// The answer of a program to each file; `None` for all where the program is not here, and where it is not asked.
pub(super) fn answers(engine: Engine, files: &[&[u8]]) -> Vec<Option<Answer>> {
    let folder = Folder::new();
    let paths: Vec<PathBuf> = files
        .iter()
        .enumerate()
        .map(|(number, bytes)| folder.write(number, bytes))
        .collect();
    let lines = match engine {
        Engine::Java => run("java", &["Probe.java"], &paths),
        Engine::Go => run("go", &["run", "probe.go"], &paths),
        Engine::Python
        | Engine::OpenSsl
        | Engine::OneByOne
        | Engine::GnuTls
        | Engine::Libcrypto(_) => run("python3", &["probe.py"], &paths),
    };
    let Some(lines) = lines else {
        eprintln!("SKIPPED: {engine:?} is not here");
        return vec![None; files.len()];
    };
    let answers: Vec<Option<Answer>> = lines.lines().map(|line| answer(engine, line)).collect();
    assert_eq!(answers.len(), files.len(), "{engine:?}");
    if answers.iter().all(Option::is_none) {
        eprintln!("SKIPPED: {engine:?} is not here");
    }
    answers
}

fn answer(engine: Engine, line: &str) -> Option<Answer> {
    let key = match engine {
        Engine::Java | Engine::Go => return Some(plain(line)),
        Engine::Python => "python",
        Engine::OpenSsl => "openssl",
        Engine::OneByOne => "one-by-one",
        Engine::GnuTls => "gnutls",
        Engine::Libcrypto(name) => name,
    };
    let answer = &serde_json::from_str::<Value>(line).unwrap()[key];
    let number = |key: &str| usize::try_from(answer[key].as_u64()?).ok();
    let error = || Some(answer["error"].as_str()?.to_owned());
    None.or_else(|| number("count").map(Answer::Count))
        .or_else(|| number("distinct").map(Answer::Distinct))
        .or_else(|| error().map(Answer::Error))
}

fn plain(line: &str) -> Answer {
    let (word, rest) = line.split_once(' ').unwrap();
    match word {
        "count" => Answer::Count(rest.parse().unwrap()),
        "distinct" => Answer::Distinct(rest.parse().unwrap()),
        _ => Answer::Error(rest.to_owned()),
    }
}

/// Runs a program in the folder of the probes; `None` if it cannot be started.
fn run(program: &str, arguments: &[&str], paths: &[PathBuf]) -> Option<String> {
    let probes = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/integration/readers");
    let mut child = Command::new(program)
        .args(arguments)
        .current_dir(probes)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let names: Vec<&str> = paths.iter().map(|path| path.to_str().unwrap()).collect();
    let mut input = child.stdin.take().unwrap();
    let names = names.join("\n");
    let writer = std::thread::spawn(move || input.write_all(names.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    assert!(output.status.success(), "{program} failed");
    Some(String::from_utf8(output.stdout).unwrap())
}

/// A folder for one test, gone at its end.
struct Folder(PathBuf);

static COUNT: AtomicU32 = AtomicU32::new(0);

impl Folder {
    fn new() -> Self {
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("certwhy-readers-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir(&path).unwrap();
        Self(path)
    }

    fn write(&self, number: usize, bytes: &[u8]) -> PathBuf {
        let path = self.0.join(format!("{number}.pem"));
        std::fs::write(&path, bytes).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}
