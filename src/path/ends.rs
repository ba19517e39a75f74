//! Where paths end, nearest the target first, one path to each end: what an explanation is made from where there are too
//! many paths to list.

use super::candidate::KeyIdMatch;
use super::graph::{Graph, Kind, Node};
use super::trace::End;
use super::walk::wanted_above;
use super::ways::{Cost, Open, Verify, Ways};
use crate::client::Policy;
use crate::signature::SignatureProblem;
use crate::store::CertId;

/// A path and its end.
pub(super) type Ended = (Vec<CertId>, End);

/// How much is wanted.
#[derive(Clone, Copy)]
pub(super) struct Wish {
    /// Paths.
    pub(super) paths: usize,
    /// Of these, paths that end at a certificate which has the right name and did not sign.
    pub(super) wrong_keys: usize,
}

/// The nearest ends, as far as signatures may be verified.
pub(super) fn nearest(
    graph: &Graph<'_>,
    policy: &Policy,
    wish: Wish,
    verify: &mut Verify<'_>,
) -> Vec<Ended> {
    let Some(target) = graph.target() else {
        return Vec::new();
    };
    let mut survey = Survey {
        graph,
        policy,
        wish,
        ways: Ways::new(graph.len()),
        found: Vec::new(),
    };
    survey.arrive(target, None, Cost::default());
    while survey.found.len() < wish.paths
        && survey.ways.pushed() <= policy.budget.candidates
        && let Some(next) = survey.ways.pop()
    {
        if survey.take(next, verify).is_none() {
            break;
        }
    }
    survey.found
}

struct Survey<'s, 'a> {
    graph: &'s Graph<'a>,
    policy: &'s Policy,
    wish: Wish,
    ways: Ways<'a>,
    found: Vec<Ended>,
}

impl<'a> Survey<'_, 'a> {
    /// `None` when no more signatures may be verified.
    fn take(&mut self, next: Open, verify: &mut Verify<'_>) -> Option<()> {
        let child = self.graph.node(next.child);
        let issuer = next.issuer.and_then(|issuer| self.graph.node(issuer));
        let (Some(child), Some(issuer)) = (child, issuer) else {
            return Some(());
        };
        if self.ways.is_settled(&issuer) {
            return Some(());
        }
        match verify(child.id, issuer.id)? {
            Ok(()) | Err(SignatureProblem::Unsupported | SignatureProblem::KeyTooLarge) => {
                self.arrive(issuer, Some(child.index), next.cost);
            }
            Err(SignatureProblem::Mismatch | SignatureProblem::UnusableKey) => {
                self.refuse(&child, &issuer);
            }
        }
        Some(())
    }

    fn refuse(&mut self, child: &Node<'a>, issuer: &Node<'a>) {
        if self.wish.wrong_keys > 0 {
            self.wish.wrong_keys = self.wish.wrong_keys.saturating_sub(1);
            let mut path = self.ways.path_to(child.index);
            path.push(issuer.id);
            self.found.push((path, End::WrongKey(wanted_above(child))));
        }
    }

    fn arrive(&mut self, node: Node<'a>, from: Option<usize>, cost: Cost) {
        self.ways.settle(node, from);
        let end = match node.kind {
            Kind::Anchor => Some(End::Anchored),
            Kind::SelfSigned => Some(End::SelfSigned),
            Kind::Intermediate if cost.counted > self.policy.depth => {
                Some(End::TooDeep(wanted_above(&node)))
            }
            Kind::Intermediate => self.expand(&node, cost),
        };
        if let Some(end) = end {
            self.found.push((self.ways.path_to(node.index), end));
        }
    }

    /// Opens the links to all candidates; where there are none, the path ends.
    fn expand(&mut self, child: &Node<'a>, cost: Cost) -> Option<End> {
        let mut is_empty = true;
        for (matching, issuer) in self.graph.candidates(child) {
            is_empty = false;
            if self.ways.is_settled(&issuer) {
                continue;
            }
            let is_counted = issuer.kind != Kind::Anchor && issuer.counts();
            let cost = Cost {
                counted: cost.counted.saturating_add(usize::from(is_counted)),
                hops: cost.hops.saturating_add(1),
                doubts: cost.doubts.saturating_add(match matching {
                    KeyIdMatch::Agrees => 0,
                    KeyIdMatch::Unsaid => 1,
                    KeyIdMatch::Differs => 2,
                }),
                ..cost
            };
            self.ways.push(Open {
                estimate: cost,
                left: 0,
                order: 0,
                child: child.index,
                issuer: Some(issuer.index),
                cost,
            });
        }
        is_empty.then(|| End::NoIssuer(wanted_above(child)))
    }
}
