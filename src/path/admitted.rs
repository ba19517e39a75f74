//! Paths on which each certificate passes by itself, for clients whose rules also speak of whole paths: name constraints on
//! the names of intermediates, and certificate policies. There may be more of them than anybody can look at: the search is
//! bounded, and says when it stopped.

use super::Limit;
use super::graph::{Graph, Kind, Node};
use super::local::Locals;
use super::search::Search;
use super::tolerance::Tolerance;
use super::trace::{Attempt, End};
use super::walk::{Course, Link, Walker, walk};
use crate::check::PathStatus;
use crate::store::CertId;

/// The search among such paths.
pub(super) struct Admitted<'s, 'a> {
    search: &'s mut Search<'a>,
    locals: Locals<'a>,
    tolerance: Tolerance,
    found: Option<Attempt>,
    links: usize,
    paths: usize,
    limit: Option<Limit>,
}

impl<'s, 'a> Admitted<'s, 'a> {
    pub(super) fn new(
        search: &'s mut Search<'a>,
        locals: Locals<'a>,
        tolerance: Tolerance,
    ) -> Self {
        Self {
            search,
            locals,
            tolerance,
            found: None,
            links: 0,
            paths: 0,
            limit: None,
        }
    }

    /// The first one that passes, or else of which no check fails; and what ended the search, where it does not pass.
    pub(super) fn search(mut self, graph: &Graph<'a>) -> (Option<Attempt>, Option<Limit>) {
        let depth = self.search.policy.depth;
        let mut guided = Guided {
            graph,
            admitted: &mut self,
        };
        walk(graph, depth, &mut guided);
        (self.found, self.limit)
    }

    /// Whether the path may go on to an issuer, by all that is known so far.
    fn admits(&mut self, path: &[Node<'a>], issuer: &Node<'a>) -> bool {
        let Some(child) = path.last() else {
            return false;
        };
        let own = self.locals.above(issuer).tally;
        let tolerance = self.tolerance;
        let is_bearable = |tally| tolerance.price(tally).is_some();
        is_bearable(own)
            && is_bearable(self.locals.link(child, issuer))
            && is_bearable(self.locals.over(path, issuer))
    }

    fn spend(&mut self) -> Result<(), Limit> {
        self.links = self.links.saturating_add(1);
        if self.links > self.search.policy.budget.detours {
            Err(Limit::Candidates)
        } else {
            Ok(())
        }
    }

    fn signed(&mut self, child: CertId, issuer: CertId) -> Result<bool, Limit> {
        let signature = self.search.verify(child, issuer);
        let signature = signature.ok_or(Limit::Signatures)?;
        Ok(self.tolerance.bears(signature))
    }

    fn decide(&mut self, path: &[Node<'a>], issuer: &Node<'a>) -> Result<Link, Limit> {
        self.spend()?;
        let Some(child) = path.last() else {
            return Ok(Link::Passed);
        };
        let is_taken = self.admits(path, issuer) && self.signed(child.id, issuer.id)?;
        Ok(if is_taken { Link::Taken } else { Link::Passed })
    }

    fn judge(&mut self, path: &[Node<'a>]) -> Course {
        if self.paths >= self.search.policy.budget.attempts {
            self.limit = Some(Limit::Attempts);
            return Course::Stop;
        }
        self.paths = self.paths.saturating_add(1);
        let ids: Vec<CertId> = path.iter().map(|node| node.id).collect();
        let attempt = self.search.attempt(&ids, End::Anchored);
        match attempt.status() {
            PathStatus::Passed => {
                self.found = Some(attempt);
                Course::Stop
            }
            PathStatus::Unchecked => {
                self.found.get_or_insert(attempt);
                Course::On
            }
            PathStatus::Failed => Course::On,
        }
    }
}

/// Walks only where an anchor can be reached.
struct Guided<'g, 's, 'a> {
    graph: &'g Graph<'a>,
    admitted: &'g mut Admitted<'s, 'a>,
}

impl<'a> Walker<'a> for Guided<'_, '_, 'a> {
    fn link(&mut self, path: &[Node<'a>], issuer: &Node<'a>) -> Link {
        if self.graph.distance(issuer).is_none() {
            return Link::Passed;
        }
        self.admitted.decide(path, issuer).unwrap_or_else(|limit| {
            self.admitted.limit = Some(limit);
            Link::Stop
        })
    }

    fn end(&mut self, path: &[Node<'a>], _: End) -> Course {
        if path.last().is_some_and(|last| last.kind == Kind::Anchor) {
            self.admitted.judge(path)
        } else {
            Course::On
        }
    }
}
