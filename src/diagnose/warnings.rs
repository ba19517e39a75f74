//! What does not decide the verdict, and is worth knowing: order, surplus, roots sent.

use crate::case::Case;
use crate::finding::{Cert, Finding, Unneeded};
use crate::path::{End, Issuers, Trace};
use crate::store::CertId;
use std::collections::{BTreeMap, BTreeSet};

/// Warnings about what the server presented, and certificates that could not be read.
pub(super) fn findings(case: &Case<'_>, trace: &Trace) -> Vec<Finding> {
    let unreadable = case
        .store
        .unreadable()
        .map(|unreadable| Finding::MalformedCertificate {
            location: unreadable.location.clone(),
            reason: unreadable.reason,
        });
    let mut findings: Vec<Finding> = unreadable.collect();
    let used = used(trace);
    if is_out_of_order(case, trace.target, &used) {
        findings.push(Finding::OutOfOrder);
    }
    let issuers = Issuers::of(case.store);
    let mut unneeded = BTreeSet::new();
    for id in others(case, trace) {
        let Some(root) = case.cert(id) else {
            continue;
        };
        // A root that no path touches is still a root sent, where it is a root of somebody in the chain.
        if root.looks_self_signed() && (used.contains(&id) || issuers.issued_another(id)) {
            findings.push(Finding::RootSent { root });
        } else if !used.contains(&id) {
            unneeded.insert(id);
        }
    }
    let repeated = repeated(case)
        .into_iter()
        .map(|id| (id, Unneeded::Repeated));
    let unneeded = unneeded.into_iter().map(|id| (id, Unneeded::OnNoPath));
    let unneeded: BTreeMap<CertId, Unneeded> = repeated.chain(unneeded).collect();
    let unneeded = unneeded.into_iter().take(MOST_UNNEEDED);
    findings.extend(unneeded.filter_map(|(id, why)| {
        let certificate = case.cert(id)?;
        Some(Finding::UnneededCertificate { certificate, why })
    }));
    findings
}

/// Nobody reads more of them, and a hostile chain has thousands.
const MOST_UNNEEDED: usize = 50;

/// What the server presented more than once, each once: clients drop the repetition.
fn repeated(case: &Case<'_>) -> BTreeSet<CertId> {
    let mut seen = BTreeSet::new();
    let presented = case.store.presented().iter().copied();
    presented.filter(|id| !seen.insert(*id)).collect()
}

/// What the server presented beside its own certificate, each once.
fn others(case: &Case<'_>, trace: &Trace) -> Vec<CertId> {
    let mut seen = BTreeSet::new();
    case.store
        .presented()
        .iter()
        .copied()
        .filter(|id| Some(*id) != trace.target && seen.insert(*id))
        .collect()
}

/// Every certificate that stands on a path whose signatures verify.
fn used(trace: &Trace) -> BTreeSet<CertId> {
    trace
        .attempts
        .iter()
        .flat_map(|attempt| match attempt.end {
            End::WrongKey(_) => attempt
                .certificates
                .split_last()
                .map_or(&[][..], |(_, verified)| verified),
            End::Anchored | End::NoIssuer(_) | End::SelfSigned | End::Loop(_) | End::TooDeep(_) => {
                attempt.certificates.as_slice()
            }
        })
        .copied()
        .collect()
}

/// Whether some presented certificate does not certify the one before it although another presented one does
/// (RFC 8446 §4.4.2 tolerates it, many clients do not). Repetitions and certificates that no path uses are not counted.
fn is_out_of_order(case: &Case<'_>, target: Option<CertId>, used: &BTreeSet<CertId>) -> bool {
    let mut seen = BTreeSet::new();
    let chain: Vec<Cert> = case
        .store
        .presented()
        .iter()
        .filter(|id| (used.contains(id) || Some(**id) == target) && seen.insert(**id))
        .filter_map(|id| case.cert(*id))
        .collect();
    chain.iter().enumerate().any(|(position, certificate)| {
        let next = chain.get(position.saturating_add(1));
        let follows = next.is_some_and(|next| next.subject == certificate.issuer);
        let mut others = chain
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != position);
        let elsewhere = others.any(|(_, issuer)| issuer.subject == certificate.issuer);
        !certificate.is_self_issued() && !follows && elsewhere
    })
}
