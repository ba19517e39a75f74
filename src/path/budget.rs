//! The one bound on all work.

/// How much work a search may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Signature verifications. rustls-webpki and Go stop at 100; ten thousand namesakes want each to be asked once.
    pub signatures: usize,
    /// So many paths are listed in full, where there are no more; and so many are judged as a whole, where rules for whole
    /// paths refuse the best one.
    pub attempts: usize,
    /// Links between certificates that are put on the list of what may be tried.
    pub candidates: usize,
    /// Links that are looked at where rules for whole paths refuse the best one.
    pub detours: usize,
    /// Comparisons of a name with a name constraint that are done, for each CA.
    pub name_comparisons: usize,
    /// Pairs of a name below a CA and one of its constraints that are put up with, whether or not each is compared: whoever
    /// needs more than a real CA ever had means harm.
    pub name_pairs: usize,
}

impl Budget {
    /// What every profile uses: far above any real chain. Real ones take a few signatures; what takes all of them was made
    /// to.
    pub const STANDARD: Self = Self {
        signatures: 12_000,
        attempts: 256,
        candidates: 500_000,
        detours: 10_000,
        name_comparisons: 50_000_000,
        name_pairs: usize::MAX,
    };

    /// The reference profiles refuse as many name constraints as Go and rustls-webpki refuse.
    pub const WARY: Self = Self {
        name_pairs: 250_000,
        ..Self::STANDARD
    };
}

/// How much work a search did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spent {
    /// Signature verifications.
    pub signatures: usize,
}

/// Which part of the budget ended a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// [`Budget::signatures`].
    Signatures,
    /// [`Budget::attempts`].
    Attempts,
    /// [`Budget::candidates`] or [`Budget::detours`].
    Candidates,
}
