//! Lines, and the part of a long one that is worth showing.

use super::Cut;
use core::ops::Range;

/// A line without its end.
pub(super) type Line = Range<usize>;

/// The most bytes of a line that are shown.
const LONGEST: usize = 76;
/// How many of them stand before the fault.
const LEAD: usize = 32;

/// The line on which an offset stands; LF or CR ends one.
pub(super) fn line_of(text: &[u8], at: usize) -> Line {
    let at = at.min(text.len());
    let before = text.get(..at).unwrap_or_default();
    let start = memchr::memrchr2(b'\n', b'\r', before).map_or(0, |line_end| line_end + 1);
    let behind = text.get(at..).unwrap_or_default();
    let end = at + memchr::memchr2(b'\n', b'\r', behind).unwrap_or(behind.len());
    start..end
}

/// The part of a line around a fault, in whole characters, and what of the line is left out.
pub(super) fn around(text: &[u8], line: &Line, fault: &Range<usize>) -> (Range<usize>, Cut) {
    if line.len() <= LONGEST {
        return (line.clone(), Cut::Whole);
    }
    let latest = line.end.saturating_sub(LONGEST);
    let start = fault.start.saturating_sub(LEAD).clamp(line.start, latest);
    let start = whole(text, start, line.end);
    let end = whole(text, (start + LONGEST).min(line.end), line.end);
    let cut = match (start > line.start, end < line.end) {
        (false, false) => Cut::Whole,
        (true, false) => Cut::Before,
        (false, true) => Cut::After,
        (true, true) => Cut::Both,
    };
    (start..end, cut)
}

/// The next offset at which a character of UTF-8 begins.
fn whole(text: &[u8], mut at: usize, end: usize) -> usize {
    while at < end && text.get(at).is_some_and(|byte| byte & 0xC0 == 0x80) {
        at += 1;
    }
    at
}
