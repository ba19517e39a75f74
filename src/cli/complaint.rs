//! What the command line has against its arguments and files, typed; the words are in `text/{en,ja}/cli.rs`.

use super::batch::Tally;
use crate::certificate::ServerNameProblem;
use crate::doc::Inlines;
use crate::environment::UnknownProgram;
use crate::input::{Container, Tried};
use crate::lang::Lang;
use crate::repair::NotRepaired;
use crate::text;
use std::path::PathBuf;

/// Why there is no answer, or only half of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Complaint {
    /// Neither a file nor a server was given.
    NothingGiven,
    /// A file cannot be read.
    Unreadable {
        /// As given.
        path: PathBuf,
        /// What it should have been.
        expected: Expected,
        /// Why not.
        problem: FileProblem,
    },
    /// A file was read, but there is nothing in it that it was given for.
    NothingInIt {
        /// As given.
        path: PathBuf,
        /// What was looked for.
        expected: Expected,
    },
    /// A container stays closed for want of its password.
    PasswordNeeded {
        /// As given.
        path: PathBuf,
        /// What was tried.
        tried: Tried,
    },
    /// Standard input was named twice.
    StandardInputTwice,
    /// `--host` or `--connect` names no host.
    Host {
        /// As given.
        given: String,
        /// Why it is none.
        problem: ServerNameProblem,
    },
    /// `--batch` answers in lines of JSON and nothing else.
    BatchFormat,
    /// In the middle, the input of `--batch` cannot be read on.
    InputBroken(FileProblem),
    /// `--connect` has no usable port.
    Port {
        /// As given.
        given: String,
    },
    /// `--at` is no time.
    Time {
        /// As given.
        given: String,
    },
    /// No profile answers for a client.
    Client {
        /// As given.
        given: String,
    },
    /// `--program` names no program, or no release.
    Program(UnknownProgram),
    /// There is no such finding code.
    Code {
        /// As given.
        given: String,
    },
    /// The server's certificates could not be fetched.
    #[cfg(feature = "connect")]
    Connect {
        /// As given.
        target: String,
        /// Why not.
        problem: super::ConnectProblem,
    },
    /// A repaired bundle is not written.
    Refused(Refusal),
    /// A file cannot be written.
    NotWritten {
        /// As given.
        path: PathBuf,
        /// Why not.
        problem: WriteProblem,
    },
}

/// What a file was given for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expected {
    /// A CA bundle.
    Bundle,
    /// A server's certificates.
    Chain,
    /// An error text.
    ErrorText,
    /// Any of these.
    Anything,
    /// Questions, one on each line, or a folder of chains.
    Batch,
    /// Roots that replace the table of known ones.
    KnownRoots,
    /// Passwords.
    Password,
}

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileProblem {
    /// It does not exist.
    Missing,
    /// It is a folder.
    Folder,
    /// We may not read it.
    Denied,
    /// It is larger than so many mebibytes, which no bundle is.
    TooLarge {
        /// The limit.
        mebibytes: u64,
    },
    /// Something else.
    Other(std::io::ErrorKind),
}

/// Why a file cannot be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum WriteProblem {
    /// The folder does not exist.
    FolderMissing,
    /// We may not write there.
    Denied,
    /// It is the input, and `--in-place` was not given.
    IsTheInput,
    /// It is a folder.
    Folder,
    /// It is what is read, or stands in the folder that is.
    InTheInput,
    /// What stands in it was not written by a run with the same input and options.
    HoldsOtherAnswers,
    /// What was read back is not what was written.
    ReadBackDiffers,
    /// No name is left for the backup.
    NoBackupName,
    /// Something else.
    Other(std::io::ErrorKind),
}

/// Why a bundle is not repaired.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// Nothing was proven that could be added to it.
    NotRepaired(NotRepaired),
    /// No set of roots satisfies all the clients; those that stay unsatisfied.
    NotForAll(Vec<String>),
    /// Standard input cannot be changed in place.
    StandardInputInPlace,
    /// The file's form would change in place.
    OtherForm,
    /// A container of which a part cannot be opened, and would be lost.
    Closed(Container),
    /// In place, the private keys of a key store would be lost.
    HoldsPrivateKey,
    /// In place, a key store keeps its password, and that is not known.
    PasswordUnknown,
    /// A key store is no text for standard output.
    NeedsFile,
    /// Java opens no PKCS #12 container with such a password.
    PasswordNotAscii,
}

/// What protects a key store that was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Protected {
    /// `changeit`, since no password was given.
    ByTheUsual,
    /// The password that was given.
    ByTheGiven,
    /// The one that it had before.
    AsBefore,
    /// Nothing.
    ByNothing,
}

/// What the user is told beside the output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Notice {
    /// There is nothing to repair.
    NothingToRepair,
    /// A repaired bundle was written and read back.
    Repaired {
        /// Where; `None` for standard output.
        to: Option<PathBuf>,
        /// How many of the user's certificates are in it.
        kept: usize,
        /// The subjects of the roots that were added.
        added: Vec<String>,
    },
    /// Certificates that cannot be read were left out.
    DamagedLeftOut {
        /// How many places.
        count: usize,
    },
    /// The same certificates again were left out.
    DuplicatesLeftOut {
        /// How many.
        count: usize,
    },
    /// A private key was left out.
    PrivateKeyLeftOut,
    /// Certificates that the file itself does not trust were left out.
    NotTrustedLeftOut {
        /// How many.
        count: usize,
    },
    /// What protects the key store that was written.
    Protected(Protected),
    /// Lines without an answer.
    LinesUnreadable(Tally),
    /// All lines are answered.
    BatchDone(Tally),
    /// Where the file as it was now is.
    Backup {
        /// Its path.
        path: PathBuf,
    },
}

/// A result, or everything that stands against it.
pub(super) type Outcome<T> = Result<T, Vec<Complaint>>;

impl From<Complaint> for Vec<Complaint> {
    fn from(complaint: Complaint) -> Self {
        vec![complaint]
    }
}

impl Complaint {
    /// In words.
    pub(super) fn words(&self, lang: Lang) -> Inlines {
        text::complaint(lang, self)
    }
}

impl Notice {
    /// In words.
    pub(super) fn words(&self, lang: Lang) -> Inlines {
        text::notice(lang, self)
    }
}
