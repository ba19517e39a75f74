//! Why a server's certificates could not be fetched.

use rustls::Error;
use std::io::{self, ErrorKind};

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ConnectProblem {
    /// The name has no address.
    NameUnknown,
    /// Nothing listens there.
    Refused,
    /// There is no way there.
    Unreachable,
    /// No answer in time.
    TimedOut {
        /// While doing what.
        stage: Stage,
        /// After how many seconds.
        seconds: u64,
    },
    /// The server answers in HTTP.
    PlainHttp,
    /// The server answers, but not in TLS.
    NotTls,
    /// The server ended the handshake with an alert (RFC 8446 §6).
    Alert {
        /// The alert's name.
        name: String,
    },
    /// The server hung up.
    Closed,
    /// No common version or algorithm.
    Incompatible {
        /// In the words of the TLS library.
        reason: String,
    },
    /// Anything else.
    Other {
        /// In the words of the system or the TLS library.
        reason: String,
    },
}

/// What was being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Looking up the name.
    Resolve,
    /// Connecting.
    Connect,
    /// Waiting for the certificates.
    Handshake,
}

impl ConnectProblem {
    /// Of a failure of the network.
    #[allow(
        clippy::wildcard_enum_match_arm,
        reason = "the kinds of I/O errors are not ours and grow"
    )]
    pub(super) fn of_network(error: &io::Error, timed_out: Self) -> Self {
        match error.kind() {
            ErrorKind::ConnectionRefused => Self::Refused,
            ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::AddrNotAvailable
            | ErrorKind::NetworkDown => Self::Unreachable,
            // A read that times out is one or the other, by platform.
            ErrorKind::TimedOut | ErrorKind::WouldBlock => timed_out,
            ErrorKind::ConnectionReset
            | ErrorKind::ConnectionAborted
            | ErrorKind::BrokenPipe
            | ErrorKind::UnexpectedEof => Self::Closed,
            _ => Self::Other {
                reason: error.to_string(),
            },
        }
    }

    /// Of a failure of the handshake; `answer` is the beginning of what the server said.
    #[allow(
        clippy::wildcard_enum_match_arm,
        reason = "the errors of the TLS library are not ours and grow"
    )]
    pub(super) fn of_handshake(error: &Error, answer: &[u8]) -> Self {
        match error {
            Error::AlertReceived(alert) => Self::Alert {
                name: format!("{alert:?}"),
            },
            Error::PeerIncompatible(reason) => Self::Incompatible {
                reason: format!("{reason:?}"),
            },
            Error::InvalidMessage(_) if answer.starts_with(b"HTTP/") => Self::PlainHttp,
            Error::InvalidMessage(_) if !is_tls(answer) => Self::NotTls,
            other => Self::Other {
                reason: other.to_string(),
            },
        }
    }
}

/// Whether an answer begins like a record of a handshake or an alert (RFC 8446 §5.1).
fn is_tls(answer: &[u8]) -> bool {
    matches!(answer, [0x15 | 0x16, 3, ..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustls::{AlertDescription, InvalidMessage};

    #[test]
    fn failures_of_the_network_have_names() {
        let timed_out = ConnectProblem::TimedOut {
            stage: Stage::Connect,
            seconds: 10,
        };
        for (kind, expected) in [
            (ErrorKind::ConnectionRefused, ConnectProblem::Refused),
            (ErrorKind::NetworkUnreachable, ConnectProblem::Unreachable),
            (ErrorKind::WouldBlock, timed_out.clone()),
            (ErrorKind::TimedOut, timed_out.clone()),
            (ErrorKind::ConnectionReset, ConnectProblem::Closed),
        ] {
            let problem = ConnectProblem::of_network(&kind.into(), timed_out.clone());
            assert_eq!(problem, expected, "{kind}");
        }
    }

    #[test]
    fn answers_that_are_no_tls_are_told_apart() {
        let garbage = Error::InvalidMessage(InvalidMessage::InvalidContentType);
        for (error, answer, expected) in [
            (
                garbage.clone(),
                &b"HTTP/1.1 400"[..],
                ConnectProblem::PlainHttp,
            ),
            (garbage.clone(), b"220 mail ESMTP", ConnectProblem::NotTls),
            (garbage.clone(), b"", ConnectProblem::NotTls),
            (
                Error::AlertReceived(AlertDescription::HandshakeFailure),
                b"\x15\x03",
                ConnectProblem::Alert {
                    name: "HandshakeFailure".to_owned(),
                },
            ),
        ] {
            let problem = ConnectProblem::of_handshake(&error, answer);
            assert_eq!(problem, expected, "{error} {answer:?}");
        }
        assert!(matches!(
            ConnectProblem::of_handshake(&garbage, b"\x16\x03\x03"),
            ConnectProblem::Other { .. }
        ));
    }
}
