//! From inputs to the whole answer.

use crate::certificate::ServerName;
use crate::client::Client;
use crate::input::Recognised;
use crate::known::KnownRoots;
use crate::moment::Moment;
use crate::report::Report;

/// What the user says an input is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The client's bundle.
    Bundle,
    /// The server's chain.
    Chain,
    /// An error text.
    ErrorText,
    /// Not said: decided by content.
    ByContent,
}

/// One input, recognised.
#[derive(Clone, Debug)]
pub struct Supplied {
    /// What it is for.
    pub purpose: Purpose,
    /// What it holds.
    pub recognised: Recognised,
    /// SHA-256 of its bytes, by which a published bundle is told.
    pub file_sha256: [u8; 32],
}

/// What is asked of the inputs.
#[derive(Clone, Debug)]
pub struct Options<'a> {
    /// The server's name; `None` leaves it unchecked.
    pub host: Option<ServerName>,
    /// The client's clock.
    pub at: Moment,
    /// The client that is asked.
    pub client: Client,
    /// Other clients that are asked as well.
    pub others: Vec<Client>,
    /// The known public roots.
    pub known: &'a KnownRoots,
}

/// Answers: will the client trust the server, if not why, and what to do. With no chain, the bundle check alone.
pub fn explain(inputs: &[Supplied], options: &Options<'_>) -> Report {
    let _ = (inputs, options);
    std::process::abort()
}

/// Checks the bundle alone: what it is, what it lacks against the newest public list, what is wrong with the file.
pub fn check_bundle(inputs: &[Supplied], options: &Options<'_>) -> Report {
    let _ = (inputs, options);
    std::process::abort()
}
