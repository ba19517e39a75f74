//! Sets of roots in force.

use super::release::{Family, Release, ReleaseRow};
use super::{KnownRoot, KnownRoots, Origin};
use crate::moment::Moment;
use std::collections::HashSet;

/// 2015-04-28, when certifi's versions became dates: before it the releases of one list do not tell what was in force.
const DATED_SINCE: Moment = Moment::from_unix(1_430_179_200);

/// What a set of roots is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum BundleName {
    /// The bundle of a release.
    Release(Release),
    /// The union of all bundles published before 2015-04-28.
    BeforeDatedReleases,
    /// The whole table given by the user.
    Custom,
    /// Nothing: the table is damaged.
    Empty,
}

/// A set of known roots with a name.
#[derive(Clone, Debug)]
pub struct BundleSet<'a> {
    /// What it is.
    pub name: BundleName,
    /// When it was published, where known.
    pub date: Option<Moment>,
    known: &'a KnownRoots,
    bundle: Option<usize>,
}

impl<'a> BundleSet<'a> {
    /// Its roots, in the order of the published file.
    pub fn members(&self) -> impl Iterator<Item = KnownRoot<'a>> + use<'a> {
        let known = self.known;
        self.bundle
            .into_iter()
            .flat_map(|bundle| known.facts.members(bundle))
            .map(|index| known.root(index))
    }

    /// How many roots it has.
    pub fn len(&self) -> usize {
        self.bundle
            .map_or(0, |bundle| self.known.facts.members(bundle).len())
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether it holds a root of the same table.
    pub fn contains(&self, root: KnownRoot<'_>) -> bool {
        self.bundle
            .is_some_and(|bundle| self.known.facts.holds(bundle, root.index()))
    }
}

impl KnownRoots {
    /// The public list in force at a moment: that of the newest certifi release published by then; before the first
    /// dated one, every root of the bundles published until then. A custom table is always in force as a whole.
    pub fn current_at(&self, at: Moment) -> BundleSet<'_> {
        if self.origin == Origin::Custom {
            return self.set(BundleName::Custom, None, Some(0));
        }
        let in_force = self.facts.releases_of(Family::Certifi).rfind(|&row| {
            self.facts
                .date(row)
                .is_some_and(|date| (DATED_SINCE..=at).contains(&date))
        });
        match (in_force, self.facts.layout.early) {
            (Some(row), _) => self.release_set(row),
            (None, Some(early)) => self.set(BundleName::BeforeDatedReleases, None, Some(early)),
            (None, None) => self.set(BundleName::Empty, None, None),
        }
    }

    /// The newest public list; all of a custom table.
    pub fn newest(&self) -> BundleSet<'_> {
        match self.origin {
            Origin::Custom => self.set(BundleName::Custom, None, Some(0)),
            Origin::BuiltIn => match self.facts.releases_of(Family::Certifi).next_back() {
                Some(row) => self.release_set(row),
                None => self.set(BundleName::Empty, None, None),
            },
        }
    }

    /// The bundle of a release, where some release carries it.
    pub(crate) fn bundle_of(&self, release: &Release) -> Option<BundleSet<'_>> {
        let mut rows = self.facts.releases();
        let row = rows.find(|&row| self.facts.release(row) == *release)?;
        Some(self.release_set(row))
    }

    /// Every published bundle, each once.
    pub(crate) fn bundles(&self) -> impl Iterator<Item = BundleSet<'_>> {
        let mut seen = HashSet::new();
        self.facts
            .releases()
            .filter(move |row| seen.insert(row.bundle))
            .map(|row| self.release_set(row))
    }

    fn release_set(&self, row: ReleaseRow) -> BundleSet<'_> {
        let release = self.facts.release(row);
        let date = release.date;
        self.set(BundleName::Release(release), date, Some(row.bundle))
    }

    const fn set(
        &self,
        name: BundleName,
        date: Option<Moment>,
        bundle: Option<usize>,
    ) -> BundleSet<'_> {
        BundleSet {
            name,
            date,
            known: self,
            bundle,
        }
    }
}
