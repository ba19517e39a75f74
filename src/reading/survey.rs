//! What every reader makes of one file, beside what certwhy found in it.

use super::{Fault, Loaded, Reader, Reason};
use crate::input::{Item, Recognised};
use crate::location::LineNumber;
use core::ops::Range;
use std::collections::BTreeSet;

/// What every reader makes of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// How many certificates certwhy found in it, repetitions counted.
    pub found: usize,
    /// One for each of [`Reader::ALL`].
    pub readings: Vec<Reading>,
}

/// What one reader makes of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The reader.
    pub reader: Reader,
    /// What comes of it.
    pub outcome: Outcome,
    /// The certificates that it does not have in the end: their numbers in the order of the file, from 0.
    pub lost: BTreeSet<usize>,
}

/// What comes of reading a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Every certificate counts.
    All,
    /// Some count; the others were passed over.
    Skips,
    /// Those before this line count; there it stopped without a word.
    Stops {
        /// Where.
        line: LineNumber,
        /// Why.
        reason: Reason,
    },
    /// The file is refused, and none of its certificates counts.
    Refuses {
        /// Where it stopped; `None` where that is the file as a whole.
        line: Option<LineNumber>,
        /// Why.
        reason: Reason,
    },
}

impl Survey {
    /// Lets every reader read a file.
    pub fn of(bytes: &[u8], recognised: &Recognised) -> Self {
        let places: Vec<Range<usize>> = recognised
            .items
            .iter()
            .filter(|item| item.is_certificate())
            .map(|item: &Item| item.location.bytes())
            .collect();
        let reading = |reader: &Reader| {
            let loaded = reader.read(bytes);
            let lost = lost(&places, &loaded);
            Reading {
                reader: *reader,
                outcome: outcome(bytes, &loaded, lost.len()),
                lost,
            }
        };
        Self {
            found: places.len(),
            readings: Reader::ALL.iter().map(reading).collect(),
        }
    }

    /// What one reader makes of it.
    pub fn by(&self, reader: Reader) -> Option<&Reading> {
        self.readings
            .iter()
            .find(|reading| reading.reader == reader)
    }

    /// Whether every reader gets all certificates.
    pub fn is_read_by_all(&self) -> bool {
        let all = |reading: &Reading| reading.outcome == Outcome::All;
        self.readings.iter().all(all)
    }
}

fn outcome(bytes: &[u8], loaded: &Loaded, lost: usize) -> Outcome {
    match &loaded.fault {
        None if lost == 0 => Outcome::All,
        None => Outcome::Skips,
        Some(Fault { at, reason }) if loaded.certificates.is_empty() => Outcome::Refuses {
            line: (*reason != Reason::NoCertificate).then(|| line_of(bytes, *at)),
            reason: *reason,
        },
        Some(Fault { at, reason }) => Outcome::Stops {
            line: line_of(bytes, *at),
            reason: *reason,
        },
    }
}

/// The certificates whose place touches none of those that were loaded. Both are ascending.
fn lost(places: &[Range<usize>], loaded: &Loaded) -> BTreeSet<usize> {
    let mut reads = loaded.certificates.iter().peekable();
    let mut lost = BTreeSet::new();
    for (number, place) in places.iter().enumerate() {
        while reads.next_if(|read| read.end <= place.start).is_some() {}
        let is_read = reads.peek().is_some_and(|read| read.start < place.end);
        if !is_read {
            lost.insert(number);
        }
    }
    lost
}

fn line_of(bytes: &[u8], at: usize) -> LineNumber {
    let before = bytes.get(..at).unwrap_or(bytes);
    let ends = memchr::memchr_iter(b'\n', before).count();
    LineNumber(u32::try_from(ends).unwrap_or(u32::MAX).saturating_add(1))
}
