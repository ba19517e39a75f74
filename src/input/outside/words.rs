//! Looks for many words at once.

/// Some words, each of two octets or more.
pub(super) struct Words {
    words: Vec<&'static [u8]>,
    /// Whether a word begins with two octets that have this place: nearly all of a text is ruled out by that.
    starts: [bool; PLACES],
}

const BITS: usize = 6;
const PLACES: usize = 1 << (2 * BITS);

impl Words {
    /// The words of some lists.
    pub(super) fn of(lists: &[&[&'static str]]) -> Self {
        let words: Vec<&[u8]> = lists.concat().into_iter().map(str::as_bytes).collect();
        let mut starts = [false; PLACES];
        for word in &words {
            if let Some(start) = place(word).and_then(|place| starts.get_mut(place)) {
                *start = true;
            }
        }
        Self { words, starts }
    }

    /// Whether one of them stands in a text.
    pub(super) fn stand_in(&self, text: &[u8]) -> bool {
        text.windows(2).enumerate().any(|(at, start)| {
            let is_start = place(start).and_then(|place| self.starts.get(place));
            let rest = text.get(at..).unwrap_or_default();
            is_start == Some(&true) && self.words.iter().any(|word| rest.starts_with(word))
        })
    }
}

/// A place for the first two octets of a word or of a text.
fn place(text: &[u8]) -> Option<usize> {
    const LOW: u8 = (1 << BITS) - 1;
    match text {
        [first, second, ..] => Some(usize::from(first & LOW) << BITS | usize::from(second & LOW)),
        _ => None,
    }
}
