//! English words of the command line.

use crate::cli::{Complaint, Expected, FileProblem, Notice, Protected, Refusal, WriteProblem};
use crate::doc::{Inlines, code, field};
use crate::environment::{PROGRAMS, UnknownProgram};
use crate::input::Tried;
use crate::repair::NotRepaired;
use crate::say;
use crate::text::name::first_few;
use std::io::ErrorKind;
use std::path::Path;

#[cfg(feature = "connect")]
mod connect;

/// What stands against the arguments or a file.
pub(crate) fn complaint(complaint: &Complaint) -> Inlines {
    match complaint {
        Complaint::NothingGiven => say!(
            "Nothing to judge: give a bundle, a chain or an error text as FILE, or a server with `--connect`. See `certwhy explain --help`."
        ),
        Complaint::Unreadable {
            path,
            expected,
            problem,
        } => unreadable(path, *expected, *problem),
        Complaint::NothingInIt { path, expected } => say!(
            "{path}: there is no {wanted} in it. Expected {form}.",
            path = shown(path),
            wanted = wanted(*expected),
            form = form(*expected),
        ),
        Complaint::PasswordNeeded { path, tried } => closed(path, *tried),
        Complaint::StandardInputTwice => {
            say!("`-` stands for standard input, which can be read only once.")
        }
        Complaint::Host { given, problem } => super::host::words(given, problem),
        Complaint::BatchFormat => say!(
            "`--batch` answers in lines of JSON: leave `--format` out. `--details` writes the whole reports."
        ),
        Complaint::InputBroken(problem) => {
            unreadable(Path::new("--batch"), Expected::Batch, *problem)
        }
        Complaint::Port { given } => say!(
            "{given} has no port from 1 to 65535. Expected HOST or HOST:PORT, such as `example.com:8443` or `[::1]:443`.",
            given = code(given.clone()),
        ),
        Complaint::Time { given } => say!(
            "{given} is no time. Expected a date such as `2024-01-15`, or date and time such as `2024-01-15T12:00:00Z`.",
            given = code(given.clone()),
        ),
        Complaint::Client { given } => say!(
            "No client is known as {given}. `certwhy clients` lists those that are; `all` stands for every one.",
            given = code(given.clone()),
        ),
        Complaint::Program(UnknownProgram::Name(given)) => say!(
            "No program is known as {given}. Among those that are: {names}.",
            given = code(given.clone()),
            names = Inlines::join(PROGRAMS.iter().map(|name| code(*name)), ", ")
        ),
        Complaint::Program(UnknownProgram::Release(given)) => say!(
            "There is no release {given}. A release is written as in `shotgun_api3@3.0.36`.",
            given = code(given.clone())
        ),
        Complaint::Code { given } => say!(
            "There is no code {given}. `certwhy codes` lists all of them.",
            given = code(given.clone()),
        ),
        #[cfg(feature = "connect")]
        Complaint::Connect { target, problem } => connect::problem(target, problem),
        Complaint::Refused(refusal) => refused(refusal),
        Complaint::NotWritten { path, problem } => not_written(path, problem),
    }
}

/// What the user is told beside the output.
pub(crate) fn notice(notice: &Notice) -> Inlines {
    match notice {
        Notice::NothingToRepair => {
            say!("Nothing to repair: the file is sound, and holds everything that is needed.")
        }
        Notice::Repaired { to, kept, added } => repaired(to.as_deref(), *kept, added),
        Notice::DamagedLeftOut { count } => say!(
            "Left out: what cannot be read as a certificate ({count}). `certwhy bundle` says where it stands.",
            count = *count,
        ),
        Notice::DuplicatesLeftOut { count } => say!(
            "Left out: repetitions of the same certificate ({count}).",
            count = *count,
        ),
        Notice::PrivateKeyLeftOut => say!(
            "Left out: a private key. It has no place in a CA bundle; whoever could read the file has it."
        ),
        Notice::NotTrustedLeftOut { count } => say!(
            "Left out: certificates that the file itself does not trust ({count}). `certwhy bundle` says why.",
            count = *count,
        ),
        Notice::Protected(protected) => protected_by(*protected),
        Notice::LinesUnreadable(tally) => super::batch::unreadable(tally),
        Notice::BatchDone(tally) => super::batch::done(tally),
        Notice::Backup { path } => say!("The file as it was is now {path}.", path = shown(path),),
    }
}

