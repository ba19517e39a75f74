//! What an error text among the inputs tells of the question itself.

use super::{Supplied, sort};
use crate::certificate::ServerName;
use crate::client::Client;
use crate::error_text::{client_id, read};

/// What to ask where the user has not said it.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// The client that wrote the text, or the one that stands in for it; `None` where there is no profile for it.
    pub client: Option<Client>,
    /// The server that failed.
    pub host: Option<ServerName>,
}

/// Reads the error texts of the inputs.
pub fn told(inputs: &[Supplied]) -> Told {
    let Some(text) = sort::error_text(inputs) else {
        return Told::default();
    };
    let reading = read(&text);
    Told {
        client: client_id(&reading).and_then(client),
        host: reading.server.map(|server| server.host),
    }
}

/// The profile of an id. The reference profile `webpki` is the path builder inside rustls.
fn client(id: &str) -> Option<Client> {
    let stand_in = (id == "rustls").then_some("webpki");
    Client::find(id).or_else(|| Client::find(stand_in?))
}
