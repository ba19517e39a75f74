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
        .or_else(|| proxy::by_vendor(&below))
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

/// Certificates with the wanted name, at hand or known, whose key is another.
fn same_name(case: &Case<'_>, trace: &Trace, below: &Cert) -> Option<Finding> {
    let mut namesakes: Vec<Cert> = Vec::new();
    for attempt in &trace.attempts {
        let wanted_here = attempt
            .end
            .wanted()
            .is_some_and(|wanted| case.cert(wanted.below).is_some_and(|cert| cert == *below));
        if let (End::WrongKey(_), true, Some(namesake)) = (
            &attempt.end,
            wanted_here,
            attempt.top().and_then(|id| case.cert(id)),
        ) && !namesakes.contains(&namesake)
        {
            namesakes.push(namesake);
        }
    }
    let known: Vec<Cert> = case
        .known_with_subject(&below.issuer)
        .into_iter()
        .map(|(root, _)| root)
        .collect();
    let self_signed = below.looks_self_signed();
    let known: Vec<Cert> = known
        .into_iter()
        .filter(|root| root.public_key != below.public_key)
        .collect();
    if self_signed && known.is_empty() || namesakes.is_empty() && known.is_empty() {
        return None;
    }
    Some(Finding::SameNameDifferentKey(SameName {
        below: below.clone(),
        namesakes,
        known,
    }))
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
