//! A bound on hashing: the number of rounds stands in the file, and a hostile one may ask for days.

use super::super::super::Obstacle;

/// Rounds of hashing for one input. Files ask for 1 to 600,000 for each password; this many take some seconds.
pub(crate) const MOST_ROUNDS: u64 = 8_000_000;

/// Rounds that are left.
#[derive(Debug)]
pub(super) struct Work {
    rounds: u64,
}

impl Work {
    /// So many.
    pub(super) const fn new(rounds: u64) -> Self {
        Self { rounds }
    }

    /// How many are left.
    pub(super) const fn left(&self) -> u64 {
        self.rounds
    }

    /// Takes so many rounds for each of so many blocks of output.
    pub(super) fn take(&mut self, rounds: u32, blocks: usize) -> Result<(), Obstacle> {
        let blocks = u64::try_from(blocks).unwrap_or(u64::MAX);
        let rounds = u64::from(rounds).saturating_mul(blocks);
        self.rounds = self
            .rounds
            .checked_sub(rounds)
            .ok_or(Obstacle::TooMuchWork)?;
        Ok(())
    }
}
