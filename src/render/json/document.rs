//! The whole document.

use super::bundle::Bundle;
use super::certificate::CertificateEntry;
use super::client::ClientEntry;
use super::error_text::ErrorTextEntry;
use super::finding::FindingEntry;
use super::path::{PathCountEntry, PathEntry};
use super::place::{EnvironmentEntry, RootSourceEntry};
use super::remedy::{AdviceEntry, RemedyEntry};
use super::shared::Verdict;
use crate::client_roots::reads;
use crate::known::Origin;
use crate::lang::Lang;
use crate::report::{Asked, Report};
use serde::Serialize;
use std::collections::BTreeMap;

pub(super) const SCHEMA: u32 = 1;

/// A certwhy report, schema 1. Fields may be added, never renamed or removed within a schema number.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(title = "certwhy report"))]
pub(super) struct Document {
    /// The number of this schema.
    #[cfg_attr(feature = "schema", schemars(extend("const" = SCHEMA)))]
    schema: u32,
    /// What wrote it.
    tool: Tool,
    /// What was asked; null for the check of a bundle alone.
    question: Option<QuestionEntry>,
    /// The answer for the asked client; null for the check of a bundle alone.
    verdict: Option<Verdict>,
    /// The code of the one primary finding; null where trusted, and for the check of a bundle alone.
    cause: Option<&'static str>,
    /// All findings, the primary one first.
    findings: Vec<FindingEntry>,
    /// Every path that was tried, the one that the client takes or the best one first; where there are too many, the best
    /// one and the nearest of the others.
    paths: Vec<PathEntry>,
    /// How many paths lead, by name, from the server's certificate to one that the bundle trusts; null for the check of a
    /// bundle alone.
    path_count: Option<PathCountEntry>,
    /// What was applied in memory, validated again, and passed; the best first.
    remedies: Vec<RemedyEntry>,
    /// What helps but cannot be proven from the inputs.
    advice: Vec<AdviceEntry>,
    /// What was read from an error text; null where there was none.
    error_text: Option<ErrorTextEntry>,
    /// What is known of the place where the program failed: what was said, and else what an error text tells.
    environment: EnvironmentEntry,
    /// Where that program looks for its roots; several where the environment leaves several possible.
    root_sources: Vec<RootSourceEntry>,
    /// The answers of the clients asked for, the asked one first.
    clients: Vec<ClientEntry>,
    /// What the bundle is.
    bundle: Bundle,
    /// Every certificate at hand by its SHA-256, lower-case hexadecimal, ascending.
    certificates: BTreeMap<String, CertificateEntry>,
}

/// What wrote the document.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Tool {
    /// `certwhy`.
    name: &'static str,
    /// Its version.
    version: &'static str,
}

/// What was asked.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct QuestionEntry {
    /// The server's name; null where it was left unchecked.
    host: Option<String>,
    /// The client's clock (RFC 3339).
    at: String,
    /// The client's id as it was asked for.
    client: String,
    /// Which table of known roots was used.
    known_roots: KnownRootsOrigin,
}

/// Where a table of known roots comes from.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(super) enum KnownRootsOrigin {
    BuiltIn,
    Custom,
}

impl Document {
    pub(super) fn new(report: &Report, lang: Lang) -> Self {
        let of_place = report
            .configure
            .iter()
            .map(|configure| AdviceEntry::of_place(configure, lang));
        Self {
            schema: SCHEMA,
            tool: Tool {
                name: "certwhy",
                version: env!("CARGO_PKG_VERSION"),
            },
            question: QuestionEntry::of(report),
            verdict: report.verdict.map(Verdict::from),
            cause: report.cause().map(crate::finding::Code::as_str),
            findings: report
                .findings
                .iter()
                .map(|finding| FindingEntry::new(finding, lang))
                .collect(),
            paths: report.paths.iter().map(PathEntry::from).collect(),
            path_count: report.path_total.map(PathCountEntry::from),
            remedies: report
                .remedies
                .iter()
                .map(|remedy| RemedyEntry::new(remedy, lang, &report.environment))
                .collect(),
            advice: report
                .advice
                .iter()
                .map(|advice| AdviceEntry::new(advice, lang, &report.environment))
                .chain(of_place)
                .collect(),
            environment: EnvironmentEntry::from(&report.environment),
            root_sources: reads(&report.environment)
                .iter()
                .map(RootSourceEntry::from)
                .collect(),
            error_text: report.error_text.as_ref().map(ErrorTextEntry::from),
            clients: report.clients.iter().map(ClientEntry::from).collect(),
            bundle: Bundle::new(&report.bundle, report.known_roots),
            certificates: report
                .certificates
                .iter()
                .filter_map(|entry| {
                    let written = CertificateEntry::of(entry)?;
                    Some((entry.held.sha256().to_string(), written))
                })
                .collect(),
        }
    }
}

impl QuestionEntry {
    /// The question of a report.
    pub(super) fn of(report: &Report) -> Option<Self> {
        let asked = report.question.as_ref()?;
        Some(Self::new(asked, report.known_roots))
    }

    fn new(asked: &Asked, known_roots: Origin) -> Self {
        Self {
            host: asked.host.as_ref().map(ToString::to_string),
            at: asked.at.to_string(),
            client: asked.client.clone(),
            known_roots: known_roots.into(),
        }
    }
}

impl From<Origin> for KnownRootsOrigin {
    fn from(origin: Origin) -> Self {
        match origin {
            Origin::BuiltIn => Self::BuiltIn,
            Origin::Custom => Self::Custom,
        }
    }
}
