//! The certificates at hand: what the server presented (RFC 8446 §4.4.2) and what the bundle trusts (RFC 5280 §6.1.1 (d)),
//! each once, in their order.

mod base;
mod contents;
mod held;

pub(crate) use base::Base;
pub use held::Held;

use crate::certificate::{CertSha256, Certificate, Der, Malformed, Name};
use crate::location::Location;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// A certificate of a [`Store`]. Only meaningful for the store that issued it and for stores derived from that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CertId(usize);

/// Where a certificate came from, as far as trust is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The server's chain.
    Presented,
    /// The client's bundle.
    Bundle,
}

/// DER with the place where it stood.
#[derive(Clone, Debug)]
pub struct Encoded {
    /// The certificate in DER.
    pub der: Der,
    /// Where the user's input holds it; `None` for the built-in roots.
    pub location: Option<Location>,
}

/// A certificate that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Which side it was on.
    pub origin: Origin,
    /// Where it stood.
    pub location: Option<Location>,
    /// Why it is no certificate.
    pub reason: Malformed,
}

/// One certificate with all the places where it stands.
#[derive(Clone, Debug)]
pub struct Entry {
    held: Arc<Held>,
    /// Where the user's input holds it.
    pub locations: Vec<Location>,
    /// How many of them are in the chain: these come first.
    sent: usize,
    in_bundle: bool,
    in_chain: bool,
}

impl Entry {
    /// The certificate, which is read in full now unless it was before.
    pub fn certificate(&self) -> Option<&Arc<Certificate>> {
        self.held.certificate()
    }

    /// The certificate, read in full or not.
    pub const fn held(&self) -> &Arc<Held> {
        &self.held
    }

    /// SHA-256 of the DER.
    pub fn sha256(&self) -> CertSha256 {
        self.held.sha256()
    }

    /// Whether the bundle holds it.
    pub const fn is_bundled(&self) -> bool {
        self.in_bundle
    }

    /// Whether the server presented it.
    pub const fn is_presented(&self) -> bool {
        self.in_chain
    }
}

/// Presented certificates and bundle, deduplicated by content, indexed by subject. What derives from a store shares its
/// bundle: only what differs is held again.
#[derive(Clone, Debug, Default)]
pub struct Store {
    base: Arc<Base>,
    /// Entries of the base that differ here: presented too, or no longer in the bundle.
    changed: HashMap<CertId, Entry>,
    /// Entries beyond the base.
    more: Vec<Entry>,
    more_by_content: HashMap<CertSha256, CertId>,
    /// Presented certificates, each once, in the order sent.
    presented_by_subject: HashMap<Arc<[u8]>, Vec<CertId>>,
    presented: Vec<CertId>,
    /// The bundle's certificates beyond the base.
    added: Vec<CertId>,
    unreadable: Vec<Unreadable>,
}

/// Making stores.
impl Store {
    /// Reads and indexes. A certificate that cannot be read is kept in [`Store::unreadable`].
    pub fn build(presented: Vec<Encoded>, bundle: Vec<Encoded>) -> Self {
        Self::over(presented, &Arc::new(Base::read(bundle)))
    }

    /// The same with a bundle that was read before.
    pub(crate) fn over(presented: Vec<Encoded>, bundle: &Arc<Base>) -> Self {
        let mut store = Self {
            base: Arc::clone(bundle),
            ..Self::default()
        };
        for encoded in presented {
            match Held::read(encoded.der) {
                Ok(held) => store.present(Arc::new(held), encoded.location),
                Err(reason) => store.unreadable.push(Unreadable {
                    origin: Origin::Presented,
                    location: encoded.location,
                    reason,
                }),
            }
        }
        store
    }

    /// This store with one more certificate, at the end of the chain or of the bundle.
    #[must_use]
    pub fn with(&self, certificate: Arc<Certificate>, origin: Origin) -> Self {
        let mut store = self.clone();
        let held = Arc::new(Held::of(certificate));
        match origin {
            Origin::Presented => store.present(held, None),
            Origin::Bundle => store.add(held),
        }
        store
    }

    /// This store without a certificate in the chain, or in the bundle.
    #[must_use]
    pub fn without(&self, removed: CertId, origin: Origin) -> Self {
        let mut store = self.clone();
        let Some(entry) = store.own(removed) else {
            return store;
        };
        match origin {
            Origin::Presented => {
                entry.in_chain = false;
                store.presented.retain(|id| *id != removed);
                for ids in store.presented_by_subject.values_mut() {
                    ids.retain(|id| *id != removed);
                }
            }
            Origin::Bundle => {
                entry.in_bundle = false;
                store.added.retain(|id| *id != removed);
            }
        }
        store
    }

    /// This store with another bundle.
    #[must_use]
    pub fn with_bundle(&self, bundle: impl IntoIterator<Item = Arc<Held>>) -> Self {
        self.with_base(&Arc::new(Base::of(bundle)))
    }

    /// The same with a bundle that was read before.
    #[must_use]
    pub(crate) fn with_base(&self, bundle: &Arc<Base>) -> Self {
        let mut store = Self {
            base: Arc::clone(bundle),
            unreadable: self.unreadable().cloned().collect(),
            ..Self::default()
        };
        for entry in self.presented.iter().filter_map(|id| self.entry(*id)) {
            store.present(Arc::clone(&entry.held), entry.locations.first().cloned());
        }
        store
    }

