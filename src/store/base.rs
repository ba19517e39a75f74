//! A bundle, read and indexed once, to be shared by all stores that start from it.

use super::held::Held;
use super::{CertId, Encoded, Entry, Origin, Unreadable};
use crate::certificate::CertSha256;
use crate::location::Location;
use std::collections::HashMap;
use std::sync::Arc;

/// The certificates of a bundle, each once with all its places, and what of it cannot be read.
#[derive(Debug, Default)]
pub(crate) struct Base {
    pub(super) entries: Vec<Entry>,
    pub(super) by_content: HashMap<CertSha256, CertId>,
    /// In file order.
    pub(super) by_subject: HashMap<Arc<[u8]>, Vec<CertId>>,
    pub(super) unreadable: Vec<Unreadable>,
}

impl Base {
    /// Reads and indexes a bundle.
    pub(crate) fn read(bundle: Vec<Encoded>) -> Self {
        let mut base = Self {
            entries: Vec::with_capacity(bundle.len()),
            by_content: HashMap::with_capacity(bundle.len()),
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

    fn insert(&mut self, held: Arc<Held>, location: Option<Location>) {
        let next = CertId(self.entries.len());
        let id = *self.by_content.entry(held.sha256()).or_insert(next);
        if let Some(entry) = self.entries.get_mut(id.0) {
            entry.locations.extend(location);
            return;
        }
        let named = self
            .by_subject
            .entry(Arc::clone(held.subject()))
            .or_default();
        named.push(id);
        self.entries.push(Entry {
            held,
            locations: location.into_iter().collect(),
            sent: 0,
            in_bundle: true,
            in_chain: false,
        });
    }
}
