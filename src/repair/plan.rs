//! What is added to a bundle: only what was proven to help.

use crate::certificate::Certificate;
use crate::finding::Actor;
use crate::remedy::{Action, Preference, Remedy};
use crate::report::Report;
use crate::verdict::Verdict;
use std::sync::Arc;

/// Why no root is added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotRepaired {
    /// Nothing that certwhy knows turns the verdict.
    NoProvenRemedy,
    /// The server must change, not the bundle.
    ServerMustAct,
    /// Only another remedy is proven; its public name.
    OtherRemedy(&'static str),
    /// The whole public list would help, no single root does.
    UseCurrent,
    /// The verdict is undecided.
    Undecided,
}

/// The root whose addition was proven to make the client trust the chain; none where it does already.
pub(crate) fn added(report: &Report) -> Result<Vec<Arc<Certificate>>, NotRepaired> {
    match report.verdict {
        Some(Verdict::Trusted) => Ok(Vec::new()),
        Some(Verdict::NotTrusted) => recommended(report),
        Some(Verdict::Undecided) | None => Err(NotRepaired::Undecided),
    }
}

fn recommended(report: &Report) -> Result<Vec<Arc<Certificate>>, NotRepaired> {
    // The bundle that is written is a mended one.
    let mends = |remedy: &Remedy| matches!(remedy.action, Action::MendBundle { .. });
    if report.remedies.iter().any(mends) {
        return Ok(Vec::new());
    }
    let is_recommended = |remedy: &&Remedy| remedy.preference == Preference::Recommended;
    let roots: Vec<Arc<Certificate>> = report
        .remedies
        .iter()
        .filter(is_recommended)
        .filter_map(|remedy| match &remedy.action {
            Action::AddRoot { root, .. } => Some(Arc::clone(root)),
            Action::ReplaceBundle { .. }
            | Action::MendBundle { .. }
            | Action::SendIntermediate { .. }
            | Action::RemoveFromBundle { .. }
            | Action::StopSending { .. } => None,
        })
        .collect();
    if roots.is_empty() {
        Err(reason(report))
    } else {
        Ok(roots)
    }
}

/// Why no root is added: what would help instead.
fn reason(report: &Report) -> NotRepaired {
    let actions = || report.remedies.iter().map(|remedy| &remedy.action);
    let replaces = |action: &Action| matches!(action, Action::ReplaceBundle { .. });
    if actions().any(replaces) {
        return NotRepaired::UseCurrent;
    }
    if let Some(action) = actions().find(|action| action.actor() == Actor::User) {
        return NotRepaired::OtherRemedy(action.as_str());
    }
    let must_act = |actor| actor == Actor::ServerOwner;
    let by_cause = report.findings.first().map(crate::finding::Finding::actor);
    if actions().any(|action| must_act(action.actor())) || by_cause.is_some_and(must_act) {
        return NotRepaired::ServerMustAct;
    }
    NotRepaired::NoProvenRemedy
}
