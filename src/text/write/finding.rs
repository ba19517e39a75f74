//! Findings: the cause in full, the others set apart.

use super::{heading, severity};
use crate::doc::{Block, Callout, strong};
use crate::finding::Finding;
use crate::lang::Lang;
use crate::report::Report;
use crate::text::FindingWords;
use crate::text::label::Label;

/// A finding as paragraphs, its title first.
pub(super) fn paragraphs(lang: Lang, finding: &Finding) -> Vec<Block> {
    let FindingWords { title, detail } = crate::text::finding(lang, finding);
    core::iter::once(Block::paragraph(strong(title)))
        .chain(detail.into_iter().map(Block::paragraph))
        .collect()
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
    core::iter::once(heading(lang, Label::OtherFindings))
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
    detail.into_iter().fold(callout, Callout::body).into()
}
