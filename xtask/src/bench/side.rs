//! A side that stays: a process that is asked many times, so that what is timed is warm and starts nothing. The protocol is
//! that of `bench/src/job.rs`.

use serde::{Deserialize, Serialize};
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// One question.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Job {
    pub(super) bundle: PathBuf,
    pub(super) chain: PathBuf,
    pub(super) host: String,
    pub(super) at: i64,
    pub(super) client: String,
    pub(super) roots: PathBuf,
    /// What the page would send to its worker, for the side in WebAssembly.
    pub(super) messages: String,
}

#[derive(Serialize)]
struct Line<'a> {
    task: &'a str,
    #[serde(flatten)]
    job: &'a Job,
}

/// What a side answers.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Done {
    /// The time of the processor for one run.
    nanoseconds: f64,
    /// What came out.
    pub(super) said: String,
}

impl Done {
    pub(super) fn seconds(&self) -> f64 {
        self.nanoseconds / 1e9
    }
}

/// A process that answers, and how it is started again.
pub(super) struct Side {
    name: &'static str,
    command: Command,
    running: Running,
}

struct Running {
    child: Child,
    asked: ChildStdin,
    answers: Receiver<String>,
}

/// Nobody waits longer for a page or a command.
const PATIENCE: Duration = Duration::from_secs(30);

impl Side {
    /// Starts it.
    pub(super) fn start(name: &'static str, mut command: Command) -> Result<Self, String> {
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let running = Running::start(&mut command);
        let running = running.map_err(|error| format!("{name} did not start: {error}"))?;
        Ok(Self {
            name,
            command,
            running,
        })
    }

    /// Asks once, and waits no longer than anybody would. One that did not answer is started again for the next question.
    pub(super) fn ask(&mut self, task: &str, job: &Job) -> Result<Done, String> {
        let line = serde_json::to_string(&Line { task, job });
        let line = line.map_err(|error| error.to_string())?;
        if let Some(answer) = self.running.ask(&line) {
            return serde_json::from_str(&answer)
                .map_err(|error| format!("{}: {error}", self.name));
        }
        self.running = Running::start(&mut self.command)
            .map_err(|error| format!("{} did not start again: {error}", self.name))?;
        let seconds = PATIENCE.as_secs();
        Err(format!(
            "{} gave up, or did not finish in {seconds} s",
            self.name
        ))
    }
}

impl Running {
    fn start(command: &mut Command) -> std::io::Result<Self> {
        let mut child = command.spawn()?;
        let asked = child.stdin.take();
        let answers = child.stdout.take();
        let (asked, answers) = asked.zip(answers).ok_or(std::io::ErrorKind::BrokenPipe)?;
        let (sender, receiver) = channel();
        std::thread::spawn(move || {
            let lines = BufReader::new(answers).lines().map_while(Result::ok);
            for line in lines {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        Ok(Self {
            child,
            asked,
            answers: receiver,
        })
    }

    fn ask(&mut self, line: &str) -> Option<String> {
        writeln!(self.asked, "{line}").ok()?;
        self.answers.recv_timeout(PATIENCE).ok()
    }
}

/// One that does not finish is ended, and no other process.
impl Drop for Running {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
