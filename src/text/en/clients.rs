//! Clients, and what they say themselves.

use crate::client::{Basis, NativeError};
use crate::doc::{Inlines, code, field, text};
use crate::location::SourceName;
use crate::report::{Asked, ClientAnswer};
use crate::say;
use crate::text::name::date;

/// The client's own error, as it prints it.
pub(in crate::text) fn native(answer: &ClientAnswer, error: &NativeError) -> Inlines {
    say!(
        "This is the error that {client} ({step}) reports: {line}",
        client = code(&answer.id),
        step = answer.step,
        line = own_words(error)
    )
}

/// The same where the client refuses its bundle.
pub(in crate::text) fn refuses_file(
    answer: &ClientAnswer,
    (file, outcome): (&SourceName, Inlines),
    error: &NativeError,
) -> Inlines {
    say!(
        "{client} ({step}) reads {file} before it asks anything of the server, and {outcome}. This is the error that it reports: {line}",
        client = code(&answer.id),
        step = answer.step,
        file = field(file.as_str()),
        outcome,
        line = own_words(error)
    )
}

/// Over what is wrong beside the bundle's file.
pub(in crate::text) fn once_mended() -> Inlines {
    say!("“Also found” says how to mend the file. Once it is mended, this remains:")
}

/// Only the error.
pub(in crate::text) fn own_words(error: &NativeError) -> Inlines {
    code(format!("{}: {}", error.code, error.text)).into()
}

/// The clients that accept what the asked one refuses.
pub(in crate::text) fn others_accept(clients: &[&str]) -> Inlines {
    say!(
        "These accept the server: {clients}. They search for a path in another way, or check fewer rules.",
        clients = clients.join(", ")
    )
}

/// Why a client refuses what the asked one accepts.
pub(in crate::text) fn refuses(answer: &ClientAnswer, title: Inlines) -> Inlines {
    say!("{client}: {title}", client = code(&answer.id), title)
}

/// The title of the list of profiles.
pub(in crate::text) fn title() -> Inlines {
    say!("The clients that certwhy knows")
}

/// What the list is.
pub(in crate::text) fn introduction() -> Inlines {
    say!(
        "Clients differ in how they search for a path and in what they check. Each of these profiles describes the behaviour of one version."
    )
}

/// On what a profile rests.
pub(in crate::text) fn basis(basis: Basis) -> Inlines {
    match basis {
        Basis::Differential { cases } => say!(
            "compared with the real client in {cases} recorded cases",
            cases
        ),
        Basis::Standard => say!("written after the standard"),
        Basis::Documented => {
            say!("written after its documentation; the client itself was not asked")
        }
    }
}

/// What the answer rests on: client, time, and what nobody checked.
pub(in crate::text) fn limits(asked: &Asked, step: Option<&'static str>) -> Vec<Inlines> {
    let client = if let Some(step) = step {
        say!(
            "It was judged as {client} ({step}) would, on {day} ({moment}).",
            client = code(&asked.client),
            step,
            day = date(asked.at),
            moment = text(asked.at.to_string())
        )
    } else {
        say!(
            "It was judged as {client} would, on {day} ({moment}).",
            client = code(&asked.client),
            day = date(asked.at),
            moment = text(asked.at.to_string())
        )
    };
    let host = asked.host.is_none().then(|| {
        say!("No server name was given, so it was not checked whether the certificate is for that server.")
    });
    let rest = say!(
        "Two things are not checked: whether a certificate has been revoked, which means withdrawn by its CA before its time, and whether it is in the public logs of Certificate Transparency, which some browsers demand."
    );
    [Some(client), host, Some(rest)]
        .into_iter()
        .flatten()
        .collect()
}
