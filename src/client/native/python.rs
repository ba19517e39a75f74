//! CPython: OpenSSL's reason since 3.7, none before.

use super::NativeError;
use super::openssl::{Code, OpenSslEra, errors, first};
use crate::path::Trace;
use crate::question::Question;

/// What 2.7 says: the same line for all reasons but a wrong name, which it finds itself, after the handshake.
pub(super) fn error_2_7(question: &Question, trace: &Trace) -> Option<NativeError> {
    let era = OpenSslEra::V1_0_2;
    let errors = errors(era, question, trace);
    let is_name = |code: Code| matches!(code, Code::Host | Code::Ip);
    let of_openssl = errors.iter().find(|error| !is_name(error.code));
    let shown = of_openssl.or_else(|| errors.first())?;
    let text = if is_name(shown.code) {
        let host = question.host.as_ref().map(ToString::to_string);
        format!(
            "hostname '{}' doesn't match the certificate",
            host.unwrap_or_default()
        )
    } else {
        "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed".to_owned()
    };
    Some(NativeError::new(
        shown.code.number(era).to_string(),
        text,
        shown.depth,
    ))
}

/// OpenSSL's reason within Python's line.
pub(super) fn error_3(question: &Question, trace: &Trace) -> Option<NativeError> {
    let error = first(OpenSslEra::V3, question, trace)?;
    let reason = match error.code.as_str() {
        "62" | "64" => name_reason(question),
        _ => error.text,
    };
    Some(NativeError {
        text: format!("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: {reason}"),
        ..error
    })
}

fn name_reason(question: &Question) -> String {
    use crate::certificate::ServerName;
    match &question.host {
        Some(ServerName::Ip(address)) => {
            format!("IP address mismatch, certificate is not valid for '{address}'.")
        }
        Some(ServerName::Dns(host)) => format!(
            "Hostname mismatch, certificate is not valid for '{}'.",
            host.as_str()
        ),
        None => String::new(),
    }
}
