//! The parts of a report that are facts about the inputs.

use super::sort::Sorted;
use super::{Against, Options};
use crate::bundle::{self, Comparison, Examination};
use crate::case::Case;
use crate::certificate::CertSha256;
use crate::check::Outcome;
use crate::client::Client;
use crate::finding::{Cert, Finding};
use crate::input::{Note, NoteKind};
use crate::known::{BundleName, BundleSet, KnownRoot, KnownRoots};
use crate::path::{Attempt, Trace};
use crate::question::{Peer, Question};
use crate::report::{
    BundleOrigin, BundleReport, CertificatePlace, CertificateReport, Choice, KnownRootFacts,
    PathCertificate, PathReport, Report,
};
use crate::signature::RustCrypto;
use crate::store::{CertId, Encoded, Entry, Held, Store};
use std::collections::HashSet;
use std::sync::Arc;

/// The DER of a known root, where the table has it.
pub(super) fn encoded(root: KnownRoot<'_>) -> Option<Encoded> {
    Some(Encoded {
        der: root.encoded()?,
        location: None,
    })
}

/// The name of a public list.
pub(super) fn bundle_name(set: &BundleSet<'_>) -> String {
    match &set.name {
        BundleName::Release(release) => release.to_string(),
        BundleName::BeforeDatedReleases | BundleName::Custom | BundleName::Empty => String::new(),
    }
}

/// The check of a bundle without a server, compared with another one where that is asked.
pub(super) fn bundle_check(
    sorted: &mut Sorted,
    options: &Options<'_>,
    against: Option<&Against<'_>>,
) -> Report {
    // It moves: a large bundle is not held twice.
    let store = Store::build(Vec::new(), std::mem::take(&mut sorted.bundle));
    let question = Question {
        host: None,
        at: options.at,
        peer: Peer::TlsServer,
    };
    let client = Client::default();
    let case = Case {
        store: &store,
        question: &question,
        client: &client,
        known: options.known,
        verifier: &RustCrypto,
    };
    let unreadable = store
        .unreadable()
        .map(|unreadable| Finding::MalformedCertificate {
            location: unreadable.location.clone(),
            reason: unreadable.reason,
        });
    let notes = sorted.notes.iter().cloned().map(Finding::File);
    let altered = bundle::altered(&case);
    let mut bundle = bundle_report(&case, sorted, BundleOrigin::Given);
    bundle.examination = Some(examination(&case, sorted, against));
    Report {
        question: None,
        verdict: None,
        findings: unreadable.chain(altered).chain(notes).collect(),
        paths: Vec::new(),
        path_total: None,
        remedies: Vec::new(),
        advice: Vec::new(),
        clients: Vec::new(),
        bundle,
        certificates: certificates(&case, sorted),
        error_text: None,
        known_roots: options.known.origin(),
        environment: options.environment.clone(),
        configure: Vec::new(),
    }
}

/// What there is to say of the bundle by itself.
fn examination(case: &Case<'_>, sorted: &Sorted, against: Option<&Against<'_>>) -> Examination {
    let is_key = |note: &&Note| matches!(note.kind, NoteKind::PrivateKeyPresent(_));
    Examination {
        remarks: bundle::remarks(case.store, case.question.at),
        private_keys: sorted.bundle_notes.iter().filter(is_key).count(),
        services: bundle::services(case.store, case.known, case.question.at),
        comparison: against.map(|against| comparison(case, against)),
    }
}

fn comparison(case: &Case<'_>, against: &Against<'_>) -> Comparison {
    let this = bundled(case.store);
    let (other, name) = match against {
        Against::Newest => {
            let newest = case.known.newest();
            let members = newest
                .members()
                .filter_map(KnownRoot::certificate)
                .collect();
            (members, bundle_name(&newest))
        }
        Against::Inputs(inputs) => {
            let sorted = super::sort::all_as_bundle(inputs);
            let name = name_of(&sorted);
            (bundled(&Store::build(Vec::new(), sorted.bundle)), name)
        }
    };
    bundle::compare(&this, &other, name)
}

fn bundled(store: &Store) -> Vec<Cert> {
    let ids = store.bundle();
    ids.filter_map(|id| store.certificate(id).map(Cert::clone))
        .collect()
}

/// The file that the first certificate comes from.
fn name_of(sorted: &Sorted) -> String {
    let first = sorted.bundle.iter().find_map(|one| one.location.as_ref());
    first.map_or_else(String::new, |location| location.source.to_string())
}

