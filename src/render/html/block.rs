//! Blocks as HTML elements.

use super::inline::inlines;
use super::{HeadingRank, path};
use crate::doc::{
    Block, Callout, Code, Fact, Inlines, Language, Level, Purpose, Severity, Status, Step, Table,
    Verdict,
};
use crate::render::escape::{self, html};
use crate::render::symbol::Charset;

/// The blocks in order, under a heading of this rank.
pub(super) fn blocks(all: &[Block], rank: HeadingRank) -> String {
    all.iter().map(|one| block(one, rank)).collect()
}

fn block(block: &Block, rank: HeadingRank) -> String {
    match block {
        Block::Verdict(verdict) => banner(verdict),
        Block::Heading(level, words) => heading(*level, words, rank),
        Block::Paragraph(words) => format!("<p>{}</p>\n", inlines(words)),
        Block::List(items) => {
            let item = |item: &Vec<Block>| format!("<li>{}</li>\n", item_content(item, rank));
            format!(
                "<ul>\n{}</ul>\n",
                items.iter().map(item).collect::<Vec<_>>().concat()
            )
        }
        Block::Steps(all) => {
            let items: Vec<String> = all.iter().map(|one| step(one, rank)).collect();
            format!("<ol class=\"cw-steps\">\n{}</ol>\n", items.concat())
        }
        Block::Code(shown) => code(shown),
        Block::Facts(pairs) => {
            let pairs: Vec<String> = pairs.iter().map(fact).collect();
            format!("<dl class=\"cw-facts\">\n{}</dl>\n", pairs.concat())
        }
        Block::Table(rows) => table(rows),
        Block::Callout(shown) => callout(shown, rank),
        Block::Path(drawn) => path::path(drawn),
        Block::Details {
            summary,
            blocks: inside,
        } => details(summary, &blocks(inside, rank)),
        Block::Rule => "<hr>\n".to_owned(),
    }
}

/// Something folded away.
pub(super) fn details(summary: &Inlines, content: &str) -> String {
    format!(
        "<details class=\"cw-details\">\n<summary>{}</summary>\n{content}</details>\n",
        inlines(summary)
    )
}

/// An item of one paragraph is written without the paragraph, so that lists stay tight.
fn item_content(item: &[Block], rank: HeadingRank) -> String {
    match item {
        [Block::Paragraph(words)] => inlines(words),
        several => blocks(several, rank),
    }
}

fn banner(verdict: &Verdict) -> String {
    let class = match verdict.status {
        Status::Trusted => "cw-trusted",
        Status::NotTrusted => "cw-not-trusted",
        Status::Undecided => "cw-undecided",
        Status::Neutral => "cw-neutral",
    };
    let mark = mark(Charset::Unicode.status(verdict.status));
    let word = inlines(&verdict.word);
    let headline = inlines(&verdict.headline);
    format!(
        "<div class=\"cw-verdict {class}\">\n<p class=\"cw-word\">{mark} {word}</p>\n\
         <p class=\"cw-headline\">{headline}</p>\n</div>\n"
    )
}

/// A sign that repeats what the word beside it says.
fn mark(sign: &str) -> String {
    format!("<span class=\"cw-mark\" aria-hidden=\"true\">{sign}</span>")
}

fn heading(level: Level, words: &Inlines, rank: HeadingRank) -> String {
    let HeadingRank(number) = rank.below(match level {
        Level::Section => 1,
        Level::Subsection => 2,
        Level::Topic => 3,
    });
    format!("<h{number}>{}</h{number}>\n", inlines(words))
}

fn step(step: &Step, rank: HeadingRank) -> String {
    let command = step.command.as_ref().map(code).unwrap_or_default();
    format!(
        "<li>\n<p class=\"cw-step\">{}</p>\n{}{command}</li>\n",
        inlines(&step.title),
        blocks(&step.body, rank)
    )
}

fn code(code: &Code) -> String {
    let purpose = match code.purpose {
        Purpose::Command => "cw-command",
        Purpose::FileContent => "cw-file",
        Purpose::Quote => "cw-quote",
    };
    let language = match code.language {
        Language::Shell => "shell",
        Language::PowerShell => "powershell",
        Language::Cmd => "cmd",
        Language::Python => "python",
        Language::Pem => "pem",
        Language::Plain => "plain",
    };
    let caption = match &code.label {
        Some(words) => format!("<figcaption>{}</figcaption>\n", inlines(words)),
        None => String::new(),
    };
    let lines: Vec<String> = escape::code_lines(&code.text)
        .map(|line| html(&line))
        .collect();
    let text = lines.join("\n");
    format!(
        "<figure class=\"cw-code {purpose}\" data-language=\"{language}\">\n{caption}\
         <pre tabindex=\"0\" dir=\"ltr\" translate=\"no\"><code>{text}</code></pre>\n</figure>\n"
    )
}

fn fact(fact: &Fact) -> String {
    let (key, value) = (inlines(&fact.key), inlines(&fact.value));
    format!("<div><dt>{key}</dt><dd>{value}</dd></div>\n")
}

fn table(table: &Table) -> String {
    let header: Vec<String> = table
        .header
        .iter()
        .map(|cell| format!("<th scope=\"col\">{}</th>", inlines(cell)))
        .collect();
    let rows: Vec<String> = table
        .rows
        .iter()
        .map(|cells| row(cells, table.header.len()))
        .collect();
    format!(
        "<div class=\"cw-scroll\" tabindex=\"0\">\n<table>\n<thead><tr>{}</tr></thead>\n\
         <tbody>\n{}</tbody>\n</table>\n</div>\n",
        header.concat(),
        rows.concat()
    )
}

fn row(cells: &[Inlines], columns: usize) -> String {
    let empty = Inlines::new();
    let filled = cells.iter().chain(core::iter::repeat(&empty)).take(columns);
    let cells: Vec<String> = filled
        .map(|cell| format!("<td>{}</td>", inlines(cell)))
        .collect();
    format!("<tr>{}</tr>\n", cells.concat())
}

fn callout(callout: &Callout, rank: HeadingRank) -> String {
    let class = match callout.severity {
        Severity::Error => "cw-error",
        Severity::Warning => "cw-warning",
        Severity::Note => "cw-note",
    };
    let sign = Charset::Unicode.severity(callout.severity);
    let code = match &callout.code {
        Some(code) => format!(
            " <code class=\"cw-finding\" translate=\"no\">{}</code>",
            html(code)
        ),
        None => String::new(),
    };
    let (mark, word) = (mark(sign), inlines(&callout.word));
    let (title, body) = (inlines(&callout.title), blocks(&callout.body, rank));
    format!(
        "<section class=\"cw-callout {class}\">\n<p class=\"cw-word\">{mark} {word}{code}</p>\n\
         <p class=\"cw-headline\">{title}</p>\n{body}</section>\n"
    )
}
