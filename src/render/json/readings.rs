//! What programs make of the bundle's files, and the lines with their faults.

use crate::input::{Excerpt as ReportExcerpt, Note};
use crate::reading::{Outcome, Reading, Reason as ReportReason};
use crate::report::FileReadings;
use serde::Serialize;

/// What programs make of one file.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Readings {
    /// The file.
    input: String,
    /// How many certificates certwhy found in it, repetitions counted.
    found: usize,
    /// What each reader makes of it.
    readers: Vec<ReadingEntry>,
}

/// What one reader makes of a file.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct ReadingEntry {
    /// The reader: `openssl-1.0`, `openssl-1.1.1`, `openssl-3` (Python and curl read with the one that they are built
    /// with), `node`, `gnutls`, `go`, `java`.
    reader: &'static str,
    /// What comes of it.
    outcome: ReadingOutcome,
    /// How many of the certificates count in the end.
    loaded: usize,
    /// The line of the block at which it stopped; null where it did not stop, and where the whole file is at fault.
    line: Option<u32>,
    /// Why it stopped; null where it did not.
    reason: Option<Reason>,
    /// The end of what it says; null where it says nothing.
    text: Option<&'static str>,
    /// The end of what Python says that reads with it; null where it says nothing.
    python_text: Option<&'static str>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum ReadingOutcome {
    /// Every certificate counts.
    All,
    /// Some are passed over.
    Skips,
    /// Those before the fault count.
    Stops,
    /// None counts.
    Refuses,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum Reason {
    NoCertificate,
    BadEndLine,
    BadBase64,
    BadCertificate,
    BadHeader,
    EmptyBlock,
}

/// The lines on which a fault stands. Nothing of a private key is ever among them.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Excerpt {
    /// The line of the fault.
    line: u32,
    /// Its column, in characters counted from 1.
    column: u32,
    /// Its offset in the file, in bytes counted from 0.
    byte: usize,
    /// How many characters are at fault, at least.
    length: usize,
    /// The text of the line, or of the part of it around the fault.
    text: String,
}

impl Excerpt {
    /// The excerpt of a note, where it has one.
    pub(super) fn of(note: &Note) -> Option<Self> {
        let ReportExcerpt {
            lines,
            marked,
            mark,
            column,
            byte,
        } = note.excerpt.as_deref()?;
        let line = lines.get(*marked)?;
        Some(Self {
            line: line.number.0,
            column: *column,
            byte: *byte,
            length: mark.len(),
            text: line.text.clone(),
        })
    }
}

impl From<&FileReadings> for Readings {
    fn from(file: &FileReadings) -> Self {
        let found = file.survey.found;
        Self {
            input: file.source.to_string(),
            found,
            readers: file
                .survey
                .readings
                .iter()
                .map(|reading| ReadingEntry::new(reading, found))
                .collect(),
        }
    }
}

impl ReadingEntry {
    fn new(reading: &Reading, found: usize) -> Self {
        let (outcome, line, reason) = match reading.outcome {
            Outcome::All => (ReadingOutcome::All, None, None),
            Outcome::Skips => (ReadingOutcome::Skips, None, None),
            Outcome::Stops { line, reason } => (ReadingOutcome::Stops, Some(line), Some(reason)),
            Outcome::Refuses { line, reason } => (ReadingOutcome::Refuses, line, Some(reason)),
        };
        let native = match reading.outcome {
            Outcome::Refuses { reason, .. } => Some(reading.reader.native(reason)),
            Outcome::All | Outcome::Skips | Outcome::Stops { .. } => None,
        };
        Self {
            reader: reading.reader.as_str(),
            outcome,
            loaded: found.saturating_sub(reading.lost.len()),
            line: line.map(|line| line.0),
            reason: reason.map(Reason::from),
            text: native.and_then(|native| native.text),
            python_text: native.and_then(|native| native.python),
        }
    }
}

impl From<ReportReason> for Reason {
    fn from(reason: ReportReason) -> Self {
        match reason {
            ReportReason::NoCertificate => Self::NoCertificate,
            ReportReason::BadEndLine => Self::BadEndLine,
            ReportReason::BadBase64 => Self::BadBase64,
            ReportReason::BadCertificate => Self::BadCertificate,
            ReportReason::BadHeader => Self::BadHeader,
            ReportReason::EmptyBlock => Self::EmptyBlock,
        }
    }
}
