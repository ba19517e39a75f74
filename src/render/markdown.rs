//! A document as Markdown, to be pasted into a ticket: `CommonMark` with GitHub's tables, no HTML, so that
//! other trackers show it well too. Text from inputs stands in code spans and code blocks only.

mod inline;

use super::escape;
use super::symbol::Charset;
use super::terminal::path_lines;
use crate::doc::{Block, Callout, Code, Doc, Inlines, Language, Level, Path, Step, Table, Verdict};
use inline::{inlines, paragraph};

/// Columns of a drawn path; what most trackers show without scrolling.
const PATH_COLUMNS: usize = 78;

/// The document as Markdown.
pub fn markdown(doc: &Doc) -> String {
    let mut lines = vec![format!("# {}", inlines(&doc.title))];
    if !doc.blocks.is_empty() {
        lines.push(String::new());
        lines.extend(blocks(&doc.blocks));
    }
    lines.push(String::new());
    lines.join("\n")
}

fn blocks(all: &[Block]) -> Vec<String> {
    let parts: Vec<Vec<String>> = all.iter().map(block).collect();
    parts.join(&String::new())
}

fn block(block: &Block) -> Vec<String> {
    match block {
        Block::Verdict(verdict) => prefix("> ", "> ", banner(verdict)),
        Block::Heading(level, words) => vec![format!("{} {}", hashes(*level), inlines(words))],
        Block::Paragraph(words) => vec![paragraph(words)],
        Block::List(items) => items
            .iter()
            .flat_map(|item| prefix("- ", "  ", blocks(item)))
            .collect(),
        Block::Steps(all) => steps(all),
        Block::Code(shown) => code(shown),
        Block::Facts(pairs) => pairs
            .iter()
            .map(|fact| format!("- **{}**: {}", inlines(&fact.key), inlines(&fact.value)))
            .collect(),
        Block::Table(rows) => table(rows),
        Block::Callout(shown) => prefix("> ", "> ", callout(shown)),
        Block::Path(drawn) => path(drawn),
        Block::Details {
            summary,
            blocks: inside,
        } => {
            let summary = vec![format!("**{}**", inlines(summary)), String::new()];
            [summary, blocks(inside)].concat()
        }
        Block::Rule => vec!["---".to_owned()],
    }
}

const fn hashes(level: Level) -> &'static str {
    match level {
        Level::Section => "##",
        Level::Subsection => "###",
        Level::Topic => "####",
    }
}

fn banner(verdict: &Verdict) -> Vec<String> {
    let mark = Charset::Unicode.status(verdict.status);
    let word = format!("**{mark} {}**", inlines(&verdict.word));
    vec![word, String::new(), paragraph(&verdict.headline)]
}

fn callout(callout: &Callout) -> Vec<String> {
    let mark = Charset::Unicode.severity(callout.severity);
    let code = callout.code.as_deref().map(escape::code_span);
    let word = format!(
        "**{mark} {}** {}",
        inlines(&callout.word),
        code.unwrap_or_default()
    );
    let mut lines = vec![
        word.trim_end().to_owned(),
        String::new(),
        paragraph(&callout.title),
    ];
    if !callout.body.is_empty() {
        lines.push(String::new());
        lines.extend(blocks(&callout.body));
    }
    lines
}

fn steps(all: &[Step]) -> Vec<String> {
    let entries = (1_usize..).zip(all).flat_map(|(number, step)| {
        let mark = format!("{number}. ");
        let mut lines = vec![paragraph(&step.title)];
        let command = step.command.iter().cloned().map(Block::from);
        let body: Vec<Block> = step.body.iter().cloned().chain(command).collect();
        if !body.is_empty() {
            lines.push(String::new());
            lines.extend(blocks(&body));
        }
        prefix(&mark, &" ".repeat(mark.len()), lines)
    });
    entries.collect()
}

fn code(code: &Code) -> Vec<String> {
    let mut lines: Vec<String> = match &code.label {
        Some(words) => vec![paragraph(words), String::new()],
        None => Vec::new(),
    };
    let info = match code.language {
        Language::Shell => "sh",
        Language::PowerShell => "powershell",
        Language::Cmd => "bat",
        Language::Python => "python",
        Language::Pem | Language::Plain => "text",
    };
    lines.extend(fenced(info, escape::code_lines(&code.text).collect()));
    lines
}

fn path(path: &Path) -> Vec<String> {
    let drawing = fenced("text", path_lines(path, PATH_COLUMNS));
    if path.caption.is_empty() {
        drawing
    } else {
        [vec![paragraph(&path.caption), String::new()], drawing].concat()
    }
}

fn fenced(info: &str, mut lines: Vec<String>) -> Vec<String> {
    let fence = escape::fence(&lines);
    lines.insert(0, format!("{fence}{info}"));
    lines.push(fence);
    lines
}

fn table(table: &Table) -> Vec<String> {
    let empty = Inlines::new();
    let row = |cells: &Vec<Inlines>| {
        let filled = cells.iter().chain(core::iter::repeat(&empty));
        let cells: Vec<String> = filled
            .zip(&table.header)
            .map(|(cell, _)| inlines(cell))
            .collect();
        format!("| {} |", cells.join(" | "))
    };
    let rule = format!("|{}", " --- |".repeat(table.header.len()));
    let mut lines = vec![row(&table.header), rule];
    lines.extend(table.rows.iter().map(row));
    lines
}

fn prefix(first: &str, rest: &str, lines: Vec<String>) -> Vec<String> {
    let marks = core::iter::once(first).chain(core::iter::repeat(rest));
    let prefixed = lines.into_iter().zip(marks).map(|(line, mark)| {
        let whole = format!("{mark}{line}");
        whole.trim_end().to_owned()
    });
    prefixed.collect()
}

#[cfg(test)]
mod tests;
