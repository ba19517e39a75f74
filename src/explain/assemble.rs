//! The parts of a report that are facts about the inputs.

use super::Options;
use super::sort::Sorted;
use crate::case::{Case, certificate_of};
use crate::certificate::{CertSha256, Certificate};
use crate::check::Outcome;
use crate::client::Client;
use crate::finding::{Cert, Finding};
use crate::known::{BundleName, BundleSet, KnownRoot, KnownRoots};
use crate::path::{Attempt, Trace};
use crate::question::{Peer, Question};
use crate::report::{
    BundleOrigin, BundleReport, CertificatePlace, CertificateReport, Choice, KnownRootFacts,
    PathCertificate, PathReport, Report,
};
use crate::signature::RustCrypto;
use crate::store::{CertId, Encoded, Entry, Store};
use std::collections::HashSet;
use std::sync::Arc;

/// The DER of a known root, where the table has it.
pub(super) fn encoded(root: KnownRoot<'_>) -> Option<Encoded> {
    Some(Encoded {
        der: root.der()?.to_vec(),
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

/// The check of a bundle without a server.
pub(super) fn bundle_check(sorted: &mut Sorted, options: &Options<'_>) -> Report {
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
        .iter()
        .map(|unreadable| Finding::MalformedCertificate {
            location: unreadable.location.clone(),
            reason: unreadable.reason,
        });
    Report {
        question: None,
        verdict: None,
        findings: unreadable
            .chain(sorted.notes.iter().cloned().map(Finding::File))
            .collect(),
        paths: Vec::new(),
        remedies: Vec::new(),
        advice: Vec::new(),
        clients: Vec::new(),
        bundle: bundle_report(&case, sorted, BundleOrigin::Given),
        certificates: certificates(&case, sorted),
        error_text: None,
        known_roots: options.known.origin(),
        environment: options.environment.clone(),
        configure: Vec::new(),
    }
}

/// What the bundle is, against the public list in force at the time asked for.
pub(super) fn bundle_report(
    case: &Case<'_>,
    sorted: &Sorted,
    origin: BundleOrigin,
) -> BundleReport {
    let bundle: Vec<Cert> = case
        .store
        .bundle()
        .iter()
        .filter_map(|id| case.cert(*id))
        .collect();
    let fingerprints: Vec<CertSha256> = bundle
        .iter()
        .map(|certificate| certificate.sha256())
        .collect();
    let current = case.known.current_at(case.question.at);
    let missing = current.members().filter(|root| {
        case.store
            .find(&root.sha256())
            .is_none_or(|id| !case.store.is_bundled(id))
    });
    BundleReport {
        certificates: bundle.len(),
        vintage: case
            .known
            .vintage(sorted.bundle_file.as_ref(), &fingerprints),
        missing: missing.filter_map(certificate_of).collect(),
        extra: bundle
            .into_iter()
            .filter(|certificate| !is_in(case.known, &current, certificate))
            .collect(),
        damage: sorted.bundle_notes.clone(),
        origin,
    }
}

fn is_in(known: &KnownRoots, set: &BundleSet<'_>, certificate: &Cert) -> bool {
    known
        .by_sha256(&certificate.sha256())
        .is_some_and(|root| set.contains(root))
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
        certificate: entry.certificate.clone(),
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

/// Every certificate at hand, presented ones first, and last those that no path may use.
pub(super) fn certificates(case: &Case<'_>, sorted: &Sorted) -> Vec<CertificateReport> {
    let known_root = |certificate: &Cert| {
        let root = case.known.by_sha256(&certificate.sha256());
        root.map(KnownRootFacts::from)
    };
    let at_hand = case.store.entries().map(|(_, entry)| CertificateReport {
        certificate: entry.certificate.clone(),
        locations: entry.locations.clone(),
        place: place(entry),
        known_root: known_root(&entry.certificate),
    });
    let mut seen = HashSet::new();
    let aside = sorted.aside.iter().filter_map(|encoded| {
        let certificate = Arc::new(Certificate::parse(&encoded.der).ok()?);
        let sha256 = certificate.sha256();
        (case.store.find(&sha256).is_none() && seen.insert(sha256)).then(|| CertificateReport {
            known_root: known_root(&certificate),
            certificate,
            locations: encoded.location.iter().cloned().collect(),
            place: CertificatePlace::SetAside,
        })
    });
    at_hand.chain(aside).collect()
}
