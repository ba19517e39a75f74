//! A bundle in question, compared with the published ones.

use super::super::release::Release;
use super::super::{KnownRoot, KnownRoots};
use super::Nearest;
use crate::certificate::CertSha256;

/// The certificates of the bundle in question.
pub(super) struct Given<'a> {
    /// Which certificate stands at an index.
    id: &'a dyn Fn(usize) -> Option<CertSha256>,
    /// Their places in the table; `None` for one that is no known root.
    pub(super) places: Vec<Option<usize>>,
    bits: Vec<u8>,
}

impl<'a> Given<'a> {
    pub(super) fn new(
        known: &KnownRoots,
        roots: impl Iterator<Item = Option<KnownRoot<'a>>>,
        id: &'a dyn Fn(usize) -> Option<CertSha256>,
    ) -> Self {
        let places: Vec<Option<usize>> = roots.map(|root| root.map(KnownRoot::index)).collect();
        let mut bits = vec![0_u8; known.facts.layout.counts.bit_octets()];
        for &place in places.iter().flatten() {
            if let Some(octet) = bits.get_mut(place / 8) {
                *octet |= 1 << (place % 8);
            }
        }
        Self { id, places, bits }
    }

    pub(super) fn is_set(&self, known: &KnownRoots, bundle: usize) -> bool {
        !self.places.is_empty()
            && self.places.iter().all(Option::is_some)
            && self.bits == known.facts.bits(bundle)
    }

    pub(super) fn is_order(&self, known: &KnownRoots, bundle: usize) -> bool {
        self.places
            .iter()
            .copied()
            .eq(distinct(known, bundle).into_iter().map(Some))
    }

    pub(super) fn shared(&self, known: &KnownRoots, bundle: usize) -> usize {
        let both = self.bits.iter().zip(known.facts.bits(bundle));
        both.map(|(left, right)| ones(left & right)).sum()
    }

    /// How many certificates are in one of the two only.
    pub(super) fn distance(&self, known: &KnownRoots, bundle: usize) -> usize {
        let both = self.places.len() + count(known.facts.bits(bundle));
        both.saturating_sub(2 * self.shared(known, bundle))
    }

    /// Whether more agrees than differs. Below that a release's name says nothing about the bundle: its description
    /// would be longer than the bundle itself.
    pub(super) fn resembles(&self, known: &KnownRoots, bundle: usize) -> bool {
        self.shared(known, bundle) > self.distance(known, bundle)
    }

    /// How many certificates follow each other in the bundle as they do in the release's file.
    pub(super) fn kept_neighbours(&self, known: &KnownRoots, bundle: usize) -> usize {
        let members = known.facts.members(bundle);
        let mut follower = vec![None; known.len()];
        for (member, next) in members.clone().zip(members.skip(1)) {
            if let Some(slot) = follower.get_mut(member) {
                *slot = Some(next);
            }
        }
        let pairs = self.places.iter().zip(self.places.iter().skip(1));
        pairs
            .filter(|(place, next)| {
                next.is_some() && place.and_then(|place| *follower.get(place)?) == **next
            })
            .count()
    }

    pub(super) fn difference(
        &self,
        known: &KnownRoots,
        bundle: usize,
        release: Release,
    ) -> Nearest {
        let lacks = |&member: &usize| !self.places.contains(&Some(member));
        let is_extra =
            |place: &Option<usize>| !place.is_some_and(|place| known.facts.holds(bundle, place));
        let places = self.places.iter().enumerate();
        Nearest {
            release,
            missing: distinct(known, bundle)
                .into_iter()
                .filter(lacks)
                .map(|member| known.root(member).sha256())
                .collect(),
            extra: places
                .filter(|(_, place)| is_extra(place))
                .filter_map(|(index, _)| (self.id)(index))
                .collect(),
        }
    }
}

/// A published file's certificates in order, each once: two old files hold some of them twice.
fn distinct(known: &KnownRoots, bundle: usize) -> Vec<usize> {
    let mut seen = std::collections::BTreeSet::new();
    known
        .facts
        .members(bundle)
        .filter(|member| seen.insert(*member))
        .collect()
}

fn count(bits: &[u8]) -> usize {
    bits.iter().copied().map(ones).sum()
}

fn ones(octet: u8) -> usize {
    usize::try_from(octet.count_ones()).unwrap_or(0)
}
