//! A set of places in a list.

/// Which places of a list of known length belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Set(Vec<bool>);

impl Set {
    pub(super) fn none(len: usize) -> Self {
        Self(vec![false; len])
    }

    pub(super) fn all(len: usize) -> Self {
        Self(vec![true; len])
    }

    pub(super) fn of(len: usize, members: &[usize]) -> Self {
        let mut set = Self::none(len);
        for member in members {
            set.add(*member);
        }
        set
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        !self.0.contains(&true)
    }

    pub(super) fn has(&self, place: usize) -> bool {
        self.0.get(place).copied().unwrap_or(false)
    }

    pub(super) fn add(&mut self, place: usize) {
        if let Some(member) = self.0.get_mut(place) {
            *member = true;
        }
    }

    pub(super) fn and(&self, other: &Self) -> Self {
        Self(
            self.0
                .iter()
                .zip(&other.0)
                .map(|(left, right)| *left && *right)
                .collect(),
        )
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.0
            .iter()
            .enumerate()
            .filter_map(|(place, member)| member.then_some(place))
    }
}
