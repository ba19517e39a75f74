//! What is very much is shown in part, and it is said how much there is.

use super::report::{bundle_check, missing_root};
use crate::doc::{Block, Inlines};
use crate::finding::Finding;
use crate::input::recognise;
use crate::lang::Lang;
use crate::location::SourceName;
use crate::reading::Survey;
use crate::render::{TerminalStyle, terminal};
use crate::report::{FileReadings, PathCertificate, Report};
use insta::assert_snapshot;

fn shown(lang: Lang, report: &Report) -> String {
    terminal(&crate::text::write(lang, report), &TerminalStyle::default())
}

/// A client that goes round two certificates until it gives up, and findings, places and files by the hundred.
fn endless() -> Report {
    let mut report = missing_root();
    let path = &mut report.paths[0];
    let circle = [path.certificates[1].clone(), path.certificates[2].clone()];
    let round: Vec<PathCertificate> = circle.iter().cycle().take(97).cloned().collect();
    path.certificates.extend(round);
    report.findings = vec![Finding::OutOfOrder; 300];
    report.certificates[0].locations = vec![report.certificates[0].locations[0].clone(); 1_200];
    report
}

/// The drawing, and every other line that says how many more there are.
#[test]
fn what_is_left_out_is_said_in_both_languages() {
    for (lang, more, unit) in [(Lang::En, " more ", ""), (Lang::Ja, "ほか", "件")] {
        let whole = shown(lang, &endless());
        let mut lines: Vec<&str> = whole
            .lines()
            .skip_while(|line| !line.starts_with('●'))
            .collect();
        let drawn = lines.iter().take_while(|line| !line.is_empty()).count();
        let rest = lines.split_off(drawn);
        let number = |line: &&str| line.chars().any(|sign| sign.is_ascii_digit());
        let rest = rest
            .into_iter()
            .filter(|line| line.contains(more) && line.contains(unit) && number(line));
        let said: Vec<&str> = lines.into_iter().chain(rest).collect();
        assert_snapshot!(format!("left_out_{lang}"), said.join("\n"));
    }
}

#[test]
fn a_report_of_any_size_makes_a_document_that_is_none() {
    let mut report = bundle_check();
    let finding = report.findings[0].clone();
    report.findings = vec![finding; 20_000];
    report.certificates = vec![report.certificates[0].clone(); 20_000];
    let (source, bytes) = (
        SourceName::new("bundle.pem"),
        b"-----BEGIN CERTIFICATE-----\n",
    );
    let survey = Survey::of(bytes, &recognise(&source, bytes)).into();
    let file = FileReadings { source, survey };
    report.bundle.readings = vec![file; 20_000];
    for lang in Lang::ALL {
        let doc = crate::text::write(*lang, &report);
        let runs: usize = doc.blocks.iter().map(runs).sum();
        assert!(runs < 20_000, "{runs} runs of words");
    }
}

/// How many runs of words a block holds.
fn runs(block: &Block) -> usize {
    let words = |words: &Inlines| words.as_slice().len();
    let all = |blocks: &[Block]| blocks.iter().map(runs).sum::<usize>();
    match block {
        Block::Verdict(verdict) => words(&verdict.word) + words(&verdict.headline),
        Block::Heading(_, inlines) | Block::Paragraph(inlines) => words(inlines),
        Block::List(items) => items.iter().map(|item| all(item)).sum(),
        Block::Steps(steps) => steps.iter().map(|step| 1 + all(&step.body)).sum(),
        Block::Facts(facts) => facts
            .iter()
            .map(|fact| words(&fact.key) + words(&fact.value))
            .sum(),
        Block::Table(table) => table.rows.iter().flatten().map(words).sum(),
        Block::Callout(callout) => words(&callout.title) + all(&callout.body),
        Block::Path(path) => path.nodes.len(),
        Block::Details { summary, blocks } => words(summary) + all(blocks),
        Block::Code(_) | Block::Rule => 1,
    }
}
