//! The machine that is examined: all that is read of it goes through one trait, so that tests bring their own.
#![allow(
    clippy::disallowed_methods,
    reason = "the command line reads files and the environment, and asks installed programs"
)]

use crate::cli::complaint::FileProblem;
use crate::cli::file;
use crate::error_text::System;
use crate::moment::Moment;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// A machine, as far as it is examined. Nothing on it is changed.
pub(super) trait Machine {
    /// Its system.
    fn system(&self) -> System;
    /// What its clock says.
    fn now(&self) -> Moment;
    /// All environment variables.
    fn variables(&self) -> Vec<(String, String)>;
    /// A file's content.
    fn read(&self, path: &Path) -> Result<Vec<u8>, FileProblem>;
    /// Where a program is on the search path.
    fn find(&self, program: &str) -> Option<PathBuf>;
    /// What a program prints, on standard output and then standard error; `None` where it fails or takes too long.
    fn ask(&self, program: &Path, arguments: &[&str]) -> Option<String>;
}

/// The machine that certwhy runs on.
pub(super) struct ThisMachine {
    path: Vec<PathBuf>,
}

/// Longer than any of them takes that answers at all.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often a program is looked after.
const PAUSE: Duration = Duration::from_millis(10);
/// More than any of them prints: the list of roots inside Node.
const MOST_OUTPUT: u64 = 4 * 1024 * 1024;

impl ThisMachine {
    pub(super) fn new() -> Self {
        let path = std::env::var_os("PATH").unwrap_or_default();
        Self {
            path: std::env::split_paths(&path).collect(),
        }
    }
}

impl Machine for ThisMachine {
    fn system(&self) -> System {
        if cfg!(windows) {
            System::Windows
        } else if cfg!(target_os = "macos") {
            System::MacOs
        } else {
            System::Linux
        }
    }

    fn now(&self) -> Moment {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        let seconds = since.map_or(0, |since| since.as_secs());
        Moment::from_unix(i64::try_from(seconds).unwrap_or(i64::MAX))
    }

    fn variables(&self) -> Vec<(String, String)> {
        std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .collect()
    }

    fn read(&self, path: &Path) -> Result<Vec<u8>, FileProblem> {
        file::read(path)
    }

    fn find(&self, program: &str) -> Option<PathBuf> {
        let name = if cfg!(windows) {
            format!("{program}.exe")
        } else {
            program.to_owned()
        };
        let mut candidates = self.path.iter().map(|folder| folder.join(&name));
        candidates.find(|candidate| candidate.is_file())
    }

    fn ask(&self, program: &Path, arguments: &[&str]) -> Option<String> {
        let mut child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .ok()?;
        let output = reading(child.stdout.take()?);
        let errors = reading(child.stderr.take()?);
        let started = Instant::now();
        let ended = loop {
            match child.try_wait() {
                Ok(Some(status)) => break status.success(),
                Ok(None) if started.elapsed() < PATIENCE => std::thread::sleep(PAUSE),
                Ok(None) | Err(_) => {
                    // Nothing can be done where it does not end.
                    let _ = child.kill();
                    let _ = child.wait();
                    return None;
                }
            }
        };
        let text = format!("{}\n{}", output.join().ok()?, errors.join().ok()?);
        ended.then_some(text)
    }
}

/// Reads in a thread, so that a program that prints much does not wait for us.
fn reading(from: impl std::io::Read + Send + 'static) -> std::thread::JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let mut from = from;
        // What was read before a failure is all there is.
        let _ = from.by_ref().take(MOST_OUTPUT).read_to_end(&mut bytes);
        let _ = std::io::copy(&mut from, &mut std::io::sink());
        String::from_utf8_lossy(&bytes).into_owned()
    })
}
