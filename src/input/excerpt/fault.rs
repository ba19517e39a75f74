//! Where in its block a note's fault stands, and what of the block may be quoted.

use super::super::pem::{Step, empty_line, step, unseen};
use super::super::{Layout, NoteKind, PemDefect, tlv};
use super::window::{Line, line_of};
use crate::location::LineNumber;
use base64::prelude::{BASE64_STANDARD_NO_PAD, Engine};
use core::ops::Range;
use memchr::memmem;

const BEGIN: &[u8] = b"BEGIN ";
const END: &[u8] = b"END ";
const HYPHENS: &[u8] = b"-----";

/// Where a note stands.
pub(super) struct Place<'a> {
    /// The view of the input.
    pub(super) text: &'a [u8],
    /// The note's block in it.
    pub(super) block: &'a Range<usize>,
    /// The line on which the block begins.
    pub(super) line: LineNumber,
}

/// Where the fault stands; `None` where the file as a whole is at fault, and for a private key.
pub(super) fn fault(kind: &NoteKind, place: &Place<'_>) -> Option<Range<usize>> {
    let Place { text, block, .. } = *place;
    match kind {
        NoteKind::BadBase64 { line, column, .. } => character(place, *line, *column),
        NoteKind::Truncated { block: Some(_), .. }
        | NoteKind::TrailingData { block: Some(_), .. } => last_symbol(text, block),
        NoteKind::DamagedPem { defect, .. } => of_defect(defect, text, block),
        NoteKind::MissingNewlineBetweenBlocks { .. }
        | NoteKind::TrustSettings { .. }
        | NoteKind::PublicKeyOnly(_)
        | NoteKind::CertificateRequest
        | NoteKind::RevocationList => begin_line(text, block),
        NoteKind::HtmlPage { .. } => {
            let blanks = text.iter().take_while(|byte| byte.is_ascii_whitespace());
            let start = blanks.count();
            Some(start..line_of(text, start).end)
        }
        NoteKind::UnusualLayout { layout, .. } => match layout {
            Layout::Indented => Some(signs_before(text, block)),
            Layout::EscapedLineBreaks | Layout::WithinLine | Layout::CarriageReturns => {
                begin_line(text, block)
            }
        },
        NoteKind::EmptyInput
        | NoteKind::NotACertificateFile(_)
        | NoteKind::PrivateKeyPresent(_)
        | NoteKind::Truncated { block: None, .. }
        | NoteKind::WrongEncoding(_)
        | NoteKind::UnsupportedFormat(_)
        | NoteKind::Container(_)
        | NoteKind::TrailingData { block: None, .. }
        | NoteKind::ChainOnlyNamed { .. }
        | NoteKind::NotesOmitted { .. } => None,
    }
}

fn of_defect(defect: &PemDefect, text: &[u8], block: &Range<usize>) -> Option<Range<usize>> {
    match defect {
        PemDefect::BeginWithoutEnd
        | PemDefect::NestedBegin
        | PemDefect::Empty
        | PemDefect::NotDer => begin_line(text, block),
        PemDefect::EndWithoutBegin | PemDefect::MismatchedLabels { .. } => end_line(text, block),
        PemDefect::Padding => last_symbol(text, block),
        PemDefect::EmptyLine => empty_line(text, content(text, block)).map(|at| at..at),
        PemDefect::UnseenCharacter => unseen(text, content(text, block)),
        PemDefect::CommentedOut => Some(signs_before(text, block)),
        PemDefect::Dashes => {
            let is_good = |line: &Range<usize>| {
                let line = text.get(line.clone()).unwrap_or_default();
                let inner = line
                    .strip_prefix(HYPHENS)
                    .and_then(|rest| rest.strip_suffix(HYPHENS));
                inner.is_some_and(|inner| {
                    inner.is_ascii() && !inner.starts_with(b"-") && !inner.ends_with(b"-")
                })
            };
            begin_line(text, block)
                .filter(|line| !is_good(line))
                .or_else(|| end_line(text, block))
        }
    }
}

/// Blanks and comment signs directly before a block; what stands before them may be anything.
fn signs_before(text: &[u8], block: &Range<usize>) -> Range<usize> {
    let line = line_of(text, block.start);
    let before = text.get(line.start..block.start).unwrap_or_default();
    let is_sign = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'#' | b'/' | b';' | b'*');
    let signs = before.iter().rev().take_while(is_sign).count();
    block.start - signs..block.start
}

/// The character in a line and a column.
fn character(place: &Place<'_>, line: LineNumber, column: u32) -> Option<Range<usize>> {
    let mut start = line_of(place.text, place.block.start).start;
    for _ in place.line.0..line.0 {
        let end = line_of(place.text, start).end;
        let breaks = match place.text.get(end..)? {
            [b'\r', b'\n', ..] => 2,
            _ => 1,
        };
        start = end + breaks;
    }
    let text = place.text.get(start..)?;
    let is_first = |byte: &u8| byte & 0xC0 != 0x80;
    let mut characters = text.iter().enumerate().filter(|(_, byte)| is_first(byte));
    let (at, _) = characters.nth(usize::try_from(column.checked_sub(1)?).ok()?)?;
    let len = 1 + text
        .get(at + 1..)?
        .iter()
        .take_while(|byte| !is_first(byte))
        .count();
    Some(start + at..start + at + len)
}

