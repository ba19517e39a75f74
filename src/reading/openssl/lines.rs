//! Lines as `BIO_gets` hands them out: in pieces of a buffer's size, each ending at its first NUL.

/// The pieces of a text.
pub(super) struct Pieces<'a> {
    text: &'a [u8],
    at: usize,
    /// The most bytes of one piece.
    longest: usize,
}

/// One piece.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    /// Where it begins.
    pub(super) at: usize,
    /// What is there, with its line end, up to a NUL.
    pub(super) text: &'a [u8],
    /// Whether the buffer was full before the line ended.
    pub(super) is_partial: bool,
}

impl<'a> Pieces<'a> {
    /// Before the first piece.
    pub(super) const fn new(text: &'a [u8], longest: usize) -> Self {
        Self {
            text,
            at: 0,
            longest,
        }
    }

    /// The next piece; `None` at the end, and where a piece begins with a NUL: its length is then 0.
    pub(super) fn next(&mut self) -> Option<Piece<'a>> {
        let at = self.at;
        let rest = self.text.get(at..).unwrap_or_default();
        let window = rest.get(..self.longest).unwrap_or(rest);
        let line_end = memchr::memchr(b'\n', window);
        let read = window.get(..line_end.map_or(window.len(), |end| end + 1))?;
        self.at += read.len();
        let text_end = memchr::memchr(0, read).unwrap_or(read.len());
        let text = read.get(..text_end).unwrap_or_default();
        (!text.is_empty()).then_some(Piece {
            at,
            text,
            is_partial: line_end.is_none() && text.len() == self.longest,
        })
    }
}

/// A piece without what ends it: blanks, control characters, and (a `char` being signed) bytes beyond ASCII.
pub(super) fn trimmed(text: &[u8]) -> &[u8] {
    let kept = text
        .iter()
        .rposition(|byte| matches!(byte, 0x21..=0x7F))
        .map_or(0, |last| last + 1);
    text.get(..kept).unwrap_or_default()
}
