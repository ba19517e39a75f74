//! Where answers go: whole lines, and never half of one on purpose.
#![allow(clippy::disallowed_methods, reason = "the command line opens files")]

use super::existing::Existing;
use super::progress::Answers;
use crate::cli::complaint::{Complaint, WriteProblem};
use crate::cli::file;
use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// How much is written at a time, unless nothing more is there to be written. A line that does not fit is written by
/// itself, so that what is written ends with a line.
const GULP: usize = 256 * 1024;

/// Where answers go.
pub(super) struct Sink {
    to: To,
    path: PathBuf,
}

enum To {
    StandardOutput(BufWriter<io::Stdout>),
    File(BufWriter<File>),
}

impl Sink {
    /// Standard output.
    pub(super) fn standard_output() -> Self {
        Self {
            to: To::StandardOutput(BufWriter::with_capacity(GULP, io::stdout())),
            path: PathBuf::from("-"),
        }
    }

    /// A file, open for writing.
    pub(super) fn file(file: File, path: &Path) -> Self {
        Self {
            to: To::File(BufWriter::with_capacity(GULP, file)),
            path: path.to_owned(),
        }
    }

    /// Where they appear.
    pub(super) fn answers(&self) -> Answers {
        match &self.to {
            To::StandardOutput(_) if io::stdout().is_terminal() => Answers::OnTheTerminal,
            To::StandardOutput(_) | To::File(_) => Answers::Elsewhere,
        }
    }

    /// Makes ready to write behind the answers that are there; half a line behind them is cut away.
    pub(super) fn go_on(&mut self, existing: &Existing) -> io::Result<()> {
        match &mut self.to {
            To::StandardOutput(_) => Ok(()),
            To::File(to) => {
                let file = to.get_mut();
                if existing.is_cut() {
                    file.set_len(existing.octets())?;
                }
                if existing.octets() > 0 {
                    file.seek(SeekFrom::Start(existing.octets()))?;
                }
                Ok(())
            }
        }
    }

    pub(super) fn write(&mut self, line: &str) -> io::Result<()> {
        match &mut self.to {
            To::StandardOutput(to) => to.write_all(line.as_bytes()),
            To::File(to) => to.write_all(line.as_bytes()),
        }
    }

    pub(super) fn flush(&mut self) -> io::Result<()> {
        match &mut self.to {
            To::StandardOutput(to) => to.flush(),
            To::File(to) => to.flush(),
        }
    }

    /// That an answer could not be written here.
    pub(super) fn complaint(&self, problem: WriteProblem) -> Complaint {
        Complaint::NotWritten {
            path: self.path.clone(),
            problem,
        }
    }

    /// The same for what the system says.
    pub(super) fn failed(&self, error: &io::Error) -> Complaint {
        self.complaint(file::write_problem(error))
    }
}
