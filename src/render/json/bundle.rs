//! What the bundle is.

use super::document::KnownRootsOrigin;
use super::examination::Examination;
use super::file_evidence::FileEvidence;
use super::readings::{Excerpt, Readings};
use super::shared::CertificateRef;
use crate::finding::Finding;
use crate::input::Note;
use crate::known::{Nearest as ReportNearest, Origin, Vintage as ReportVintage};
use crate::report::{BundleOrigin as ReportOrigin, BundleReport};
use crate::store::Held;
use serde::Serialize;
use std::sync::Arc;

/// The bundle.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Bundle {
    /// How many distinct certificates it holds.
    certificates: usize,
    /// Which published bundle it is.
    vintage: Vintage,
    /// The public roots in force at the time asked for (for the check of a bundle alone: the newest) that it lacks.
    missing: Vec<CertificateRef>,
    /// The certificates in it that are not on that list.
    extra: Vec<CertificateRef>,
    /// What is wrong or remarkable about the file.
    damage: Vec<Damage>,
    /// Whether it was given, or is the newest public list because none was.
    origin: BundleOrigin,
    /// The name of that list; null where the bundle was given.
    name: Option<String>,
    /// Which table of known roots it was compared with.
    known_roots: KnownRootsOrigin,
    /// What programs make of each of its files.
    readings: Vec<Readings>,
    /// What is remarkable about it by itself; null where a server was asked about.
    examination: Option<Examination>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum BundleOrigin {
    Given,
    Newest,
}

/// Which published bundle it is, and from when.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Vintage {
    /// The release that it is, `certifi 2019.3.9`.
    exact: Option<String>,
    /// Other releases with the same set.
    also: Vec<String>,
    /// Without an exact match, the release with the fewest differences, unless more differs than agrees.
    nearest: Option<Nearest>,
    /// It was not made before this (RFC 3339).
    not_before: Option<String>,
    /// A bundle made later by the same package would differ (RFC 3339).
    not_after: Option<String>,
}

/// A release that a bundle resembles.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Nearest {
    /// The release.
    name: String,
    /// How many certificates it has that the bundle lacks.
    missing: usize,
    /// How many certificates the bundle has beyond it.
    extra: usize,
}

/// Something wrong or remarkable about the file.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Damage {
    /// The code of the finding.
    code: &'static str,
    #[serde(flatten)]
    evidence: FileEvidence,
    /// The line of the fault and where on it; null where the file as a whole is at fault, and for a private key.
    excerpt: Option<Excerpt>,
}

impl Bundle {
    pub(super) fn new(bundle: &BundleReport, known_roots: Origin) -> Self {
        let (origin, name) = match &bundle.origin {
            ReportOrigin::Given => (BundleOrigin::Given, None),
            ReportOrigin::Newest(name) => (BundleOrigin::Newest, Some(name.clone())),
        };
        Self {
            certificates: bundle.certificates,
            vintage: Vintage::from(&bundle.vintage),
            missing: references(&bundle.missing),
            extra: references(&bundle.extra),
            damage: bundle.damage.iter().map(Damage::from).collect(),
            origin,
            name,
            known_roots: known_roots.into(),
            readings: bundle.readings.iter().map(Readings::from).collect(),
            examination: bundle.examination.as_ref().map(Examination::from),
        }
    }
}

fn references(certificates: &[Arc<Held>]) -> Vec<CertificateRef> {
    certificates
        .iter()
        .filter_map(|held| held.certificate())
        .map(|certificate| CertificateRef::from(&**certificate))
        .collect()
}

impl From<&ReportVintage> for Vintage {
    fn from(vintage: &ReportVintage) -> Self {
        Self {
            exact: vintage.exact.as_ref().map(ToString::to_string),
            also: vintage.also.iter().map(ToString::to_string).collect(),
            nearest: vintage.nearest.as_ref().map(Nearest::from),
            not_before: vintage.not_before.map(|moment| moment.to_string()),
            not_after: vintage.not_after.map(|moment| moment.to_string()),
        }
    }
}

impl From<&ReportNearest> for Nearest {
    fn from(nearest: &ReportNearest) -> Self {
        Self {
            name: nearest.release.to_string(),
            missing: nearest.missing.len(),
            extra: nearest.extra.len(),
        }
    }
}

impl From<&Note> for Damage {
    fn from(note: &Note) -> Self {
        Self {
            code: Finding::File(note.clone()).code().as_str(),
            evidence: FileEvidence::from(note),
            excerpt: Excerpt::of(note),
        }
    }
}
