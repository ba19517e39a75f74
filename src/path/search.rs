//! The search over all candidate paths: first whether one passes, then what is to be shown.

use super::admitted::Admitted;
use super::best::{Best, Found};
use super::build::{self, Built, Inquiry};
use super::graph::Graph;
use super::links::Links;
use super::listing;
use super::local::Locals;
use super::tolerance::Tolerance;
use super::trace::{Attempt, ClientPath, End, Listing, Trace};
use super::{Limit, PathCount, Spent};
use crate::certificate::Certificate;
use crate::check::{ConstraintMemo, Failure, Outcome, PathStatus, Step, run_all};
use crate::client::Policy;
use crate::question::Question;
use crate::signature::{SignatureProblem, SignatureVerifier};
use crate::store::{CertId, Store};
use std::rc::Rc;

/// Finds out whether a path passes, lists the paths there are, each with all checks, and adds the one path that the client
/// takes where it does not try all.
pub fn search(
    store: &Store,
    question: &Question,
    policy: &Policy,
    verifier: &dyn SignatureVerifier,
) -> Trace {
    let mut search = Search::new(store, question, policy, verifier);
    let target = super::target(store);
    // First, lest other paths spend the signatures that the client's own needs.
    let taken = search.taken();
    let Some(graph) = target.and_then(|target| search.graph(target)) else {
        return search.trace((target, taken), Vec::new());
    };
    let best = search.best(&graph);
    let attempts = listing::list(&mut search, &graph, best);
    search.trace((target, taken), attempts)
}

/// The same search, only as far as the verdict needs: the path that the client takes, or the best one. Its verdict is that
/// of [`search`], unless [`Trace::stopped`] says that it was cut short: a list may hold a path that passes all the same.
pub fn decide(
    store: &Store,
    question: &Question,
    policy: &Policy,
    verifier: &dyn SignatureVerifier,
) -> Trace {
    let mut search = Search::new(store, question, policy, verifier);
    let target = super::target(store);
    let taken = search.taken();
    let best = target
        .filter(|_| taken.is_none())
        .and_then(|target| best_above(&mut search, target));
    search.trace((target, taken), best.into_iter().collect())
}

#[cfg(any(feature = "clients", not(feature = "web")))]
fn best_above(search: &mut Search<'_>, target: CertId) -> Option<Attempt> {
    let graph = search.graph(target)?;
    search.best(&graph)
}

/// The page's first module judges for the default client alone, which takes one path.
#[cfg(all(not(feature = "clients"), feature = "web"))]
const fn best_above(_: &mut Search<'_>, _: CertId) -> Option<Attempt> {
    None
}

/// What all parts of a search share: the question, and what was found and spent.
pub(super) struct Search<'a> {
    store: &'a Store,
    question: &'a Question,
    pub(super) policy: &'a Policy,
    links: Links<'a>,
    constraints: Rc<ConstraintMemo>,
    spent: Spent,
    /// Signatures that may be verified in all.
    allowed: usize,
    pub(super) stopped: Option<Limit>,
    pub(super) paths: PathCount,
    pub(super) listing: Listing,
}

impl<'a> Search<'a> {
    fn new(
        store: &'a Store,
        question: &'a Question,
        policy: &'a Policy,
        verifier: &'a dyn SignatureVerifier,
    ) -> Self {
        Self {
            store,
            question,
            policy,
            links: Links::new(store, verifier),
            constraints: Rc::new(ConstraintMemo::new(policy)),
            spent: Spent::default(),
            allowed: policy.budget.signatures,
            stopped: None,
            paths: PathCount::at_least(0),
            listing: Listing::Nearest,
        }
    }

    fn trace(
        self,
        (target, taken): (Option<CertId>, Option<ClientPath>),
        attempts: Vec<Attempt>,
    ) -> Trace {
        Trace {
            target,
            attempts,
            taken,
            paths: self.paths,
            listing: self.listing,
            spent: self.spent,
            stopped: self.stopped,
        }
    }

