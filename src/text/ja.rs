//! Stub, to be overwritten.

#[cfg(feature = "cli")]
pub(crate) mod cli;
