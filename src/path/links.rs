//! Signatures between certificates, each verified once for each certificate and issuer key.

use super::{Limit, Spent};
use crate::certificate::SpkiSha256;
use crate::signature::{SignatureProblem, SignatureVerifier};
use crate::store::{CertId, Store};
use std::collections::HashMap;

/// Results of signature checks, by certificate and issuer key.
pub(super) struct Links<'a> {
    store: &'a Store,
    verifier: &'a dyn SignatureVerifier,
    known: HashMap<(CertId, SpkiSha256), Result<(), SignatureProblem>>,
}

impl<'a> Links<'a> {
    pub(super) fn new(store: &'a Store, verifier: &'a dyn SignatureVerifier) -> Self {
        Self {
            store,
            verifier,
            known: HashMap::new(),
        }
    }

    /// Whether the key of `issuer` verifies `child`.
    pub(super) fn verify(
        &mut self,
        (child, issuer): (CertId, CertId),
        allowed: usize,
        spent: &mut Spent,
    ) -> Result<Result<(), SignatureProblem>, Limit> {
        let (Some(signed), Some(key)) = (
            self.store.certificate(child),
            self.store.certificate(issuer),
        ) else {
            return Ok(Err(SignatureProblem::UnusableKey));
        };
        let pair = (child, key.public_key.sha256);
        if let Some(result) = self.known.get(&pair) {
            return Ok(*result);
        }
        if spent.signatures >= allowed {
            return Err(Limit::Signatures);
        }
        spent.signatures = spent.signatures.saturating_add(1);
        let result = self.verifier.verify(&key.public_key, &signed.signed());
        self.known.insert(pair, result);
        Ok(result)
    }

    /// The result for a pair that was asked before.
    pub(super) fn recall(
        &self,
        child: CertId,
        issuer: CertId,
    ) -> Option<Result<(), SignatureProblem>> {
        let key = self.store.certificate(issuer)?.public_key.sha256;
        self.known.get(&(child, key)).copied()
    }
}
