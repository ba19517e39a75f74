//! The valid policy graph of RFC 9618 §5.2: the tree of RFC 5280 §6.1.2 with equal nodes merged, so that its size is
//! bounded by the policies and mappings in the certificates.

use crate::certificate::{PolicyId, PolicyMapping};
use std::collections::{BTreeMap, BTreeSet};

/// A policy at one depth.
struct Node {
    /// The policies that would continue it below.
    expected: BTreeSet<PolicyId>,
    /// The policies of the depth above from which it follows.
    parents: BTreeSet<PolicyId>,
}

type Level = BTreeMap<PolicyId, Node>;

/// What a certificate's `anyPolicy` is worth.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum AnyPolicy {
    /// It stands for all policies.
    Counts,
    /// It counts for nothing.
    Inhibited,
}

/// The graph, one level for each certificate so far. Nodes without children are not removed on the way: only the last
/// level decides what follows, and [`Graph::authority_set`] looks from there upwards.
pub(super) struct Graph {
    levels: Vec<Level>,
}

impl Graph {
    /// `anyPolicy` at depth 0 (RFC 5280 §6.1.2 (a)).
    pub(super) fn new() -> Self {
        let root = Node {
            expected: BTreeSet::from([PolicyId::any()]),
            parents: BTreeSet::new(),
        };
        Self {
            levels: vec![BTreeMap::from([(PolicyId::any(), root)])],
        }
    }

    /// Whether no policy is valid any more.
    pub(super) fn is_null(&self) -> bool {
        self.levels.last().is_none_or(BTreeMap::is_empty)
    }

    /// The next certificate's policies; `None` where it names none (RFC 9618 §5.3: §6.1.3 (d), (e)).
    pub(super) fn descend(&mut self, policies: Option<&[PolicyId]>, any: AnyPolicy) {
        let level = policies.map_or_else(Level::new, |policies| self.next_level(policies, any));
        self.levels.push(level);
    }

    fn next_level(&self, policies: &[PolicyId], any: AnyPolicy) -> Level {
        let Some(above) = self.levels.last() else {
            return Level::new();
        };
        let mut continued_by: BTreeMap<&PolicyId, BTreeSet<PolicyId>> = BTreeMap::new();
        for (policy, node) in above {
            for expected in &node.expected {
                continued_by
                    .entry(expected)
                    .or_default()
                    .insert(policy.clone());
            }
        }
        let mut level = Level::new();
        for policy in policies.iter().filter(|policy| !policy.is_any()) {
            let parents = continued_by.get(policy).cloned().or_else(|| {
                above
                    .contains_key(&PolicyId::any())
                    .then(|| BTreeSet::from([PolicyId::any()]))
            });
            if let Some(parents) = parents {
                level.insert(policy.clone(), node(policy, parents));
            }
        }
        if any == AnyPolicy::Counts && policies.iter().any(PolicyId::is_any) {
            for (policy, parents) in continued_by {
                level
                    .entry(policy.clone())
                    .or_insert_with(|| node(policy, parents));
            }
        }
        level
    }

    /// Makes the subject's policies continue the issuer's (§6.1.4 (b)(1)).
    pub(super) fn map(&mut self, mappings: &[PolicyMapping]) {
        let Some(level) = self.levels.last_mut() else {
            return;
        };
        for (policy, expected) in grouped(mappings) {
            if let Some(node) = level.get_mut(policy) {
                node.expected = expected;
            } else if level.contains_key(&PolicyId::any()) {
                let parents = BTreeSet::from([PolicyId::any()]);
                level.insert(policy.clone(), Node { expected, parents });
            }
        }
    }

    /// Drops the policies that would have been mapped, where mapping is inhibited (§6.1.4 (b)(2)).
    pub(super) fn drop_mapped(&mut self, mappings: &[PolicyMapping]) {
        if let Some(level) = self.levels.last_mut() {
            for mapping in mappings {
                level.remove(&mapping.issuer);
            }
        }
    }

    /// The authority-constrained policy set: the policies, in the anchor's terms, under which the whole path is valid
    /// (RFC 9618 §5.4: §6.1.5 (g)).
    pub(super) fn authority_set(&self) -> BTreeSet<PolicyId> {
        let mut set = BTreeSet::new();
        let mut reached: BTreeSet<&PolicyId> = self
            .levels
            .last()
            .into_iter()
            .flat_map(BTreeMap::keys)
            .collect();
        set.extend(
            reached
                .iter()
                .filter(|policy| policy.is_any())
                .copied()
                .cloned(),
        );
        for level in self.levels.iter().rev() {
            let mut parents = BTreeSet::new();
            for (policy, node) in level.iter().filter(|(policy, _)| reached.contains(policy)) {
                if !policy.is_any() && node.parents.iter().any(PolicyId::is_any) {
                    set.insert(policy.clone());
                }
                parents.extend(&node.parents);
            }
            reached = parents;
        }
        set
    }
}

fn node(policy: &PolicyId, parents: BTreeSet<PolicyId>) -> Node {
    Node {
        expected: BTreeSet::from([policy.clone()]),
        parents,
    }
}

fn grouped(mappings: &[PolicyMapping]) -> BTreeMap<&PolicyId, BTreeSet<PolicyId>> {
    let mut groups: BTreeMap<&PolicyId, BTreeSet<PolicyId>> = BTreeMap::new();
    for mapping in mappings {
        groups
            .entry(&mapping.issuer)
            .or_default()
            .insert(mapping.subject.clone());
    }
    groups
}
