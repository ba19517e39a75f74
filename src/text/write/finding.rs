//! Findings: the cause in full, the others set apart.

use super::{excerpt, heading, left_out, severity};
use crate::doc::{Block, Callout, strong};
use crate::finding::{Code, Finding};
use crate::lang::Lang;
use crate::report::Report;
use crate::text::FindingWords;
use crate::text::label::Label;
use std::collections::BTreeMap;

/// A finding as paragraphs, its title first.
pub(super) fn paragraphs(lang: Lang, finding: &Finding) -> Vec<Block> {
    let FindingWords { title, detail } = crate::text::finding(lang, finding);
    let mut paragraphs = detail.into_iter().map(Block::paragraph);
    core::iter::once(Block::paragraph(strong(title)))
        .chain(paragraphs.by_ref().take(1).collect::<Vec<_>>())
        .chain(excerpt_of(lang, finding))
        .chain(paragraphs)
        .collect()
}

/// The lines of the file that a finding is about.
fn excerpt_of(lang: Lang, finding: &Finding) -> Option<Block> {
    let Finding::File(note) = finding else {
        return None;
    };
    excerpt::block(lang, note)
}

/// All findings but the cause; of those of one code, the first.
pub(super) fn others(lang: Lang, report: &Report, cause: Option<&Finding>) -> Vec<Block> {
    let skipped = usize::from(cause.is_some());
    let others = report.findings.get(skipped..).unwrap_or_default();
    let callouts = first_of_each_code(lang, others);
    if callouts.is_empty() {
        return callouts;
    }
    let label = if report.question.is_some() {
        Label::OtherFindings
    } else {
        Label::Findings
    };
    core::iter::once(heading(lang, label))
        .chain(callouts)
        .collect()
}

/// Hundreds of one kind help nobody: the first of them in full, and how many more there are.
fn first_of_each_code(lang: Lang, findings: &[Finding]) -> Vec<Block> {
    let mut all: BTreeMap<Code, usize> = BTreeMap::new();
    for finding in findings {
        let number = all.entry(finding.code()).or_default();
        *number = number.saturating_add(1);
    }
    let mut seen: BTreeMap<Code, usize> = BTreeMap::new();
    let mut blocks = Vec::new();
    for finding in findings {
        let code = finding.code();
        let alike = all.get(&code).copied().unwrap_or_default();
        let (shown, more) = left_out::shown(alike, left_out::FINDINGS);
        let number = seen.entry(code).or_default();
        *number = number.saturating_add(1);
        if *number <= shown {
            blocks.push(callout(lang, finding));
        }
        if *number == shown {
            blocks.extend(more.map(|more| remark(lang, code, more)));
        }
    }
    blocks
}

fn remark(lang: Lang, code: Code, more: usize) -> Block {
    let word = words!(lang, labels::severity(code.severity()));
    let title = words!(lang, left_out::findings(more));
    Callout::new(severity(code.severity()), word, title)
        .code(code.as_str())
        .body(words!(lang, left_out::findings_elsewhere()))
        .into()
}

/// A finding set apart.
pub(super) fn callout(lang: Lang, finding: &Finding) -> Block {
    let FindingWords { title, detail } = crate::text::finding(lang, finding);
    let code = finding.code();
    let callout = Callout::new(
        severity(code.severity()),
        words!(lang, labels::severity(code.severity())),
        title,
    )
    .code(code.as_str());
    let mut paragraphs = detail.into_iter();
    let callout = paragraphs.by_ref().take(1).fold(callout, Callout::body);
    let callout = excerpt_of(lang, finding)
        .into_iter()
        .fold(callout, Callout::body);
    paragraphs.fold(callout, Callout::body).into()
}
