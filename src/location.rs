//! Where in the user's input something was found.

use core::fmt;
use core::ops::Range;
use std::sync::Arc;

/// The name of an input as the user knows it: a file's base name, `standard input`, `pasted text`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceName(Arc<str>);

impl SourceName {
    /// Names an input.
    pub fn new(name: impl Into<String>) -> Self {
        Self(name.into().into())
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SourceName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A line of a text input, counted from 1; 1 in a binary input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineNumber(pub u32);

/// A place in an input.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// Which input.
    pub source: SourceName,
    /// The line on which it begins.
    pub line: LineNumber,
    /// First byte of it in the input as given, before any decoding.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
}

impl Location {
    /// The bytes it spans, in the input as given.
    pub fn bytes(&self) -> Range<usize> {
        self.start..self.end
    }
}
