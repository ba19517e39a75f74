//! How the programs that read a file of certificates read it: small models of their readers.
//!
//! [`crate::input`] reads what can be read; a program may refuse the same file, skip a part of it, or stop half-way
//! without a word. Each model follows the rules of one reader, never a table of known files. They look at the bytes
//! as they are and keep nothing of them.

mod der;
mod forward;
mod gnutls;
mod go;
mod java;
mod openssl;
mod reader;
mod regular;
mod survey;

#[cfg(test)]
mod tests;

pub use reader::{Native, Reader};
pub use survey::{Outcome, Reading, Survey};

use core::ops::Range;

/// What a reader made of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// A part of each block that it took certificates from, ascending.
    pub certificates: Vec<Range<usize>>,
    /// Why it stopped before the end of the file, if it did.
    pub fault: Option<Fault>,
}

/// Why a reader stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// An offset inside the block, or the file's length, at which it stopped.
    pub at: usize,
    /// What it says.
    pub reason: Reason,
}

/// What a reader has against a file, in the terms of the readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Nothing in it begins like a certificate.
    NoCertificate,
    /// The line that should end a block does not, or never comes.
    BadEndLine,
    /// The content is no base64.
    BadBase64,
    /// The content is no certificate.
    BadCertificate,
    /// Lines before an empty line are taken for headers that they are not.
    BadHeader,
    /// A block without content.
    EmptyBlock,
}

impl Loaded {
    /// A reader that stops at an offset.
    fn stopped(certificates: Vec<Range<usize>>, at: usize, reason: Reason) -> Self {
        Self {
            certificates,
            fault: Some(Fault { at, reason }),
        }
    }

    /// A reader that got to the end.
    const fn all(certificates: Vec<Range<usize>>) -> Self {
        Self {
            certificates,
            fault: None,
        }
    }
}
