//! A client that takes one path and fails, although another path is good: the client's path builder is the cause.

use crate::case::Case;
use crate::check::{CheckId, Failure, Outcome, PathStatus};
use crate::client::{Building, Generation, PartialChain};
use crate::finding::{Cert, Finding, OldPathBuilder};
use crate::known::Removal;
use crate::path::{Attempt, ClientPath, End, Trace};
use crate::verdict::{Verdict, judge};

/// The finding, where a good path exists that the client does not take.
pub(super) fn finding(case: &Case<'_>, trace: &Trace) -> Option<Finding> {
    match (passing(trace), &trace.taken) {
        (Some(good), Some(taken)) => astray(case, taken, case.cert(good.top()?)?),
        (Some(_), None) => None,
        (None, _) => anchor_not_self_signed(case),
    }
}

/// A path that is good by the client's own rules.
fn passing(trace: &Trace) -> Option<&Attempt> {
    let passes = |attempt: &&Attempt| attempt.status() == PathStatus::Passed;
    trace.attempts.iter().find(passes)
}

/// The removal that goes with a finding of this module: a newer bundle broke an older client.
pub(super) fn removed_with(finding: &Finding) -> Option<Finding> {
    let Finding::OldPathBuilder(old) = finding else {
        return None;
    };
    let (root, removal) = old.removed.clone()?;
    Some(Finding::RemovedRoot { root, removal })
}

fn astray(case: &Case<'_>, taken: &ClientPath, valid_anchor: Cert) -> Option<Finding> {
    if let Some((position, not_after)) = expired(&taken.attempt) {
        let certificate = case.cert(*taken.attempt.certificates.get(position)?)?;
        let is_top = position.saturating_add(1) == taken.attempt.certificates.len();
        return Some(if is_top && taken.attempt.end == End::Anchored {
            Finding::ExpiredRoot {
                root: certificate,
                not_after,
            }
        } else {
            Finding::ExpiredCrossCertificate {
                certificate,
                not_after,
                valid_anchor,
            }
        });
    }
    match &taken.attempt.end {
        End::Anchored => None,
        End::NoIssuer(_) | End::SelfSigned | End::WrongKey(_) | End::Loop(_) | End::TooDeep(_) => {
            let stopped_at = case.cert(taken.attempt.top()?)?;
            Some(Finding::OldPathBuilder(OldPathBuilder {
                removed: removed_root(case, &stopped_at),
                stopped_at,
                valid_anchor,
            }))
        }
    }
}

/// The root that issued the certificate where the client stops, if it was removed from the public list before.
fn removed_root(case: &Case<'_>, stopped_at: &Cert) -> Option<(Cert, Removal)> {
    let named = case.known_with_subject(&stopped_at.issuer);
    named.into_iter().find_map(|(root, known)| {
        let removal = known
            .removal()
            .filter(|removal| removal.date <= case.question.at)?;
        let signed = stopped_at.signed();
        case.verifier.verify(&root.public_key, &signed).ok()?;
        Some((root, removal))
    })
}

fn expired(attempt: &Attempt) -> Option<(usize, crate::moment::Moment)> {
    attempt
        .checks
        .iter()
        .find_map(|checked| match (&checked.check, &checked.outcome) {
            (CheckId::Validity, Outcome::Fail(Failure::Expired { not_after }))
                if checked.position > 0 =>
            {
                Some((checked.position, *not_after))
            }
            _ => None,
        })
}

/// The bundle holds a certificate of the path, though not a self-signed one, and the client insists on that; it would be
/// content with the same bundle otherwise.
fn anchor_not_self_signed(case: &Case<'_>) -> Option<Finding> {
    let mut policy = case.client.profile().policy.clone();
    if policy.anchor.partial_chain == PartialChain::Accepted {
        return None;
    }
    policy.anchor.partial_chain = PartialChain::Accepted;
    // A client that follows what was sent does not come past the certificate either.
    if let Building::FirstMatch(rules) = &mut policy.building {
        rules.generation = Generation::Rewritten;
    }
    let relaxed = case.search_with(&policy);
    if judge(&relaxed) != Verdict::Trusted {
        return None;
    }
    let trusted = match &relaxed.taken {
        Some(taken) => &taken.attempt,
        None => passing(&relaxed)?,
    };
    let anchor = case.cert(trusted.top()?)?;
    if anchor.looks_self_signed() {
        return None;
    }
    let twin = case
        .known_with_key(&anchor.public_key.sha256)
        .into_iter()
        .find(|(root, known)| root.looks_self_signed() && known.is_current_at(case.question.at))
        .map(|(root, _)| root);
    Some(Finding::AnchorNotSelfSigned { anchor, twin })
}
