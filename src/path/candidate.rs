//! Which certificates may have issued a certificate, the most likely first (RFC 4158 §3.5).

use crate::certificate::Certificate;
use crate::client::{AnchorRules, PartialChain};
use crate::store::{CertId, Store};

/// How well the key identifiers agree; the order of declaration is the order of trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum KeyIdMatch {
    Agrees,
    Unsaid,
    Differs,
}

/// Of candidates whose key identifiers agree equally well, an anchor comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    Anchor,
    Intermediate,
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

pub(super) fn standing(store: &Store, id: CertId, anchors: AnchorRules) -> Standing {
    if is_anchor(store, id, anchors) {
        Standing::Anchor
    } else {
        Standing::Intermediate
    }
}

pub(super) fn key_id_match(child: &Certificate, issuer: &Certificate) -> KeyIdMatch {
    let authority = child.extensions.authority_key_identifier();
    let wanted = authority.and_then(|authority| authority.key_id.as_ref());
    match wanted.zip(issuer.extensions.subject_key_identifier()) {
        Some((wanted, held)) if wanted == held => KeyIdMatch::Agrees,
        Some(_) => KeyIdMatch::Differs,
        None => KeyIdMatch::Unsaid,
    }
}
