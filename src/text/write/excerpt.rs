//! The lines of a file with a mark under the fault, as a compiler shows a mistake.

use crate::doc::{Block, Code};
use crate::input::{Cut, Excerpt, Note, QuotedLine};
use crate::lang::Lang;
use crate::render::{columns, visible};
use core::fmt::Write;

/// The lines on which a note's fault stands, where they are worth showing.
pub(super) fn block(lang: Lang, note: &Note) -> Option<Block> {
    let excerpt = note.excerpt.as_deref()?;
    let marked = excerpt.lines.get(excerpt.marked)?;
    let digits = excerpt
        .lines
        .iter()
        .map(|line| line.number.0.to_string().len())
        .max()?;
    // Writing to a string never fails.
    let mut text = String::new();
    for (index, line) in excerpt.lines.iter().enumerate() {
        let number = format!("{:>digits$}", line.number.0);
        let _ = writeln!(text, "{number} | {}", shown(line));
        if index == excerpt.marked {
            let label = words!(lang, notes::mark(&note.kind));
            let gutter = " ".repeat(digits);
            let _ = writeln!(text, "{gutter} | {}{label}", mark(excerpt, line));
        }
    }
    let place = words!(lang, notes::position(note, marked.number, excerpt));
    Some(Code::quote(text).label(place).into())
}

/// The line with what a reader could not see made visible.
fn shown(line: &QuotedLine) -> String {
    let text = visible(&line.text);
    match line.cut {
        Cut::Whole => text,
        Cut::Before => format!("{ELLIPSIS}{text}"),
        Cut::After => format!("{text}{ELLIPSIS}"),
        Cut::Both => format!("{ELLIPSIS}{text}{ELLIPSIS}"),
    }
}

const ELLIPSIS: &str = "…";

/// Blanks up to the fault and a mark as wide as it.
fn mark(excerpt: &Excerpt, line: &QuotedLine) -> String {
    let part = |from: usize, to: usize| -> usize {
        let characters = line.text.chars().skip(from).take(to.saturating_sub(from));
        columns(&visible(&characters.collect::<String>()))
    };
    let lead = match line.cut {
        Cut::Before | Cut::Both => columns(ELLIPSIS),
        Cut::Whole | Cut::After => 0,
    };
    let before = lead + part(0, excerpt.mark.start);
    let under = part(excerpt.mark.start, excerpt.mark.end).max(1);
    format!("{}{} ", " ".repeat(before), "^".repeat(under))
}
