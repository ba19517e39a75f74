//! curl: error 60 with OpenSSL's reason; it compares names itself.

use super::NativeError;
use super::openssl::{Code, OpenSslEra, errors};
use crate::path::Trace;
use crate::question::Question;

/// The number of `CURLE_PEER_FAILED_VERIFICATION`.
const CODE: &str = "60";

pub(super) fn error(question: &Question, trace: &Trace) -> Option<NativeError> {
    let errors = errors(OpenSslEra::V3, question, trace);
    let is_name = |code: Code| matches!(code, Code::Host | Code::Ip);
    let of_openssl = errors.iter().find(|error| !is_name(error.code));
    let text = of_openssl.map_or_else(
        || {
            let host = question.host.as_ref().map(ToString::to_string);
            format!(
                "SSL: no alternative certificate subject name matches target host name '{}'",
                host.unwrap_or_default()
            )
        },
        |error| {
            format!(
                "SSL certificate problem: {}",
                error.code.text(OpenSslEra::V3)
            )
        },
    );
    let shown = of_openssl.or_else(|| errors.first())?;
    Some(NativeError::new(CODE, text, shown.depth))
}
