//! The certificates at hand: what the server presented (RFC 8446 §4.4.2) and what the bundle trusts (RFC 5280 §6.1.1 (d)),
//! each once, in their order.

mod bundled;

pub(crate) use bundled::Bundled;

use crate::certificate::{CertSha256, Certificate, Malformed, Name};
use crate::location::Location;
use std::collections::HashMap;
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
    pub der: Vec<u8>,
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
    /// The certificate.
    pub certificate: Arc<Certificate>,
    /// Where the user's input holds it.
    pub locations: Vec<Location>,
    in_bundle: bool,
    /// Its place in the bundle's file order.
    bundle_position: usize,
    in_chain: bool,
}

impl Entry {
    /// Whether the bundle holds it.
    pub const fn is_bundled(&self) -> bool {
        self.in_bundle
    }

    /// Whether the server presented it.
    pub const fn is_presented(&self) -> bool {
        self.in_chain
    }
}

/// Presented certificates and bundle, deduplicated by content, indexed by subject.
#[derive(Clone, Debug, Default)]
pub struct Store {
    entries: Vec<Entry>,
    by_content: HashMap<CertSha256, CertId>,
    by_subject: HashMap<Name, Vec<CertId>>,
    presented: Vec<CertId>,
    bundle: Vec<CertId>,
    next_position: usize,
    unreadable: Vec<Unreadable>,
}

impl Store {
    /// Parses and indexes. A certificate that cannot be read is kept in [`Store::unreadable`].
    pub fn build(presented: Vec<Encoded>, bundle: Vec<Encoded>) -> Self {
        let mut store = Self::default();
        for encoded in presented {
            store.read(encoded, Origin::Presented);
        }
        for encoded in bundle {
            store.read(encoded, Origin::Bundle);
        }
        store
    }

    /// This store with one more certificate, at the end of the chain or of the bundle.
    #[must_use]
    pub fn with(&self, certificate: Arc<Certificate>, origin: Origin) -> Self {
        let mut store = self.clone();
        store.insert(certificate, origin, None);
        store
    }

    /// This store without a certificate in the chain, or in the bundle.
    #[must_use]
    pub fn without(&self, removed: CertId, origin: Origin) -> Self {
        let mut store = self.clone();
        let Some(entry) = store.entries.get_mut(removed.0) else {
            return store;
        };
        match origin {
            Origin::Presented => {
                entry.in_chain = false;
                store.presented.retain(|id| *id != removed);
            }
            Origin::Bundle => {
                entry.in_bundle = false;
                store.bundle.retain(|id| *id != removed);
            }
        }
        if !(entry.in_bundle || entry.in_chain) {
            for ids in store.by_subject.values_mut() {
                ids.retain(|id| *id != removed);
            }
        }
        store
    }

    /// This store with another bundle.
    #[must_use]
    pub fn with_bundle(&self, bundle: impl IntoIterator<Item = Arc<Certificate>>) -> Self {
        let mut store = Self {
            unreadable: self.unreadable.clone(),
            ..Self::default()
        };
        for id in &self.presented {
            if let Some(entry) = self.entries.get(id.0) {
                store.insert(
                    Arc::clone(&entry.certificate),
                    Origin::Presented,
                    entry.locations.first().cloned(),
                );
            }
        }
        for certificate in bundle {
            store.insert(certificate, Origin::Bundle, None);
        }
        store
    }

    /// The entry of an id.
    pub fn entry(&self, id: CertId) -> Option<&Entry> {
        self.entries.get(id.0)
    }

    /// All entries, presented ones first.
    pub fn entries(&self) -> impl Iterator<Item = (CertId, &Entry)> {
        self.entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| entry.in_bundle || entry.in_chain)
            .map(|(index, entry)| (CertId(index), entry))
    }

    /// The certificate of an id.
    pub fn certificate(&self, id: CertId) -> Option<&Arc<Certificate>> {
        self.entries.get(id.0).map(|entry| &entry.certificate)
    }

    /// Whether the bundle holds it.
    pub fn is_bundled(&self, id: CertId) -> bool {
        self.entries.get(id.0).is_some_and(|entry| entry.in_bundle)
    }

    /// The presented certificates in the order sent; a repetition stands again.
    pub fn presented(&self) -> &[CertId] {
        &self.presented
    }

    /// The bundle in file order; a repetition stands once.
    pub fn bundle(&self) -> &[CertId] {
        &self.bundle
    }

    /// Everything with this subject: presented ones in the order sent, then the bundle's in file order.
    pub fn with_subject(&self, name: &Name) -> &[CertId] {
        self.by_subject.get(name).map_or(&[], Vec::as_slice)
    }

    /// The bundle's certificates with this subject, in file order.
    pub fn bundle_with_subject(&self, name: &Name) -> impl Iterator<Item = CertId> {
        let mut named: Vec<(usize, CertId)> = self
            .with_subject(name)
            .iter()
            .filter_map(|id| Some((self.entries.get(id.0)?, *id)))
            .filter(|(entry, _)| entry.in_bundle)
            .map(|(entry, id)| (entry.bundle_position, id))
            .collect();
        named.sort_unstable();
        named.into_iter().map(|(_, id)| id)
    }

    /// What could not be read.
    pub fn unreadable(&self) -> &[Unreadable] {
        &self.unreadable
    }

    /// The id of a certificate with this content.
    pub fn find(&self, content: &CertSha256) -> Option<CertId> {
        self.by_content.get(content).copied().filter(|id| {
            self.entries
                .get(id.0)
                .is_some_and(|entry| entry.in_bundle || entry.in_chain)
        })
    }

    fn read(&mut self, encoded: Encoded, origin: Origin) {
        match Certificate::parse(&encoded.der) {
            Ok(certificate) => {
                self.insert(Arc::new(certificate), origin, encoded.location);
            }
            Err(reason) => self.unreadable.push(Unreadable {
                origin,
                location: encoded.location,
                reason,
            }),
        }
    }

    fn insert(
        &mut self,
        certificate: Arc<Certificate>,
        origin: Origin,
        location: Option<Location>,
    ) -> CertId {
        let id = self.intern(certificate);
        if let Some(entry) = self.entries.get_mut(id.0) {
            entry.locations.extend(location);
            match origin {
                Origin::Presented => {
                    entry.in_chain = true;
                    self.presented.push(id);
                }
                Origin::Bundle if !entry.in_bundle => {
                    entry.in_bundle = true;
                    entry.bundle_position = self.next_position;
                    self.next_position = self.next_position.saturating_add(1);
                    self.bundle.push(id);
                }
                Origin::Bundle => {}
            }
        }
        id
    }

    fn intern(&mut self, certificate: Arc<Certificate>) -> CertId {
        let next = CertId(self.entries.len());
        let id = *self.by_content.entry(certificate.sha256()).or_insert(next);
        let same_subject = self
            .by_subject
            .entry(certificate.subject.clone())
            .or_default();
        if !same_subject.contains(&id) {
            same_subject.push(id);
        }
        if id == next {
            self.entries.push(Entry {
                certificate,
                locations: Vec::new(),
                in_bundle: false,
                bundle_position: 0,
                in_chain: false,
            });
        }
        id
    }
}

#[cfg(test)]
mod tests;
