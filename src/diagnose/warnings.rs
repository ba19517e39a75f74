//! What does not decide the verdict, and is worth knowing: order, surplus, roots sent.

use crate::case::Case;
use crate::finding::{Cert, Finding};
use crate::path::{End, Trace};
use crate::store::CertId;
use std::collections::BTreeSet;

/// Warnings about what the server presented, and certificates that could not be read.
pub(super) fn findings(case: &Case<'_>, trace: &Trace) -> Vec<Finding> {
    let unreadable =
        case.store
            .unreadable()
            .iter()
            .map(|unreadable| Finding::MalformedCertificate {
                location: unreadable.location.clone(),
                reason: unreadable.reason,
            });
    let mut findings: Vec<Finding> = unreadable.collect();
    let used = used(trace);
    if is_out_of_order(case, trace.target, &used) {
        findings.push(Finding::OutOfOrder);
    }
    for id in others(case, trace) {
        let Some(certificate) = case.cert(id) else {
            continue;
        };
        if certificate.looks_self_signed() && certificate.is_self_issued() && used.contains(&id) {
            findings.push(Finding::RootSent { root: certificate });
        } else if !used.contains(&id) {
            findings.push(surplus(case, certificate));
        }
    }
    let again = repeated(case).into_iter().filter_map(|id| case.cert(id));
    for certificate in again {
        let said = |finding: &Finding| matches!(finding, Finding::UnneededCertificate { certificate: other } if *other == certificate);
        if !findings.iter().any(said) {
            findings.push(Finding::UnneededCertificate { certificate });
        }
    }
    findings
}

/// What the server presented more than once, each once: clients drop the repetition.
fn repeated(case: &Case<'_>) -> BTreeSet<CertId> {
    let mut seen = BTreeSet::new();
    let presented = case.store.presented().iter().copied();
    presented.filter(|id| !seen.insert(*id)).collect()
}

/// A root that no path touches is still a root sent, where it is a root of somebody on the path.
fn surplus(case: &Case<'_>, certificate: Cert) -> Finding {
    let names_an_issuer = case
        .store
        .presented()
        .iter()
        .filter_map(|id| case.cert(*id))
        .any(|other| other != certificate && other.issuer == certificate.subject);
    if certificate.looks_self_signed() && names_an_issuer {
        Finding::RootSent { root: certificate }
    } else {
        Finding::UnneededCertificate { certificate }
    }
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
