//! Roots whose content was changed without breaking their form: their own signature no longer verifies.

use crate::case::Case;
use crate::finding::{Cert, Finding};
use crate::known::KnownRoot;
use crate::signature::SignatureProblem;

/// At most so many signatures are verified: a list of roots that no public table knows is never longer.
const MOST: usize = 1_000;

/// The certificates of the bundle that somebody changed, with the key that should have signed them.
pub(crate) fn altered(case: &Case<'_>) -> Vec<Finding> {
    let unknown = case
        .store
        .bundle()
        .filter_map(|id| case.store.entry(id))
        .filter(|entry| case.known.root_of(entry.held()).is_none())
        .filter_map(|entry| entry.certificate().cloned());
    unknown
        .take(MOST)
        .filter_map(|certificate| {
            let issuer = disowned_by(case, &certificate)?;
            Some(Finding::SignatureMismatch {
                certificate,
                issuer,
            })
        })
        .collect()
}

/// Whose signature it bears by what it says, if that does not verify.
fn disowned_by(case: &Case<'_>, certificate: &Cert) -> Option<Cert> {
    if certificate.looks_self_signed() {
        return refuses(case, certificate, certificate).then(|| Cert::clone(certificate));
    }
    let original = original(case, certificate)?;
    refuses(case, certificate, &original).then_some(original)
}

/// The known root with the same serial number and the same name or key: the two should be the same certificate.
fn original(case: &Case<'_>, certificate: &Cert) -> Option<Cert> {
    let by_key = case.known.by_key(&certificate.public_key.sha256);
    let by_subject = case.known.by_subject(&certificate.subject);
    let by_issuer = case.known.by_subject(&certificate.issuer);
    by_key
        .chain(by_subject)
        .chain(by_issuer)
        .filter_map(KnownRoot::certificate)
        .find(|known| known.serial == certificate.serial)
}

fn refuses(case: &Case<'_>, certificate: &Cert, issuer: &Cert) -> bool {
    let verified = case
        .verifier
        .verify(&issuer.public_key, &certificate.signed());
    match verified {
        Err(SignatureProblem::Mismatch | SignatureProblem::UnusableKey) => true,
        Ok(()) | Err(SignatureProblem::Unsupported | SignatureProblem::KeyTooLarge) => false,
    }
}
