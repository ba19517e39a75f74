//! The one bound on all work.

/// How much work a search may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Signature verifications. rustls-webpki and Go stop at 100; an explanation wants every edge of a real mesh.
    pub signatures: usize,
    /// Paths that are recorded.
    pub attempts: usize,
    /// Candidates that are looked at.
    pub candidates: usize,
    /// Comparisons of a name with a name constraint that are done, for each CA.
    pub name_comparisons: usize,
    /// Pairs of a name below a CA and one of its constraints that are put up with, whether or not each is compared: whoever
    /// needs more than a real CA ever had means harm.
    pub name_pairs: usize,
}

impl Budget {
    /// What every profile uses: far above any real chain, and well under a second.
    pub const STANDARD: Self = Self {
        signatures: 2_000,
        attempts: 256,
        candidates: 50_000,
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
    /// Candidates looked at.
    pub candidates: usize,
}

/// Which part of the budget ended a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// [`Budget::signatures`].
    Signatures,
    /// [`Budget::attempts`].
    Attempts,
    /// [`Budget::candidates`].
    Candidates,
}
