//! What the state of the bundle's files does to an answer. Where the bundle holds what the client needs, and the client does
//! not read it as it is, the file is the cause.

use super::sort::Sorted;
use crate::case::Case;
use crate::client::NativeError;
use crate::finding::{Finding, Severity};
use crate::input::{Note, NoteKind};
use crate::location::{Location, SourceName};
use crate::path::Trace;
use crate::reading::{Outcome, Reader, Reading};
use crate::remedy::{Action, Preference, Remedy, StartsFrom};
use crate::report::{Choice, ClientAnswer, FileReadings, PathReport};
use crate::store::{Held, Store};
use crate::verdict::{Verdict, judge};
use std::sync::Arc;

/// What a client makes of a question whose answer the state of a file turns.
pub(super) struct Spoiled {
    /// With what the client reads of the bundle.
    pub(super) verdict: Verdict,
    /// What the file suffers from.
    pub(super) note: Note,
    /// The same certificates in a sound file.
    pub(super) remedy: Remedy,
    /// What the client says.
    pub(super) native: Option<NativeError>,
    /// The paths that it tries.
    pub(super) paths: Vec<PathReport>,
}

/// Whether the client would trust the server with all of the bundle, and does not with what it reads of it. `None` too
/// where nothing is known of how the client reads files.
pub(super) fn spoiled(case: &Case<'_>, sorted: &Sorted) -> Option<Spoiled> {
    let reader = Reader::of_client(case.client.asked())?;
    let (file, reading) = readings(case, sorted).find(|(_, reading)| !reading.lost.is_empty())?;
    let note = blamed(sorted, file, reading)?;
    if case.verdict() != Verdict::Trusted {
        return None;
    }
    let store = case.store.with_bundle(read_by(case.store, sorted, reader));
    let as_read = case.with_store(&store);
    let trace = as_read.search();
    let verdict = judge(&trace);
    (verdict != Verdict::Trusted).then(|| Spoiled {
        verdict,
        note: note.clone(),
        remedy: Remedy {
            action: Action::MendBundle {
                file: SourceName::clone(&file.source),
            },
            proven_for: case.trusting_clients(case.store),
            preference: Preference::Recommended,
            starts_from: StartsFrom::MendedCopy,
        },
        native: native(&as_read, reading, &trace),
        paths: paths(&as_read, &trace),
    })
}

/// The bundle's files, and what the asked client makes of each; nothing where it is not known how that client reads files.
fn readings<'s>(
    case: &Case<'_>,
    sorted: &'s Sorted,
) -> impl Iterator<Item = (&'s FileReadings, &'s Reading)> {
    let reader = Reader::of_client(case.client.asked());
    let files = sorted.readings.iter();
    files.filter_map(move |file| Some((file, file.survey.by(reader?)?)))
}

/// What a change of the bundle starts from: to a file that the client does not read to its end nothing can be added.
pub(super) fn starts_from(case: &Case<'_>, sorted: &Sorted) -> StartsFrom {
    let is_cut = |reading: &Reading| {
        matches!(
            reading.outcome,
            Outcome::Stops { .. } | Outcome::Refuses { .. }
        )
    };
    if readings(case, sorted).any(|(_, reading)| is_cut(reading)) {
        StartsFrom::MendedCopy
    } else {
        StartsFrom::AsItIs
    }
}

/// What the client says of a bundle that it refuses aloud, before it asks anything of the server.
pub(super) fn refusal(case: &Case<'_>, sorted: &Sorted) -> Option<NativeError> {
    readings(case, sorted).find_map(|(_, reading)| refused(case, reading))
}

impl Spoiled {
    /// What the client answers.
    pub(super) fn client_answer(&self, case: &Case<'_>) -> ClientAnswer {
        ClientAnswer {
            id: case.client.asked().to_owned(),
            step: case.client.profile().step,
            verdict: self.verdict,
            cause: Some(Finding::File(self.note.clone()).code()),
            native: self.native.clone(),
            reason: Some(Finding::File(self.note.clone())),
        }
    }
}

/// The paths, none of which the client takes for want of its anchor.
fn paths(case: &Case<'_>, trace: &Trace) -> Vec<PathReport> {
    let mut paths = super::assemble::paths(case, trace);
    if let Some(first) = paths.first_mut() {
        first.choice = Choice::Taken;
    }
    paths
}

/// The bundle as far as a reader reads it. What stands several times is read if it is at one of its places.
fn read_by(store: &Store, sorted: &Sorted, reader: Reader) -> Vec<Arc<Held>> {
    let is_read = |location: &Location| {
        let file = sorted
            .readings
            .iter()
            .find(|file| file.source == location.source);
        Some(!file?.survey.by(reader)?.lacks(location.start))
    };
    let bundled = store.bundle().filter_map(|id| store.entry(id));
    let read = bundled.filter(|entry| {
        let mut places = entry.locations.iter().filter_map(is_read).peekable();
        places.peek().is_none() || places.any(|is_read| is_read)
    });
    read.map(|entry| Arc::clone(entry.held())).collect()
}

/// The note about what makes the reader lose certificates: the one where it stopped, else the gravest of the file.
fn blamed<'s>(sorted: &'s Sorted, file: &FileReadings, reading: &Reading) -> Option<&'s Note> {
    let line = match reading.outcome {
        Outcome::Stops { line, .. } => Some(line),
        Outcome::Refuses { line, .. } => line,
        Outcome::All | Outcome::Skips => None,
    };
    let of_file = |note: &&Note| note.location.source == file.source;
    let severity = |note: &Note| Finding::File(note.clone()).code().severity();
    // A key is no fault of the file in the eyes of most readers, and never the one to mend it by.
    let is_fault = |note: &&Note| {
        severity(note) != Severity::Note || matches!(note.kind, NoteKind::PrivateKeyPresent(_))
    };
    let notes = || sorted.bundle_notes.iter().filter(of_file).filter(is_fault);
    let at_line = |note: &&Note| line == Some(note.location.line);
    notes()
        .find(at_line)
        .or_else(|| notes().min_by_key(|note| severity(note)))
}

/// What the client says: about the file, where it refuses that aloud, else about the server.
fn native(case: &Case<'_>, reading: &Reading, trace: &Trace) -> Option<NativeError> {
    refused(case, reading).or_else(|| case.client.profile().dialect.error(case.question, trace))
}

fn refused(case: &Case<'_>, reading: &Reading) -> Option<NativeError> {
    let Outcome::Refuses { reason, .. } = reading.outcome else {
        return None;
    };
    let native = reading.reader.native(reason);
    let (text, symbol) = native.of_client(case.client.asked())?;
    Some(NativeError {
        code: symbol.to_owned(),
        text: text.to_owned(),
        depth: 0,
    })
}
