//! From what a search found to one word: a server is trusted where one path passes every check (RFC 5280 §6.1).

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

/// Judges a search. A client that takes one path is judged by that one, every other by the best of all; where none is
/// listed, none passes. A check that was not run never makes a path trusted, and neither does a search that was cut short.
pub fn judge(trace: &Trace) -> Verdict {
    let best = || trace.attempts.iter().map(Attempt::status).max();
    let (status, stopped) = match &trace.taken {
        Some(taken) => (taken.attempt.status(), None),
        None => (best().unwrap_or(PathStatus::Failed), trace.stopped),
    };
    match status {
        PathStatus::Passed => Verdict::Trusted,
        PathStatus::Failed if trace.target.is_some() && stopped.is_none() => Verdict::NotTrusted,
        PathStatus::Failed | PathStatus::Unchecked => Verdict::Undecided,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{CheckId, Checked, Failure, NotRun, Outcome};
    use crate::path::{ClientPath, End, Limit, Listing, PathCount, Spent};
    use crate::testing::{sound, store};

    fn attempt(end: End, outcome: Outcome) -> Attempt {
        Attempt {
            certificates: Vec::new(),
            end,
            checks: vec![Checked {
                check: CheckId::Signature,
                position: 0,
                outcome,
            }],
        }
    }

    fn passed() -> Attempt {
        attempt(End::Anchored, Outcome::Pass)
    }

    fn failed() -> Attempt {
        attempt(End::Anchored, Outcome::Fail(Failure::Signature))
    }

    fn not_run() -> Attempt {
        attempt(End::Anchored, Outcome::NotRun(NotRun::KeyTooLarge))
    }

    fn open() -> Attempt {
        attempt(End::SelfSigned, Outcome::Pass)
    }

    fn trace(attempts: Vec<Attempt>, taken: Option<Attempt>, stopped: Option<Limit>) -> Trace {
        let store = store(&[&sound().leaf], &[]);
        Trace {
            target: crate::path::target(&store),
            attempts,
            paths: PathCount::exactly(0),
            listing: Listing::Complete,
            taken: taken.map(|attempt| ClientPath {
                attempt,
                from_server: 1,
            }),
            spent: Spent::default(),
            stopped,
        }
    }

    #[test]
    fn a_client_that_tries_all_paths_is_judged_by_the_best() {
        use Verdict::{NotTrusted, Trusted, Undecided};
        let out_of_budget = Some(Limit::Signatures);
        for (row, (attempts, stopped, verdict)) in [
            (vec![passed()], None, Trusted),
            (vec![failed(), open(), not_run(), passed()], None, Trusted),
            (vec![passed()], out_of_budget, Trusted),
            (vec![failed(), open()], None, NotTrusted),
            (vec![open()], None, NotTrusted),
            (vec![failed(), open()], out_of_budget, Undecided),
            (vec![failed(), not_run()], None, Undecided),
            (vec![], None, NotTrusted),
            (vec![], out_of_budget, Undecided),
        ]
        .into_iter()
        .enumerate()
        {
            assert_eq!(judge(&trace(attempts, None, stopped)), verdict, "row {row}");
        }
    }

    #[test]
    fn a_client_that_takes_one_path_is_judged_by_that_one() {
        let out_of_budget = Some(Limit::Attempts);
        for (taken, verdict) in [
            (passed(), Verdict::Trusted),
            (failed(), Verdict::NotTrusted),
            (open(), Verdict::NotTrusted),
            (not_run(), Verdict::Undecided),
        ] {
            for others in [vec![], vec![passed()], vec![failed()]] {
                for stopped in [None, out_of_budget] {
                    let trace = trace(others.clone(), Some(taken.clone()), stopped);
                    assert_eq!(judge(&trace), verdict);
                }
            }
        }
    }

    #[test]
    fn without_a_target_nothing_is_decided() {
        let nothing = Trace {
            target: None,
            ..trace(Vec::new(), None, None)
        };
        assert_eq!(judge(&nothing), Verdict::Undecided);
    }

    #[test]
    fn public_names() {
        let names = [Verdict::Trusted, Verdict::NotTrusted, Verdict::Undecided];
        assert_eq!(
            names.map(Verdict::as_str),
            ["trusted", "not-trusted", "undecided"]
        );
    }
}
