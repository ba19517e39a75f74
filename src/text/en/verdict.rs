//! The answer in a word and a sentence that says who must act.

use crate::certificate::ServerName;
use crate::doc::{Inlines, code, field};
use crate::finding::Finding;
use crate::input::NoteKind;
use crate::report::Asked;
use crate::say;
use crate::verdict::Verdict;

/// The title of the answer.
pub(in crate::text) fn title(asked: &Asked) -> Inlines {
    if let Some(host) = &asked.host {
        say!(
            "Does {client} trust {host}?",
            client = code(&asked.client),
            host = field(host.to_string())
        )
    } else {
        say!(
            "Does {client} trust this server?",
            client = code(&asked.client)
        )
    }
}

/// The verdict in a word.
pub(in crate::text) const fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Trusted => "Trusted",
        Verdict::NotTrusted => "Not trusted",
        Verdict::Undecided => "Undecided",
    }
}

/// The verdict as a sentence, where everything is well.
pub(in crate::text) fn trusted(host: Option<&ServerName>) -> Inlines {
    if let Some(host) = host {
        say!(
            "The client accepts {host}; nobody has to act.",
            host = field(host.to_string())
        )
    } else {
        say!("The client accepts this server; nobody has to act.")
    }
}

/// The verdict as a sentence, where it is well with these inputs and an error was given all the same.
pub(in crate::text) fn trusted_in_spite_of_an_error() -> Inlines {
    say!(
        "With these files the client accepts the server, and yet you have an error from it: the program probably reads another file than this, received other certificates, or follows stricter rules."
    )
}

/// The verdict as a sentence, where it is well now and may not stay so.
pub(in crate::text) fn fragile() -> Inlines {
    say!("The client accepts this server today, but it may not stay so.")
}

/// The verdict as a sentence, where no finding says why.
pub(in crate::text) fn unexplained(verdict: Verdict) -> Inlines {
    match verdict {
        Verdict::Trusted => trusted(None),
        Verdict::NotTrusted => say!("The client refuses this server."),
        Verdict::Undecided => {
            say!("There is not enough to judge by: please provide the server's certificates.")
        }
    }
}

/// The verdict as a sentence, where nothing was found that the reader could do with the own bundle.
pub(in crate::text) fn headline_without_remedy(cause: &Finding) -> Inlines {
    if matches!(cause, Finding::MissingRoot(_)) {
        say!("Your CA bundle lacks one root certificate, but adding it alone would not help.")
    } else if matches!(cause, Finding::ExpiredRoot { .. }) {
        say!("A root in your CA bundle has expired, and no known root replaces it.")
    } else if matches!(cause, Finding::AnchorNotSelfSigned { .. }) {
        say!("Your CA bundle holds a certificate that is not a root, and its root is not known.")
    } else {
        headline(cause)
    }
}

/// The verdict as a sentence: the cause, and who must act.
#[expect(clippy::too_many_lines, reason = "one arm for each finding")]
pub(in crate::text) fn headline(cause: &Finding) -> Inlines {
    use Finding as F;
    match cause {
        F::MissingRoot(_) => {
            say!("Your CA bundle lacks one root certificate; you can add it yourself.")
        }
        F::MissingIntermediate(_) => {
            say!("The server leaves out a certificate; its owner must send it.")
        }
        F::AnchorNotSelfSigned { .. } => {
            say!("Your CA bundle holds the wrong copy of a root; you can exchange it.")
        }
        F::InterceptionProxy { .. } => {
            say!("Your network replaces the server's certificate; ask your IT department.")
        }
        F::SelfSignedLeaf { .. } => {
            say!("The server signed its own certificate; its owner must get a proper one.")
        }
        F::Expired { .. } => say!("A certificate has expired; the server's owner must renew it."),
        F::NotYetValid { .. } => {
            say!("A certificate is not valid yet; check your clock, then tell the server's owner.")
        }
        F::ExpiredRoot { .. } => {
            say!("A root in your CA bundle has expired; you can update the bundle.")
        }
        F::ExpiredCrossCertificate { .. } => {
            say!("An expired certificate keeps the client from a path that is valid.")
        }
        F::OldPathBuilder(_) => {
            say!("A valid path exists, and the client does not find it.")
        }
        F::HostMismatch { .. } => {
            say!("The server's certificate is for another name; check the address you use.")
        }
        F::ClockWrong { .. } => say!("The clock of this computer is wrong; you can set it."),
        F::WeakSignature { .. } | F::WeakKey { .. } => {
            say!("A certificate is too weak; the server's owner must replace it.")
        }
        F::NameConstraints { .. }
        | F::NotACa { .. }
        | F::PathTooLong { .. }
        | F::KeyUsage { .. }
        | F::CriticalExtension { .. }
        | F::Policy { .. }
        | F::ProfileRule { .. } => {
            say!("A certificate breaks a rule; the CA that issued it must act.")
        }
        F::Strictness { .. } => {
            say!("A certificate breaks a rule that this client's strict mode enforces.")
        }
        F::WrongPurpose { .. } => {
            say!("A certificate is not meant for servers; the server's owner must replace it.")
        }
        F::UnknownRoot { .. } => {
            say!("The server uses a CA that is not public; ask whoever runs it.")
        }
        F::RemovedRoot { .. } => {
            say!("The server relies on a root that was removed; its owner must move.")
        }
        F::SameNameDifferentKey(_) => {
            say!("A certificate has the right name but the wrong key; compare the fingerprints.")
        }
        F::SignatureMismatch { .. } => {
            say!("A signature does not match; the server's owner must look into it.")
        }
        F::SignatureNotCheckable { .. } => {
            say!("One signature cannot be checked here, so the answer is open.")
        }
        F::MalformedCertificate { .. } => {
            say!("A certificate cannot be read; obtain the file again.")
        }
        F::LimitReached { .. } => say!("The search was cut short, so the answer is open."),
        F::File(note) if matches!(note.kind, NoteKind::ChainOnlyNamed { .. }) => {
            say!("The file holds only a part of what the server sends; please provide all of it.")
        }
        F::WrongFileForClient(_) => {
            say!("What was changed is not what the program reads; you can change the right place.")
        }
        F::File(_) => say!("One of the files cannot be used as it is; you can replace it."),
        F::FragileTrust(_)
        | F::OutOfOrder
        | F::UnneededCertificate { .. }
        | F::RootSent { .. }
        | F::OrderSensitive { .. }
        | F::ExpiresSoon { .. } => fragile(),
    }
}
