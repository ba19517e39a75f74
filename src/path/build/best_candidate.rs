//! The classic verifier of NSS (`cert_VerifyCertChainOld`): at each step the best of all candidates, sent or not.

use super::desk::Desk;
use super::{Built, End};
use crate::certificate::{Certificate, KeyUsageBit};
use crate::store::CertId;
use core::cmp::Ordering;

/// Builds the one path: it ends at the first certificate above the target that the bundle holds, which for a self-signed
/// target is itself.
pub(super) fn build(desk: Desk<'_>, target: CertId) -> Option<Built> {
    let mut path = vec![target];
    loop {
        let top = *path.last()?;
        let Some(next) = best_issuer(desk, top) else {
            let end = desk.no_issuer(&path)?;
            return Some(ended(path, end));
        };
        if next == top && path.len() == 1 && desk.store.is_bundled(top) {
            return Some(ended(path, End::Anchored));
        }
        if next == top || path.contains(&next) {
            return Some(ended(path, End::SelfSigned));
        }
        if path.len() > desk.policy.depth {
            let end = desk.too_deep(&path)?;
            return Some(ended(path, end));
        }
        path.push(next);
        if desk.store.is_bundled(next) {
            return Some(ended(path, End::Anchored));
        }
    }
}

fn ended(path: Vec<CertId>, end: End) -> Built {
    Built {
        from_server: path.len().saturating_sub(usize::from(end == End::Anchored)),
        path,
        end,
    }
}

/// Of equals the last one is taken.
fn best_issuer(desk: Desk<'_>, child: CertId) -> Option<CertId> {
    let certificate = desk.certificate(child)?;
    let named = desk.store.with_subject(&certificate.issuer);
    let fits = |id: &CertId| {
        desk.certificate(*id)
            .is_some_and(|issuer| desk.names(certificate, issuer))
    };
    named.filter(fits).reduce(|best, other| {
        if is_better(desk, best, other) {
            best
        } else {
            other
        }
    })
}

/// Whether the first is better than the second: a CA, or trusted as one; valid now; in the bundle; newer.
fn is_better(desk: Desk<'_>, first: CertId, second: CertId) -> bool {
    let rank = |id: CertId| {
        let is_trusted = desk.store.is_bundled(id);
        let is_ca = || {
            desk.certificate(id)
                .is_some_and(|certificate| is_ca(certificate))
        };
        (is_trusted || is_ca(), desk.is_valid_now(id), is_trusted)
    };
    match rank(first).cmp(&rank(second)) {
        Ordering::Greater => true,
        Ordering::Less => false,
        Ordering::Equal => is_newer(desk, first, second),
    }
}

/// Issued later and valid longer; where these differ, issued later unless it has expired.
fn is_newer(desk: Desk<'_>, first: CertId, second: CertId) -> bool {
    let (Some(first), Some(second)) = (desk.certificate(first), desk.certificate(second)) else {
        return false;
    };
    let now = desk.question.at;
    let later = first.validity.not_before > second.validity.not_before;
    let longer = first.validity.not_after > second.validity.not_after;
    match (later, longer) {
        (true, true) => true,
        (false, false) => false,
        (true, false) => first.validity.not_after >= now,
        (false, true) => second.validity.not_after < now,
    }
}

fn is_ca(certificate: &Certificate) -> bool {
    let usage = certificate.extensions.key_usage();
    let signs = usage.is_none_or(|usage| usage.value.allows(KeyUsageBit::KeyCertSign));
    certificate.is_ca() && signs
}
