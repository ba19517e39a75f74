//! What is asked: will this client accept this server, at this time?

use crate::certificate::ServerName;
use crate::moment::Moment;

/// What the target's key must be good for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Peer {
    /// A TLS server, which is what certwhy explains.
    #[default]
    TlsServer,
    /// A TLS client, authenticated by a certificate.
    TlsClient,
    /// Nothing in particular: path validation alone (RFC 5280 §6.1).
    Any,
}

/// The question that a search answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The name that the client connects to; `None` leaves the name unchecked.
    pub host: Option<ServerName>,
    /// The client's clock.
    pub at: Moment,
    /// What the target must be good for.
    pub peer: Peer,
}
