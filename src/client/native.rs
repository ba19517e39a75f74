//! The client's own code and text for a refusal, since that is what people search for.

mod openssl;

use crate::path::Trace;
use crate::question::Question;

/// How a client words a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NativeDialect {
    /// OpenSSL's numbers and sentences.
    OpenSsl,
    /// A reference profile has no words of its own.
    None,
}

/// A refusal in the client's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NativeError {
    /// The client's code: a decimal number for OpenSSL.
    pub code: String,
    /// Its text.
    pub text: String,
    /// Depth of the certificate that it names: 0 is the server's own.
    pub depth: usize,
}

impl NativeDialect {
    /// What the client says of this search; `None` when it accepts, or has no words.
    pub fn error(self, question: &Question, trace: &Trace) -> Option<NativeError> {
        match self {
            Self::OpenSsl => openssl::error(question, trace),
            Self::None => None,
        }
    }
}
