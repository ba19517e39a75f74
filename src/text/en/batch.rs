//! English words about many chains at once.

use crate::cli::{FileProblem, LineProblem, Standing, Tally};
use crate::doc::{Inlines, code, field};
use crate::input::Tried;
use crate::say;
use crate::text::number::grouped;

/// Why a line asks nothing.
pub(crate) fn line_problem(problem: &LineProblem) -> Inlines {
    match problem {
        LineProblem::TooLong { mebibytes } => say!(
            "The line is longer than {mebibytes} MiB, so it was not read.",
            mebibytes = *mebibytes
        ),
        LineProblem::NotUtf8 => say!("The line is not UTF-8 text."),
        LineProblem::NotJson { column } => say!(
            "The line is not JSON; that shows in column {column}. A PEM file goes into the string `chain`, with `\\n` for its line breaks.",
            column = *column
        ),
        LineProblem::NoChain => say!(
            "There is no `chain` in the line. Expected {example}.",
            example = code(r#"{"chain": "-----BEGIN CERTIFICATE-----…"}"#)
        ),
        LineProblem::WrongType { field: name } => match *name {
            "chain" | "client" => say!(
                "{name} must be a string, or a list of strings.",
                name = code(*name)
            ),
            other => say!("{other} must be a string.", other = code(other)),
        },
        LineProblem::NoCertificate => say!(
            "There is no certificate in the chain. Expected PEM, base64 of DER, or the output of `openssl s_client -showcerts`."
        ),
        LineProblem::Closed(Tried::Usual) => say!(
            "The chain is encrypted, and none of the usual passwords opens it. Write its password into a file, and name that with `--password-file`."
        ),
        LineProblem::Closed(Tried::Given) => say!(
            "The chain is encrypted, and no password in the file named with `--password-file` opens it."
        ),
        LineProblem::Asked(complaint) => super::cli::complaint(complaint),
        LineProblem::File(problem) => file(*problem),
    }
}

fn file(problem: FileProblem) -> Inlines {
    match problem {
        FileProblem::Missing => say!("The file is gone, or is a link to nothing."),
        FileProblem::Folder => say!("The folders within folders are too deep."),
        FileProblem::Denied => say!("No permission to read it."),
        FileProblem::TooLarge { mebibytes } => say!(
            "The file is larger than {mebibytes} MiB, so it was not read.",
            mebibytes
        ),
        FileProblem::Other(kind) => say!(
            "It cannot be read ({reason}).",
            reason = field(kind.to_string())
        ),
    }
}

/// How far it is.
pub(crate) fn standing(standing: &Standing) -> Inlines {
    let share = standing.hundredths.map_or_else(Inlines::new, |hundredths| {
        say!("{hundredths} %, ", hundredths)
    });
    let head = say!(
        "{share}{done} chains, {rate} a second",
        done = grouped(standing.done),
        rate = grouped(standing.per_second),
        share
    );
    match standing.left {
        None => head,
        Some(seconds @ ..60) => say!("{head}, {seconds} s left", head, seconds),
        Some(seconds) => say!(
            "{head}, {minutes} min left",
            minutes = seconds.div_ceil(60),
            head
        ),
    }
}

/// That some lines have no answer.
pub(crate) fn unreadable(tally: &Tally) -> Inlines {
    say!(
        "Without an answer: {count} of {all}. The first is line {first}; its `error` says why.",
        count = grouped(tally.unreadable),
        all = grouped(tally.all()),
        first = tally.first_unreadable
    )
}

/// How all lines ended.
pub(crate) fn done(tally: &Tally) -> Inlines {
    say!(
        "Answered: {all}. Trusted: {trusted}. Not trusted: {not_trusted}. Undecided: {undecided}. Not readable: {unreadable}.",
        all = grouped(tally.all()),
        trusted = grouped(tally.trusted),
        not_trusted = grouped(tally.not_trusted),
        undecided = grouped(tally.undecided),
        unreadable = grouped(tally.unreadable)
    )
}
