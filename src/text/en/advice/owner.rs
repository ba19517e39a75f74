//! Messages to the owner of a server.

use crate::certificate::Name;
use crate::doc::{Inlines, field, text};
use crate::finding::Cert;
use crate::remedy::ServerFault;
use crate::say;
use crate::text::guidance::{Guidance, GuidanceStep, one_line};

/// A step with a message to the server's owner.
pub(in crate::text) fn message_to_owner(message: String) -> GuidanceStep {
    GuidanceStep::new(say!(
        "Send this to the owner of the server, with its address."
    ))
    .content(message)
}

pub(super) fn ask_server_owner(fault: &ServerFault) -> Guidance {
    match fault {
        ServerFault::SendIntermediate { wanted, fetch_from } => send(wanted, fetch_from),
        ServerFault::Renew { certificate } => renew(certificate),
        ServerFault::Replace { certificate } => replace(certificate),
        ServerFault::MoveToListedRoot { root } => move_to_listed_root(root),
    }
}

/// Guidance that is one message to the server's owner.
fn by_message(title: Inlines, why: Inlines, message: String) -> Guidance {
    Guidance {
        title,
        why: Some(why),
        steps: vec![message_to_owner(message)],
        check: Some(say!(
            "When the owner has answered, fetch the server's chain again and run certwhy \
             with it."
        )),
        undo: None,
    }
}

fn send(wanted: &Name, fetch_from: &[String]) -> Guidance {
    let source = match fetch_from.first() {
        Some(address) => format!(
            " The certificate says that it can be fetched from {}.",
            one_line(address)
        ),
        None => String::new(),
    };
    by_message(
        say!(
            "Ask the server's owner to send the intermediate “{wanted}”",
            wanted = field(wanted.friendly())
        ),
        say!(
            "The server does not send this intermediate certificate, and it is not at hand \
             here. Browsers fetch it by themselves; most other programs cannot."
        ),
        format!(
            "Your TLS server does not send the intermediate certificate \"{}\". Clients \
                 other than browsers therefore refuse the connection (RFC 8446, section \
                 4.4.2). Please add it to the certificate file of the server, after the \
                 server's own certificate.{source}",
            one_line(&wanted.friendly()),
        ),
    )
}

fn renew(certificate: &Cert) -> Guidance {
    let until = certificate.validity.not_after.date();
    by_message(
        say!(
            "Ask the server's owner to renew the certificate of “{name}”",
            name = field(certificate.subject.friendly())
        ),
        say!(
            "The last day on which it is valid is {date}. Nothing on your side can prolong it.",
            date = text(until.clone())
        ),
        format!(
            "The certificate \"{}\" (SHA-256 {}) of your TLS server is valid until \
                 {until}. Please renew it, and reload the server afterwards.",
            one_line(&certificate.subject.friendly()),
            certificate.sha256().thumbprint(),
        ),
    )
}

fn replace(certificate: &Cert) -> Guidance {
    by_message(
        say!(
            "Ask the server's owner to replace the certificate of “{name}”",
            name = field(certificate.subject.friendly())
        ),
        say!(
            "The certificate itself is what clients refuse, so that nothing on your side can \
             mend it."
        ),
        format!(
            "Clients refuse the certificate \"{}\" (SHA-256 {}) of your TLS server. \
                 Please replace it by one from a public CA, for the names under which the \
                 server is reached.",
            one_line(&certificate.subject.friendly()),
            certificate.sha256().thumbprint(),
        ),
    )
}

fn move_to_listed_root(root: &Cert) -> Guidance {
    by_message(
        say!(
            "Ask the server's owner to move away from the root “{name}”",
            name = field(root.subject.friendly())
        ),
        say!(
            "This root is no longer on the public list. Adding it again on your side would \
             trust it for all sites."
        ),
        format!(
            "The certificate of your TLS server leads to the root \"{}\" (SHA-256 {}), \
                 which has been removed from the public list. Clients with a current list \
                 refuse it. Please get a certificate from a CA whose root is on the list.",
            one_line(&root.subject.friendly()),
            root.sha256().thumbprint(),
        ),
    )
}
