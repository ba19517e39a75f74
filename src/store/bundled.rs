//! A bundle that is read once, for many chains.

use super::{Encoded, Origin, Store, Unreadable};
use crate::certificate::Certificate;
use crate::location::Location;
use std::sync::Arc;

/// The certificates of a bundle, each once with all its places, and what of it cannot be read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bundled {
    certificates: Vec<(Arc<Certificate>, Vec<Location>)>,
    unreadable: Vec<Unreadable>,
}

impl Bundled {
    /// Reads a bundle.
    pub(crate) fn read(bundle: Vec<Encoded>) -> Self {
        let store = Store::build(Vec::new(), bundle);
        let entries = store.bundle.iter().filter_map(|id| store.entry(*id));
        Self {
            certificates: entries
                .map(|entry| (Arc::clone(&entry.certificate), entry.locations.clone()))
                .collect(),
            unreadable: store.unreadable,
        }
    }
}

impl Store {
    /// The same as [`Store::build`] with a bundle that was read before: its certificates are shared.
    pub(crate) fn over(presented: Vec<Encoded>, bundle: &Bundled) -> Self {
        let mut store = Self::default();
        for encoded in presented {
            store.read(encoded, Origin::Presented);
        }
        for (certificate, locations) in &bundle.certificates {
            let id = store.insert(Arc::clone(certificate), Origin::Bundle, None);
            if let Some(entry) = store.entries.get_mut(id.0) {
                entry.locations.extend(locations.iter().cloned());
            }
        }
        store.unreadable.extend(bundle.unreadable.iter().cloned());
        store
    }
}