/// The `BEGIN` line, without content that follows on it.
fn begin_line(text: &[u8], block: &Range<usize>) -> Option<Range<usize>> {
    let line = line_of(text, block.start);
    let inside = text.get(block.start..line.end.min(block.end))?;
    let label = memmem::find(inside, BEGIN)? + BEGIN.len();
    let closing = memmem::find(inside.get(label..)?, HYPHENS);
    let len = closing.map_or(inside.len(), |at| label + at + HYPHENS.len());
    Some(block.start..block.start + len)
}

/// The `END` line, without content that stands before it.
fn end_line(text: &[u8], block: &Range<usize>) -> Option<Range<usize>> {
    let line = line_of(text, block.end);
    let start = line.start.max(block.start);
    let inside = text.get(start..block.end)?;
    let at = memmem::rfind(inside, END)?;
    let lead = inside.get(..at)?;
    let dashes = lead
        .iter()
        .rev()
        .take_while(|byte| !byte.is_ascii_alphanumeric());
    Some(start + at - dashes.count()..block.end)
}

/// The last character of the content.
fn last_symbol(text: &[u8], block: &Range<usize>) -> Option<Range<usize>> {
    let content = content(text, block);
    let inside = text.get(content.clone())?;
    let at = inside
        .iter()
        .rposition(|byte| !byte.is_ascii_whitespace())?;
    Some(content.start + at..content.start + at + 1)
}

/// Between the two markers.
fn content(text: &[u8], block: &Range<usize>) -> Range<usize> {
    let start = begin_line(text, block).map_or(block.start, |line| line.end);
    let end = end_line(text, block).map_or(block.end, |line| line.start);
    start..end.max(start)
}

/// Whether the first characters stand for a SEQUENCE in a SEQUENCE that begins with a version or a serial number, which an
/// encrypted private key does not. A character that is none of base64 is left out, or read as another.
fn begins_like_a_certificate(text: &[u8], content: &Range<usize>, stand_in: Option<u8>) -> bool {
    const FIRST: usize = 16;
    let mut symbols = Vec::with_capacity(FIRST);
    let mut at = content.start;
    while symbols.len() < FIRST && at < content.end {
        at = match step(text, at) {
            Step::Symbol(symbol, next) => {
                symbols.push(symbol);
                next
            }
            Step::Blank(next) | Step::Pad(next) => next,
            Step::Bad => {
                symbols.extend(stand_in);
                let rest = text.get(at + 1..).unwrap_or_default();
                let more = rest.iter().take_while(|byte| **byte & 0xC0 == 0x80);
                at + 1 + more.count()
            }
            Step::End => break,
        };
    }
    let bytes = BASE64_STANDARD_NO_PAD.decode(&symbols).unwrap_or_default();
    sequence(&bytes)
        .and_then(sequence)
        .and_then(<[u8]>::first)
        .is_some_and(|tag| matches!(*tag, tlv::CONTEXT_0 | tlv::INTEGER))
}

/// What follows the header of a SEQUENCE.
fn sequence(bytes: &[u8]) -> Option<&[u8]> {
    match bytes {
        [tlv::SEQUENCE, 0x82, _, _, inner @ ..]
        | [tlv::SEQUENCE, 0x81, _, inner @ ..]
        | [tlv::SEQUENCE, 0..=0x7F, inner @ ..] => Some(inner),
        _ => None,
    }
}

/// What of a block's content may be quoted.
pub(super) enum Content {
    /// It begins like a certificate.
    Certificate,
    /// It may be anything.
    Closed(Range<usize>),
}

impl Content {
    /// Looks at the beginning of a block's content: a certificate is a SEQUENCE in a SEQUENCE, a key is not.
    pub(super) fn of(text: &[u8], block: &Range<usize>) -> Self {
        let range = content(text, block);
        let begins_like_one = [None, Some(b'I')]
            .into_iter()
            .any(|stand_in| begins_like_a_certificate(text, &range, stand_in));
        if begins_like_one {
            Self::Certificate
        } else {
            Self::Closed(range)
        }
    }

    /// Whether a line may be quoted.
    pub(super) fn is_open(&self, line: &Line) -> bool {
        match self {
            Self::Certificate => true,
            Self::Closed(content) => line.end <= content.start || line.start >= content.end,
        }
    }

    /// The part of the fault's line that may be quoted: nothing of what stands before the block except blanks, comment
    /// signs and the `END` line of the block before.
    pub(super) fn quotable(
        &self,
        place: &Place<'_>,
        line: &Line,
        fault: &Range<usize>,
    ) -> Option<Line> {
        let Place { text, block, .. } = *place;
        let before = text.get(line.start..block.start).unwrap_or_default();
        let start = if fault.start < block.start {
            fault.start
        } else if let Some(at) = memmem::rfind(before, b"-----END ") {
            line.start + at
        } else {
            line.start.max(block.start)
        };
        let end = match self {
            Self::Certificate => line.end.min(block.end),
            Self::Closed(content) if content.is_empty() => line.end.min(block.end),
            Self::Closed(content) if fault.start < content.start => line.end.min(content.start),
            Self::Closed(content) if fault.start >= content.end => line.end.min(block.end),
            Self::Closed(_) => return None,
        };
        let start = match self {
            Self::Closed(content) if fault.start >= content.end => start.max(content.end),
            Self::Closed(_) | Self::Certificate => start,
        };
        Some(start..end.max(fault.end.min(line.end)))
    }
}
