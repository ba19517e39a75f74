//! Blocks as lines.

use super::line::{Line, Role, Span, columns, hang, indent, prefix};
use super::{DetailBlocks, View, path, table};
use crate::doc::{
    Block, Callout, Code, Fact, Inlines, Language, Level, Purpose, Severity, Status, Step, Verdict,
};
use crate::render::{escape, width};

/// The heading of the document.
pub(super) fn title(words: &Inlines, view: &View) -> Vec<Line> {
    if words.is_empty() {
        Vec::new()
    } else {
        underlined(words, view, view.charset.pick("═", "="))
    }
}

/// Blocks with an empty line between each two.
pub(super) fn blocks(blocks: &[Block], view: &View) -> Vec<Line> {
    let mut lines = Vec::new();
    for block_lines in blocks.iter().map(|one| block(one, view)) {
        if !lines.is_empty() && !block_lines.is_empty() {
            lines.push(Line::default());
        }
        lines.extend(block_lines);
    }
    lines
}

fn block(block: &Block, view: &View) -> Vec<Line> {
    match block {
        Block::Verdict(verdict) => banner(verdict, view),
        Block::Heading(level, words) => heading(*level, words, view),
        Block::Paragraph(words) => view.wrap(words, Role::Plain),
        Block::List(items) => list(items, view),
        Block::Steps(all) => steps(all, view),
        Block::Code(shown) => code(shown, view),
        Block::Facts(pairs) => facts(pairs, view),
        Block::Table(rows) => table::table(rows, view),
        Block::Callout(shown) => callout(shown, view),
        Block::Path(drawn) => path::path(drawn, view),
        Block::Details { summary, blocks } => details(summary, blocks, view),
        Block::Rule => vec![rule(view.charset.pick("─", "-"), view.columns)],
    }
}

fn banner(verdict: &Verdict, view: &View) -> Vec<Line> {
    let role = match verdict.status {
        Status::Trusted => Role::Ok,
        Status::NotTrusted => Role::Error,
        Status::Undecided => Role::Warning,
        Status::Neutral => Role::Note,
    };
    let inner = view.narrower(4);
    let mark = Span::new(role, format!("{} ", view.charset.status(verdict.status)));
    let mut lines = hang(&mark, inner.wrap(&verdict.word, role));
    lines.extend(indent(2, inner.wrap(&verdict.headline, Role::Strong)));
    let bar = Span::new(role, view.charset.pick("┃ ", "| "));
    prefix(&bar, &bar, lines)
}

fn heading(level: Level, words: &Inlines, view: &View) -> Vec<Line> {
    match level {
        Level::Section => underlined(words, view, view.charset.pick("─", "-")),
        Level::Subsection | Level::Topic => view.wrap(words, Role::Heading),
    }
}

fn underlined(words: &Inlines, view: &View, sign: &str) -> Vec<Line> {
    let mut lines = view.wrap(words, Role::Heading);
    let widest = lines.iter().map(|line| columns(&line.spans)).max();
    lines.push(rule(sign, widest.unwrap_or(0)));
    lines
}

fn rule(sign: &str, columns: usize) -> Line {
    Line::from(vec![Span::new(Role::Dim, sign.repeat(columns))])
}

fn list(items: &[Vec<Block>], view: &View) -> Vec<Line> {
    let mark = Span::new(Role::Dim, view.charset.pick("• ", "- "));
    let entries: Vec<Vec<Line>> = items
        .iter()
        .map(|item| hang(&mark, blocks(item, &view.narrower(2))))
        .collect();
    spaced(&entries, &Spacing::of(items, |item| item.len() > 1))
}

fn steps(all: &[Step], view: &View) -> Vec<Line> {
    let digits = all.len().to_string().len();
    let entries = (1_usize..).zip(all);
    let entries: Vec<Vec<Line>> = entries
        .map(|(number, step)| {
            let mark = Span::new(Role::Strong, format!("{number:>digits$}. "));
            let inner = view.narrower(width::of_str(&mark.text));
            let mut lines = inner.wrap(&step.title, Role::Strong);
            let command = step.command.iter().cloned().map(Block::from);
            let body: Vec<Block> = step.body.iter().cloned().chain(command).collect();
            for part in &body {
                lines.push(Line::default());
                lines.extend(block(part, &inner));
            }
            hang(&mark, lines)
        })
        .collect();
    let has_body = |step: &Step| !step.body.is_empty() || step.command.is_some();
    spaced(&entries, &Spacing::of(all, has_body))
}

/// Entries one after the other, apart where one of them has several blocks.
fn spaced(entries: &[Vec<Line>], spacing: &Spacing) -> Vec<Line> {
    match spacing {
        Spacing::Loose => entries.join(&Line::default()),
        Spacing::Tight => entries.concat(),
    }
}

enum Spacing {
    Loose,
    Tight,
}

