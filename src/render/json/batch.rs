//! The answer to one of many questions, on one line.

use super::client::ClientEntry;
use super::document::{Document, QuestionEntry, SCHEMA};
use super::finding::BriefFinding;
use super::remedy::BriefRemedy;
use super::shared::Verdict;
use super::write;
use crate::finding::Code;
use crate::lang::Lang;
use crate::report::Report;
use serde::Serialize;
use serde_json::Value;
use serde_json::ser::CompactFormatter;

/// Which line of the input is answered, and in which run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LineMark<'a> {
    /// What the line calls itself.
    pub(crate) id: &'a Value,
    /// Its number, from 1.
    pub(crate) line: u64,
    /// The run.
    pub(crate) run: &'a RunMark,
}

/// What the lines of one run have in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Run"))]
pub(crate) struct RunMark {
    /// The client's clock for lines that name none (RFC 3339).
    pub(crate) at: String,
    /// Stands for everything else that the answers depend on: the release of certwhy, the bundle, the known roots, the options.
    pub(crate) digest: String,
}

/// How much is said of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// What differs from chain to chain, in a line.
    Brief,
    /// The whole report.
    Whole,
}

/// What is said of a line that asks nothing.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "LineError"))]
pub(crate) struct LineError {
    /// A stable code, kebab-case.
    pub(crate) code: &'static str,
    /// It in words.
    pub(crate) message: String,
}

/// One line of what `certwhy explain --batch` writes: the answer to one line, or one file, of the input. The fields of a
/// report stand where they stand in a document of its own; without `--details` there are fewer of them.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(title = "certwhy batch line"))]
pub(super) struct Line<'a> {
    /// The `id` of the line; in a folder the path of the file in it; null where there is none.
    id: &'a Value,
    /// The number of the line, from 1; in a folder the number of the file.
    #[serde(rename = "line")]
    number: u64,
    /// What all lines of a run have in common.
    run: &'a RunMark,
    #[serde(flatten)]
    answer: Answer,
}

/// The answer.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
enum Answer {
    /// There is none: the line cannot be read.
    Error {
        /// Why.
        error: LineError,
    },
    /// With `--details`.
    Whole(Box<Document>),
    /// Without.
    Brief(Brief),
}

/// The part of a report that differs from chain to chain.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Brief {
    /// The number of the report's schema.
    #[cfg_attr(feature = "schema", schemars(extend("const" = SCHEMA)))]
    schema: u32,
    /// What was asked.
    question: Option<QuestionEntry>,
    /// The answer for the asked client.
    verdict: Option<Verdict>,
    /// The code of the one primary finding; null where trusted.
    cause: Option<&'static str>,
    /// All findings, the primary one first.
    findings: Vec<BriefFinding>,
    /// What was applied in memory, validated again, and passed; the best first.
    remedies: Vec<BriefRemedy>,
    /// The answers of the clients asked for, the asked one first.
    clients: Vec<ClientEntry>,
}

impl Brief {
    fn new(report: &Report, lang: Lang) -> Self {
        let finding = |finding| BriefFinding::new(finding, lang);
        Self {
            schema: SCHEMA,
            question: QuestionEntry::of(report),
            verdict: report.verdict.map(Verdict::from),
            cause: report.cause().map(Code::as_str),
            findings: report.findings.iter().map(finding).collect(),
            remedies: report.remedies.iter().map(BriefRemedy::from).collect(),
            clients: report.clients.iter().map(ClientEntry::from).collect(),
        }
    }
}

/// A report as the answer to one line, with a line break at the end.
pub(crate) fn batch_line(
    mark: LineMark<'_>,
    report: &Report,
    (extent, lang): (Extent, Lang),
) -> String {
    line(
        mark,
        match extent {
            Extent::Whole => Answer::Whole(Box::new(Document::new(report, lang))),
            Extent::Brief => Answer::Brief(Brief::new(report, lang)),
        },
    )
}

/// The same for a line that asks nothing.
pub(crate) fn batch_error(mark: LineMark<'_>, error: LineError) -> String {
    line(mark, Answer::Error { error })
}

fn line(LineMark { id, line, run }: LineMark<'_>, answer: Answer) -> String {
    let line = Line {
        id,
        number: line,
        run,
        answer,
    };
    write(&line, CompactFormatter)
}