    /// All that can stand above the target. What cannot be verified is taken for what it looks like.
    fn graph(&mut self, target: CertId) -> Option<Graph<'a>> {
        let (store, rules) = (self.store, self.policy.anchor);
        Graph::above(store, target, rules, &mut |id| {
            !matches!(self.verify(id, id), Some(Err(SignatureProblem::Mismatch)))
        })
    }

    /// The one path of a client that does not try all.
    fn taken(&mut self) -> Option<ClientPath> {
        let (store, question, policy) = (self.store, self.question, self.policy);
        let built = build::build(store, question, policy, self)?;
        self.verify_links(&built.path);
        Some(ClientPath {
            attempt: self.attempt_of(&built.path, built.end, built.from_server),
            from_server: built.from_server,
        })
    }

    /// The best path to an anchor of which no check fails.
    fn best(&mut self, graph: &Graph<'a>) -> Option<Attempt> {
        let mut unchecked = None;
        for tolerance in [Tolerance::Nothing, Tolerance::Unchecked] {
            let Some(attempt) = self.best_within(graph, tolerance) else {
                continue;
            };
            if attempt.status() == PathStatus::Passed {
                self.stopped = None;
                return Some(attempt);
            }
            unchecked = unchecked.or(Some(attempt));
        }
        unchecked
    }

    fn best_within(&mut self, graph: &Graph<'a>, tolerance: Tolerance) -> Option<Attempt> {
        let path = self.find(graph, tolerance)?;
        let attempt = self.attempt(&path, End::Anchored);
        if attempt.status() == PathStatus::Passed {
            return Some(attempt);
        }
        // Each of its certificates passes, and all together do not.
        let locals = self.locals(graph)?;
        let (found, limit) = Admitted::new(self, locals, tolerance).search(graph);
        self.stopped = self.stopped.or(limit);
        let own = Some(attempt).filter(|attempt| attempt.status() == PathStatus::Unchecked);
        found.or(own)
    }

    /// The path to an anchor that is best as far as certificates are looked at one by one.
    pub(super) fn find(&mut self, graph: &Graph<'a>, tolerance: Tolerance) -> Option<Vec<CertId>> {
        let mut locals = self.locals(graph)?;
        let best = Best {
            graph,
            locals: &mut locals,
            policy: self.policy,
            tolerance,
        };
        match best.find(&mut |child, issuer| self.verify(child, issuer)) {
            Found::Path(path) => Some(path),
            Found::None => None,
            Found::Stopped(limit) => {
                self.stopped = self.stopped.or(Some(limit));
                None
            }
        }
    }

    fn locals(&self, graph: &Graph<'a>) -> Option<Locals<'a>> {
        let target = graph.target()?.certificate;
        let asked = (self.question, self.policy);
        Some(Locals::new(target, asked, Rc::clone(&self.constraints)))
    }

    /// From now on at most so many more signatures are verified.
    pub(super) fn allow(&mut self, signatures: usize) {
        let more = self.spent.signatures.saturating_add(signatures);
        self.allowed = self.allowed.min(more);
    }

    fn verify_links(&mut self, path: &[CertId]) {
        for (child, issuer) in path.iter().zip(path.iter().skip(1)) {
            let _known_now = self.verify(*child, *issuer);
        }
    }

    /// `None` when the budget is spent.
    pub(super) fn verify(
        &mut self,
        child: CertId,
        issuer: CertId,
    ) -> Option<Result<(), SignatureProblem>> {
        let allowed = self.allowed;
        self.links
            .verify((child, issuer), allowed, &mut self.spent)
            .ok()
    }

    /// What was found without regard to who sent what: all but the anchor counts as sent.
    pub(super) fn attempt(&self, ids: &[CertId], end: End) -> Attempt {
        let sent = ids.len().saturating_sub(usize::from(end == End::Anchored));
        self.attempt_of(ids, end, sent)
    }

    fn attempt_of(&self, ids: &[CertId], end: End, sent: usize) -> Attempt {
        let path: Vec<&Certificate> = ids
            .iter()
            .filter_map(|id| self.store.certificate(*id).map(AsRef::as_ref))
            .collect();
        let termination = end.termination();
        let checks = run_all(
            |position| {
                let (child, issuer) = (ids.get(position)?, ids.get(position.saturating_add(1)));
                Some(Step {
                    path: &path,
                    position,
                    certificate: path.get(position)?,
                    termination,
                    sent,
                    signature: issuer.and_then(|issuer| self.links.recall(*child, *issuer)),
                    question: self.question,
                    policy: self.policy,
                    constraints: &self.constraints,
                })
            },
            path.len(),
        );
        Attempt {
            certificates: ids.to_vec(),
            end,
            checks,
        }
    }
}

impl Inquiry for Search<'_> {
    fn is_signed(&mut self, child: CertId, issuer: CertId) -> bool {
        self.verify(child, issuer) == Some(Ok(()))
    }

    fn is_stale(&mut self, built: &Built) -> bool {
        self.verify_links(&built.path);
        let attempt = self.attempt_of(&built.path, built.end.clone(), built.from_server);
        attempt.checks.iter().any(|checked| {
            matches!(
                checked.outcome,
                Outcome::Fail(
                    Failure::Expired { .. } | Failure::WeakSignature(_) | Failure::WeakKey(_)
                )
            )
        })
    }
}
