//! Live capture: the certificates that a server presents, without trusting it and without sending it data.

mod handshake;
mod problem;
mod recorder;
mod target;

pub(crate) use problem::{ConnectProblem, Stage};

use super::complaint::{Complaint, Outcome};
use crate::certificate::ServerName;
use crate::explain::{Purpose, Supplied};
use crate::input::{Content, Encoding, Item, Recognised, Role};
use crate::location::{LineNumber, Location, SourceName};
use handshake::Deadline;
use target::Target;

/// What a server presented, as an input.
#[derive(Clone, Debug)]
pub(super) struct Captured {
    /// The host that was connected to.
    pub(super) host: ServerName,
    /// Its chain.
    pub(super) supplied: Supplied,
}

/// Connects to `HOST[:PORT]` and records what the server presents. `name` is sent as server name (RFC 6066 §3) in
/// place of the host.
pub(super) fn capture(given: &str, name: Option<&ServerName>) -> Outcome<Captured> {
    let target = Target::parse(given)?;
    let name = name.unwrap_or(&target.host);
    let chain = handshake::presented(&target, name, &mut Deadline::usual()).map_err(|problem| {
        Complaint::Connect {
            target: target.to_string(),
            problem,
        }
    })?;
    Ok(Captured {
        supplied: supplied(&SourceName::new(target.to_string()), &chain),
        host: target.host,
    })
}

/// The chain as if it had been read from a file in which the certificates stand one behind the other.
fn supplied(source: &SourceName, chain: &[Vec<u8>]) -> Supplied {
    let mut end = 0;
    let items = chain.iter().map(|der| {
        let start = end;
        end += der.len();
        Item {
            content: Content::Certificate {
                der: der.as_slice().into(),
                role: Role::ServerChain,
                label: None,
                alias: None,
            },
            location: Location {
                source: source.clone(),
                line: LineNumber(1),
                start,
                end,
            },
        }
    });
    Supplied {
        purpose: Purpose::Chain,
        recognised: Recognised {
            items: items.collect(),
            notes: Vec::new(),
            encoding: Encoding::Binary,
            survey: None,
            opened: None,
        },
        file_sha256: None,
    }
}