impl Spacing {
    /// Loose where one of the entries has several blocks.
    fn of<E>(entries: &[E], is_long: impl Fn(&E) -> bool) -> Self {
        if entries.iter().any(is_long) {
            Self::Loose
        } else {
            Self::Tight
        }
    }
}

/// Lines as they stand, never wrapped; indented only where a leading space changes nothing when copied.
fn code(code: &Code, view: &View) -> Vec<Line> {
    let mut lines = match &code.label {
        Some(words) => view.wrap(words, Role::Dim),
        None => Vec::new(),
    };
    let shown = escape::code_lines(&code.text);
    if is_flush(code) {
        lines.extend(shown.map(Line::flush));
    } else {
        let verbatim = shown.map(|text| Line::from(vec![Span::new(Role::Code, text)]));
        lines.extend(indent(4, verbatim.collect()));
    }
    lines
}

/// A PEM reader wants `-----BEGIN` at the first column, and so do the ends of here-documents.
fn is_flush(code: &Code) -> bool {
    let several = code.text.trim_end().contains('\n');
    match code.purpose {
        Purpose::FileContent => true,
        Purpose::Quote => false,
        Purpose::Command => match code.language {
            Language::Python | Language::Pem => several,
            Language::Shell => several && code.text.contains("<<"),
            Language::PowerShell => code.text.contains("@'") || code.text.contains("@\""),
            Language::Cmd | Language::Plain => false,
        },
    }
}

fn facts(pairs: &[Fact], view: &View) -> Vec<Line> {
    let keys = pairs
        .iter()
        .map(|fact| super::inline::spans(&fact.key, Role::Dim, view.charset));
    let widest = keys.map(|key| columns(&key)).max().unwrap_or(0);
    if widest.saturating_mul(2) > view.columns {
        return stacked_facts(pairs, view);
    }
    let value_column = widest.saturating_add(2);
    let inner = view.narrower(value_column);
    let lines = pairs.iter().flat_map(|fact| {
        if fits_only_below(&fact.value, &inner, &view.narrower(2)) {
            return stacked_facts(core::slice::from_ref(fact), view);
        }
        let mut spans = super::inline::spans(&fact.key, Role::Dim, view.charset);
        spans.push(Span::spaces(value_column.saturating_sub(columns(&spans))));
        let mut lines = indent(value_column, inner.wrap(&fact.value, Role::Plain));
        if let Some(first) = lines.first_mut() {
            first.spans.splice(..1, spans);
        }
        lines
    });
    lines.collect()
}

/// A fingerprint that is broken over two lines can be neither compared nor copied.
fn fits_only_below(words: &Inlines, beside: &View, below: &View) -> bool {
    let spans = super::inline::spans(words, Role::Plain, below.charset);
    let has_space = spans.iter().any(|span| span.text.contains(' '));
    !has_space && (beside.columns.saturating_add(1)..=below.columns).contains(&columns(&spans))
}

/// For keys so long that no room is left beside them.
pub(super) fn stacked_facts(pairs: &[Fact], view: &View) -> Vec<Line> {
    let lines = pairs.iter().flat_map(|fact| {
        let mut lines = view.wrap(&fact.key, Role::Dim);
        lines.extend(indent(2, view.narrower(2).wrap(&fact.value, Role::Plain)));
        lines
    });
    lines.collect()
}

fn callout(callout: &Callout, view: &View) -> Vec<Line> {
    let role = match callout.severity {
        Severity::Error => Role::Error,
        Severity::Warning => Role::Warning,
        Severity::Note => Role::Note,
    };
    let inner = view.narrower(2);
    let mut words = super::inline::spans(&callout.word, role, view.charset);
    if let Some(code) = &callout.code {
        words.push(Span::new(Role::Dim, format!("  {}", escape::visible(code))));
    }
    let mark = Span::new(
        role,
        format!("{} ", view.charset.severity(callout.severity)),
    );
    let mut lines = hang(&mark, super::wrap::wrap(&words, inner.columns));
    lines.extend(indent(2, inner.wrap(&callout.title, Role::Strong)));
    if !callout.body.is_empty() {
        lines.push(Line::default());
        lines.extend(indent(2, blocks(&callout.body, &inner)));
    }
    lines
}

fn details(summary: &Inlines, inside: &[Block], view: &View) -> Vec<Line> {
    let inner = view.narrower(2);
    let (open, closed) = (view.charset.pick("▾ ", "v "), view.charset.pick("▸ ", "> "));
    match view.details {
        DetailBlocks::Summarised => hang(
            &Span::new(Role::Dim, closed),
            inner.wrap(summary, Role::Dim),
        ),
        DetailBlocks::Shown => {
            let mut lines = hang(
                &Span::new(Role::Dim, open),
                inner.wrap(summary, Role::Strong),
            );
            lines.push(Line::default());
            lines.extend(indent(2, blocks(inside, &inner)));
            lines
        }
    }
}
