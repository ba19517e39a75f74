//! Which known roots would let a path end: those whose key the path already shows, or whose key signed its last
//! certificate. Never by name alone.

use crate::case::Case;
use crate::certificate::Certificate;
use crate::finding::{Cert, RootOption, RootRelation};
use crate::known::KnownRoot;
use crate::path::{Attempt, End, Trace};
use crate::store::CertId;
use core::cmp::Reverse;

/// Known roots in force at the time asked for that fit some path, the best first: nearest the server's certificate,
/// a key already shown before one that only signed, one still on the public list before one removed since, of a root
/// issued twice the one that lasts longer.
pub(crate) fn root_options(case: &Case<'_>, trace: &Trace) -> Vec<RootOption> {
    fitting(case, trace, |root| root.is_current_at(case.question.at))
}

/// The same for roots that are no longer, or not yet, on the public list at that time.
pub(crate) fn unlisted_options(case: &Case<'_>, trace: &Trace) -> Vec<RootOption> {
    fitting(case, trace, |root| !root.is_current_at(case.question.at))
}

fn fitting(
    case: &Case<'_>,
    trace: &Trace,
    wanted: impl Fn(KnownRoot<'_>) -> bool,
) -> Vec<RootOption> {
    let mut options: Vec<RootOption> = Vec::new();
    for attempt in &trace.attempts {
        let path = verified(attempt);
        for (position, id) in path.iter().enumerate() {
            let Some(certificate) = case.cert(*id) else {
                continue;
            };
            let last = position.saturating_add(1) == path.len();
            for (root, known, relation) in related(case, &certificate, (position, last)) {
                if wanted(known) && is_new(case, &root) {
                    add(
                        &mut options,
                        RootOption {
                            root,
                            relation,
                            removal: known.removal(),
                        },
                    );
                }
            }
        }
    }
    options.sort_by_key(|option| {
        (
            option.removal.is_some(),
            rank(option.relation),
            Reverse(option.root.validity.not_after),
            option.root.sha256(),
        )
    });
    options
}

/// The certificates of an attempt that verify each other.
fn verified(attempt: &Attempt) -> &[CertId] {
    match attempt.end {
        End::WrongKey(_) => attempt
            .certificates
            .split_last()
            .map_or(&[], |(_, verified)| verified),
        End::Anchored | End::NoIssuer(_) | End::SelfSigned | End::Loop(_) | End::TooDeep(_) => {
            &attempt.certificates
        }
    }
}

fn related<'a>(
    case: &Case<'a>,
    certificate: &Certificate,
    (position, last): (usize, bool),
) -> Vec<(Cert, KnownRoot<'a>, RootRelation)> {
    let mut found = Vec::new();
    if position > 0 {
        for (root, known) in case.known_with_key(&certificate.public_key.sha256) {
            if root.subject == certificate.subject {
                found.push((root, known, RootRelation::TwinAt(position)));
            }
        }
    }
    if last {
        for (root, known) in case.known_with_subject(&certificate.issuer) {
            if case
                .verifier
                .verify(&root.public_key, &certificate.signed())
                .is_ok()
            {
                found.push((root, known, RootRelation::IssuerOf(position)));
            }
        }
    }
    found.retain(|(root, _, _)| root.looks_self_signed());
    found
}

fn is_new(case: &Case<'_>, root: &Certificate) -> bool {
    case.store
        .find(&root.sha256())
        .is_none_or(|id| !case.store.is_bundled(id))
}

fn add(options: &mut Vec<RootOption>, option: RootOption) {
    match options.iter_mut().find(|known| known.root == option.root) {
        Some(known) if rank(option.relation) < rank(known.relation) => *known = option,
        Some(_) => {}
        None => options.push(option),
    }
}

/// Nearest the server's certificate first: a twin of the certificate at a position ends the path there, an issuer one
/// position later.
const fn rank(relation: RootRelation) -> (usize, u8) {
    match relation {
        RootRelation::TwinAt(position) => (position, 0),
        RootRelation::IssuerOf(position) => (position.saturating_add(1), 1),
    }
}
