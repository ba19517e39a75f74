//! What can be said of a certificate, or of a link between two, before the path it stands in is known.
//!
//! A path passes only if each of its certificates passes in its role, each link passes, and each certificate has no more
//! below it than it allows. These are asked once for each certificate and each link, not once for each path.

use super::graph::{Kind, Node};
use crate::certificate::Certificate;
use crate::check::{
    CHECKS, CheckId, ConstraintMemo, Outcome, Scope, Step, Termination, path_length,
};
use crate::client::Policy;
use crate::question::Question;
use std::collections::HashMap;
use std::rc::Rc;

/// What the checks of a certificate or a link add up to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// Checks that failed.
    pub(super) failed: usize,
    /// Checks that could not be run.
    pub(super) unchecked: usize,
}

impl Tally {
    fn of(outcomes: impl Iterator<Item = Outcome>) -> Self {
        let mut tally = Self::default();
        for outcome in outcomes {
            match outcome {
                Outcome::Fail(_) => tally.failed = tally.failed.saturating_add(1),
                Outcome::NotRun(_) => tally.unchecked = tally.unchecked.saturating_add(1),
                Outcome::Pass | Outcome::NotApplicable => {}
            }
        }
        tally
    }
}

/// What holds of a certificate wherever it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Local {
    /// Its own checks; its name constraints against the target's names alone.
    pub(super) tally: Tally,
    /// Most CAs that may follow below it.
    pub(super) most_below: Option<u32>,
}

/// Asks each question once.
pub(super) struct Locals<'a> {
    target: &'a Certificate,
    question: &'a Question,
    policy: &'a Policy,
    constraints: Rc<ConstraintMemo>,
    known: HashMap<usize, Local>,
}

impl<'a> Locals<'a> {
    pub(super) fn new(
        target: &'a Certificate,
        (question, policy): (&'a Question, &'a Policy),
        constraints: Rc<ConstraintMemo>,
    ) -> Self {
        Self {
            target,
            question,
            policy,
            constraints,
            known: HashMap::new(),
        }
    }

    /// What holds of the target below an issuer.
    pub(super) fn target(&self) -> Tally {
        let path = [self.target, self.target];
        let step = self.step(&path, 0, Termination::Open);
        Tally::of(of_scope(Scope::Certificate, &step))
    }

    /// What holds of a certificate above the target.
    pub(super) fn above(&mut self, node: &Node<'_>) -> Local {
        if let Some(known) = self.known.get(&node.index) {
            return *known;
        }
        let local = self.judge(node);
        self.known.insert(node.index, local);
        local
    }

    fn judge(&self, node: &Node<'_>) -> Local {
        // What stands above an intermediate is not looked at here; that something does, is.
        let whole = [self.target, node.certificate, node.certificate];
        let (path, termination) = match node.kind {
            Kind::Anchor => (whole.get(..2), Termination::Anchored),
            Kind::Intermediate | Kind::SelfSigned => (whole.get(..), Termination::Open),
        };
        let step = self.step(path.unwrap_or_default(), 1, termination);
        let own = of_scope(Scope::Certificate, &step).chain(
            CHECKS
                .iter()
                .filter(|check| check.id == CheckId::NameConstraints)
                .map(|check| (check.run)(&step)),
        );
        Local {
            tally: Tally::of(own),
            most_below: path_length::limit(&step),
        }
    }

    /// What holds of a certificate and its issuer, but for the signature.
    pub(super) fn link(&self, child: &Node<'_>, issuer: &Node<'_>) -> Tally {
        let whole = [child.certificate, issuer.certificate, issuer.certificate];
        let (path, termination) = match issuer.kind {
            Kind::Anchor => (whole.get(..2), Termination::Anchored),
            Kind::Intermediate | Kind::SelfSigned => (whole.get(..), Termination::Open),
        };
        let step = self.step(path.unwrap_or_default(), 0, termination);
        let links = CHECKS
            .iter()
            .filter(|check| check.scope == Scope::Link && check.id != CheckId::Signature);
        Tally::of(links.map(|check| (check.run)(&step)))
    }

    /// What holds of an issuer and all below it.
    pub(super) fn over(&self, path: &[Node<'_>], issuer: &Node<'_>) -> Tally {
        let path: Vec<&Certificate> = path
            .iter()
            .chain([issuer])
            .map(|node| node.certificate)
            .collect();
        let termination = match issuer.kind {
            Kind::Anchor => Termination::Anchored,
            Kind::Intermediate | Kind::SelfSigned => Termination::Open,
        };
        let step = self.step(&path, path.len().saturating_sub(1), termination);
        Tally::of(of_scope(Scope::Below, &step))
    }

    fn step<'s>(
        &'s self,
        path: &'s [&'s Certificate],
        position: usize,
        termination: Termination,
    ) -> Step<'s> {
        let anchors = usize::from(termination == Termination::Anchored);
        Step {
            path,
            position,
            certificate: path.get(position).copied().unwrap_or(self.target),
            termination,
            sent: path.len().saturating_sub(anchors),
            signature: None,
            question: self.question,
            policy: self.policy,
            constraints: &self.constraints,
        }
    }
}

/// The checks that speak of so much.
fn of_scope(scope: Scope, step: &Step<'_>) -> impl Iterator<Item = Outcome> {
    CHECKS
        .iter()
        .filter(move |check| check.scope == scope)
        .map(|check| (check.run)(step))
}
