//! The client's own code and text for a refusal, since that is what people search for.

mod curl;
mod fault;
mod gnutls;
mod go;
mod java;
mod node;
mod nss;
mod openssl;
mod python;
mod rustls;
mod windows;

use crate::path::Trace;
use crate::question::Question;
use crate::verdict::{Verdict, judge};

pub use openssl::OpenSslEra;

/// How a client words a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NativeDialect {
    /// OpenSSL's numbers and sentences.
    OpenSsl(OpenSslEra),
    /// CPython 2.7 gives no reason.
    Python2,
    /// CPython since 3.7 quotes OpenSSL 3.
    Python3,
    /// curl quotes OpenSSL 3.
    Curl,
    /// Node.js: symbols for OpenSSL's numbers.
    Node(OpenSslEra),
    /// GnuTLS: status flags and their sentences.
    GnuTls,
    /// Go: types of errors.
    Go,
    /// Java: exceptions.
    Java,
    /// NSS: symbols.
    Nss,
    /// rustls: variants of an enumeration.
    Rustls,
    /// Windows: symbols of `winerror.h`.
    Windows,
    /// A reference profile has no words of its own.
    None,
}

/// A refusal in the client's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NativeError {
    /// The client's code: a decimal number for OpenSSL and Python, its own symbol for others.
    pub code: String,
    /// Its text.
    pub text: String,
    /// Depth of the certificate that it names: 0 is the server's own.
    pub depth: usize,
}

impl NativeError {
    fn new(code: impl Into<String>, text: impl Into<String>, depth: usize) -> Self {
        Self {
            code: code.into(),
            text: text.into(),
            depth,
        }
    }
}

impl NativeDialect {
    /// What the client says of this search; `None` when it accepts, or has no words.
    pub fn error(self, question: &Question, trace: &Trace) -> Option<NativeError> {
        if judge(trace) == Verdict::Trusted {
            return None;
        }
        match self {
            Self::OpenSsl(era) => openssl::first(era, question, trace),
            Self::Python2 => python::error_2_7(question, trace),
            Self::Python3 => python::error_3(question, trace),
            Self::Curl => curl::error(question, trace),
            Self::Node(era) => node::error(era, question, trace),
            Self::GnuTls => gnutls::error(trace),
            Self::Go => go::error(question, trace),
            Self::Java => java::error(question, trace),
            Self::Nss => nss::error(trace),
            Self::Rustls => rustls::error(trace),
            Self::Windows => windows::error(trace),
            Self::None => None,
        }
    }
}
