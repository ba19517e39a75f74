//! A path that ends without an anchor: what is missing there?

use super::proxy;
use crate::case::Case;
use crate::certificate::Name;
use crate::finding::{Cert, Finding, MissingIntermediate, MissingRoot, RootOption, SameName};
use crate::path::{Attempt, End, Trace};
use crate::remedy::{root_options, unlisted_options};

/// The finding for an attempt that ends at no anchor. A known root is named only when its key counts, never by its name.
pub(super) fn finding(case: &Case<'_>, trace: &Trace, focus: &Attempt) -> Option<Finding> {
    let dead_end = match &focus.end {
        End::Anchored => return None,
        End::SelfSigned => None,
        End::NoIssuer(wanted)
        | End::WrongKey(wanted)
        | End::Loop(wanted)
        | End::TooDeep(wanted) => Some(wanted),
    };
    let below = match dead_end {
        Some(wanted) => case.cert(wanted.below)?,
        None => case.cert(focus.top()?)?,
    };
    let at_target = dead_end.map_or(focus.top() == trace.target, |wanted| {
        Some(wanted.below) == trace.target
    });
    missing_root(case, trace, &below)
        .or_else(|| removed_root(case, trace))
        .or_else(|| at_target.then(|| self_signed_target(&below)).flatten())
        .or_else(|| same_name(case, trace, &below))
        .or_else(|| proxy::by_vendor(case, focus, &below))
        .or_else(|| at_target.then(|| missing_intermediate(&below)).flatten())
        .or_else(|| proxy::by_host(case, &below))
        .or_else(|| {
            Some(Finding::UnknownRoot {
                root: root_name(&below),
                top: below,
            })
        })
}

/// The root that a path to an anchor should have ended at before it met what the client refuses.
pub(super) fn better_root(case: &Case<'_>, trace: &Trace, focus: &Attempt) -> Option<Finding> {
    missing_root(case, trace, &case.cert(focus.top()?)?)
}

fn missing_root(case: &Case<'_>, trace: &Trace, below: &Cert) -> Option<Finding> {
    let roots: Vec<RootOption> = root_options(case, trace);
    let authority = below.extensions.authority_key_identifier();
    (!roots.is_empty()).then(|| {
        Finding::MissingRoot(MissingRoot {
            below: below.clone(),
            wanted: below.issuer.clone(),
            key_id: authority.and_then(|authority| authority.key_id.clone()),
            roots,
        })
    })
}

/// The key of a root that was removed from the public list before the time asked for.
fn removed_root(case: &Case<'_>, trace: &Trace) -> Option<Finding> {
    unlisted_options(case, trace)
        .into_iter()
        .find_map(|option| {
            let removal = option
                .removal
                .filter(|removal| removal.date <= case.question.at)?;
            Some(Finding::RemovedRoot {
                root: option.root,
                removal,
            })
        })
}

fn self_signed_target(below: &Cert) -> Option<Finding> {
    below.looks_self_signed().then(|| Finding::SelfSignedLeaf {
        leaf: below.clone(),
    })
}

/// The bundle has a certificate with the missing root's name and another key: it looks right, and is not.
pub(super) fn namesake_in_bundle(
    case: &Case<'_>,
    trace: &Trace,
    focus: &Attempt,
) -> Option<Finding> {
    let below = case.cert(match focus.end.wanted() {
        Some(wanted) => wanted.below,
        None => focus.top()?,
    })?;
    let namesakes = namesakes(case, trace, &below);
    (!namesakes.is_empty()).then_some(Finding::SameNameDifferentKey(SameName {
        below,
        namesakes,
        known: Vec::new(),
    }))
}

/// Certificates with the wanted name, at hand or known, whose key is another.
fn same_name(case: &Case<'_>, trace: &Trace, below: &Cert) -> Option<Finding> {
    let namesakes = namesakes(case, trace, below);
    let known: Vec<Cert> = case
        .known_with_subject(&below.issuer)
        .into_iter()
        .map(|(root, _)| root)
        .filter(|root| !signed(case, root, below))
        .collect();
    if namesakes.is_empty() && known.is_empty() {
        return None;
    }
    Some(Finding::SameNameDifferentKey(SameName {
        below: below.clone(),
        namesakes,
        known,
    }))
}

/// Certificates at hand with the name of the issuer of `below` that did not sign it; above a self-signed certificate, those
/// of the bundle that have its name and another key.
fn namesakes(case: &Case<'_>, trace: &Trace, below: &Cert) -> Vec<Cert> {
    let found: Vec<Cert> = if below.looks_self_signed() {
        case.store
            .bundle_with_subject(&below.subject)
            .filter_map(|id| case.cert(id))
            .filter(|namesake| namesake.public_key != below.public_key)
            .collect()
    } else {
        let tried = trace.attempts.iter().filter(|attempt| match &attempt.end {
            End::WrongKey(wanted) => case.cert(wanted.below).is_some_and(|cert| cert == *below),
            End::Anchored | End::NoIssuer(_) | End::SelfSigned | End::Loop(_) | End::TooDeep(_) => {
                false
            }
        });
        tried
            .filter_map(|attempt| case.cert(attempt.top()?))
            .collect()
    };
    let mut distinct: Vec<Cert> = Vec::new();
    for namesake in found {
        if !distinct.contains(&namesake) {
            distinct.push(namesake);
        }
    }
    distinct
}

fn signed(case: &Case<'_>, issuer: &Cert, below: &Cert) -> bool {
    let verified = case.verifier.verify(&issuer.public_key, &below.signed());
    verified.is_ok()
}

fn missing_intermediate(below: &Cert) -> Option<Finding> {
    (!below.is_self_issued()).then(|| {
        Finding::MissingIntermediate(MissingIntermediate {
            below: below.clone(),
            wanted: below.issuer.clone(),
            fetch_from: below.extensions.ca_issuers().to_vec(),
        })
    })
}

/// The root that is looked for above a certificate: its own name where it is self-signed.
pub(super) fn root_name(top: &Cert) -> Name {
    top.issuer.clone()
}
