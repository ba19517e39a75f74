//! Where an engine says something else than the data, and why that is right.

/// One disagreement.
#[derive(Debug)]
pub(crate) struct Exception {
    pub(crate) engine: &'static str,
    pub(crate) scenario: &'static str,
    /// In the words of the engine.
    pub(crate) says: &'static str,
    /// For the reader.
    #[allow(dead_code, reason = "read by people, and in a failure by `Debug`")]
    pub(crate) because: &'static str,
}

/// All of them.
pub(crate) const EXCEPTIONS: &[Exception] = &[];
