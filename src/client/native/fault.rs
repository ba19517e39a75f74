//! The fault that a client names which tries all paths, or words its refusal by kind.

use crate::check::{Checked, Failure, FormProblem, Outcome};
use crate::path::{Attempt, End, Trace};

/// What is wrong with the path that came closest.
#[derive(Clone, Copy)]
pub(super) enum Fault<'a> {
    /// No path leads to an anchor.
    NoPath {
        /// How far it went.
        attempt: &'a Attempt,
    },
    /// A path does, and breaks a rule.
    Broken {
        /// The rule, and where.
        checked: &'a Checked,
        /// How.
        failure: &'a Failure,
    },
}

impl Fault<'_> {
    /// The depth of the certificate that it is about.
    pub(super) fn depth(self) -> usize {
        match self {
            Self::NoPath { attempt } => attempt.certificates.len().saturating_sub(1),
            Self::Broken { checked, .. } => checked.position,
        }
    }
}

/// The client's own path, or the first that leads to an anchor, or else the longest.
pub(super) fn fault(trace: &Trace) -> Option<Fault<'_>> {
    let attempt = closest(trace)?;
    if attempt.end != End::Anchored {
        return Some(Fault::NoPath { attempt });
    }
    failures(attempt)
        .next()
        .map(|(checked, failure)| Fault::Broken { checked, failure })
}

/// The attempt that a refusal is about.
pub(super) fn closest(trace: &Trace) -> Option<&Attempt> {
    if let Some(taken) = &trace.taken {
        return Some(&taken.attempt);
    }
    let anchored = |attempt: &&Attempt| attempt.end == End::Anchored;
    let fewest_faults = trace
        .attempts
        .iter()
        .filter(anchored)
        .min_by_key(|attempt| failures(attempt).count());
    fewest_faults.or_else(|| {
        let length = |attempt: &&Attempt| attempt.certificates.len();
        trace.attempts.iter().max_by_key(length)
    })
}

/// The broken rules of a path, from the target up.
pub(super) fn failures(attempt: &Attempt) -> impl Iterator<Item = (&Checked, &Failure)> {
    attempt
        .checks
        .iter()
        .filter_map(|checked| match &checked.outcome {
            Outcome::Fail(failure) => Some((checked, failure)),
            Outcome::Pass | Outcome::NotApplicable | Outcome::NotRun(_) => None,
        })
}

/// A sent certificate that the client cannot read: then it does not get as far as paths.
pub(super) fn unreadable_sent(trace: &Trace) -> Option<usize> {
    let attempts = trace.taken.iter().map(|taken| &taken.attempt);
    attempts.chain(&trace.attempts).find_map(|attempt| {
        let length = attempt.certificates.len();
        let is_sent =
            |position: usize| attempt.end != End::Anchored || position.saturating_add(1) < length;
        failures(attempt)
            .find(|(checked, failure)| {
                is_sent(checked.position)
                    && matches!(failure, Failure::Form(FormProblem::RepeatedExtension(_)))
            })
            .map(|(checked, _)| checked.position)
    })
}

/// A failure of the server's certificate of this kind, in whatever path.
pub(super) fn of_target(trace: &Trace, kind: fn(&Failure) -> bool) -> Option<&Failure> {
    let attempt = closest(trace)?;
    failures(attempt)
        .find(|(checked, failure)| checked.position == 0 && kind(failure))
        .map(|(_, failure)| failure)
}
