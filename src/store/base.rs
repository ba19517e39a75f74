//! A bundle, read and indexed once, to be shared by all stores that start from it.

use super::contents::Contents;
use super::held::Held;
use super::{CertId, Encoded, Entry, Origin, Unreadable};
use crate::certificate::CertSha256;
use crate::location::Location;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// The certificates of a bundle, each once with all its places, and what of it cannot be read.
#[derive(Debug, Default)]
pub(crate) struct Base {
    pub(super) entries: Vec<Entry>,
    pub(super) contents: Contents,
    /// How hashes begin, in order, by which few are looked up; computed when somebody asks.
    by_sha256: OnceLock<Vec<(u64, CertId)>>,
    /// In file order.
    by_subject: HashMap<Arc<[u8]>, Namesakes>,
    pub(super) unreadable: Vec<Unreadable>,
}

impl Base {
    /// Reads and indexes a bundle.
    pub(crate) fn read(bundle: Vec<Encoded>) -> Self {
        let mut base = Self {
            entries: Vec::with_capacity(bundle.len()),
            contents: Contents::with_capacity(bundle.len()),
            by_sha256: OnceLock::new(),
            by_subject: HashMap::with_capacity(bundle.len()),
            unreadable: Vec::new(),
        };
        for encoded in bundle {
            match Held::read(encoded.der) {
                Ok(held) => base.insert(Arc::new(held), encoded.location),
                Err(reason) => base.unreadable.push(Unreadable {
                    origin: Origin::Bundle,
                    location: encoded.location,
                    reason,
                }),
            }
        }
        base
    }

    /// Indexes certificates that were taken in before.
    pub(crate) fn of(certificates: impl IntoIterator<Item = Arc<Held>>) -> Self {
        let mut base = Self::default();
        for held in certificates {
            base.insert(held, None);
        }
        base
    }

    /// The certificate with this hash.
    pub(super) fn find(&self, content: &CertSha256) -> Option<CertId> {
        let listed = || {
            let entries = self.entries.iter().enumerate();
            let mut pairs: Vec<(u64, CertId)> = entries
                .map(|(index, entry)| (beginning(&entry.sha256()), CertId(index)))
                .collect();
            pairs.sort_unstable();
            pairs
        };
        let pairs = self.by_sha256.get_or_init(listed);
        let wanted = beginning(content);
        let first = pairs.partition_point(|(known, _)| *known < wanted);
        let alike = pairs.get(first..)?.iter();
        alike
            .take_while(|(known, _)| *known == wanted)
            .map(|(_, id)| *id)
            .find(|id| {
                self.entries
                    .get(id.0)
                    .is_some_and(|entry| entry.sha256() == *content)
            })
    }

    /// The certificates whose subject compares like this, in file order.
    pub(super) fn named(&self, key: &[u8]) -> &[CertId] {
        let namesakes = self.by_subject.get(key);
        namesakes.map_or(&[], Namesakes::as_slice)
    }

    fn insert(&mut self, held: Arc<Held>, location: Option<Location>) {
        let next = CertId(self.entries.len());
        let id = self.contents.find_or_insert(held.der(), next);
        if let Some(entry) = self.entries.get_mut(id.0) {
            entry.locations.extend(location);
            return;
        }
        self.by_subject
            .entry(Arc::clone(held.subject()))
            .and_modify(|namesakes| namesakes.push(id))
            .or_insert(Namesakes::One(id));
        self.entries.push(Entry {
            held,
            locations: location.into_iter().collect(),
            sent: 0,
            in_bundle: true,
            in_chain: false,
        });
    }
}

/// The certificates of one name; hardly ever more than one.
#[derive(Debug)]
enum Namesakes {
    One(CertId),
    Several(Vec<CertId>),
}

impl Namesakes {
    /// In the order in which they came.
    fn as_slice(&self) -> &[CertId] {
        match self {
            Self::One(id) => core::slice::from_ref(id),
            Self::Several(ids) => ids,
        }
    }

    fn push(&mut self, next: CertId) {
        match self {
            Self::One(first) => *self = Self::Several(vec![*first, next]),
            Self::Several(ids) => ids.push(next),
        }
    }
}

/// The first octets of a hash as a number.
fn beginning(sha256: &CertSha256) -> u64 {
    let octets = sha256.as_bytes().first_chunk();
    octets.copied().map_or(0, u64::from_be_bytes)
}
