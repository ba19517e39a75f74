//! English words on what stands against the name of a server.

use crate::certificate::{ExtraPart, ServerNameProblem};
use crate::doc::{Inlines, code, field};
use crate::say;

/// Why what was typed is no name of a server.
pub(crate) fn words(given: &str, problem: &ServerNameProblem) -> Inlines {
    let given = code(given.to_owned());
    match problem {
        ServerNameProblem::Empty => {
            say!("The host is empty. Expected a name such as `example.com`, or an IP address.")
        }
        ServerNameProblem::NotAscii => say!(
            "{given} is no valid host name. Expected the name alone, such as `example.com`.",
            given
        ),
        ServerNameProblem::MoreThanHost { host, extra } => say!(
            "{given} holds {extra} as well. Give the host alone: {host}.",
            extra = match extra {
                ExtraPart::Scheme => "the beginning of a URL",
                ExtraPart::Port => "a port",
                ExtraPart::Path => "a path",
            },
            host = code(host.clone()),
            given
        ),
        ServerNameProblem::Character(bad) => say!(
            "{given} is no host: no host name has the character {bad}. Expected a name such as `example.com`, or an IP address.",
            bad = field(bad.to_string()),
            given
        ),
        ServerNameProblem::Label(label) if label.is_empty() => say!(
            "{given} is no host: there is nothing between two dots.",
            given
        ),
        ServerNameProblem::Label(label) => say!(
            "{given} is no host: the part {label} is longer than 63 characters, or begins or ends with a hyphen.",
            label = code(label.clone()),
            given
        ),
        ServerNameProblem::TooLong => say!(
            "{given} is no host: it is longer than 253 characters.",
            given
        ),
        ServerNameProblem::NotAnAddress => say!(
            "{given} ends in a number and is no IPv4 address. Expected a name such as `example.com`, or an address such as `192.0.2.1`.",
            given
        ),
    }
}
