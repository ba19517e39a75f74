//! English words for failures to fetch a server's certificates.

use crate::cli::{ConnectProblem, Stage};
use crate::doc::{Inlines, code, field};
use crate::say;

/// Why a server's certificates could not be fetched.
pub(super) fn problem(target: &str, problem: &ConnectProblem) -> Inlines {
    let target = code(target.to_owned());
    match problem {
        ConnectProblem::NameUnknown => say!(
            "{target}: this name has no address. Check the spelling, and whether this network can resolve it.",
            target
        ),
        ConnectProblem::Refused => say!(
            "{target}: the connection was refused: nothing listens on that port, or a firewall turns it away. Check host and port.",
            target
        ),
        ConnectProblem::Unreachable => {
            say!(
                "{target}: the host cannot be reached from this network.",
                target
            )
        }
        ConnectProblem::TimedOut { stage, seconds } => say!(
            "{target}: no answer within {seconds} seconds while {doing}. A firewall may drop the packets, or a proxy is needed, which `--connect` does not use.",
            seconds = *seconds,
            doing = match stage {
                Stage::Resolve => "looking up the name",
                Stage::Connect => "connecting",
                Stage::Handshake => "waiting for the certificates",
            },
            target
        ),
        ConnectProblem::PlainHttp => say!(
            "{target}: the server answers in plain HTTP on this port, not in TLS. HTTPS is usually on port 443.",
            target
        ),
        ConnectProblem::NotTls => say!(
            "{target}: the server does not speak TLS on this port. Protocols that begin unencrypted (STARTTLS) are not supported; save the output of `openssl s_client -showcerts -starttls …` and give it as FILE.",
            target
        ),
        ConnectProblem::Alert { name } => say!(
            "{target}: the server ended the handshake before it sent certificates (alert {name}). It may know no site of this name (try `--host`), or accept only old versions of TLS or a client certificate.",
            name = field(name.clone()),
            target
        ),
        ConnectProblem::Closed => say!(
            "{target}: the server closed the connection before it sent certificates. A firewall that inspects TLS does this too.",
            target
        ),
        ConnectProblem::Incompatible { reason } => say!(
            "{target}: no common version or algorithm of TLS ({reason}). Save the output of `openssl s_client -showcerts` and give it as FILE.",
            reason = field(reason.clone()),
            target
        ),
        ConnectProblem::Other { reason } => say!(
            "{target}: the certificates could not be fetched ({reason}).",
            reason = field(reason.clone()),
            target
        ),
    }
}
