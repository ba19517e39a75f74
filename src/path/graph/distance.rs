//! How far it is to an anchor, by names alone: what a search is guided by, and what it need not look at.

use super::{Class, Graph, Node};
use core::cmp::Reverse;
use std::collections::BinaryHeap;

/// The shortest way, by name, to an anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::path) struct Distance {
    /// Certificates on it that count towards lengths, but the anchor.
    pub(in crate::path) counted: usize,
    /// Certificates on it, the anchor included.
    pub(in crate::path) hops: usize,
}

impl Distance {
    /// At the anchor.
    pub(super) const ZERO: Self = Self {
        counted: 0,
        hops: 0,
    };

    /// Below it. An anchor counts towards no length.
    const ONE: Self = Self {
        counted: 0,
        hops: 1,
    };

    /// One certificate more, below.
    pub(super) fn after(self, below: &Node<'_>) -> Self {
        Self {
            counted: self.counted.saturating_add(usize::from(below.counts())),
            hops: self.hops.saturating_add(1),
        }
    }
}

/// Measures each class, from the anchors down: Dijkstra's algorithm, in which each certificate is an edge from the class of
/// its issuer to that of its subject.
pub(super) fn measure(graph: &mut Graph<'_>) {
    let below = issued(graph);
    let mut open: BinaryHeap<Reverse<(Distance, usize)>> = BinaryHeap::new();
    for (class, members) in graph.classes.iter().enumerate() {
        let ends = members.members.iter().any(|index| is_anchor(graph, *index));
        if ends {
            open.push(Reverse((Distance::ONE, class)));
        }
    }
    while let Some(Reverse((distance, class))) = open.pop() {
        let Some(entry) = graph.classes.get_mut(class) else {
            continue;
        };
        if entry.distance.is_some() {
            continue;
        }
        entry.distance = Some(distance);
        for (node, subject) in below.get(class).into_iter().flatten() {
            open.push(Reverse((distance.after(node), *subject)));
        }
    }
}

fn is_anchor(graph: &Graph<'_>, index: usize) -> bool {
    graph
        .nodes
        .get(index)
        .is_some_and(|node| node.kind == super::Kind::Anchor)
}

/// For each class, the certificates that it may have issued, with their own class.
fn issued<'a>(graph: &Graph<'a>) -> Vec<Vec<(Node<'a>, usize)>> {
    let mut below: Vec<Vec<(Node<'a>, usize)>> = vec![Vec::new(); graph.classes.len()];
    for (subject, Class { members, .. }) in graph.classes.iter().enumerate() {
        for index in members {
            if let Some(node) = graph.nodes.get(*index)
                && node.kind == super::Kind::Intermediate
                && let Some(list) = below.get_mut(node.issuer.0)
            {
                list.push((*node, subject));
            }
        }
    }
    below
}
