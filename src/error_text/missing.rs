//! What a text cannot tell, so that nothing is made up and the right thing can be asked for.

use super::{Call, ErrorReading, PythonVersions, Stack, Symptom};

/// Something that is needed for an answer and is not in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    /// Whether certificates were the problem at all: the program hides the reason.
    Cause,
    /// Why verification failed: Python 2 and old libraries do not say.
    Reason,
    /// Which certificates the server sent, and so which root is missing.
    Chain,
    /// What the bundle of the program holds.
    Bundle,
    /// Which server it was.
    Server,
    /// Which program or library it was.
    Program,
    /// Which call failed, on which the place of the roots depends.
    Call,
    /// Which version of the API was used.
    ApiVersion,
}

impl Missing {
    /// Its stable name, as in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Cause => "cause",
            Self::Reason => "reason",
            Self::Chain => "chain",
            Self::Bundle => "bundle",
            Self::Server => "server",
            Self::Program => "program",
            Self::Call => "call",
            Self::ApiVersion => "api-version",
        }
    }
}

/// What is missing for an answer about certificates; nothing where the text tells of another failure.
pub(super) fn of(reading: &ErrorReading) -> Vec<Missing> {
    let symptom = reading.failure.symptom;
    if symptom.is_some_and(|symptom| !symptom.is_about_certificates()) {
        return Vec::new();
    }
    let is_api =
        reading.layers.contains(&Stack::ShotgunApi3) || reading.layers.contains(&Stack::Toolkit);
    let needs_chain = symptom != Some(Symptom::BundleUnreadable);
    [
        (matches!(symptom, Some(Symptom::Hidden) | None)).then_some(Missing::Cause),
        (symptom == Some(Symptom::Unverified)).then_some(Missing::Reason),
        needs_chain.then_some(Missing::Chain),
        Some(Missing::Bundle),
        reading.server.is_none().then_some(Missing::Server),
        reading.stack.is_none().then_some(Missing::Program),
        may_be_any_call(reading).then_some(Missing::Call),
        (is_api && reading.api.versions.is_empty()).then_some(Missing::ApiVersion),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Python's own line stands under every call of `shotgun_api3`.
fn may_be_any_call(reading: &ErrorReading) -> bool {
    let is_python = reading.python != PythonVersions::Unknown
        || reading.layers.contains(&Stack::PythonSsl)
        || reading.layers.contains(&Stack::ShotgunApi3);
    matches!(reading.call, None | Some(Call::Upload)) && is_python
}
