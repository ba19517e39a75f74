//! Which paths are shown: all, where they are few; else the best one and the nearest of each end.

use super::count::{self, Extent};
use super::ends::{self, Wish};
use super::graph::{Graph, Node};
use super::search::Search;
use super::tolerance::Tolerance;
use super::trace::{Attempt, End, Listing};
use super::walk::{Course, Link, Walker, walk};
use crate::check::PathStatus;
use crate::signature::SignatureProblem;
use crate::store::CertId;

/// So many paths are shown of those that are too many.
const SHOWN: usize = 20;

/// Among these, so many to certificates that did not sign.
const WRONG_KEYS: usize = 8;

/// So many more signatures are verified to show others than the best path, where that one passes. Few want to see them.
const SIGNATURES_BESIDE: usize = 8;

/// So many where none passes: they are what an answer is made from.
const SIGNATURES_INSTEAD: usize = 64;

/// Lists the paths of a graph. The best one is among them.
pub(super) fn list<'a>(
    search: &mut Search<'a>,
    graph: &Graph<'a>,
    best: Option<Attempt>,
) -> Vec<Attempt> {
    let policy = search.policy;
    let (paths, extent) = count::count(graph, policy.depth, policy.budget.attempts);
    search.paths = paths;
    match extent {
        Extent::Few => all(search, graph, best.as_ref()),
        Extent::Many => nearest(search, graph, best),
    }
}

fn all<'a>(search: &mut Search<'a>, graph: &Graph<'a>, best: Option<&Attempt>) -> Vec<Attempt> {
    let depth = search.policy.depth;
    let checked = best.map_or(&[][..], core::slice::from_ref);
    let (mut attempts, course) = walked(search, (graph, checked), depth, usize::MAX);
    if course == Course::On {
        search.listing = Listing::Complete;
    }
    if let Some(best) = best
        && !holds(&attempts, &best.certificates)
    {
        attempts.insert(0, best.clone());
    }
    attempts
}

fn nearest<'a>(search: &mut Search<'a>, graph: &Graph<'a>, best: Option<Attempt>) -> Vec<Attempt> {
    let best = best.or_else(|| {
        let stopped = search.stopped;
        let path = search.find(graph, Tolerance::Failed);
        // The verdict does not hang on it.
        search.stopped = stopped;
        path.map(|path| search.attempt(&path, End::Anchored))
    });
    let passes = |best: &Attempt| best.status() == PathStatus::Passed;
    search.allow(if best.as_ref().is_some_and(passes) {
        SIGNATURES_BESIDE
    } else {
        SIGNATURES_INSTEAD
    });
    let mut attempts: Vec<Attempt> = best.into_iter().collect();
    let wish = Wish {
        paths: SHOWN,
        wrong_keys: WRONG_KEYS,
    };
    let policy = search.policy;
    let ends = ends::nearest(graph, policy, wish, &mut |child, issuer| {
        search.verify(child, issuer)
    });
    for (path, end) in ends {
        if !holds(&attempts, &path) {
            attempts.push(search.attempt(&path, end));
        }
    }
    let (walked, _) = walked(search, (graph, &attempts), policy.depth, SHOWN);
    for attempt in walked {
        if attempts.len() < SHOWN && !holds(&attempts, &attempt.certificates) {
            attempts.push(attempt);
        }
    }
    attempts.truncate(SHOWN);
    attempts
}

fn holds(attempts: &[Attempt], path: &[CertId]) -> bool {
    attempts.iter().any(|attempt| attempt.certificates == path)
}

/// Paths in the order of a walk, at most so many, and whether these are all. Those that were checked before are not again.
fn walked<'a>(
    search: &mut Search<'a>,
    (graph, checked): (&Graph<'a>, &[Attempt]),
    depth: usize,
    most: usize,
) -> (Vec<Attempt>, Course) {
    let mut lister = Lister {
        search,
        checked,
        attempts: Vec::new(),
        most,
        course: Course::On,
    };
    walk(graph, depth, &mut lister);
    (lister.attempts, lister.course)
}

struct Lister<'s, 'a> {
    search: &'s mut Search<'a>,
    checked: &'s [Attempt],
    attempts: Vec<Attempt>,
    most: usize,
    course: Course,
}

impl<'a> Walker<'a> for Lister<'_, 'a> {
    fn link(&mut self, path: &[Node<'a>], issuer: &Node<'a>) -> Link {
        let verified = path
            .last()
            .and_then(|child| self.search.verify(child.id, issuer.id));
        match verified {
            Some(Ok(()) | Err(SignatureProblem::Unsupported | SignatureProblem::KeyTooLarge)) => {
                Link::Taken
            }
            Some(Err(SignatureProblem::Mismatch | SignatureProblem::UnusableKey)) => Link::Wrong,
            None => {
                self.course = Course::Stop;
                Link::Stop
            }
        }
    }

    fn end(&mut self, path: &[Node<'a>], end: End) -> Course {
        if self.attempts.len() >= self.most {
            self.course = Course::Stop;
            return Course::Stop;
        }
        let ids: Vec<CertId> = path.iter().map(|node| node.id).collect();
        let same = |known: &&Attempt| known.certificates == ids && known.end == end;
        let attempt = match self.checked.iter().find(same) {
            Some(known) => known.clone(),
            None => self.search.attempt(&ids, end),
        };
        self.attempts.push(attempt);
        Course::On
    }
}