/// How to see what is folded.
pub(crate) fn folded() -> Inlines {
    say!("Folded parts are shown in full with `--details`.")
}

fn closed(path: &Path, tried: Tried) -> Inlines {
    match tried {
        Tried::Usual => say!(
            "{path}: encrypted, and none of the usual passwords opens it. Write its password into a file, and name that with `--password-file`.",
            path = shown(path),
        ),
        Tried::Given => say!(
            "{path}: encrypted, and no password in the file named with `--password-file` opens it.",
            path = shown(path),
        ),
    }
}

fn unreadable(path: &Path, expected: Expected, problem: FileProblem) -> Inlines {
    let path = shown(path);
    let form = form(expected);
    match problem {
        FileProblem::Missing => say!(
            "{path}: there is no such file. Expected {form}.",
            path,
            form
        ),
        FileProblem::Folder => {
            say!(
                "{path}: this is a folder. Expected a file: {form}.",
                path,
                form
            )
        }
        FileProblem::Denied => say!(
            "{path}: no permission to read it. Run certwhy as a user who has, or copy the file. Expected {form}.",
            path,
            form
        ),
        FileProblem::TooLarge { mebibytes } => say!(
            "{path}: larger than {mebibytes} MiB, so not read. Expected {form}.",
            path,
            mebibytes,
            form
        ),
        FileProblem::Other(kind) => say!(
            "{path}: cannot be read ({reason}). Expected {form}.",
            reason = reason(kind),
            path,
            form
        ),
    }
}

fn wanted(expected: Expected) -> Inlines {
    match expected {
        Expected::Bundle | Expected::Chain | Expected::KnownRoots | Expected::Batch => {
            "certificate".into()
        }
        Expected::Password => "password".into(),
        Expected::ErrorText => "error text".into(),
        Expected::Anything => "certificate and no error text".into(),
    }
}

