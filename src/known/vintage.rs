//! Which published bundle a file is, or which it is nearest to.

use core::cmp::Reverse;

use super::KnownRoots;
use super::release::Release;
use crate::certificate::CertSha256;
use crate::moment::Moment;

/// What is known of a bundle's age.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vintage {
    /// The release whose bundle this is. The same bytes decide first, then the same certificates in the same order,
    /// then the same set. Of several such releases it is the one that the others copied: the first family in the
    /// order of [`super::Family`], and of it the earliest release.
    pub exact: Option<Release>,
    /// All other releases with the same set: same bytes first, then same order, then the rest.
    pub also: Vec<Release>,
    /// Without an exact match, the release with the fewest differences, unless more differs than agrees.
    pub nearest: Option<Nearest>,
    /// The bundle was not made before this: the first date of the releases with that set; where those have no date,
    /// the latest first day of validity in it.
    pub not_before: Option<Moment>,
    /// The last date of the releases with that set: a bundle made later by the same package would differ.
    pub not_after: Option<Moment>,
}

/// A release that a bundle resembles, and by what they differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// The release.
    pub release: Release,
    /// What it has and the bundle lacks, in the order of the release's file.
    pub missing: Vec<CertSha256>,
    /// What the bundle has beyond it, in the order of the bundle.
    pub extra: Vec<CertSha256>,
}

impl KnownRoots {
    /// The vintage of a bundle, from the SHA-256 of its file and its certificates in file order, each once.
    pub fn vintage(&self, file_sha256: Option<&[u8; 32]>, certificates: &[CertSha256]) -> Vintage {
        let given = Given::new(self, certificates);
        let named = self.named_bundles();
        let by_bytes =
            |bundle| file_sha256.is_some() && self.facts.file_sha256(bundle) == file_sha256;
        let same_set: Vec<usize> = match named.iter().copied().find(|&bundle| by_bytes(bundle)) {
            Some(file) => named
                .into_iter()
                .filter(|&bundle| self.same_members(bundle, file))
                .collect(),
            None => named
                .into_iter()
                .filter(|&bundle| given.is_set(self, bundle))
                .collect(),
        };
        if same_set.is_empty() {
            return self.nearest_vintage(&given);
        }
        let rank = |bundle: usize| {
            if by_bytes(bundle) {
                0_u8
            } else if given.is_order(self, bundle) {
                1
            } else {
                2
            }
        };
        let mut releases = self.releases_by(&same_set, rank).into_iter();
        let exact = releases.next();
        let also: Vec<Release> = releases.collect();
        let dates = exact.iter().chain(&also).filter_map(|release| release.date);
        Vintage {
            not_before: dates.clone().min().or_else(|| self.youngest(&given)),
            not_after: dates.max(),
            exact,
            also,
            nearest: None,
        }
    }

    fn nearest_vintage(&self, given: &Given<'_>) -> Vintage {
        let best = self
            .named_bundles()
            .into_iter()
            .filter(|&bundle| given.resembles(self, bundle))
            .min_by_key(|&bundle| {
                let date = self
                    .releases_by(&[bundle], |_| 0)
                    .iter()
                    .filter_map(|r| r.date)
                    .max();
                (
                    given.distance(self, bundle),
                    Reverse(given.kept_neighbours(self, bundle)),
                    Reverse(date),
                    Reverse(bundle),
                )
            });
        let Some(bundle) = best else {
            return Vintage {
                not_before: self.youngest(given),
                ..Vintage::default()
            };
        };
        let releases = self.releases_by(&[bundle], |_| 0);
        let dates = releases.iter().filter_map(|release| release.date);
        Vintage {
            not_before: dates.clone().min().or_else(|| self.youngest(given)),
            not_after: dates.max(),
            nearest: releases
                .first()
                .map(|release| given.difference(self, bundle, release.clone())),
            ..Vintage::default()
        }
    }

