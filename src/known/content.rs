//! Which root a certificate is, without hashing what can be none.

use super::{KnownRoot, KnownRoots};
use crate::store::Held;
use core::ops::Range;

/// The roots by the length of their encoding, ascending; of one length in the order of the table.
#[derive(Debug)]
pub(super) struct Lengths(Vec<(usize, usize)>);

/// Among more roots of one length a hash is found sooner. The built-in table has at most four.
const MOST_ALIKE: usize = 8;

impl KnownRoots {
    /// The root with this content: the same as [`Self::by_sha256`] gives for its hash. That is computed only where the table
    /// is without the certificates and some root has the length and the subject, or where very many have the length.
    pub(crate) fn root_of(&self, held: &Held) -> Option<KnownRoot<'_>> {
        let alike = self.of_length(held.as_der().len());
        if alike.len() > MOST_ALIKE {
            return self.by_sha256(&held.sha256());
        }
        let mut roots = alike.iter().map(|(_, index)| self.root(*index));
        let found = roots.find(|root| root.has_content_of(held))?;
        held.set_sha256(found.sha256());
        Some(found)
    }

    fn of_length(&self, length: usize) -> &[(usize, usize)] {
        let Lengths(sorted) = self.lengths.get_or_init(|| self.by_length());
        let first = sorted.partition_point(|(known, _)| *known < length);
        let end = sorted.partition_point(|(known, _)| *known <= length);
        sorted.get(first..end).unwrap_or_default()
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
    fn has_content_of(self, held: &Held) -> bool {
        match self.der() {
            Some(der) => der == held.as_der(),
            None => self.subject_der() == held.subject_der() && self.sha256() == held.sha256(),
        }
    }
}
