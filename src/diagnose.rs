//! From what a search found to findings: one primary cause, and everything else worth saying.

mod checks;
mod dead_end;
mod focus;
mod fragile;
mod path_builder;
mod proxy;
mod undecided;
mod warnings;

use crate::case::Case;
use crate::finding::{Finding, Severity};
use crate::path::Trace;
use crate::remedy::Remedy;
use crate::verdict::Verdict;

/// All findings about a question, the primary cause first.
pub(crate) fn findings(case: &Case<'_>, trace: &Trace, verdict: Verdict, remedies: &[Remedy]) -> Vec<Finding> {
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
        return vec![finding];
    }
    let Some(focus) = focus::focus(trace) else { return Vec::new() };
    let mut findings: Vec<Finding> = dead_end::finding(case, trace, focus).into_iter().collect();
    findings.extend(checks::findings(case, focus, remedies));
    debug_assert!(findings.iter().all(|finding| finding.code().severity() == Severity::Error));
    findings
}
