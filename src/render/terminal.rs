//! A document for a terminal: wrapped to its width, legible without colour.

mod block;
mod inline;
mod line;
mod path;
mod table;
mod wrap;

#[cfg(feature = "pictures")]
pub(super) use wrap::lines as wrapped;

use super::symbol::Charset;
use crate::doc::{Doc, Path};
use line::{Line, Role};

/// The narrowest text column that nested blocks are given, however narrow the terminal.
const MIN_COLUMNS: usize = 16;

/// How the terminal is to be written to; whether it is one, and `NO_COLOR`, are the caller's matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TerminalStyle {
    /// Its columns.
    pub width: usize,
    /// Whether to colour.
    pub colour: Colour,
    /// What it can show.
    pub charset: Charset,
    /// What becomes of [`Block::Details`](crate::doc::Block::Details).
    pub details: DetailBlocks,
}

/// 80 columns, without colour, everything shown.
impl Default for TerminalStyle {
    fn default() -> Self {
        Self {
            width: 80,
            colour: Colour::default(),
            charset: Charset::default(),
            details: DetailBlocks::default(),
        }
    }
}

/// Whether a terminal is written to in colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// With SGR sequences, and no other control sequences.
    Always,
    /// Text and line breaks only.
    #[default]
    Never,
}

/// What becomes of blocks that a page would collapse.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DetailBlocks {
    /// They are written in full.
    #[default]
    Shown,
    /// Only their summary is written.
    Summarised,
}

/// The document as lines of text, each ended by a line break.
pub fn terminal(doc: &Doc, style: &TerminalStyle) -> String {
    let view = View {
        columns: style.width.max(MIN_COLUMNS),
        charset: style.charset,
        details: style.details,
    };
    let mut lines = block::title(&doc.title, &view);
    if !lines.is_empty() && !doc.blocks.is_empty() {
        lines.push(Line::default());
    }
    lines.extend(block::blocks(&doc.blocks, &view));
    lines
        .iter()
        .map(|line| line.write(style.colour))
        .fold(String::new(), |mut text, line| {
            text.push_str(&line);
            text.push('\n');
            text
        })
}

/// A drawn path as plain lines, for formats that show it as preformatted text.
pub(super) fn path_lines(path: &Path, columns: usize) -> Vec<String> {
    let view = View {
        columns,
        charset: Charset::Unicode,
        details: DetailBlocks::Shown,
    };
    path::path(path, &view)
        .iter()
        .map(|line| line.write(Colour::Never))
        .collect()
}

/// The room a block is given.
#[derive(Clone, Copy, Debug)]
struct View {
    columns: usize,
    charset: Charset,
    details: DetailBlocks,
}

impl View {
    /// The same with columns taken by an indentation.
    fn narrower(&self, by: usize) -> Self {
        Self {
            columns: self.columns.saturating_sub(by).max(MIN_COLUMNS),
            ..*self
        }
    }

    /// Words wrapped to the room there is.
    fn wrap(&self, words: &crate::doc::Inlines, role: Role) -> Vec<Line> {
        wrap::wrap(&inline::spans(words, role, self.charset), self.columns)
    }
}

#[cfg(test)]
mod tests;
