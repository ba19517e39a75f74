//! Which of the presented certificates is the server's own.

use crate::certificate::Name;
use crate::store::{CertId, Store};
use std::collections::{HashMap, HashSet};

/// The first certificate presented, as TLS demands (RFC 8446 §4.4.2); but where that one is a CA and exactly one of the
/// others is an end entity that issued none of them, that one: the list was saved in reverse.
pub fn target(store: &Store) -> Option<CertId> {
    let first = *store.presented().first()?;
    let issuers = Issuers::of(store);
    if !issuers.issued_another(first) {
        return Some(first);
    }
    let is_end_entity = |id: &CertId| {
        store
            .certificate(*id)
            .is_some_and(|certificate| !certificate.is_ca())
            && !issuers.issued_another(*id)
    };
    let mut ends = store.presented().iter().copied().filter(is_end_entity);
    match ends.next() {
        Some(only) if ends.all(|id| id == only) => Some(only),
        Some(_) | None => Some(first),
    }
}

/// Who bears the name of the issuer of which presented certificates, in one pass over them.
pub(crate) struct Issuers<'a> {
    store: &'a Store,
    by_issuer: HashMap<&'a Name, HashSet<CertId>>,
}

impl<'a> Issuers<'a> {
    /// Of the presented certificates.
    pub(crate) fn of(store: &'a Store) -> Self {
        let mut by_issuer: HashMap<&Name, HashSet<CertId>> = HashMap::new();
        for id in store.presented() {
            if let Some(certificate) = store.certificate(*id) {
                by_issuer
                    .entry(&certificate.issuer)
                    .or_default()
                    .insert(*id);
            }
        }
        Self { store, by_issuer }
    }

    /// Whether it has the name of the issuer of another presented certificate.
    pub(crate) fn issued_another(&self, issuer: CertId) -> bool {
        let subject = self.store.certificate(issuer).map(|found| &found.subject);
        subject
            .and_then(|subject| self.by_issuer.get(subject))
            .is_some_and(|issued| issued.iter().any(|id| *id != issuer))
    }
}
