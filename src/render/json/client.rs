//! What the clients answer.

use super::shared::Verdict;
use crate::client::NativeError as ReportNativeError;
use crate::finding::Code;
use crate::report::ClientAnswer;
use serde::Serialize;

/// The answer of one client.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct ClientEntry {
    /// The id as it was asked for.
    id: String,
    /// The version whose behaviour was used.
    step: &'static str,
    /// Its verdict.
    verdict: Verdict,
    /// The code of the primary cause; null where it trusts the server.
    cause: Option<&'static str>,
    /// Its own words; null where it accepts, or has none.
    native_error: Option<NativeErrorEntry>,
}

/// A refusal in the client's own words.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct NativeErrorEntry {
    /// The decimal number for OpenSSL and Python, the client's own symbol for others.
    code: String,
    /// Its text.
    text: String,
    /// The depth of the certificate that it names; 0 is the server's own.
    depth: usize,
}

impl From<&ClientAnswer> for ClientEntry {
    fn from(answer: &ClientAnswer) -> Self {
        Self {
            id: answer.id.clone(),
            step: answer.step,
            verdict: answer.verdict.into(),
            cause: answer.cause.map(Code::as_str),
            native_error: answer.native.as_ref().map(NativeErrorEntry::from),
        }
    }
}

impl From<&ReportNativeError> for NativeErrorEntry {
    fn from(error: &ReportNativeError) -> Self {
        Self {
            code: error.code.clone(),
            text: error.text.clone(),
            depth: error.depth,
        }
    }
}
