//! The text outside of blocks: what it tells of the blocks, and error texts in it.

mod error_text;
mod transcript;
mod words;

pub(super) use error_text::{Marks, has_marks};

use super::collector::Collector;
use super::encoding::View;
use super::{NoteKind, Role};
use std::ops::Range;
use transcript::Transcript;

/// The text outside of blocks, passed in order.
pub(super) struct Outside<'a> {
    view: &'a View<'a>,
    gaps: Vec<Range<usize>>,
    transcript: Transcript,
}

impl<'a> Outside<'a> {
    /// Before any text.
    pub(super) fn new(view: &'a View<'a>) -> Self {
        Self {
            view,
            gaps: Vec::new(),
            transcript: Transcript::default(),
        }
    }

    /// Passes over some text that is in no block.
    pub(super) fn pass(&mut self, range: Range<usize>) {
        let text = self.view.bytes().get(range.clone()).unwrap_or_default();
        let start = range.end - text.trim_ascii_start().len();
        let end = range.start + text.trim_ascii_end().len();
        if start < end {
            self.transcript.read(self.view, range);
            self.gaps.push(start..end);
        }
    }

    /// What the text so far says of a block that follows.
    pub(super) fn role(&self) -> Role {
        self.transcript.role()
    }

    /// The stretches of text that are not blank, without blanks around them.
    pub(super) fn gaps(&self) -> &[Range<usize>] {
        &self.gaps
    }

    /// Says so if a transcript names more certificates than it shows.
    pub(super) fn finish(self, collector: &mut Collector<'_>) {
        if let Some((entries, range)) = self.transcript.into_list() {
            let shown = collector.count_of_role(Role::ServerChain);
            if shown < entries.len() {
                collector.note(NoteKind::ChainOnlyNamed { entries, shown }, range);
            }
        }
    }

    /// Records the error texts, leaving out `taken`: ranges inside the gaps, in order, that were found to be something
    /// else.
    pub(super) fn error_texts(
        &self,
        marks: Marks,
        taken: &[Range<usize>],
        collector: &mut Collector<'_>,
    ) {
        let words = marks.words();
        for gap in &self.gaps {
            let text = self.view.bytes().get(gap.clone()).unwrap_or_default();
            if words.stand_in(text) {
                let text = error_text::without(self.view, gap, taken);
                collector.error_text(text, gap.clone());
            }
        }
    }
}
