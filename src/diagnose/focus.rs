//! Which of the attempts is the one to explain.

use crate::check::{Outcome, PathStatus};
use crate::path::{Attempt, End, Trace};
use core::cmp::Reverse;

/// How far an attempt came; the order of declaration is the order of merit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Progress {
    WrongKey,
    Astray,
    NoIssuer,
    SelfSigned,
    Anchored,
}

/// The path that the client takes where it takes only one; else the attempt that came farthest with the fewest failures.
/// Of equals the first one counts.
pub(super) fn focus(trace: &Trace) -> Option<&Attempt> {
    match &trace.taken {
        Some(taken) => Some(&taken.attempt),
        None => trace
            .attempts
            .iter()
            .min_by_key(|attempt| Reverse(merit(attempt))),
    }
}

fn merit(attempt: &Attempt) -> (PathStatus, Progress, Reverse<usize>, usize) {
    (
        attempt.status(),
        progress(&attempt.end),
        Reverse(failures(attempt)),
        attempt.certificates.len(),
    )
}

const fn progress(end: &End) -> Progress {
    match end {
        End::Anchored => Progress::Anchored,
        End::SelfSigned => Progress::SelfSigned,
        End::NoIssuer(_) => Progress::NoIssuer,
        End::Loop(_) | End::TooDeep(_) => Progress::Astray,
        End::WrongKey(_) => Progress::WrongKey,
    }
}

fn failures(attempt: &Attempt) -> usize {
    attempt
        .checks
        .iter()
        .filter(|checked| matches!(checked.outcome, Outcome::Fail(_)))
        .count()
}
