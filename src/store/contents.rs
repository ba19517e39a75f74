//! Certificates by content, told apart without hashing each as a whole.

use super::CertId;
use crate::certificate::{CertSha256, Der};
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

/// Which certificates there are.
#[derive(Debug, Default)]
pub(super) struct Contents(HashMap<Sample, Alike>);

/// The length, and the last octets: the end of a signature, which no two certificates share by chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Sample {
    length: usize,
    end: [u8; 16],
}

/// Certificates with one sample.
#[derive(Debug)]
enum Alike {
    One(Der, CertId),
    /// Somebody means them to be alike: from here on a hash tells them apart, however many there are.
    Several(BTreeMap<CertSha256, CertId>),
}

impl Contents {
    /// With room for so many.
    pub(super) fn with_capacity(capacity: usize) -> Self {
        Self(HashMap::with_capacity(capacity))
    }

    /// The id of this content.
    pub(super) fn find(&self, der: &Der) -> Option<CertId> {
        match self.0.get(&Sample::of(der))? {
            Alike::One(known, id) => (known == der).then_some(*id),
            Alike::Several(known) => known.get(&der.sha256()).copied(),
        }
    }

    /// The same; `next` for what was not there and is from now on.
    pub(super) fn find_or_insert(&mut self, der: &Der, next: CertId) -> CertId {
        let mut alike = match self.0.entry(Sample::of(der)) {
            Entry::Vacant(place) => {
                place.insert(Alike::One(der.clone(), next));
                return next;
            }
            Entry::Occupied(place) => place,
        };
        match alike.get_mut() {
            Alike::One(known, id) if known == der => *id,
            Alike::One(known, id) => {
                let both = BTreeMap::from([(known.sha256(), *id), (der.sha256(), next)]);
                alike.insert(Alike::Several(both));
                next
            }
            Alike::Several(known) => *known.entry(der.sha256()).or_insert(next),
        }
    }
}

impl Sample {
    fn of(der: &Der) -> Self {
        Self {
            length: der.len(),
            end: der.last_chunk().copied().unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Contents of few octets, most of which end alike.
        #[test]
        fn agrees_with_looking_at_each(
            starts in prop::collection::vec("[ab]{0,3}", 0..24),
            end in 0..20_usize,
        ) {
            let ders: Vec<Der> = starts
                .iter()
                .map(|start| [start.as_bytes(), &vec![b'z'; end]].concat().into())
                .collect();
            let mut contents = Contents::default();
            for (index, der) in ders.iter().enumerate() {
                let first = ders.iter().position(|other| other == der).map(CertId);
                let before = first.filter(|first| first.0 < index);
                prop_assert_eq!(contents.find(der), before);
                prop_assert_eq!(Some(contents.find_or_insert(der, CertId(index))), first);
                prop_assert_eq!(contents.find(der), first);
            }
        }
    }
}