    /// The bundles that some release carries, each once.
    fn named_bundles(&self) -> Vec<usize> {
        let mut bundles: Vec<usize> = self.facts.releases().map(|row| row.bundle).collect();
        bundles.sort_unstable();
        bundles.dedup();
        bundles
    }

    /// The releases of these bundles by the rank of the bundle, then in order of preference.
    fn releases_by(&self, bundles: &[usize], rank: impl Fn(usize) -> u8) -> Vec<Release> {
        let mut rows: Vec<_> = self
            .facts
            .releases()
            .filter(|row| bundles.contains(&row.bundle))
            .collect();
        rows.sort_by_key(|row| rank(row.bundle));
        rows.into_iter()
            .map(|row| self.facts.release(row))
            .collect()
    }

    fn same_members(&self, left: usize, right: usize) -> bool {
        self.facts.bits(left) == self.facts.bits(right)
    }

    fn youngest(&self, given: &Given<'_>) -> Option<Moment> {
        given
            .places
            .iter()
            .flatten()
            .map(|&index| self.root(index).not_before())
            .max()
    }
}

/// The certificates of the bundle in question.
struct Given<'a> {
    certificates: &'a [CertSha256],
    /// Their places in the table; `None` for one that is no known root.
    places: Vec<Option<usize>>,
    bits: Vec<u8>,
}

impl<'a> Given<'a> {
    fn new(known: &KnownRoots, certificates: &'a [CertSha256]) -> Self {
        let places: Vec<Option<usize>> = certificates
            .iter()
            .map(|id| known.by_sha256(id).map(super::KnownRoot::index))
            .collect();
        let mut bits = vec![0_u8; known.facts.layout.counts.bit_octets()];
        for &place in places.iter().flatten() {
            if let Some(octet) = bits.get_mut(place / 8) {
                *octet |= 1 << (place % 8);
            }
        }
        Self {
            certificates,
            places,
            bits,
        }
    }

    fn is_set(&self, known: &KnownRoots, bundle: usize) -> bool {
        !self.places.is_empty()
            && self.places.iter().all(Option::is_some)
            && self.bits == known.facts.bits(bundle)
    }

    fn is_order(&self, known: &KnownRoots, bundle: usize) -> bool {
        self.places
            .iter()
            .copied()
            .eq(known.facts.members(bundle).map(Some))
    }

    fn shared(&self, known: &KnownRoots, bundle: usize) -> usize {
        let both = self.bits.iter().zip(known.facts.bits(bundle));
        both.map(|(left, right)| (left & right).count_ones())
            .filter_map(|count| usize::try_from(count).ok())
            .sum()
    }

    /// How many certificates are in one of the two only.
    fn distance(&self, known: &KnownRoots, bundle: usize) -> usize {
        let both = self.places.len() + known.facts.members(bundle).len();
        both.saturating_sub(2 * self.shared(known, bundle))
    }

    /// Whether more agrees than differs. Below that a release's name says nothing about the bundle: its description
    /// would be longer than the bundle itself.
    fn resembles(&self, known: &KnownRoots, bundle: usize) -> bool {
        self.shared(known, bundle) > self.distance(known, bundle)
    }

    /// How many certificates follow each other in the bundle as they do in the release's file.
    fn kept_neighbours(&self, known: &KnownRoots, bundle: usize) -> usize {
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

    fn difference(&self, known: &KnownRoots, bundle: usize, release: Release) -> Nearest {
        let lacks = |&member: &usize| !self.places.contains(&Some(member));
        let is_extra =
            |place: &Option<usize>| !place.is_some_and(|place| known.facts.holds(bundle, place));
        let pairs = self.certificates.iter().zip(&self.places);
        Nearest {
            release,
            missing: known
                .facts
                .members(bundle)
                .filter(lacks)
                .map(|member| known.root(member).sha256())
                .collect(),
            extra: pairs
                .filter(|(_, place)| is_extra(place))
                .map(|(id, _)| *id)
                .collect(),
        }
    }
}
