//! From what a search found to one word.

use crate::check::PathStatus;
use crate::path::{Attempt, Trace};

/// Whether the client trusts the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// A path leads to an anchor and every check passed.
    Trusted,
    /// No path does.
    NotTrusted,
    /// A path might, but a check could not be run, or the work was cut short.
    Undecided,
}

impl Verdict {
    /// Its public name, kebab-case.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Trusted => "trusted",
            Self::NotTrusted => "not-trusted",
            Self::Undecided => "undecided",
        }
    }
}

/// Judges a search. A client that takes one path is judged by that one, every other by the best of all. A check that was
/// not run never makes a path trusted, and neither does a search that was cut short.
pub fn judge(trace: &Trace) -> Verdict {
    let status = match &trace.taken {
        Some(taken) => Some(taken.attempt.status()),
        None => trace.attempts.iter().map(Attempt::status).max(),
    };
    match status {
        Some(PathStatus::Passed) => Verdict::Trusted,
        Some(PathStatus::Failed) if trace.taken.is_none() && trace.stopped.is_some() => {
            Verdict::Undecided
        }
        Some(PathStatus::Failed) => Verdict::NotTrusted,
        Some(PathStatus::Unchecked) | None => Verdict::Undecided,
    }
}
