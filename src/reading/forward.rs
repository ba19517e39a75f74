//! Finds the same words again and again, further on each time, without looking twice at the same text: readers look for the
//! end of every block, and a hostile file has many beginnings and one end.

use memchr::memmem;

/// Words in a text.
pub(super) struct Forward<'a> {
    text: &'a [u8],
    words: &'static [u8],
    /// Where they were found last; `Some(None)` once they do not follow any more.
    found: Option<Option<usize>>,
}

impl<'a> Forward<'a> {
    /// Nothing is looked for yet.
    pub(super) const fn new(text: &'a [u8], words: &'static [u8]) -> Self {
        Self {
            text,
            words,
            found: None,
        }
    }

    /// Where they stand next, from an offset on that is not before the one asked for last.
    pub(super) fn next(&mut self, from: usize) -> Option<usize> {
        match self.found {
            Some(None) => None,
            Some(Some(at)) if at >= from => Some(at),
            Some(Some(_)) | None => {
                let rest = self.text.get(from..).unwrap_or_default();
                let at = memmem::find(rest, self.words).map(|at| from + at);
                self.found = Some(at);
                at
            }
        }
    }
}
