//! From what a search found to findings: one primary cause, and everything else worth saying.

mod checks;
mod dead_end;
mod focus;
mod fragile;
mod path_builder;
mod proxy;
mod undecided;
mod warnings;

#[cfg(test)]
pub(crate) mod tests;

use crate::case::Case;
use crate::client::Client;
use crate::finding::{Code, Finding, Severity};
use crate::known::KnownRoots;
use crate::path::Trace;
use crate::question::Question;
use crate::remedy::{Action, Remedy};
use crate::signature::SignatureVerifier;
use crate::store::Store;
use crate::verdict::{Verdict, judge};

/// The verdict on certificates at hand, and its findings, the primary cause first. No remedy is sought and no public root
/// is known: [`explain`](crate::explain::explain) does both.
pub fn diagnose(
    store: &Store,
    question: &Question,
    client: &Client,
    verifier: &dyn SignatureVerifier,
) -> (Verdict, Vec<Finding>) {
    let case = Case {
        store,
        question,
        client,
        known: &KnownRoots::from_certificates([]),
        verifier,
    };
    let trace = case.search();
    let verdict = judge(&trace);
    (verdict, findings(&case, &trace, verdict, &[]))
}

/// All findings about a question, the primary cause first.
pub(crate) fn findings(
    case: &Case<'_>,
    trace: &Trace,
    verdict: Verdict,
    remedies: &[Remedy],
) -> Vec<Finding> {
    let mut findings = match verdict {
        Verdict::Trusted => fragile::findings(case, trace),
        Verdict::NotTrusted => errors(case, trace, remedies),
        Verdict::Undecided => undecided::findings(case, trace),
    };
    findings.extend(warnings::findings(case, trace));
    findings
}

/// Why the client refuses. The first one is the cause: what the client itself stumbles over, in the order in which it
/// looks.
fn errors(case: &Case<'_>, trace: &Trace, remedies: &[Remedy]) -> Vec<Finding> {
    if let Some(finding) = path_builder::finding(case, trace) {
        let removed = path_builder::removed_with(&finding);
        return core::iter::once(finding).chain(removed).collect();
    }
    let Some(focus) = focus::focus(trace) else {
        return Vec::new();
    };
    let mut findings: Vec<Finding> = dead_end::finding(case, trace, focus).into_iter().collect();
    findings.extend(checks::findings(case, focus, remedies));
    if matches!(findings.first(), Some(Finding::MissingRoot(_))) {
        findings.extend(dead_end::namesake_in_bundle(case, trace, focus));
    }
    if let Some(first) = findings.first()
        && !is_about_a_root(first)
        && adding_a_root_cures(remedies)
    {
        // A client that alone is strict has its own reason, which people search for; the root that helps comes next.
        let place = usize::from(first.code() == Code::Strictness);
        findings.splice(place..place, dead_end::better_root(case, trace, focus));
    }
    // Before the clock is right, nothing else can be judged.
    if let Some(clock) = checks::clock(case, focus) {
        findings.retain(|finding| !matches!(finding, Finding::NotYetValid { .. }));
        findings.insert(0, clock);
    }
    debug_assert!(
        findings
            .iter()
            .all(|finding| finding.code().severity() == Severity::Error)
    );
    findings
}

/// Whether a finding already says that another root is wanted.
fn is_about_a_root(finding: &Finding) -> bool {
    matches!(
        finding.code(),
        Code::MissingRoot
            | Code::ExpiredRoot
            | Code::ExpiredCrossCertificate
            | Code::AnchorNotSelfSigned
    )
}

/// The cause is what, mended alone, changes the verdict: a path whose only fault is that it does not end earlier lacks a
/// root.
fn adding_a_root_cures(remedies: &[Remedy]) -> bool {
    remedies
        .iter()
        .any(|remedy| matches!(remedy.action, Action::AddRoot { .. }))
}
