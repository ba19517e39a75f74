//! Which of the presented certificates is the server's own.

use crate::store::{CertId, Store};

/// The first certificate presented, as TLS demands (RFC 8446 §4.4.2); but where that one is a CA and exactly one of the
/// others is an end entity that issued none of them, that one: the list was saved in reverse.
pub fn target(store: &Store) -> Option<CertId> {
    let first = *store.presented().first()?;
    if !issues_another(store, first) {
        return Some(first);
    }
    let mut ends = store
        .presented()
        .iter()
        .copied()
        .filter(|id| is_end_entity(store, *id));
    match (ends.next(), ends.next()) {
        (Some(only), None) => Some(only),
        (Some(_) | None, _) => Some(first),
    }
}

fn is_end_entity(store: &Store, id: CertId) -> bool {
    store
        .certificate(id)
        .is_some_and(|certificate| !certificate.is_ca())
        && !issues_another(store, id)
}

fn issues_another(store: &Store, issuer: CertId) -> bool {
    let Some(certificate) = store.certificate(issuer) else {
        return false;
    };
    store
        .presented()
        .iter()
        .filter(|id| **id != issuer)
        .filter_map(|id| store.certificate(*id))
        .any(|other| other.issuer == certificate.subject)
}
