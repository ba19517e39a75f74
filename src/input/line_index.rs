//! Line and column of an offset, after one pass over the text.

use crate::location::LineNumber;

/// Distance of the checkpoints: small, so that a lookup costs little; the table is 1/64 of the text.
const STRIDE: usize = 512;

/// A place in a text as people count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Position {
    /// The line, counted from 1.
    pub(super) line: LineNumber,
    /// The column in characters, counted from 1.
    pub(super) column: u32,
}

const START: Position = Position {
    line: LineNumber(1),
    column: 1,
};

/// Where lines begin; LF, CR LF and a lone CR end a line.
pub(super) struct LineIndex<'a> {
    text: &'a [u8],
    checkpoints: Vec<Position>,
}

impl<'a> LineIndex<'a> {
    /// Indexes a text.
    pub(super) fn new(text: &'a [u8]) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut position = START;
        let advance = if memchr::memchr(b'\r', text).is_none() {
            advance_without_returns
        } else {
            advance
        };
        for (number, chunk) in text.chunks(STRIDE).enumerate() {
            checkpoints.push(position);
            let after = text.get((number + 1) * STRIDE).copied();
            position = advance(position, chunk, after);
        }
        Self { text, checkpoints }
    }

    /// The place of an offset; of the end, if the offset is beyond it.
    pub(super) fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        let number = offset / STRIDE;
        let Some(&from) = self.checkpoints.get(number).or(self.checkpoints.last()) else {
            return START;
        };
        let begin = number.min(self.checkpoints.len().saturating_sub(1)) * STRIDE;
        let run = self.text.get(begin..offset).unwrap_or_default();
        advance(from, run, self.text.get(offset).copied())
    }
}

/// The same where the text has no CR: a whole run is counted at once.
fn advance_without_returns(position: Position, run: &[u8], _: Option<u8>) -> Position {
    let Some(last) = memchr::memrchr(b'\n', run) else {
        return advance(position, run, None);
    };
    let (lines, rest) = run.split_at(last);
    // So few that their sum fits into an octet, which makes it a matter of a few instructions.
    let ends = lines.chunks(128).map(|few| {
        let is_end = few.iter().map(|byte| u8::from(*byte == b'\n'));
        u32::from(is_end.sum::<u8>())
    });
    let line = position.line.0.saturating_add(ends.sum());
    let before = Position {
        line: LineNumber(line),
        column: 1,
    };
    advance(before, rest, None)
}

/// Where one stands after a run of text, given the byte that follows it.
fn advance(mut position: Position, run: &[u8], after: Option<u8>) -> Position {
    let mut line_start = 0;
    for at in memchr::memchr2_iter(b'\n', b'\r', run) {
        let next = run.get(at + 1).copied().or(after);
        if run.get(at) == Some(&b'\n') || next != Some(b'\n') {
            position.line = LineNumber(position.line.0.saturating_add(1));
            position.column = 1;
            line_start = at + 1;
        }
    }
    let rest = run.get(line_start..).unwrap_or_default();
    let characters = rest.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
    let characters = u32::try_from(characters).unwrap_or(u32::MAX);
    position.column = position.column.saturating_add(characters);
    position
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_counts_once() {
        let text = "a\nb\r\nc\rd\n\né€x".as_bytes();
        let index = LineIndex::new(text);
        let at = |needle: u8| {
            let offset = text.iter().position(|&byte| byte == needle).unwrap();
            let Position { line, column } = index.position(offset);
            (line.0, column)
        };
        assert_eq!(
            [at(b'a'), at(b'b'), at(b'c'), at(b'd')],
            [(1, 1), (2, 1), (3, 1), (4, 1)]
        );
        assert_eq!(at(b'x'), (6, 3));
        assert_eq!(index.position(usize::MAX).column, 4);
    }

    #[test]
    fn checkpoints_agree_with_counting_from_the_start() {
        for piece in [&b"one\r\ntwo\rthree\n"[..], b"one\ntw\xc3\xb6\n\nthree"] {
            let text: Vec<u8> = piece.repeat(200);
            let index = LineIndex::new(&text);
            for offset in 0..=text.len() {
                let expected = advance(START, &text[..offset], text.get(offset).copied());
                assert_eq!(index.position(offset), expected, "{offset}");
            }
        }
    }

    #[test]
    fn an_empty_text_has_one_line() {
        assert_eq!(LineIndex::new(b"").position(0), START);
    }
}
