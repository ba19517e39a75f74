//! Applies each conceivable remedy in memory, validates again, and keeps those that pass.

use super::roots::root_options;
use super::{Action, Preference, Remedy, StartsFrom, WhySecond};
use crate::case::Case;
use crate::check::PathStatus;
use crate::finding::{Cert, RootOption, RootRelation};
use crate::known::{BundleName, KnownRoot};
use crate::path::{Attempt, Trace};
use crate::store::{CertId, Origin, Store};
use std::sync::Arc;

/// Every remedy that was proven, the best first.
pub(crate) fn plan(case: &Case<'_>, trace: &Trace) -> Vec<Remedy> {
    let mut roots = add_roots(case, root_options(case, trace));
    let replacement: Vec<Remedy> = replace_bundle(case).into_iter().collect();
    let mut remedies = if is_outdated(case) {
        replacement.into_iter().chain(roots).collect::<Vec<_>>()
    } else {
        roots.extend(replacement);
        roots
    };
    remedies.extend(send_intermediates(case, trace));
    let removals = removals(case, trace, Origin::Bundle);
    let nothing_else = remedies.is_empty() && removals.is_empty();
    // A certificate that leads the client astray is the cause itself: taking it away comes first.
    remedies.splice(0..0, removals);
    if nothing_else {
        remedies.extend(self::removals(case, trace, Origin::Presented));
    }
    remedies
}

fn add_roots(case: &Case<'_>, options: Vec<RootOption>) -> Vec<Remedy> {
    let mut remedies: Vec<Remedy> = Vec::new();
    let mut nearest: Option<RootRelation> = None;
    for option in options {
        let proven_for =
            case.trusting_clients(&case.store.with(Arc::clone(&option.root), Origin::Bundle));
        if proven_for.is_empty() {
            continue;
        }
        let preference = match nearest {
            None => Preference::Recommended,
            Some(best) => Preference::Second(why_second(&option, best)),
        };
        nearest = nearest.or(Some(option.relation));
        let RootOption {
            root,
            relation,
            removal,
        } = option;
        remedies.push(Remedy {
            action: Action::AddRoot {
                root,
                relation,
                removal,
            },
            proven_for,
            preference,
            starts_from: StartsFrom::AsItIs,
        });
    }
    remedies
}

fn why_second(option: &RootOption, best: RootRelation) -> WhySecond {
    match (&option.removal, best) {
        (Some(_), _) => WhySecond::RemovedSince,
        // The path to a root above a twin leads through the cross-certificate that the twin replaces.
        (None, RootRelation::TwinAt(_)) => WhySecond::DependsOnCrossCertificate,
        (None, RootRelation::IssuerOf(_)) => WhySecond::FartherUp,
    }
}

fn replace_bundle(case: &Case<'_>) -> Option<Remedy> {
    let current = case.known.current_at(case.question.at);
    let name = match &current.name {
        BundleName::Release(release) => release.to_string(),
        BundleName::Custom | BundleName::BeforeDatedReleases | BundleName::Empty => return None,
    };
    let store = case
        .store
        .with_bundle(current.members().filter_map(KnownRoot::held));
    let proven_for = case.trusting_clients(&store);
    if proven_for.is_empty() {
        return None;
    }
    let anchors = anchors(&case.with_store(&store));
    Some(Remedy {
        action: Action::ReplaceBundle { name, anchors },
        proven_for,
        preference: Preference::Recommended,
        starts_from: StartsFrom::AsItIs,
    })
}

/// The anchors by which the server is trusted.
fn anchors(case: &Case<'_>) -> Vec<Cert> {
    let trace = case.search();
    let passing = |attempt: &&Attempt| attempt.status() == PathStatus::Passed;
    let mut anchors: Vec<Cert> = match &trace.taken {
        Some(taken) => taken
            .attempt
            .top()
            .and_then(|id| case.cert(id))
            .into_iter()
            .collect(),
        None => trace
            .attempts
            .iter()
            .filter(passing)
            .filter_map(|attempt| case.cert(attempt.top()?))
            .collect(),
    };
    anchors.dedup();
    anchors
}

/// Whether the bundle lacks more than a quarter of the public roots in force.
fn is_outdated(case: &Case<'_>) -> bool {
    let current = case.known.current_at(case.question.at);
    let lacking = current
        .members()
        .filter(|root| case.store.find(&root.sha256()).is_none())
        .count();
    lacking.saturating_mul(4) > current.len()
}

/// Known certificates that are no roots, and that the server could send: the public bundles hold a few.
fn send_intermediates(case: &Case<'_>, trace: &Trace) -> Vec<Remedy> {
    let mut remedies: Vec<Remedy> = Vec::new();
    for wanted in trace
        .attempts
        .iter()
        .filter_map(|attempt| attempt.end.wanted())
    {
        for (intermediate, _) in case.known_with_subject(&wanted.subject) {
            let known_already = remedies
                .iter()
                .any(|remedy| remedy.action.certificates().contains(&intermediate));
            if known_already || intermediate.looks_self_signed() {
                continue;
            }
            let proven_for = case.trusting_clients(
                &case
                    .store
                    .with(Arc::clone(&intermediate), Origin::Presented),
            );
            if !proven_for.is_empty() {
                let preference = preference_after(&remedies);
                remedies.push(Remedy {
                    action: Action::SendIntermediate { intermediate },
                    proven_for,
                    preference,
                    starts_from: StartsFrom::AsItIs,
                });
            }
        }
    }
    remedies
}

/// Certificates without which the client finds a good path.
fn removals(case: &Case<'_>, trace: &Trace, origin: Origin) -> Vec<Remedy> {
    let Some(taken) = trace
        .taken
        .as_ref()
        .filter(|taken| taken.attempt.status() == PathStatus::Failed)
    else {
        return Vec::new();
    };
    let mut remedies: Vec<Remedy> = Vec::new();
    for id in taken.attempt.certificates.iter().skip(1).copied() {
        let Some(store) = without(case.store, id, origin) else {
            continue;
        };
        let (Some(certificate), proven_for) = (case.cert(id), case.trusting_clients(&store)) else {
            continue;
        };
        if !proven_for.is_empty() {
            let action = match origin {
                Origin::Bundle => Action::RemoveFromBundle { certificate },
                Origin::Presented => Action::StopSending { certificate },
            };
            let preference = preference_after(&remedies);
            remedies.push(Remedy {
                action,
                proven_for,
                preference,
                starts_from: StartsFrom::AsItIs,
            });
        }
    }
    remedies
}

fn without(store: &Store, id: CertId, origin: Origin) -> Option<Store> {
    let entry = store.entry(id)?;
    let there = match origin {
        Origin::Bundle => entry.is_bundled(),
        Origin::Presented => entry.is_presented(),
    };
    there.then(|| store.without(id, origin))
}

fn preference_after(remedies: &[Remedy]) -> Preference {
    if remedies.is_empty() {
        Preference::Recommended
    } else {
        Preference::Second(WhySecond::LargerChange)
    }
}
