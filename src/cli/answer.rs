//! What a run of the program comes to.

use super::complaint::{Complaint, Notice, Outcome};
use super::format::sentence;
use crate::lang::Lang;
use std::io::{self, Write};
use std::process::ExitCode;

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exit {
    /// Trusted, clean, or done.
    Good,
    /// Not trusted, or damage found.
    Bad,
    /// Wrong usage, or an input that cannot be read.
    Unusable,
    /// Undecided.
    Undecided,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Good => 0,
            Exit::Bad => 1,
            Exit::Unusable => 2,
            Exit::Undecided => 3,
        })
    }
}

/// What is written where, and how the program ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    output: String,
    complaints: String,
    exit: Exit,
}

impl Answer {
    /// Nothing to say.
    pub(super) const fn new(exit: Exit) -> Self {
        Self {
            output: String::new(),
            complaints: String::new(),
            exit,
        }
    }

    /// The same with this on standard output.
    pub(super) fn output(mut self, text: String) -> Self {
        self.output = text;
        self
    }

    /// The same with one more sentence on standard error.
    pub(super) fn complain(mut self, lang: Lang, complaint: &Complaint) -> Self {
        self.complaints
            .push_str(&sentence(lang, complaint.words(lang)));
        self
    }

    /// The same as a failure, for this reason.
    pub(super) fn fail(mut self, lang: Lang, complaint: &Complaint) -> Self {
        self.exit = Exit::Unusable;
        self.complain(lang, complaint)
    }

    /// The same with one more piece of news on standard error, where it does not mix with the output.
    pub(super) fn notify(mut self, lang: Lang, notice: &Notice) -> Self {
        self.complaints
            .push_str(&sentence(lang, notice.words(lang)));
        self
    }

    /// Writes everything and says how the program ends. Whoever closes a pipe early has seen enough: that is no
    /// failure, any other is.
    pub(super) fn deliver(self) -> Exit {
        // Nothing can be said about a failure here.
        let _ = write_all(&mut io::stderr().lock(), &self.complaints);
        match write_all(&mut io::stdout().lock(), &self.output) {
            Ok(()) => self.exit,
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => self.exit,
            Err(error) => {
                let _ = writeln!(io::stderr().lock(), "certwhy: {error}");
                Exit::Unusable
            }
        }
    }
}

/// Help and version are answers; what clap says against the arguments is a complaint.
pub(super) fn of_usage(usage: &clap::Error) -> Answer {
    let text = usage.render().to_string();
    if usage.use_stderr() {
        Answer {
            complaints: text,
            ..Answer::new(Exit::Unusable)
        }
    } else {
        Answer::new(Exit::Good).output(text)
    }
}

fn write_all(to: &mut impl Write, text: &str) -> io::Result<()> {
    to.write_all(text.as_bytes())?;
    to.flush()
}

/// What a subcommand comes to: an answer, or the reasons why there is none.
pub(super) type Answered = Outcome<Answer>;
