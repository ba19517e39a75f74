//! Directory names. A subtree is the names that begin with the base (RFC 5280 §4.2.1.10, X.501 §12.3).

use super::forms::Place;
use crate::certificate::Name;

/// Bases, none within another, in order: the same search as for byte strings.
#[derive(Debug, Default)]
pub(super) struct Directories(Vec<(Name, Place)>);

impl Directories {
    pub(super) fn new(mut bases: Vec<(Name, Place)>) -> Self {
        bases.sort_by(|a, b| a.0.cmp(&b.0));
        bases.dedup_by(|later, kept| later.0.is_within(&kept.0));
        Self(bases)
    }

    pub(super) const fn count(&self) -> usize {
        self.0.len()
    }

    pub(super) fn covering(&self, name: &Name) -> Option<Place> {
        let after = self.0.partition_point(|(base, _)| base <= name);
        let (base, constraint) = self.0.get(after.checked_sub(1)?)?;
        name.is_within(base).then_some(*constraint)
    }
}
