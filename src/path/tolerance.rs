//! What a path may have and still be wanted.

use super::local::Tally;
use crate::signature::SignatureProblem;

/// What a path may have and still be wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tolerance {
    /// Every check passes.
    Nothing,
    /// A check could not be run.
    Unchecked,
    /// A check failed: the fewer, the better.
    Failed,
}

impl Tolerance {
    /// How many failures there are, where so many are tolerable.
    pub(super) fn price(self, tally: Tally) -> Option<usize> {
        let is_bearable = match self {
            Self::Nothing => tally == Tally::default(),
            Self::Unchecked => tally.failed == 0,
            Self::Failed => true,
        };
        is_bearable.then_some(tally.failed)
    }

    /// Whether a path may have this signature. One that is wrong makes a candidate no issuer, whatever is tolerable.
    pub(super) fn bears(self, signature: Result<(), SignatureProblem>) -> bool {
        match signature {
            Ok(()) => true,
            Err(SignatureProblem::Unsupported | SignatureProblem::KeyTooLarge) => {
                self >= Self::Unchecked
            }
            Err(SignatureProblem::Mismatch | SignatureProblem::UnusableKey) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Tolerance::{Failed, Nothing, Unchecked};

    #[test]
    fn prices() {
        for (tolerance, failed, unchecked, price) in [
            (Nothing, 0, 0, Some(0)),
            (Nothing, 0, 1, None),
            (Nothing, 1, 0, None),
            (Unchecked, 0, 3, Some(0)),
            (Unchecked, 1, 3, None),
            (Failed, 0, 3, Some(0)),
            (Failed, 2, 3, Some(2)),
        ] {
            let tally = Tally { failed, unchecked };
            assert_eq!(tolerance.price(tally), price, "{tolerance:?} {tally:?}");
        }
    }

    #[test]
    fn signatures() {
        for (signature, nothing, unchecked) in [
            (Ok(()), true, true),
            (Err(SignatureProblem::Unsupported), false, true),
            (Err(SignatureProblem::KeyTooLarge), false, true),
            (Err(SignatureProblem::Mismatch), false, false),
            (Err(SignatureProblem::UnusableKey), false, false),
        ] {
            assert_eq!(Nothing.bears(signature), nothing, "{signature:?}");
            assert_eq!(Unchecked.bears(signature), unchecked, "{signature:?}");
            assert_eq!(Failed.bears(signature), unchecked, "{signature:?}");
        }
    }
}
