//! Which published bundle a file is, or which it is nearest to.

mod given;

use core::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::release::Release;
use super::{KnownRoot, KnownRoots};
use crate::certificate::CertSha256;
use crate::moment::Moment;
use crate::store::Held;
use given::Given;

/// What is known of a bundle's age.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vintage {
    /// The release whose bundle this is. The same bytes decide first, then the same certificates in the same order,
    /// then the same set. Of several files it is the one that most releases carry, being the likeliest; of several
    /// releases with that file it is the one that the others copied: the first family in the order of
    /// [`super::Family`], and of it the earliest release.
    pub exact: Option<Release>,
    /// All other releases with the same set: same bytes first, then same order, then the rest.
    pub also: Vec<Release>,
    /// Without an exact match, the release with the fewest differences, unless more differs than agrees. Of several
    /// it is the one whose order the bundle kept best, then the newest, then as for an exact match.
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
        let roots = certificates.iter().map(|id| self.by_sha256(id));
        let id = |index| certificates.get(index).copied();
        self.vintage_of_given(file_sha256, &Given::new(self, roots, &id))
    }

    /// The same for certificates at hand and the roots that they are. Hashes are computed only of what a named release
    /// does not have.
    pub(crate) fn vintage_of(
        &self,
        file_sha256: Option<&[u8; 32]>,
        bundle: &[(&Arc<Held>, Option<KnownRoot<'_>>)],
    ) -> Vintage {
        let roots = bundle.iter().map(|(_, root)| *root);
        let id = |index: usize| bundle.get(index).map(|(held, _)| held.sha256());
        self.vintage_of_given(file_sha256, &Given::new(self, roots, &id))
    }

    fn vintage_of_given(&self, file_sha256: Option<&[u8; 32]>, given: &Given<'_>) -> Vintage {
        let published = self.published();
        let is_file =
            |bundle| file_sha256.is_some() && self.facts.file_sha256(bundle) == file_sha256;
        let file = published.iter().find(|candidate| is_file(candidate.bundle));
        let same_set = published.iter().filter(|candidate| match file {
            Some(file) => self.facts.bits(candidate.bundle) == self.facts.bits(file.bundle),
            None => given.is_set(self, candidate.bundle),
        });
        let mut matches: Vec<&Published> = same_set.collect();
        matches.sort_by_key(|candidate| {
            let likeness = if is_file(candidate.bundle) {
                Likeness::Bytes
            } else if given.is_order(self, candidate.bundle) {
                Likeness::Order
            } else {
                Likeness::Set
            };
            (likeness, Reverse(candidate.releases))
        });
        if matches.is_empty() {
            return self.nearest_vintage(given, &published);
        }
        let mut releases = matches
            .iter()
            .flat_map(|found| self.releases_with(found.bundle));
        Vintage {
            exact: releases.next(),
            also: releases.collect(),
            ..self.bounds(given, &matches)
        }
    }

    fn nearest_vintage(&self, given: &Given<'_>, published: &[Published]) -> Vintage {
        let near = published
            .iter()
            .filter(|candidate| given.resembles(self, candidate.bundle));
        let distance = |candidate: &&Published| given.distance(self, candidate.bundle);
        let least = near.clone().map(|candidate| distance(&candidate)).min();
        let best = near
            .filter(|candidate| Some(distance(candidate)) == least)
            .max_by_key(|candidate| {
                let kept = given.kept_neighbours(self, candidate.bundle);
                // The newest of its set, so that copies without a date are judged by how many carry them.
                let newest = same_set(self, published, candidate)
                    .filter_map(|twin| twin.newest)
                    .max();
                (kept, newest, candidate.releases, Reverse(candidate.bundle))
            });
        let matches: Vec<&Published> = best
            .into_iter()
            .flat_map(|best| same_set(self, published, best))
            .collect();
        Vintage {
            nearest: best.and_then(|best| {
                let release = self.releases_with(best.bundle).next()?;
                Some(given.difference(self, best.bundle, release))
            }),
            ..self.bounds(given, &matches)
        }
    }

    /// When a bundle was made, from the published ones with its set.
    fn bounds(&self, given: &Given<'_>, matches: &[&Published]) -> Vintage {
        let known = given.places.iter().flatten();
        let youngest = known.map(|&index| self.root(index).not_before()).max();
        Vintage {
            not_before: matches
                .iter()
                .filter_map(|found| found.oldest)
                .min()
                .or(youngest),
            not_after: matches.iter().filter_map(|found| found.newest).max(),
            ..Vintage::default()
        }
    }

    /// The bundles that some release carries, each once.
    fn published(&self) -> Vec<Published> {
        let mut found: BTreeMap<usize, Published> = BTreeMap::new();
        for row in self.facts.releases() {
            let date = self.facts.date(row);
            let entry = found.entry(row.bundle).or_insert(Published {
                bundle: row.bundle,
                releases: 0,
                oldest: date,
                newest: date,
            });
            entry.releases += 1;
            entry.oldest = entry.oldest.into_iter().chain(date).min();
            entry.newest = entry.newest.max(date);
        }
        found.into_values().collect()
    }

    /// The releases that carry a bundle, in order of preference.
    fn releases_with(&self, bundle: usize) -> impl Iterator<Item = Release> + '_ {
        let rows = self
            .facts
            .releases()
            .filter(move |row| row.bundle == bundle);
        rows.map(|row| self.facts.release(row))
    }
}

/// What two bundles with the same set have in common beyond it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    Bytes,
    Order,
    Set,
}

/// A bundle that some release carries.
struct Published {
    bundle: usize,
    /// How many releases carry it.
    releases: usize,
    oldest: Option<Moment>,
    newest: Option<Moment>,
}

fn same_set<'a>(
    known: &'a KnownRoots,
    published: &'a [Published],
    one: &'a Published,
) -> impl Iterator<Item = &'a Published> {
    let bits = known.facts.bits(one.bundle);
    published
        .iter()
        .filter(move |other| known.facts.bits(other.bundle) == bits)
}
