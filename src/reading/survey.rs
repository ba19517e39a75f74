//! What every reader makes of one file, beside what certwhy found in it.

use super::{Fault, Loaded, Reader, Reason, regular};
use crate::input::{Item, NoteKind, Recognised};
use crate::location::LineNumber;
use core::ops::Range;
use std::borrow::Cow;

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
    /// The certificates that it does not have in the end: where each begins in the file, in bytes, ascending.
    pub lost: Vec<usize>,
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

impl Reading {
    /// Whether it lacks the certificate that begins there.
    pub fn lacks(&self, start: usize) -> bool {
        self.lost.binary_search(&start).is_ok()
    }
}

impl Survey {
    /// What every reader makes of a file. The models are asked only where they could differ.
    pub fn of(bytes: &[u8], recognised: &Recognised) -> Self {
        if regular::is_regular(bytes, recognised) {
            Self::read_by_each(recognised)
        } else {
            Self::by_models(bytes, recognised)
        }
    }

    /// Everything, to everybody.
    fn read_by_each(recognised: &Recognised) -> Self {
        let reading = |reader: &Reader| Reading {
            reader: *reader,
            outcome: Outcome::All,
            lost: Vec::new(),
        };
        let certificates = recognised.items.iter().filter(|item| item.is_certificate());
        Self {
            found: certificates.count(),
            readings: Reader::ALL.iter().map(reading).collect(),
        }
    }

    /// Lets every reader read a file.
    pub(super) fn by_models(bytes: &[u8], recognised: &Recognised) -> Self {
        let places: Vec<Range<usize>> = recognised
            .items
            .iter()
            .filter(|item| item.is_certificate())
            .map(|item: &Item| item.location.bytes())
            .collect();
        let bytes = &*with_stand_ins(bytes, recognised);
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

/// The file with a sound key in place of each whose content was blanked out: what is not shown is not at fault.
fn with_stand_ins<'b>(bytes: &'b [u8], recognised: &Recognised) -> Cow<'b, [u8]> {
    let mut text = Cow::Borrowed(bytes);
    for note in &recognised.notes {
        if let NoteKind::PrivateKeyPresent(_) = note.kind
            && let Some(inside) = blanked(&text, note.location.bytes())
        {
            stand_in(text.to_mut().get_mut(inside).unwrap_or_default());
        }
    }
    text
}

/// The content between the two lines of a block, if it is nothing but blanks.
fn blanked(text: &[u8], block: Range<usize>) -> Option<Range<usize>> {
    let inside = text.get(block.clone())?;
    let start = memchr::memchr(b'\n', inside)?;
    let end = memchr::memrchr(b'\n', inside).filter(|end| *end > start)?;
    let content = inside.get(start..end)?;
    let is_blank = content.iter().all(u8::is_ascii_whitespace) && content.contains(&b' ');
    is_blank.then_some(block.start + start..block.start + end)
}

/// Writes base64 of an empty SEQUENCE and zeros over blanks, in whole groups of four.
fn stand_in(content: &mut [u8]) {
    let mut blanks: Vec<&mut u8> = content.iter_mut().filter(|byte| **byte == b' ').collect();
    let whole = blanks.len() - blanks.len() % 4;
    for (number, blank) in blanks.iter_mut().take(whole).enumerate() {
        **blank = if number == 0 { b'M' } else { b'A' };
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
fn lost(places: &[Range<usize>], loaded: &Loaded) -> Vec<usize> {
    let mut reads = loaded.certificates.iter().peekable();
    let mut lost = Vec::new();
    for place in places {
        while reads.next_if(|read| read.end <= place.start).is_some() {}
        let is_read = reads.peek().is_some_and(|read| read.start < place.end);
        if !is_read {
            lost.push(place.start);
        }
    }
    lost
}

fn line_of(bytes: &[u8], at: usize) -> LineNumber {
    let before = bytes.get(..at).unwrap_or(bytes);
    let ends = memchr::memchr_iter(b'\n', before).count();
    LineNumber(u32::try_from(ends).unwrap_or(u32::MAX).saturating_add(1))
}
