//! Two sides in turn: only the ratio of neighbours in one run says anything on a machine with other work.

/// Pairs of runs that are counted; one pair before them is not.
pub(super) const PAIRS: usize = 15;

/// Where one pair takes longer than this many seconds, fewer have to do; the row says how many.
const SLOW: f64 = 4.0;
const SLOW_PAIRS: usize = 5;

/// What came of all pairs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Measured {
    /// Our median, in seconds of the processor.
    pub(super) ours: f64,
    /// The peer's.
    pub(super) peer: f64,
    /// The median of the ratios of each pair.
    pub(super) ratio: f64,
    /// The quartiles of these ratios.
    pub(super) quartiles: (f64, f64),
    /// How many pairs were counted.
    pub(super) pairs: usize,
}

/// Runs both in turn; each gives its own time, in seconds.
pub(super) fn in_turn(
    mut ours: impl FnMut() -> Result<f64, String>,
    mut peer: impl FnMut() -> Result<f64, String>,
) -> Result<Measured, String> {
    let first = (ours()?, peer()?);
    let count = if first.0 + first.1 > SLOW {
        SLOW_PAIRS
    } else {
        PAIRS
    };
    let mut pairs = Vec::new();
    for _ in 0..count {
        pairs.push((ours()?, peer()?));
    }
    Ok(Measured::of(&pairs))
}

impl Measured {
    /// Medians of pairs, ours first.
    pub(super) fn of(pairs: &[(f64, f64)]) -> Self {
        let ratios = sorted(pairs.iter().map(|(ours, peer)| ours / peer));
        Self {
            ours: quantile(&sorted(pairs.iter().map(|pair| pair.0)), 2),
            peer: quantile(&sorted(pairs.iter().map(|pair| pair.1)), 2),
            ratio: quantile(&ratios, 2),
            quartiles: (quantile(&ratios, 1), quantile(&ratios, 3)),
            pairs: pairs.len(),
        }
    }
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values
}

/// The value at so many quarters of the way; not a number where there is none.
fn quantile(sorted: &[f64], quarters: usize) -> f64 {
    let last = sorted.len().saturating_sub(1);
    let index = last.saturating_mul(quarters) / 4;
    sorted.get(index).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle() {
        assert!((quantile(&sorted([3.0, 1.0, 2.0].into_iter()), 2) - 2.0).abs() < f64::EPSILON);
        assert!(quantile(&[], 2).is_nan());
    }

    #[test]
    fn the_ratio_is_that_of_neighbours() {
        // The machine was slow in the second pair, for both.
        let measured = Measured::of(&[(1.0, 2.0), (10.0, 20.0), (1.5, 3.0)]);
        assert!((measured.ratio - 0.5).abs() < f64::EPSILON);
    }

    #[test]
    fn slow_sides_have_fewer_pairs() {
        let measured = in_turn(|| Ok(3.0), || Ok(3.0)).unwrap();
        assert_eq!(measured.pairs, SLOW_PAIRS);
    }

    #[test]
    fn the_first_pair_is_not_counted() {
        let mut runs = 0_u8;
        let ours = || {
            runs += 1;
            Ok(if runs == 1 { 3.0 } else { 1.0 })
        };
        let measured = in_turn(ours, || Ok(1.0)).unwrap();
        assert!((measured.ratio - 1.0).abs() < f64::EPSILON);
        assert_eq!(usize::from(runs), PAIRS + 1);
    }
}
