//! Clients that follow the server's chain: it is cut where the bundle takes over, or its end must be issued by the bundle.

use super::desk::Desk;
use super::{Built, End, Signed, is_same_ca};
use crate::certificate::{Certificate, Name};
use crate::store::CertId;

/// GnuTLS (`gnutls_x509_trust_list_verify_crt2`): the chain is put in order; then the bundle is asked for the name of the
/// last issuer, and if that leads nowhere, or to something that has ended or is too weak, for the name of the last
/// certificate itself. Only what was found under that name can cut the chain.
pub(super) fn build(
    desk: Desk<'_>,
    target: CertId,
    is_stale: &mut dyn FnMut(&Built) -> bool,
) -> Option<Built> {
    let chain = without_root(desk, ordered(desk, target));
    let last = desk.certificate(*chain.last()?)?;
    let first = ends_under(desk, &chain, &last.issuer);
    if let Some(built) = first.filter(|built| !is_stale(built)) {
        return Some(built);
    }
    let again = ends_under(desk, &chain, &last.subject).filter(|_| !last.is_self_issued());
    again
        .or_else(|| ends_under(desk, &chain, &last.issuer))
        .or_else(|| {
            Some(Built {
                end: desk.no_issuer(&chain)?,
                from_server: chain.len(),
                path: chain.clone(),
            })
        })
}

/// Java (`PKIXValidator`): the chain is taken as it was sent, cut at the first certificate whose name and key the bundle
/// holds, or anchored where the bundle issued its end; `None` where neither is so, or where it is out of order.
pub(super) fn cut(desk: Desk<'_>, target: CertId, signed: &mut Signed<'_>) -> Option<Built> {
    let sent = desk.store.presented();
    for (position, id) in sent.iter().enumerate() {
        let below = position
            .checked_sub(1)
            .and_then(|below| desk.certificate(*sent.get(below)?));
        let certificate = desk.certificate(*id)?;
        if below.is_some_and(|below| {
            !desk
                .policy
                .name_chaining
                .agree(&below.issuer, &certificate.subject)
        }) {
            return None;
        }
        let path = sent.get(..position).unwrap_or_default();
        if let Some(anchor) = same_ca_in_bundle(desk, certificate, *id) {
            return Some(anchored(path, if position == 0 { target } else { anchor }));
        }
    }
    let last = *sent.last()?;
    let issuer = desk.certificate(last).map(|last| &last.issuer)?;
    let anchor = desk
        .store
        .bundle_with_subject(issuer)
        .find(|anchor| signed(last, *anchor))?;
    Some(anchored(sent, anchor))
}

fn anchored(below: &[CertId], anchor: CertId) -> Built {
    let mut path = below.to_vec();
    path.push(anchor);
    Built {
        from_server: below.len(),
        path,
        end: End::Anchored,
    }
}

/// The certificate itself where the bundle holds it, else one with its name and key.
fn same_ca_in_bundle(desk: Desk<'_>, certificate: &Certificate, id: CertId) -> Option<CertId> {
    let mut named = desk.store.bundle_with_subject(&certificate.subject);
    if desk.store.is_bundled(id) {
        return Some(id);
    }
    named.find(|other| {
        desk.certificate(*other)
            .is_some_and(|other| is_same_ca(other, certificate))
    })
}

/// The sent certificates from the target upwards, as far as each names the next as its issuer; what is left follows in the
/// same way, until the bundle knows the issuer of the last one.
fn ordered(desk: Desk<'_>, target: CertId) -> Vec<CertId> {
    let mut unused = desk.sent_besides(target);
    if unused.len() >= MOST_ORDERED {
        unused.insert(0, target);
        return unused;
    }
    let mut chain = Vec::new();
    let mut next = Some(target);
    while let Some(id) = next {
        chain.push(id);
        unused.retain(|other| *other != id);
        next = issuer_among(desk, id, &unused);
        if next.is_none() && !bundle_knows_issuer(desk, id) {
            next = unused.first().copied();
        }
    }
    chain
}