    fn present(&mut self, held: Arc<Held>, location: Option<Location>) {
        let subject = Arc::clone(held.subject());
        let id = self.intern(held);
        let Some(entry) = self.own(id) else {
            return;
        };
        if let Some(location) = location {
            let place = entry.sent.min(entry.locations.len());
            entry.locations.insert(place, location);
            entry.sent = entry.sent.saturating_add(1);
        }
        let is_new = !entry.in_chain;
        entry.in_chain = true;
        self.presented.push(id);
        if is_new {
            self.presented_by_subject
                .entry(subject)
                .or_default()
                .push(id);
        }
    }

    fn add(&mut self, held: Arc<Held>) {
        let id = self.intern(held);
        let Some(entry) = self.own(id) else {
            return;
        };
        if !entry.in_bundle {
            entry.in_bundle = true;
            // One that was removed from the base has its old place again.
            if id.0 >= self.base.entries.len() {
                self.added.push(id);
            }
        }
    }

    /// The id of a certificate, which is put behind the base unless it is there.
    fn intern(&mut self, held: Arc<Held>) -> CertId {
        if let Some(id) = self.base.contents.find(held.der()) {
            return id;
        }
        let next = CertId(self.base.entries.len().saturating_add(self.more.len()));
        let id = *self.more_by_content.entry(held.sha256()).or_insert(next);
        if id == next {
            self.more.push(Entry {
                held,
                locations: Vec::new(),
                sent: 0,
                in_bundle: false,
                in_chain: false,
            });
        }
        id
    }

    /// The entry of an id, to be changed in this store alone.
    fn own(&mut self, id: CertId) -> Option<&mut Entry> {
        match self.base.entries.get(id.0) {
            Some(shared) => Some(self.changed.entry(id).or_insert_with(|| shared.clone())),
            None => self
                .more
                .get_mut(id.0.saturating_sub(self.base.entries.len())),
        }
    }
}

/// Asking stores.
impl Store {
    /// The entry of an id.
    pub fn entry(&self, id: CertId) -> Option<&Entry> {
        match self.base.entries.get(id.0) {
            Some(shared) => Some(self.changed.get(&id).unwrap_or(shared)),
            None => self.more.get(id.0.saturating_sub(self.base.entries.len())),
        }
    }

    /// All entries, each once: presented ones in the order sent, then the bundle's in file order.
    pub fn entries(&self) -> impl Iterator<Item = (CertId, &Entry)> {
        let mut seen = HashSet::new();
        let presented = self.presented.iter().copied();
        let presented = presented.filter(move |id| seen.insert(*id));
        let bundled = self
            .bundle()
            .filter(|id| self.entry(*id).is_some_and(|entry| !entry.in_chain));
        presented
            .chain(bundled)
            .filter_map(|id| Some((id, self.entry(id)?)))
    }

    /// The certificate of an id, which is read in full now unless it was before.
    pub fn certificate(&self, id: CertId) -> Option<&Arc<Certificate>> {
        self.entry(id)?.certificate()
    }

    /// Whether the bundle holds it.
    pub fn is_bundled(&self, id: CertId) -> bool {
        self.entry(id).is_some_and(|entry| entry.in_bundle)
    }

    /// The presented certificates in the order sent; a repetition stands again.
    pub fn presented(&self) -> &[CertId] {
        &self.presented
    }

    /// The bundle in file order; a repetition stands once.
    pub fn bundle(&self) -> impl DoubleEndedIterator<Item = CertId> {
        let shared = (0..self.base.entries.len()).map(CertId);
        shared
            .filter(|id| self.is_bundled(*id))
            .chain(self.added.iter().copied())
    }

    /// Everything with this subject: presented ones in the order sent, then the bundle's in file order.
    pub fn with_subject(&self, name: &Name) -> impl Iterator<Item = CertId> {
        let presented = self.presented_by_subject.get(name.comparison_key());
        let bundled = self
            .bundle_with_subject(name)
            .filter(|id| self.entry(*id).is_some_and(|entry| !entry.in_chain));
        presented.into_iter().flatten().copied().chain(bundled)
    }

    /// The bundle's certificates with this subject, in file order.
    pub fn bundle_with_subject(&self, name: &Name) -> impl Iterator<Item = CertId> {
        let key = name.comparison_key();
        let shared = self.base.named(key).iter().copied();
        let added = self.added.iter().copied().filter(move |id| {
            let entry = self.entry(*id);
            entry.is_some_and(|entry| **entry.held.subject() == *key)
        });
        shared.filter(|id| self.is_bundled(*id)).chain(added)
    }

    /// What could not be read.
    pub fn unreadable(&self) -> impl Iterator<Item = &Unreadable> {
        self.unreadable.iter().chain(&self.base.unreadable)
    }

    /// The id of a certificate with this content.
    pub fn find(&self, content: &CertSha256) -> Option<CertId> {
        let more = || self.more_by_content.get(content).copied();
        let id = self.base.find(content).or_else(more);
        id.filter(|id| {
            let entry = self.entry(*id);
            entry.is_some_and(|entry| entry.in_bundle || entry.in_chain)
        })
    }
}

#[cfg(test)]
mod tests;
