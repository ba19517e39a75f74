//! How a search that goes by cost keeps its place: what is settled, from where it was reached, and what is to do next.

use super::graph::{Distance, Node};
use crate::signature::SignatureProblem;
use crate::store::CertId;
use core::cmp::Reverse;
use std::collections::BinaryHeap;

/// The answer about the signature of the first under the key of the second; `None` where no more may be verified.
pub(super) type Verify<'v> = dyn FnMut(CertId, CertId) -> Option<Result<(), SignatureProblem>> + 'v;

/// What makes a way worse; the order of declaration is the order of weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cost {
    /// Checks that failed.
    pub(super) failures: usize,
    /// Certificates that count towards lengths.
    pub(super) counted: usize,
    /// Candidates that were not the likeliest: they mean a signature in vain, mostly.
    pub(super) doubts: usize,
    /// Certificates above the target.
    pub(super) hops: usize,
}

impl Cost {
    /// With a candidate that was not the likeliest.
    pub(super) const fn doubted(self, by: usize) -> Self {
        Self {
            doubts: self.doubts.saturating_add(by),
            ..self
        }
    }

    /// With the way that is left, at least.
    pub(super) const fn with(self, rest: Distance) -> Self {
        Self {
            counted: self.counted.saturating_add(rest.counted),
            hops: self.hops.saturating_add(rest.hops),
            ..self
        }
    }
}

/// What may be done next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Open {
    /// What the whole path costs at least.
    pub(super) estimate: Cost,
    /// Of equals, the one nearest its end.
    pub(super) left: usize,
    /// Of equals, the first one.
    pub(super) order: usize,
    /// The certificate below.
    pub(super) child: usize,
    /// The candidate; none for all candidates whose key identifier is not the one that the child names.
    pub(super) issuer: Option<usize>,
    /// What it costs to have come there.
    pub(super) cost: Cost,
}

/// Ways so far: how each settled certificate was reached.
pub(super) struct Ways<'a> {
    from: Vec<Option<usize>>,
    nodes: Vec<Option<Node<'a>>>,
    open: BinaryHeap<Reverse<Open>>,
    pushed: usize,
}

impl<'a> Ways<'a> {
    pub(super) fn new(size: usize) -> Self {
        Self {
            from: vec![None; size],
            nodes: vec![None; size],
            open: BinaryHeap::new(),
            pushed: 0,
        }
    }

    pub(super) fn is_settled(&self, node: &Node<'_>) -> bool {
        self.nodes.get(node.index).is_some_and(Option::is_some)
    }

    pub(super) fn settle(&mut self, node: Node<'a>, from: Option<usize>) {
        if let (Some(place), Some(way)) = (
            self.nodes.get_mut(node.index),
            self.from.get_mut(node.index),
        ) {
            *place = Some(node);
            *way = from;
        }
    }

    pub(super) fn push(&mut self, open: Open) {
        self.pushed = self.pushed.saturating_add(1);
        self.open.push(Reverse(Open {
            order: self.pushed,
            ..open
        }));
    }

    /// What costs least of all that may be done next.
    pub(super) fn pop(&mut self) -> Option<Open> {
        self.open.pop().map(|Reverse(open)| open)
    }

    /// How much was put off so far.
    pub(super) const fn pushed(&self) -> usize {
        self.pushed
    }

    /// From the target up to here.
    pub(super) fn path_to(&self, end: usize) -> Vec<CertId> {
        let up = core::iter::successors(Some(end), |index| *self.from.get(*index)?);
        let mut path: Vec<CertId> = up
            .filter_map(|index| self.nodes.get(index)?.map(|node| node.id))
            .collect();
        path.reverse();
        path
    }
}
