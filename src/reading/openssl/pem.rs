//! `PEM_read_bio`: the next block of a text.
//!
//! It was written anew for 1.1.1. Both forms take a block for one without headers if its `END` line comes before an empty
//! line; after an empty line no line may be longer than 64 characters, and a shorter one must be the last.

use super::base64;
use super::lines::{Piece, Pieces, trimmed};
use crate::reading::Reason;
use core::ops::Range;

/// Which form of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::reading) enum Form {
    /// To 1.1.0.
    First,
    /// 1.1.1.
    Rewritten,
    /// Since 3.0: a byte order mark of UTF-8 at the beginning is passed over.
    PassesMark,
}

/// A block that was read.
pub(super) struct Pem<'a> {
    /// Where its `BEGIN` line begins.
    pub(super) at: usize,
    /// What stands after `BEGIN`.
    pub(super) name: &'a [u8],
    /// The lines before an empty line.
    pub(super) header: Vec<u8>,
    /// What the base64 stands for.
    pub(super) data: Vec<u8>,
}

impl Pem<'_> {
    /// Its name, which stands in the file whatever comes before it on the line.
    pub(super) fn range(&self) -> Range<usize> {
        let from = self.at + BEGIN.len();
        from..from + self.name.len()
    }
}

/// Why there is no block.
pub(super) enum Stop {
    /// The end of the text.
    NoStartLine,
    /// Something is wrong with the block that begins here.
    Bad(usize, Reason),
}

const BEGIN: &[u8] = b"-----BEGIN ";
const END: &[u8] = b"-----END ";
const TAIL: &[u8] = b"-----";
const MARK: &[u8] = &[0xEF, 0xBB, 0xBF];
/// Characters of a line of base64 after a header (RFC 1421 §4.3.2.4).
const FULL_LINE: usize = 64;

impl Form {
    /// The most bytes that its line buffer takes.
    pub(super) const fn longest_piece(self) -> usize {
        match self {
            Self::First => 253,
            Self::Rewritten | Self::PassesMark => 254,
        }
    }
}

/// Reads the next block.
pub(super) fn next<'a>(form: Form, pieces: &mut Pieces<'a>) -> Result<Pem<'a>, Stop> {
    let (at, name) = start(form, pieces).ok_or(Stop::NoStartLine)?;
    let bad = |reason| Stop::Bad(at, reason);
    let read = match form {
        Form::First => first_form(pieces, name),
        Form::Rewritten | Form::PassesMark => rewritten(pieces, name),
    };
    let (header, body) = read.ok_or_else(|| bad(Reason::BadEndLine))?;
    let data = base64::decode(&body).ok_or_else(|| bad(Reason::BadBase64))?;
    if data.is_empty() {
        return Err(bad(Reason::EmptyBlock));
    }
    Ok(Pem {
        at,
        name,
        header,
        data,
    })
}

/// The next line that begins a block, and its name. Lines that look otherwise are passed over.
fn start<'a>(form: Form, pieces: &mut Pieces<'a>) -> Option<(usize, &'a [u8])> {
    loop {
        let Piece { at, text, .. } = pieces.next()?;
        let is_first = at == 0 && form == Form::PassesMark && text.len() > MARK.len();
        let unmarked = text.strip_prefix(MARK).filter(|_| is_first);
        let at = at + unmarked.map_or(0, |_| MARK.len());
        let line = trimmed(unmarked.unwrap_or(text));
        let name = line
            .strip_prefix(BEGIN)
            .and_then(|rest| rest.strip_suffix(TAIL));
        if let Some(name) = name {
            return Some((at, name));
        }
    }
}

/// Header and body of a block, as the form to 1.1.0 reads them; `None` for a bad `END` line.
fn first_form(pieces: &mut Pieces<'_>, name: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut header = Vec::new();
    loop {
        let line = trimmed(pieces.next()?.text);
        if line.is_empty() {
            break;
        }
        if line.starts_with(END) {
            return ends(line, name).then_some((Vec::new(), header));
        }
        push(&mut header, line);
    }
    let mut body = Vec::new();
    loop {
        let line = trimmed(pieces.next()?.text);
        if line.starts_with(END) {
            return ends(line, name).then_some((header, body));
        }
        if line.len() > FULL_LINE {
            return None;
        }
        push(&mut body, line);
        if line.len() < FULL_LINE {
            let last = trimmed(pieces.next()?.text);
            return ends(last, name).then_some((header, body));
        }
    }
}

/// The same as the form since 1.1.1 reads them.
fn rewritten(pieces: &mut Pieces<'_>, name: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut header: Option<Vec<u8>> = None;
    let mut body = Vec::new();
    let mut was_partial = false;
    let mut must_end = false;
    loop {
        let piece = pieces.next()?;
        let line = trimmed(piece.text);
        let goes_on = core::mem::replace(&mut was_partial, piece.is_partial);
        if line.is_empty() {
            if goes_on {
                continue;
            }
            if header.is_some() {
                return None;
            }
            header = Some(core::mem::take(&mut body));
            continue;
        }
        if line.starts_with(END) {
            return ends(line, name).then(|| (header.unwrap_or_default(), body));
        }
        if must_end {
            return None;
        }
        push(&mut body, line);
        if header.is_some() {
            if line.len() > FULL_LINE {
                return None;
            }
            must_end = line.len() < FULL_LINE;
        }
    }
}

fn push(lines: &mut Vec<u8>, line: &[u8]) {
    lines.extend_from_slice(line);
    lines.push(b'\n');
}

/// Whether a line ends the block of this name.
fn ends(line: &[u8], name: &[u8]) -> bool {
    let rest = line
        .strip_prefix(END)
        .and_then(|rest| rest.strip_prefix(name));
    rest == Some(TAIL)
}
