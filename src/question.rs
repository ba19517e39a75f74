//! What is asked: will this client accept this server, at this time?

use crate::certificate::ServerName;
use crate::moment::Moment;

/// The question that a search answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The name that the client connects to; `None` leaves the name unchecked.
    pub host: Option<ServerName>,
    /// The client's clock.
    pub at: Moment,
}
