//! The findings.

use super::evidence::Evidence;
use super::guidance::paragraphs;
use super::shared::Actor;
use crate::citation::Citation;
use crate::finding::{Finding, Severity as ReportSeverity};
use crate::lang::Lang;
use crate::text;
use serde::Serialize;

/// One finding.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct FindingEntry {
    /// Its stable code, kebab-case.
    code: &'static str,
    /// How much it matters.
    severity: Severity,
    /// SHA-256 of the certificate that it is about; null where it is about none.
    certificate: Option<String>,
    /// It in one line.
    title: String,
    /// It at length; an empty line between paragraphs.
    detail: String,
    /// Who must act.
    actor: Actor,
    /// What it rests on, in a shape of its own for each code.
    evidence: Evidence,
    /// Where the rule stands.
    citations: Vec<CitationEntry>,
}

/// One finding in short.
#[cfg(feature = "cli")]
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct BriefFinding {
    /// Its stable code, kebab-case.
    code: &'static str,
    /// How much it matters.
    severity: Severity,
    /// SHA-256 of the certificate that it is about; null where it is about none.
    certificate: Option<String>,
    /// It in one line.
    title: String,
    /// Who must act.
    actor: Actor,
}

#[cfg(feature = "cli")]
impl BriefFinding {
    pub(super) fn new(finding: &Finding, lang: Lang) -> Self {
        let code = finding.code();
        let certificate = finding.certificate();
        Self {
            code: code.as_str(),
            severity: code.severity().into(),
            certificate: certificate.map(|certificate| certificate.sha256().to_string()),
            title: text::plain(&text::finding(lang, finding).title),
            actor: finding.actor().into(),
        }
    }
}

/// How much a finding matters: it makes a client refuse, or a file unusable; it works now, and may not tomorrow or
/// elsewhere; good to know.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum Severity {
    Error,
    Warning,
    Note,
}

/// A section of a document.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct CitationEntry {
    /// The document, `RFC 5280`; `certwhy` for a rule of our own.
    source: String,
    /// The section, `4.2.1.9`; the reason for a rule of our own.
    section: &'static str,
}

impl FindingEntry {
    pub(super) fn new(finding: &Finding, lang: Lang) -> Self {
        let code = finding.code();
        let words = text::finding(lang, finding);
        Self {
            code: code.as_str(),
            severity: code.severity().into(),
            certificate: finding
                .certificate()
                .map(|certificate| certificate.sha256().to_string()),
            title: text::plain(&words.title),
            detail: paragraphs(&words.detail),
            actor: finding.actor().into(),
            evidence: Evidence::from(finding),
            citations: code.citations().iter().map(CitationEntry::from).collect(),
        }
    }
}

impl From<ReportSeverity> for Severity {
    fn from(severity: ReportSeverity) -> Self {
        match severity {
            ReportSeverity::Error => Self::Error,
            ReportSeverity::Warning => Self::Warning,
            ReportSeverity::Note => Self::Note,
        }
    }
}

impl From<&Citation> for CitationEntry {
    fn from(citation: &Citation) -> Self {
        Self {
            source: citation.source.to_string(),
            section: citation.section,
        }
    }
}
