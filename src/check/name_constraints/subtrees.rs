//! A set of subtrees of byte strings, each the strings with one prefix, that answers in logarithmic time.

use super::forms::Place;

/// Prefixes, none a prefix of another, in order. With that, the only one that can begin a string is the last that does
/// not come after it.
#[derive(Debug, Default)]
pub(super) struct Subtrees(Vec<(Vec<u8>, Place)>);

impl Subtrees {
    /// Keeps the widest of the given subtrees.
    pub(super) fn new(mut prefixes: Vec<(Vec<u8>, Place)>) -> Self {
        prefixes.sort_by(|a, b| a.0.cmp(&b.0));
        prefixes.dedup_by(|later, kept| later.0.starts_with(&kept.0));
        Self(prefixes)
    }

    /// The constraint whose subtree holds `key`.
    pub(super) fn covering(&self, key: &[u8]) -> Option<Place> {
        let after = self
            .0
            .partition_point(|(prefix, _)| prefix.as_slice() <= key);
        let (prefix, constraint) = self.0.get(after.checked_sub(1)?)?;
        key.starts_with(prefix).then_some(*constraint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_looking_at_each(
            prefixes in prop::collection::vec("[ab]{0,4}", 0..12),
            key in "[ab]{0,6}",
        ) {
            let subtrees = Subtrees::new(
                prefixes.iter().map(|p| (p.clone().into_bytes(), Place::default())).collect(),
            );
            prop_assert_eq!(
                subtrees.covering(key.as_bytes()).is_some(),
                prefixes.iter().any(|prefix| key.starts_with(prefix.as_str()))
            );
        }
    }
}
