//! Which root a certificate is, without hashing what can be none.

use super::{KnownRoot, KnownRoots};
use crate::store::Held;
use core::ops::Range;

/// The roots by the length of their encoding, ascending; of one length in the order of the table.
#[derive(Debug)]
pub(super) struct Lengths(Vec<(usize, usize)>);

impl KnownRoots {
    /// The root with this content: the same as [`Self::by_sha256`] gives for its hash. That is computed only where the table
    /// is without the certificates, and some root has the length and the subject.
    pub(crate) fn root_of(&self, held: &Held) -> Option<KnownRoot<'_>> {
        let length = held.as_der().len();
        let Lengths(sorted) = self.lengths.get_or_init(|| self.by_length());
        let first = sorted.partition_point(|(known, _)| *known < length);
        let alike = sorted.get(first..)?.iter();
        alike
            .take_while(|(known, _)| *known == length)
            .map(|(_, index)| self.root(*index))
            .find(|root| root.is(held))
    }

    fn by_length(&self) -> Lengths {
        let ends = &self.facts.layout.der_end;
        let spans =
            (0..self.len()).filter_map(|index| Some((self.facts.span(ends, index)?, index)));
        let mut sorted: Vec<(usize, usize)> = spans
            .map(|(span, index)| (Range::len(&span), index))
            .collect();
        sorted.sort_unstable();
        Lengths(sorted)
    }
}

impl KnownRoot<'_> {
    fn is(self, held: &Held) -> bool {
        let Some(der) = self.der() else {
            return self.subject_der() == held.subject_der() && self.sha256() == held.sha256();
        };
        let is_same = der == held.as_der();
        if is_same {
            held.set_sha256(self.sha256());
        }
        is_same
    }
}
