//! What is added to a bundle: only what was proven to help, or the whole public list.

use super::bundle_file::BundleFile;
use crate::certificate::Certificate;
use crate::cli::complaint::{Complaint, Refusal};
use crate::explain::{Options, Supplied, explain};
use crate::finding::Actor;
use crate::known::KnownRoots;
use crate::remedy::{Action, Preference, Remedy};
use crate::report::Report;
use crate::verdict::Verdict;
use std::sync::Arc;

/// Every root of the newest public list that a bundle lacks.
pub(super) fn current(file: &BundleFile, known: &KnownRoots) -> Vec<Arc<Certificate>> {
    known
        .newest()
        .members()
        .filter(|root| !file.contains(&root.sha256()))
        .filter_map(|root| Certificate::parse(root.der()?).ok())
        .map(Arc::new)
        .collect()
}

/// The root whose addition was proven to make the client trust the chain; none where it does already.
pub(super) fn for_chain(
    bundle: &Supplied,
    chain: &[Supplied],
    options: &Options<'_>,
) -> Result<Vec<Arc<Certificate>>, Complaint> {
    let inputs: Vec<Supplied> = std::iter::once(bundle).chain(chain).cloned().collect();
    let report = explain(&inputs, options);
    match report.verdict {
        Some(Verdict::Trusted) => Ok(Vec::new()),
        Some(Verdict::NotTrusted) => recommended(&report),
        Some(Verdict::Undecided) | None => Err(Refusal::Undecided),
    }
    .map_err(Complaint::Refused)
}

fn recommended(report: &Report) -> Result<Vec<Arc<Certificate>>, Refusal> {
    let is_recommended = |remedy: &&Remedy| remedy.preference == Preference::Recommended;
    let roots: Vec<Arc<Certificate>> = report
        .remedies
        .iter()
        .filter(is_recommended)
        .filter_map(|remedy| match &remedy.action {
            Action::AddRoot { root, .. } => Some(Arc::clone(root)),
            Action::ReplaceBundle { .. }
            | Action::SendIntermediate { .. }
            | Action::RemoveFromBundle { .. }
            | Action::StopSending { .. } => None,
        })
        .collect();
    if roots.is_empty() {
        Err(refusal(report))
    } else {
        Ok(roots)
    }
}

/// Why no root is added: what would help instead.
fn refusal(report: &Report) -> Refusal {
    let actions = || report.remedies.iter().map(|remedy| &remedy.action);
    let replaces = |action: &Action| matches!(action, Action::ReplaceBundle { .. });
    if actions().any(replaces) {
        return Refusal::UseCurrent;
    }
    if let Some(action) = actions().find(|action| action.actor() == Actor::User) {
        return Refusal::OtherRemedy(action.as_str());
    }
    let must_act = |actor| actor == Actor::ServerOwner;
    let by_cause = report.findings.first().map(crate::finding::Finding::actor);
    if actions().any(|action| must_act(action.actor())) || by_cause.is_some_and(must_act) {
        return Refusal::ServerMustAct;
    }
    Refusal::NoProvenRemedy
}
