//! Which certificates may have issued a certificate, the most likely first (RFC 4158 §3.5).

use crate::certificate::Certificate;
use crate::client::{AnchorRules, PartialChain};
use crate::store::{CertId, Store};

/// How well the key identifiers agree; the order of declaration is the order of trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum KeyIdMatch {
    Agrees,
    Unsaid,
    Differs,
}

/// Of candidates whose key identifiers agree equally well, an anchor comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Anchor,
    Intermediate,
}

/// Everything at hand that has the name of `child`'s issuer, the most likely first, in an order that depends on the
/// content alone.
pub(super) fn issuers_of(store: &Store, child: &Certificate, anchors: AnchorRules) -> Vec<CertId> {
    let mut ranked: Vec<_> = store
        .with_subject(&child.issuer)
        .iter()
        .filter_map(|id| {
            let certificate = store.certificate(*id)?;
            let standing = standing(store, *id, anchors);
            let latest_first = core::cmp::Reverse(certificate.validity.not_after);
            Some((
                (
                    key_id_match(child, certificate),
                    standing,
                    latest_first,
                    certificate.sha256(),
                ),
                *id,
            ))
        })
        .collect();
    ranked.sort();
    ranked.into_iter().map(|(_, id)| id).collect()
}

/// Whether a path may end here.
pub(super) fn is_anchor(store: &Store, id: CertId, rules: AnchorRules) -> bool {
    store.is_bundled(id)
        && match rules.partial_chain {
            PartialChain::Accepted | PartialChain::ForIssuers => true,
            PartialChain::SelfSignedOnly => store
                .certificate(id)
                .is_some_and(|certificate| certificate.looks_self_signed()),
        }
}

fn standing(store: &Store, id: CertId, anchors: AnchorRules) -> Standing {
    if is_anchor(store, id, anchors) {
        Standing::Anchor
    } else {
        Standing::Intermediate
    }
}

fn key_id_match(child: &Certificate, issuer: &Certificate) -> KeyIdMatch {
    let authority = child.extensions.authority_key_identifier();
    let wanted = authority.and_then(|authority| authority.key_id.as_ref());
    match wanted.zip(issuer.extensions.subject_key_identifier()) {
        Some((wanted, held)) if wanted == held => KeyIdMatch::Agrees,
        Some(_) => KeyIdMatch::Differs,
        None => KeyIdMatch::Unsaid,
    }
}