/// What the bundle is, against the public list in force at the time asked for.
pub(super) fn bundle_report(
    case: &Case<'_>,
    sorted: &Sorted,
    origin: BundleOrigin,
) -> BundleReport {
    let ids = case.store.bundle();
    let entries = ids.filter_map(|id| case.store.entry(id));
    let bundle: Vec<(&Arc<Held>, Option<KnownRoot<'_>>)> = entries
        .map(|entry| (entry.held(), case.known.root_of(entry.held())))
        .collect();
    let current = case.known.current_at(case.question.at);
    let known = bundle.iter().filter_map(|(_, root)| *root);
    let there: HashSet<CertSha256> = known.map(KnownRoot::sha256).collect();
    let missing = current
        .members()
        .filter(|root| !there.contains(&root.sha256()));
    let is_extra = |root: &Option<KnownRoot<'_>>| !root.is_some_and(|root| current.contains(root));
    BundleReport {
        certificates: bundle.len(),
        vintage: case.known.vintage_of(sorted.bundle_file.as_ref(), &bundle),
        missing: missing.filter_map(KnownRoot::held).collect(),
        extra: bundle
            .iter()
            .filter(|(_, root)| is_extra(root))
            .map(|(held, _)| Arc::clone(held))
            .collect(),
        damage: sorted.bundle_notes.clone(),
        readings: sorted.readings.clone(),
        examination: None,
        origin,
    }
}

/// Every path, the client's own first.
pub(super) fn paths(case: &Case<'_>, trace: &Trace) -> Vec<PathReport> {
    let taken = trace.taken.as_ref().map(|taken| &taken.attempt);
    let others = trace
        .attempts
        .iter()
        .filter(|attempt| taken.is_none_or(|taken| taken.certificates != attempt.certificates));
    let own = taken.map(|attempt| path(case, attempt, Choice::Taken));
    let mut rest: Vec<PathReport> = others
        .map(|attempt| path(case, attempt, Choice::NotTaken))
        .collect();
    rest.sort_by_key(|report| core::cmp::Reverse(report.status));
    if own.is_none()
        && let Some(best) = rest.first_mut()
    {
        best.choice = Choice::Taken;
    }
    own.into_iter().chain(rest).collect()
}

fn path(case: &Case<'_>, attempt: &Attempt, choice: Choice) -> PathReport {
    PathReport {
        certificates: attempt
            .certificates
            .iter()
            .filter_map(|id| path_certificate(case, *id))
            .collect(),
        end: attempt.end.clone(),
        status: attempt.status(),
        failed: attempt
            .checks
            .iter()
            .filter(|checked| matches!(checked.outcome, Outcome::Fail(_) | Outcome::NotRun(_)))
            .map(|checked| (checked.check, checked.position))
            .collect(),
        choice,
    }
}

fn path_certificate(case: &Case<'_>, id: CertId) -> Option<PathCertificate> {
    let entry = case.store.entry(id)?;
    Some(PathCertificate {
        certificate: entry.certificate()?.clone(),
        place: place(entry),
    })
}

const fn place(entry: &Entry) -> CertificatePlace {
    match (entry.is_presented(), entry.is_bundled()) {
        (true, true) => CertificatePlace::Both,
        (true, false) => CertificatePlace::Presented,
        (false, _) => CertificatePlace::Bundled,
    }
}

/// A certificate at hand.
pub(super) fn certificate(known: &KnownRoots, entry: &Entry) -> CertificateReport {
    CertificateReport {
        held: Arc::clone(entry.held()),
        locations: entry.locations.clone(),
        place: place(entry),
        known_root: known_root(known, entry.held()),
    }
}

fn known_root(known: &KnownRoots, held: &Held) -> Option<KnownRootFacts> {
    known.root_of(held).map(KnownRootFacts::from)
}

/// Every certificate at hand, presented ones first, and last those that no path may use.
pub(super) fn certificates(case: &Case<'_>, sorted: &Sorted) -> Vec<CertificateReport> {
    let at_hand = case.store.entries();
    at_hand
        .map(|(_, entry)| certificate(case.known, entry))
        .chain(aside(case, sorted))
        .collect()
}

/// What no path may use.
pub(super) fn aside(case: &Case<'_>, sorted: &Sorted) -> Vec<CertificateReport> {
    let mut seen = HashSet::new();
    let aside = sorted.aside.iter().filter_map(|encoded| {
        let held = Arc::new(Held::read(encoded.der.clone()).ok()?);
        let sha256 = held.sha256();
        (case.store.find(&sha256).is_none() && seen.insert(sha256)).then(|| CertificateReport {
            known_root: known_root(case.known, &held),
            held,
            locations: encoded.location.iter().cloned().collect(),
            place: CertificatePlace::SetAside,
        })
    });
    aside.collect()
}
