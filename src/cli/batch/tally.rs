//! How the answers count.

use crate::cli::answer::Exit;
use crate::verdict::Verdict;

/// How one line ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    Verdict(Verdict),
    Unreadable,
}

/// How many lines ended how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// The client trusts the server.
    pub(crate) trusted: u64,
    /// It does not.
    pub(crate) not_trusted: u64,
    /// That cannot be said.
    pub(crate) undecided: u64,
    /// The line asks nothing.
    pub(crate) unreadable: u64,
    /// The first such line.
    pub(crate) first_unreadable: u64,
}

impl Tally {
    /// Counts one more.
    pub(super) const fn add(&mut self, ending: Ending, line: u64) {
        let count = match ending {
            Ending::Verdict(Verdict::Trusted) => &mut self.trusted,
            Ending::Verdict(Verdict::NotTrusted) => &mut self.not_trusted,
            Ending::Verdict(Verdict::Undecided) => &mut self.undecided,
            Ending::Unreadable => {
                if self.unreadable == 0 {
                    self.first_unreadable = line;
                }
                &mut self.unreadable
            }
        };
        *count = count.saturating_add(1);
    }

    /// All of them.
    pub(crate) const fn all(&self) -> u64 {
        self.trusted
            .saturating_add(self.not_trusted)
            .saturating_add(self.undecided)
            .saturating_add(self.unreadable)
    }

    /// What outweighs the rest: a line without an answer, then a refusal, then an answer that is open.
    pub(super) const fn exit(&self) -> Exit {
        if self.unreadable > 0 {
            Exit::Unusable
        } else if self.not_trusted > 0 {
            Exit::Bad
        } else if self.undecided > 0 {
            Exit::Undecided
        } else {
            Exit::Good
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gravest_ending_decides() {
        let trusted = Ending::Verdict(Verdict::Trusted);
        let not_trusted = Ending::Verdict(Verdict::NotTrusted);
        let undecided = Ending::Verdict(Verdict::Undecided);
        for (endings, exit) in [
            (&[][..], Exit::Good),
            (&[trusted, trusted], Exit::Good),
            (&[trusted, undecided], Exit::Undecided),
            (&[undecided, not_trusted, trusted], Exit::Bad),
            (
                &[not_trusted, Ending::Unreadable, undecided],
                Exit::Unusable,
            ),
        ] {
            let mut tally = Tally::default();
            for (line, ending) in (7..).zip(endings) {
                tally.add(*ending, line);
            }
            assert_eq!(tally.exit(), exit, "{endings:?}");
            assert_eq!(tally.all(), u64::try_from(endings.len()).unwrap());
        }
    }
}
