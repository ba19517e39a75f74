//! The table of a run, by namespace.

use crate::format::Verdict;
use crate::suite::Expectation;
use std::collections::BTreeMap;

/// The counts of one namespace.
#[derive(Clone, Copy, Default)]
struct Row {
    agree: usize,
    false_accept: usize,
    false_reject: usize,
    skipped: usize,
    contested: usize,
}

/// Counts, by namespace.
#[derive(Default)]
pub(crate) struct Table(BTreeMap<String, Row>);

impl Table {
    pub(crate) fn count(&mut self, expected: &Expectation, actual: Verdict) {
        let row = self.0.entry(expected.namespace()).or_default();
        row.contested += usize::from(expected.contested);
        *match (expected.expected_result, actual) {
            (_, Verdict::Skipped) => &mut row.skipped,
            (expected, actual) if expected == actual => &mut row.agree,
            (_, Verdict::Success) => &mut row.false_accept,
            (_, Verdict::Failure) => &mut row.false_reject,
        } += 1;
    }

    /// The table, for people.
    pub(crate) fn print(&self, title: &str) {
        eprintln!(
            "\n{title:<28} {:>6} {:>13} {:>13} {:>8} {:>10}",
            "agree", "false accept", "false reject", "skipped", "contested"
        );
        for (namespace, row) in &self.0 {
            eprintln!(
                "{namespace:<28} {:>6} {:>13} {:>13} {:>8} {:>10}",
                row.agree, row.false_accept, row.false_reject, row.skipped, row.contested
            );
        }
    }
}
