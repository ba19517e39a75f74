//! The lines of an input on which a note's fault stands, to be shown as a compiler shows a mistake.
//!
//! Of a private key no line is ever quoted: only lines of the note's own block are, and content only where it begins
//! like a certificate.

mod fault;
mod window;

use super::encoding::View;
use super::line_index::LineIndex;
use super::{Note, NoteKind, Recognised};
use crate::location::LineNumber;
use core::ops::Range;
use fault::{Content, Place, fault};
use std::sync::Arc;
use window::{Line, around, line_of};

/// Quoted lines with a mark under the fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The lines, in order.
    pub lines: Vec<QuotedLine>,
    /// Which of them the mark stands under, from 0.
    pub marked: usize,
    /// The characters of that line's text over the mark.
    pub mark: Range<usize>,
    /// The column of the fault in its line, in characters counted from 1.
    pub column: u32,
    /// Its offset in the input as given, in bytes counted from 0.
    pub byte: usize,
}

/// A line of an input, or a part of a long one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotedLine {
    /// Its number.
    pub number: LineNumber,
    /// Its text without the line end; hostile.
    pub text: String,
    /// What of it is left out.
    pub cut: Cut,
}

/// Which ends of a line are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// None.
    Whole,
    /// The beginning.
    Before,
    /// The end.
    After,
    /// Both.
    Both,
}

/// The most notes of one input that get an excerpt.
const MOST: usize = 50;

/// Adds an excerpt to each note whose fault has a place in the text.
pub(crate) fn quote(bytes: &[u8], recognised: &mut Recognised) {
    if recognised.notes.is_empty() {
        return;
    }
    let view = View::new(bytes);
    let lines = LineIndex::new(view.bytes());
    let quoter = Quoter { view: &view, lines };
    for note in recognised.notes.iter_mut().take(MOST) {
        note.excerpt = quoter.excerpt(note).map(Arc::new);
    }
}

struct Quoter<'a> {
    view: &'a View<'a>,
    lines: LineIndex<'a>,
}

impl Quoter<'_> {
    fn excerpt(&self, note: &Note) -> Option<Excerpt> {
        if matches!(note.kind, NoteKind::WrongEncoding(_)) {
            return self.first_bytes();
        }
        let text = self.view.bytes();
        let block = self.view.view_range(note.location.bytes());
        let place = Place {
            text,
            block: &block,
            line: note.location.line,
        };
        let fault = fault(&note.kind, &place)?;
        let content = Content::of(text, &block);
        let line = line_of(text, fault.start);
        let quoted = content.quotable(&place, &line, &fault)?;
        let mut lines = Vec::new();
        let before = line_before(text, &line, &block).filter(|line| content.is_open(line));
        lines.extend(before.map(|before| self.quoted(&before)));
        let marked = lines.len();
        let (window, cut) = around(text, &quoted, &fault);
        let shown = self.view.text(window.clone());
        let lead = self.view.text(window.start..fault.start).chars().count();
        let end = fault.end.min(window.end).max(fault.start);
        let len = self.view.text(fault.start..end).chars().count().max(1);
        let position = self.lines.position(fault.start);
        lines.push(QuotedLine {
            number: position.line,
            text: shown,
            cut,
        });
        let after = line_after(text, &line, &block).filter(|line| content.is_open(line));
        lines.extend(after.map(|after| self.quoted(&after)));
        Some(Excerpt {
            lines,
            marked,
            mark: lead..lead + len,
            column: position.column,
            byte: self.view.original_range(fault).start,
        })
    }

    fn quoted(&self, line: &Line) -> QuotedLine {
        let (window, cut) = around(self.view.bytes(), line, &(line.start..line.start));
        QuotedLine {
            number: self.lines.position(line.start).line,
            text: self.view.text(window),
            cut,
        }
    }

    /// The first bytes of the input as numbers, the byte order mark among them marked.
    fn first_bytes(&self) -> Option<Excerpt> {
        const SHOWN: usize = 12;
        const DIGITS: usize = 3;
        let (bytes, mark) = self.view.beginning(SHOWN);
        let text: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let marked = if mark > 0 { mark } else { bytes.len() };
        (!bytes.is_empty()).then(|| Excerpt {
            lines: vec![QuotedLine {
                number: LineNumber(1),
                text: text.join(" "),
                cut: Cut::After,
            }],
            marked: 0,
            mark: 0..(marked * DIGITS).saturating_sub(1),
            column: 1,
            byte: 0,
        })
    }
}

/// The line before another, if it belongs to the block.
fn line_before(text: &[u8], line: &Line, block: &Range<usize>) -> Option<Line> {
    let before = line_of(text, line.start.checked_sub(1)?);
    let before = if before.start == line.start || before.end >= line.start {
        line_of(text, line.start.checked_sub(2)?)
    } else {
        before
    };
    (before.start >= block.start && before.end <= line.start).then_some(before)
}

/// The line after another, if it belongs to the block.
fn line_after(text: &[u8], line: &Line, block: &Range<usize>) -> Option<Line> {
    let rest = text.get(line.end..block.end)?;
    let breaks = match rest {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => return None,
    };
    let after = line_of(text, line.end + breaks);
    (after.start < after.end && after.end <= block.end).then_some(after)
}
