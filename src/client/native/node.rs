//! Node.js: it lets OpenSSL go on after an error, so it reports the last one; it compares names itself, and last.

use super::NativeError;
use super::openssl::{Code, OpenSslEra, errors};
use crate::path::Trace;
use crate::question::Question;

pub(super) fn error(era: OpenSslEra, question: &Question, trace: &Trace) -> Option<NativeError> {
    let errors = errors(era, question, trace);
    let is_name = |code: Code| matches!(code, Code::Host | Code::Ip);
    if let Some(error) = errors.iter().rev().find(|error| !is_name(error.code)) {
        return Some(NativeError::new(
            symbol(error.code),
            error.code.text(era),
            error.depth,
        ));
    }
    let host = question.host.as_ref()?;
    let error = errors.first()?;
    Some(NativeError::new(
        "ERR_TLS_CERT_ALTNAME_INVALID",
        format!(
            "Hostname/IP does not match certificate's altnames: {host} is not in the cert's list"
        ),
        error.depth,
    ))
}

/// Node's names for OpenSSL's numbers; it has none for newer ones.
const fn symbol(code: Code) -> &'static str {
    match code {
        Code::NoIssuer => "UNABLE_TO_GET_ISSUER_CERT",
        Code::UndecodableKey => "UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY",
        Code::Signature => "CERT_SIGNATURE_FAILURE",
        Code::NotYetValid => "CERT_NOT_YET_VALID",
        Code::Expired => "CERT_HAS_EXPIRED",
        Code::SelfSignedLeaf => "DEPTH_ZERO_SELF_SIGNED_CERT",
        Code::SelfSignedInChain => "SELF_SIGNED_CERT_IN_CHAIN",
        Code::NoLocalIssuer => "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
        Code::LeafUnverified => "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
        Code::TooLong => "CERT_CHAIN_TOO_LONG",
        Code::PathLength => "PATH_LENGTH_EXCEEDED",
        Code::Purpose => "INVALID_PURPOSE",
        Code::Untrusted => "CERT_UNTRUSTED",
        Code::InvalidCa => "INVALID_CA",
        Code::Unspecified
        | Code::NoCertSign
        | Code::CriticalExtension
        | Code::InvalidPolicyExtension
        | Code::NoExplicitPolicy
        | Code::NotPermitted
        | Code::Excluded
        | Code::UnsupportedConstraint
        | Code::ConstraintSyntax
        | Code::NameSyntax
        | Code::Host
        | Code::Ip
        | Code::WeakTargetKey
        | Code::WeakCaKey
        | Code::WeakDigest
        | Code::Strict(_) => "UNSPECIFIED",
    }
}
