//! Finds the same words again and again, further on each time, without looking twice at the same text: readers look for the
//! end of every block, and a hostile file has many beginnings and one end.

use memchr::memmem;

/// Words in a text.
pub(super) struct Forward<'a> {
    text: &'a [u8],
    words: &'static [u8],
    last: Search,
}

/// What the last search came to.
#[derive(Clone, Copy)]
enum Search {
    NotYet,
    FoundAt(usize),
    /// They do not follow any more.
    Over,
}

impl<'a> Forward<'a> {
    /// Nothing is looked for yet.
    pub(super) const fn new(text: &'a [u8], words: &'static [u8]) -> Self {
        Self {
            text,
            words,
            last: Search::NotYet,
        }
    }

    /// Where they stand next, from an offset on that is not before the one asked for last.
    pub(super) fn next(&mut self, from: usize) -> Option<usize> {
        match self.last {
            Search::Over => None,
            Search::FoundAt(at) if at >= from => Some(at),
            Search::FoundAt(_) | Search::NotYet => {
                let rest = self.text.get(from..).unwrap_or_default();
                let at = memmem::find(rest, self.words).map(|at| from + at);
                self.last = at.map_or(Search::Over, Search::FoundAt);
                at
            }
        }
    }
}
