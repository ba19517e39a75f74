//! Trusted, but on what does it hang?

use crate::case::Case;
use crate::check::PathStatus;
use crate::client::Building;
use crate::finding::{Cert, Finding, Fragility};
use crate::known::KnownRoot;
use crate::path::{Attempt, Trace};
use crate::question::Question;
use crate::store::{CertId, Origin};
use crate::verdict::Verdict;
use std::sync::Arc;

/// How far ahead the check looks.
const SOON_DAYS: i64 = 30;

/// What would end the trust: a cross-certificate no longer sent, a root already off the public list, an expiry.
pub(super) fn findings(case: &Case<'_>, trace: &Trace) -> Vec<Finding> {
    let Some(path) = passing(trace) else {
        return Vec::new();
    };
    let cross = cross_certificate(case, path).map(Finding::FragileTrust);
    let removed = removed_anchor(case, trace).map(Finding::FragileTrust);
    let expiry = expiry(case, path);
    let order = order_sensitive(case, path);
    let fragile = cross.into_iter().chain(removed).chain(expiry);
    fragile.chain(order).collect()
}

/// A client that takes the first certificate that may fit is led astray by the same bundle in reverse.
fn order_sensitive(case: &Case<'_>, path: &Attempt) -> Option<Finding> {
    match case.client.profile().policy.building {
        Building::AllPaths => return None,
        Building::FirstMatch(_)
        | Building::SentChain
        | Building::SentChainElseAllPaths
        | Building::BestCandidate => {}
    }
    let has_namesakes = |id: &CertId| {
        case.cert(*id).is_some_and(|certificate| {
            case.store.bundle_with_subject(&certificate.subject).count() > 1
        })
    };
    if !path.certificates.iter().any(has_namesakes) {
        return None;
    }
    let bundle = case.store.bundle().rev();
    let reversed = case
        .store
        .with_bundle(bundle.filter_map(|id| Some(Arc::clone(case.store.entry(id)?.held()))));
    if case.with_store(&reversed).verdict() == Verdict::Trusted {
        return None;
    }
    let anchor = case.cert(path.top()?)?;
    Some(Finding::OrderSensitive { anchor })
}

fn passing(trace: &Trace) -> Option<&Attempt> {
    match &trace.taken {
        Some(taken) => Some(&taken.attempt),
        None => trace
            .attempts
            .iter()
            .filter(|attempt| attempt.status() == PathStatus::Passed)
            .min_by_key(|attempt| attempt.certificates.len()),
    }
}

/// A certificate of the server whose key has a known root of its own, which the bundle lacks, and without which no path is
/// left.
fn cross_certificate(case: &Case<'_>, path: &Attempt) -> Option<Fragility> {
    path.certificates.iter().skip(1).find_map(|id| {
        let cross = only_presented(case, *id)?;
        let (root, _) = case
            .known_with_key(&cross.public_key.sha256)
            .into_iter()
            .find(|(root, _)| {
                root.looks_self_signed() && root.subject == cross.subject && **root != *cross
            })?;
        let without = case.store.without(*id, Origin::Presented);
        let hangs = case.with_store(&without).verdict() != Verdict::Trusted;
        hangs.then_some(Fragility::CrossCertificate { cross, root })
    })
}

fn only_presented(case: &Case<'_>, id: CertId) -> Option<Cert> {
    case.store
        .entry(id)
        .filter(|entry| entry.is_presented() && !entry.is_bundled())
        .and_then(|_| case.cert(id))
}

/// Every anchor that would do has been removed from the public list by now.
fn removed_anchor(case: &Case<'_>, trace: &Trace) -> Option<Fragility> {
    let mut anchors = trace
        .attempts
        .iter()
        .filter(|attempt| attempt.status() == PathStatus::Passed)
        .filter_map(|attempt| case.cert(attempt.top()?))
        .map(|anchor| {
            let removal = case
                .known
                .by_sha256(&anchor.sha256())
                .and_then(KnownRoot::removal);
            (
                anchor,
                removal.filter(|removal| removal.date <= case.question.at),
            )
        });
    let (anchor, first) = anchors.next()?;
    let removal = first?;
    anchors
        .all(|(_, removal)| removal.is_some())
        .then_some(Fragility::RemovedAnchor { anchor, removal })
}

/// A certificate whose end, within 30 days, ends the trust; or one that ends without consequence.
fn expiry(case: &Case<'_>, path: &Attempt) -> Vec<Finding> {
    let at = case.question.at;
    let horizon = at.plus_days(SOON_DAYS);
    let soonest = path
        .certificates
        .iter()
        .filter_map(|id| case.cert(*id))
        .filter(|certificate| (at..=horizon).contains(&certificate.validity.not_after))
        .min_by_key(|certificate| certificate.validity.not_after);
    let Some(certificate) = soonest else {
        return Vec::new();
    };
    let not_after = certificate.validity.not_after;
    let days = at.days_until(not_after);
    let later = Question {
        at: horizon,
        ..case.question.clone()
    };
    let mut findings = Vec::new();
    if case.with_question(&later).verdict() != Verdict::Trusted {
        findings.push(Finding::FragileTrust(Fragility::Expiry {
            certificate: certificate.clone(),
            not_after,
        }));
    }
    findings.push(Finding::ExpiresSoon {
        certificate,
        not_after,
        days,
    });
    findings
}
