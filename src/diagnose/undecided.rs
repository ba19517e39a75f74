//! What could not be decided, and why.

use super::focus;
use crate::case::Case;
use crate::check::{NotRun, Outcome};
use crate::finding::Finding;
use crate::path::Trace;

/// The checks that were not run, and the limit that ended the search.
pub(super) fn findings(case: &Case<'_>, trace: &Trace) -> Vec<Finding> {
    let mut findings: Vec<Finding> = trace
        .stopped
        .map(|limit| Finding::LimitReached { limit: Some(limit) })
        .into_iter()
        .collect();
    let Some(focus) = focus::focus(trace) else {
        return findings;
    };
    for checked in &focus.checks {
        let Outcome::NotRun(reason) = &checked.outcome else {
            continue;
        };
        let Some(certificate) = focus
            .certificates
            .get(checked.position)
            .and_then(|id| case.cert(*id))
        else {
            continue;
        };
        let algorithm = certificate.signature_algorithm.clone();
        findings.push(match reason {
            NotRun::UnsupportedAlgorithm(_) | NotRun::KeyTooLarge => {
                Finding::SignatureNotCheckable {
                    certificate,
                    algorithm,
                }
            }
            NotRun::BudgetSpent => Finding::LimitReached { limit: None },
        });
    }
    findings
}
