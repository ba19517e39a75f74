//! Findings: the cause in full, the others set apart.

use super::{excerpt, heading, severity};
use crate::doc::{Block, Callout, strong};
use crate::finding::Finding;
use crate::lang::Lang;
use crate::report::Report;
use crate::text::FindingWords;
use crate::text::label::Label;

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

/// All findings but the cause.
pub(super) fn others(lang: Lang, report: &Report, cause: Option<&Finding>) -> Vec<Block> {
    let skipped = usize::from(cause.is_some());
    let callouts: Vec<Block> = report
        .findings
        .iter()
        .skip(skipped)
        .map(|finding| callout(lang, finding))
        .collect();
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
