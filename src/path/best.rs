//! The best path to an anchor, without a list of all: whether one passes costs at most a look at each certificate with each
//! candidate for its issuer, and a signature for each such pair.
//!
//! It is the A* search. The way that is left, by name, leads it straight to an anchor where signatures hold; a signature is
//! verified only when its link is about to be taken. As long as no check fails, a certificate that was reached with the
//! fewest counted CAs below it is reached best, since every limit on the length of a path is an upper one.

use super::Limit;
use super::candidate::KeyIdMatch;
use super::graph::{Graph, Kind, Node, Rest};
use super::local::{Locals, Tally};
use super::tolerance::Tolerance;
use super::ways::{Cost, Open, Verify, Ways};
use crate::check::path_length;
use crate::client::Policy;
use crate::store::CertId;

/// What the search comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// The path, target first.
    Path(Vec<CertId>),
    /// There is none.
    None,
    /// The budget was spent before it was known.
    Stopped(Limit),
}

/// One search.
pub(super) struct Best<'s, 'a> {
    pub(super) graph: &'s Graph<'a>,
    pub(super) locals: &'s mut Locals<'a>,
    pub(super) policy: &'s Policy,
    pub(super) tolerance: Tolerance,
}

impl<'a> Best<'_, 'a> {
    /// The best path to an anchor that is tolerable.
    pub(super) fn find(mut self, verify: &mut Verify<'_>) -> Found {
        let Some(target) = self.graph.target() else {
            return Found::None;
        };
        if target.kind == Kind::Anchor {
            return Found::Path(vec![target.id]);
        }
        let Some(failures) = self.tolerance.price(self.locals.target()) else {
            return Found::None;
        };
        let mut ways = Ways::new(self.graph.len());
        ways.settle(target, None);
        let start = Cost {
            failures,
            ..Cost::default()
        };
        self.expand(&mut ways, &target, start);
        while let Some(next) = ways.pop() {
            if ways.pushed() > self.policy.budget.candidates {
                return Found::Stopped(Limit::Candidates);
            }
            if let Some(found) = self.take(&mut ways, next, verify) {
                return found;
            }
        }
        Found::None
    }

    /// Takes a step; what it comes to, where that is known then.
    fn take(&mut self, ways: &mut Ways<'a>, next: Open, verify: &mut Verify<'_>) -> Option<Found> {
        let child = self.graph.node(next.child)?;
        let Some(issuer) = next.issuer else {
            self.expand_rest(ways, &child, next.cost);
            return None;
        };
        let issuer = self
            .graph
            .node(issuer)
            .filter(|issuer| !ways.is_settled(issuer))?;
        match verify(child.id, issuer.id) {
            None => return Some(Found::Stopped(Limit::Signatures)),
            Some(result) if self.tolerance.bears(result) => {}
            Some(_) => return None,
        }
        ways.settle(issuer, Some(child.index));
        if issuer.kind == Kind::Anchor {
            return Some(Found::Path(ways.path_to(issuer.index)));
        }
        self.expand(ways, &issuer, next.cost);
        None
    }

    /// Opens the links to the likeliest candidates, and puts off the others.
    fn expand(&mut self, ways: &mut Ways<'a>, child: &Node<'a>, cost: Cost) {
        let (likely, rest) = self.graph.likeliest(child);
        for issuer in likely {
            self.open(ways, (child, &issuer), cost);
        }
        if let (Rest::Some, Some(left)) = (rest, self.graph.distance(child)) {
            let cost = cost.doubted(1);
            ways.push(Open {
                estimate: cost.with(left),
                left: left.hops,
                order: 0,
                child: child.index,
                issuer: None,
                cost,
            });
        }
    }

    /// Opens the links that were put off.
    fn expand_rest(&mut self, ways: &mut Ways<'a>, child: &Node<'a>, cost: Cost) {
        for (matching, issuer) in self.graph.candidates(child) {
            match matching {
                KeyIdMatch::Agrees => {}
                KeyIdMatch::Unsaid => self.open(ways, (child, &issuer), cost),
                KeyIdMatch::Differs => self.open(ways, (child, &issuer), cost.doubted(1)),
            }
        }
    }

    fn open(&mut self, ways: &mut Ways<'a>, (child, issuer): (&Node<'a>, &Node<'a>), cost: Cost) {
        let Some(left) = self.graph.distance(issuer) else {
            return;
        };
        if ways.is_settled(issuer) {
            return;
        }
        if let Some(cost) = self.reach(child, issuer, cost) {
            ways.push(Open {
                estimate: cost.with(left),
                left: left.hops,
                order: 0,
                child: child.index,
                issuer: Some(issuer.index),
                cost,
            });
        }
    }

    /// What it costs to go on from `child`, reached at `cost`, to `issuer`; `None` where that is not tolerable.
    fn reach(&mut self, child: &Node<'a>, issuer: &Node<'a>, cost: Cost) -> Option<Cost> {
        let local = self.locals.above(issuer);
        let is_counted = issuer.kind != Kind::Anchor && issuer.counts();
        let counted = cost.counted.saturating_add(usize::from(is_counted));
        if issuer.kind != Kind::Anchor && counted > self.policy.depth {
            return None;
        }
        let too_many = local
            .most_below
            .is_some_and(|limit| !path_length::allows(limit, cost.counted));
        let length = Tally {
            failed: usize::from(too_many),
            unchecked: 0,
        };
        let tallies = [local.tally, self.locals.link(child, issuer), length];
        let failures = tallies.into_iter().try_fold(cost.failures, |sum, tally| {
            Some(sum.saturating_add(self.tolerance.price(tally)?))
        })?;
        Some(Cost {
            failures,
            counted,
            hops: cost.hops.saturating_add(1),
            doubts: cost.doubts,
        })
    }
}