fn form(expected: Expected) -> Inlines {
    match expected {
        Expected::Bundle => "a CA bundle: PEM, DER, PKCS #7 or a key store".into(),
        Expected::Chain => {
            say!(
                "the server's certificates: PEM, DER, PKCS #7, or the output of `openssl s_client -showcerts`"
            )
        }
        Expected::ErrorText => "the error text of the failing program".into(),
        Expected::Anything => {
            "a CA bundle, a server's certificates, or the error text of a failing program".into()
        }
        Expected::Batch => say!(
            "a file with one JSON object on each line, such as {example}, or a folder of chains",
            example = code(r#"{"id": 1, "host": "www.example.com", "chain": "-----BEGIN…"}"#)
        ),
        Expected::KnownRoots => "root certificates: PEM, DER, PKCS #7 or a key store".into(),
        Expected::Password => "a text file with passwords, one on each line".into(),
    }
}

fn refused(refusal: &Refusal) -> Inlines {
    match refusal {
        Refusal::NotRepaired(reason) => not_repaired(*reason),
        Refusal::NotForAll(clients) => say!(
            "Nothing written: no set of public roots makes all these clients trust the chain. Not satisfied: {clients}. Leave these out of `--client`; `certwhy explain` with each of them says what is wrong there.",
            clients = clients.join(", ")
        ),
        Refusal::StandardInputInPlace => {
            say!(
                "Standard input cannot be changed in place: name a file, or leave `--in-place` out."
            )
        }
        Refusal::OtherForm => say!(
            "Nothing written: in place the file would change its format, and what reads it could not read it. Write another file beside it with `-o`, and choose its format with `--container`."
        ),
        Refusal::Closed(_) => say!(
            "Nothing written: a part of the file stays closed, and would be lost. `certwhy bundle` says why."
        ),
        Refusal::HoldsPrivateKey => say!(
            "Nothing written: the key store holds a private key, which certwhy never copies; in place it would be lost. Write the certificates to another file with `-o`."
        ),
        Refusal::PasswordUnknown => say!(
            "Nothing written: in place the key store keeps its password, and none that was tried is the one. Write it into a file, and name that with `--password-file`."
        ),
        Refusal::PasswordNotAscii => say!(
            "Nothing written: Java opens a PKCS #12 file only if its password is plain ASCII. Choose another password, or `--container jks`."
        ),
        Refusal::NeedsFile => {
            say!("Nothing written: a key store is no text. Name a file for it with `-o`.")
        }
    }
}

fn protected_by(protected: Protected) -> Inlines {
    match protected {
        Protected::ByTheUsual => say!(
            "The key store is protected by the password `changeit`, which everybody knows and nearly all trust stores have. `--password-file` sets another."
        ),
        Protected::ByTheGiven => {
            say!(
                "The key store is protected by the first password in the file named with `--password-file`."
            )
        }
        Protected::AsBefore => say!("The key store has the same password as before."),
        Protected::ByNothing => say!(
            "The key store is protected by no password, as the one that comes with Java 18 and later."
        ),
    }
}

fn not_repaired(reason: NotRepaired) -> Inlines {
    match reason {
        NotRepaired::NoProvenRemedy => say!(
            "Nothing written: no change to the bundle that certwhy can prove makes the client trust this chain. `certwhy explain` with the same files says what is wrong."
        ),
        NotRepaired::ServerMustAct => say!(
            "Nothing written: the bundle is not at fault, the server must change. `certwhy explain` with the same files says how."
        ),
        NotRepaired::OtherRemedy(action) => say!(
            "Nothing written: the proven remedy is {action}, and `repair` takes no certificate away. `certwhy explain` with the same files gives the steps.",
            action = code(action),
        ),
        NotRepaired::UseCurrent => say!(
            "Nothing written: no single root helps, the newest public list does. Run `repair` with `--current` in place of `--chain`."
        ),
        NotRepaired::Undecided => say!(
            "Nothing written: certwhy cannot decide whether the client trusts this chain. `certwhy explain` with the same files says why."
        ),
    }
}

fn not_written(path: &Path, problem: &WriteProblem) -> Inlines {
    let path = shown(path);
    match problem {
        WriteProblem::FolderMissing => {
            say!("{path}: not written, the folder does not exist.", path)
        }
        WriteProblem::Denied => say!("{path}: not written, no permission to write there.", path),
        WriteProblem::IsTheInput => say!(
            "{path}: not written, it is the bundle itself. Give another name, or `--in-place`, which keeps a backup.",
            path
        ),
        WriteProblem::Folder => say!(
            "{path}: not written, this is a folder. Give a file name.",
            path
        ),
        WriteProblem::InTheInput => say!(
            "{path}: not written, it belongs to what `--batch` reads. Give a name outside of that.",
            path
        ),
        WriteProblem::HoldsOtherAnswers => say!(
            "{path}: not written, and left as it is: what stands in it is not the beginning of these answers. The input, the bundle, an option or the release of certwhy is another. Give another name, or move the file away.",
            path
        ),
        WriteProblem::ReadBackDiffers => say!(
            "{path}: reading it back gave other certificates than were written. Do not use it; check the disk.",
            path
        ),
        WriteProblem::NoBackupName => say!(
            "{path}: not written, since no name is left for the backup. Move the old backups away.",
            path
        ),
        WriteProblem::Other(kind) => {
            say!(
                "{path}: not written ({reason}).",
                reason = reason(*kind),
                path
            )
        }
    }
}

fn repaired(to: Option<&Path>, kept: usize, added: &[String]) -> Inlines {
    let head = if let Some(path) = to {
        say!(
            "Wrote {path} and read it back. Certificates kept: {kept}. Added: {count}",
            path = shown(path),
            count = added.len(),
            kept
        )
    } else {
        say!(
            "Certificates kept: {kept}. Added: {count}",
            count = added.len(),
            kept
        )
    };
    if added.is_empty() {
        return head.text(".");
    }
    let names = match first_few(added, "; ", |name| field(name.clone()).into()) {
        (names, 0) => names,
        (names, more) => say!("{names} and {more} more", names, more),
    };
    head.text(": ").then(names).text(".")
}

fn shown(path: &Path) -> Inlines {
    code(path.to_string_lossy()).into()
}

/// The system's own words, as they are.
fn reason(kind: ErrorKind) -> Inlines {
    field(kind.to_string()).into()
}