fn bundle_knows_issuer(desk: Desk<'_>, id: CertId) -> bool {
    let Some(certificate) = desk.certificate(id) else {
        return false;
    };
    let named: Vec<CertId> = desk
        .store
        .bundle_with_subject(&certificate.issuer)
        .collect();
    issuer_among(desk, id, &named).is_some()
}

fn issuer_among(desk: Desk<'_>, child: CertId, candidates: &[CertId]) -> Option<CertId> {
    let child = desk.certificate(child)?;
    candidates.iter().copied().find(|id| {
        desk.certificate(*id)
            .is_some_and(|issuer| desk.names(child, issuer))
    })
}

/// A self-signed end says nothing.
fn without_root(desk: Desk<'_>, mut chain: Vec<CertId>) -> Vec<CertId> {
    let ends_in_root = chain
        .last()
        .and_then(|last| desk.certificate(*last))
        .is_some_and(|last| desk.names(last, last));
    if chain.len() > 1 && ends_in_root {
        chain.pop();
    }
    chain
}

/// The path that the bundle's certificates found with this name allow.
fn ends_under(desk: Desk<'_>, chain: &[CertId], name: &Name) -> Option<Built> {
    let found = bucket(desk, name);
    let kept = chain.get(..cut_position(desk, chain, &found)?)?;
    let Some(last) = kept.last() else {
        return Some(anchored(kept, *chain.first()?));
    };
    let issuer = best_of_bundle(desk, *last, &found)?;
    is_linked(desk, kept).then(|| anchored(kept, issuer))
}

/// How many certificates stand below the first one that the bundle can stand in for: all, where it can for none.
fn cut_position(desk: Desk<'_>, chain: &[CertId], found: &[CertId]) -> Option<usize> {
    for (position, id) in chain.iter().enumerate() {
        let certificate = desk.certificate(*id)?;
        let stands_in = |other: &CertId| {
            *other == *id
                || position > 0
                    && desk
                        .certificate(*other)
                        .is_some_and(|other| is_same_ca(other, certificate))
        };
        if found.iter().any(stands_in) {
            return Some(position);
        }
    }
    Some(chain.len())
}

fn is_linked(desk: Desk<'_>, chain: &[CertId]) -> bool {
    let mut links = chain.iter().zip(chain.iter().skip(1));
    links.all(|(child, issuer)| issuer_among(desk, *child, &[*issuer]).is_some())
}

/// One that is valid now before others, and of equals the last one in the bundle.
fn best_of_bundle(desk: Desk<'_>, child: CertId, named: &[CertId]) -> Option<CertId> {
    let reversed: Vec<CertId> = named.iter().rev().copied().collect();
    let valid: Vec<CertId> = reversed
        .iter()
        .copied()
        .filter(|id| desk.is_valid_now(*id))
        .collect();
    issuer_among(desk, child, &valid).or_else(|| issuer_among(desk, child, &reversed))
}

/// A chain with more certificates is taken as it was sent.
const MOST_ORDERED: usize = 16;

/// In how many parts GnuTLS keeps its trusted certificates.
const BUCKETS: u64 = 127;

/// The bundle's certificates that GnuTLS finds together with those of this name: it looks into one part of its list,
/// which a hash of the name decides.
fn bucket(desk: Desk<'_>, name: &Name) -> Vec<CertId> {
    let wanted = bucket_of(name.as_der());
    let bundle = desk.store.bundle();
    bundle
        .filter(|id| {
            desk.store
                .entry(*id)
                .is_some_and(|entry| bucket_of(entry.held().subject_der()) == wanted)
        })
        .collect()
}

/// The hash is Weinberger's as GNU's library has it, on 64 bits.
fn bucket_of(name: &[u8]) -> u64 {
    let hash = name.iter().fold(0_u64, |hash, octet| {
        hash.rotate_left(9).wrapping_add(u64::from(*octet))
    });
    hash.checked_rem(BUCKETS).unwrap_or_default()
}
