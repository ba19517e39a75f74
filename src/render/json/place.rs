//! The place where a program failed, and where that program looks for roots.

use crate::client_roots::{Misplaced, Place, Read, RootSource, WrongFile};
use crate::environment::{Environment, Release, Span};
use crate::error_text::{Call, Stack, System};
use serde::Serialize;

/// What is known of the place where the program failed; null where it is not known.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Environment"))]
pub(super) struct EnvironmentEntry {
    /// The program or library that looks for its roots.
    program: Option<&'static str>,
    /// Its releases that are possible.
    releases: Option<SpanEntry>,
    /// The releases of `shotgun_api3` that are possible, also inside Toolkit.
    api_releases: Option<SpanEntry>,
    /// `api`, `upload`, `upload-site`, `upload-s3`, `download`, `toolkit-download`, `connect`.
    call: Option<&'static str>,
    /// `windows`, `macos`, `linux`.
    system: Option<&'static str>,
}

/// Releases from one to another, both included; null where there is no bound.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct SpanEntry {
    first: Option<String>,
    last: Option<String>,
}

/// Where a program looks for its roots.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct RootSourceEntry {
    /// The releases that this holds for.
    releases: SpanEntry,
    /// The calls that this holds for; empty for all.
    calls: Vec<&'static str>,
    /// Where it looks, in order.
    reads: Vec<PlaceEntry>,
    /// What people try and it takes no notice of.
    ignores: Vec<PlaceEntry>,
    /// Where that stands, or how it was seen.
    source: &'static str,
}

/// A place where some program looks for roots.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct PlaceEntry {
    /// `argument`, `variable`, `setting`, `file`, `store`.
    kind: &'static str,
    /// As it is written, or a stable name.
    name: &'static str,
    /// Whether it is read beside the others, and not in place of those behind it.
    beside: bool,
}

/// What was changed, set or given in vain.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct WrongFileEntry {
    /// `not-read`, `no-such-variable`, `no-such-file`, `old-list`.
    problem: &'static str,
    /// The place; null for a variable that no program reads.
    place: Option<PlaceEntry>,
    /// The variable that no program reads; null but for `no-such-variable`.
    written: Option<String>,
    /// The variable that was probably meant; null but for `no-such-variable`.
    meant: Option<&'static str>,
    /// The program; null where it is not known.
    program: Option<&'static str>,
    /// Its releases that are possible.
    releases: Option<SpanEntry>,
    /// What it was doing.
    call: Option<&'static str>,
    /// Where it looks instead, in order.
    reads: Vec<PlaceEntry>,
    /// Where that stands; null where the program is not known.
    source: Option<&'static str>,
}

impl From<&Environment> for EnvironmentEntry {
    fn from(environment: &Environment) -> Self {
        Self {
            program: environment.program.map(Stack::as_str),
            releases: environment.release.map(SpanEntry::from),
            api_releases: environment.api.map(SpanEntry::from),
            call: environment.call.map(Call::as_str),
            system: environment.system.map(System::as_str),
        }
    }
}

impl From<Span> for SpanEntry {
    fn from(span: Span) -> Self {
        Self {
            first: (span.first > Release::FIRST).then(|| span.first.to_string()),
            last: (span.last < Release::LAST).then(|| span.last.to_string()),
        }
    }
}

impl From<&RootSource> for RootSourceEntry {
    fn from(source: &RootSource) -> Self {
        let reads = source.reads.iter().filter_map(|read| match read {
            Read::Instead(place) => Some(PlaceEntry::from(*place)),
            Read::Beside(place) => Some(PlaceEntry {
                beside: true,
                ..PlaceEntry::from(*place)
            }),
            Read::PythonDefaults => None,
        });
        Self {
            releases: source.row.releases.into(),
            calls: source.row.calls.iter().map(|call| call.as_str()).collect(),
            reads: reads.collect(),
            ignores: places(&source.ignores),
            source: source.row.source,
        }
    }
}

impl From<Place> for PlaceEntry {
    fn from(place: Place) -> Self {
        Self {
            kind: place.kind(),
            name: place.as_str(),
            beside: false,
        }
    }
}

impl From<&WrongFile> for WrongFileEntry {
    fn from(wrong: &WrongFile) -> Self {
        let (problem, place, name) = match &wrong.misplaced {
            Misplaced::NotRead(place) => ("not-read", Some(*place), None),
            Misplaced::Name { written, meant } => (
                "no-such-variable",
                None,
                Some((written.clone(), meant.name())),
            ),
            Misplaced::NoSuchFile(file) => ("no-such-file", Some(Place::File(*file)), None),
            Misplaced::OldList => (
                "old-list",
                Some(Place::File(crate::client_roots::CaFile::PackagedList)),
                None,
            ),
        };
        let (written, meant) = name.unzip();
        Self {
            problem,
            place: place.map(PlaceEntry::from),
            written,
            meant,
            program: wrong.program.map(Stack::as_str),
            releases: wrong.releases.map(SpanEntry::from),
            call: wrong.call.map(Call::as_str),
            reads: places(&wrong.reads),
            source: wrong.source,
        }
    }
}

fn places(places: &[Place]) -> Vec<PlaceEntry> {
    places.iter().copied().map(PlaceEntry::from).collect()
}
