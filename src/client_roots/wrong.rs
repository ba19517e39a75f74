//! What somebody repairs or sets that the failing program does not read.

use super::tried::tried;
use super::{CaFile, Place, RootSource, reads};
use crate::environment::{Environment, Release, Span};
use crate::error_text::{CaVariable, Call, ErrorText, Setting, Stack, System};
use crate::location::SourceName;

/// A place that the program does not read, with where it looks instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongFile {
    /// Whose roots were to be changed; `None` where it is not known.
    pub program: Option<Stack>,
    /// What it was doing.
    pub call: Option<Call>,
    /// Its releases that are possible.
    pub releases: Option<Span>,
    /// What is wrong.
    pub misplaced: Misplaced,
    /// Where it looks instead, in order.
    pub reads: Vec<Place>,
    /// Where that stands; `None` where it follows from the name alone.
    pub source: Option<&'static str>,
}

/// What is wrong with a place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Misplaced {
    /// This program does not look there.
    NotRead(Place),
    /// A variable that no program reads, because its name was built from a product's name.
    Name {
        /// As it was written.
        written: String,
        /// Which was probably meant.
        meant: CaVariable,
    },
    /// A file that this release does not have.
    NoSuchFile(CaFile),
    /// The list inside `shotgun_api3` or httplib2: read if named, and without Amazon Root CA 1 to 4 in every release.
    OldList,
}

/// The releases of `shotgun_api3` without `lib/httplib2/cacerts.txt`: it lies in subfolders there.
const WITHOUT_LIST: Span = Span::of((3, 1, 0), (3, 3, 6));

/// Everything that was tried, set or given and is not read, each once. A place counts as not read only where no possible
/// release and call reads it.
pub fn wrong_files(
    environment: &Environment,
    error: Option<&ErrorText>,
    bundles: &[SourceName],
) -> Vec<WrongFile> {
    let sources = reads(environment);
    let mut found: Vec<Misplaced> = Vec::new();
    if let Some(error) = error {
        // Windows does not tell capital letters from small ones in names of variables.
        let has_case = matches!(environment.system, Some(System::Linux | System::MacOs));
        let wrong = error
            .reading
            .wrong_variables
            .iter()
            .filter(|wrong| has_case || !wrong.name.eq_ignore_ascii_case(wrong.meant.name()));
        found.extend(wrong.map(|wrong| Misplaced::Name {
            written: wrong.name.clone(),
            meant: wrong.meant,
        }));
        let places = named(error);
        let one_is_read = places.iter().any(|place| {
            is_variable(*place) && sources.iter().any(|source| source.looks_at(*place))
        });
        let unread = places
            .iter()
            .filter(|place| !(one_is_read && is_variable(**place)))
            .filter(|place| is_ignored(&sources, **place));
        found.extend(unread.copied().map(Misplaced::NotRead));
        found.extend(list(environment, error, &sources));
    }
    let is_list = |name: &SourceName| name.as_str().eq_ignore_ascii_case("cacerts.txt");
    let packaged = Place::File(CaFile::PackagedList);
    if bundles.iter().any(is_list) && is_ignored(&sources, packaged) {
        found.push(Misplaced::NotRead(packaged));
    }
    let mut once: Vec<Misplaced> = Vec::new();
    for misplaced in found {
        if !once.contains(&misplaced) {
            once.push(misplaced);
        }
    }
    once.into_iter()
        .map(|misplaced| wrong(environment, &sources, misplaced))
        .collect()
}

/// Places that a text names as set or tried.
fn named(error: &ErrorText) -> Vec<Place> {
    let variables = error
        .reading
        .settings
        .iter()
        .filter_map(|setting| match setting {
            Setting::Variable { variable, .. } => Some(Place::Variable(*variable)),
            Setting::File(_) => None,
        });
    let mut places: Vec<Place> = variables.collect();
    places.extend(tried(&error.text));
    places
}

const fn is_variable(place: Place) -> bool {
    matches!(place, Place::Variable(_))
}

fn is_ignored(sources: &[RootSource], place: Place) -> bool {
    !sources.is_empty()
        && sources
            .iter()
            .all(|source| source.ignores.contains(&place) && !source.looks_at(place))
}

/// The list that articles tell people to name.
fn list(environment: &Environment, error: &ErrorText, sources: &[RootSource]) -> Option<Misplaced> {
    let is_named = |setting: &Setting| match setting {
        Setting::Variable {
            value: Some(path), ..
        }
        | Setting::File(path) => path
            .replace('\\', "/")
            .ends_with("lib/httplib2/cacerts.txt"),
        Setting::Variable { value: None, .. } => false,
    };
    if !error.reading.settings.iter().any(is_named) {
        return None;
    }
    let is_without = |span: Span| WITHOUT_LIST.holds(&span);
    if environment.api.is_some_and(is_without) {
        return Some(Misplaced::NoSuchFile(CaFile::PackagedList));
    }
    let variable = Place::Variable(CaVariable::ShotgunApiCacerts);
    let counts = sources.is_empty() || sources.iter().any(|source| source.looks_at(variable));
    counts.then_some(Misplaced::OldList)
}

fn wrong(environment: &Environment, sources: &[RootSource], misplaced: Misplaced) -> WrongFile {
    let mut places: Vec<Place> = Vec::new();
    for place in sources.iter().flat_map(RootSource::places) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let releases = match environment.program {
        Some(Stack::ShotgunApi3) => environment.api.or(environment.release),
        Some(_) | None => environment.release,
    };
    WrongFile {
        program: environment.program,
        call: environment.call,
        releases: releases.filter(|span| span.last < Release::LAST),
        misplaced,
        reads: places,
        source: sources.first().map(|source| source.row.source),
    }
}
