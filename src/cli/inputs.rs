//! From paths to recognised inputs.

use super::complaint::{Complaint, Expected, Outcome};
use super::file;
use crate::explain::{Purpose, Supplied};
use crate::input::{ContainerNote, Content, NoteKind, Passwords, Tried, recognise_with};
use crate::known::KnownRoots;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// Reads inputs and gathers what stands against them, so that all of it is said at once.
#[derive(Debug, Default)]
pub(super) struct Inputs {
    supplied: Vec<Supplied>,
    unreadable: Vec<Complaint>,
    useless: Vec<Complaint>,
    standard_input: StandardInput,
    passwords: Passwords,
    hashed: Hashed,
}

/// Which files are known by their hash.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Hashed {
    /// Those that may be a published bundle.
    #[default]
    AsNeeded,
    Every,
}

/// Standard input can be read once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum StandardInput {
    #[default]
    Unread,
    Read,
}

impl Inputs {
    /// Nothing yet; these passwords are tried on every container.
    pub(super) fn with(passwords: Passwords) -> Self {
        Self {
            passwords,
            ..Self::default()
        }
    }

    /// The same, and every file that is read is known by its hash, however long it is.
    pub(super) const fn hashed(mut self) -> Self {
        self.hashed = Hashed::Every;
        self
    }

    /// Reads files that are given for one purpose.
    pub(super) fn read(&mut self, purpose: Purpose, paths: &[PathBuf]) {
        for path in paths {
            self.read_one(purpose, path);
        }
    }

    /// What was read, and what of it is of no use; every reason why something could not be opened otherwise.
    pub(super) fn finish(self) -> Outcome<(Vec<Supplied>, Vec<Complaint>)> {
        if self.unreadable.is_empty() {
            Ok((self.supplied, self.useless))
        } else {
            Err(self.unreadable)
        }
    }

    fn read_one(&mut self, purpose: Purpose, path: &Path) {
        if file::is_standard_input(path) {
            if self.standard_input == StandardInput::Read {
                self.unreadable.push(Complaint::StandardInputTwice);
                return;
            }
            self.standard_input = StandardInput::Read;
        }
        let expected = expected(purpose);
        match file::read(path) {
            Err(problem) => self.unreadable.push(Complaint::Unreadable {
                path: path.to_owned(),
                expected,
                problem,
            }),
            Ok(bytes) => {
                let input = (&file::source_name(path), bytes.as_slice());
                let mut supplied =
                    Supplied::read_with(purpose, input, &self.passwords).examined(&bytes);
                if !is_useful(&supplied) {
                    let path = path.to_owned();
                    self.useless.push(match locked(&supplied) {
                        Some(tried) => Complaint::PasswordNeeded { path, tried },
                        None => Complaint::NothingInIt { path, expected },
                    });
                }
                if self.hashed == Hashed::Every {
                    let hash = || Sha256::digest(&bytes).into();
                    supplied.file_sha256.get_or_insert_with(hash);
                }
                self.supplied.push(supplied);
            }
        }
    }
}

/// The known roots: the built-in table, or the certificates of a file.
pub(super) fn known_roots(path: Option<&Path>, passwords: &Passwords) -> Outcome<KnownRoots> {
    let Some(path) = path else {
        return Ok(KnownRoots::built_in());
    };
    let expected = Expected::KnownRoots;
    let bytes = file::read(path).map_err(|problem| Complaint::Unreadable {
        path: path.to_owned(),
        expected,
        problem,
    })?;
    let recognised = recognise_with(&file::source_name(path), &bytes, passwords);
    let known =
        KnownRoots::from_certificates(recognised.certificates().map(|(der, _)| der.to_vec()));
    if known.is_empty() {
        let path = path.to_owned();
        return Err(Complaint::NothingInIt { path, expected }.into());
    }
    Ok(known)
}

/// What was tried on a container that stays closed.
pub(super) fn locked(supplied: &Supplied) -> Option<Tried> {
    supplied.recognised.notes.iter().find_map(|note| {
        if let NoteKind::Container(ContainerNote::PasswordNeeded { tried, .. }) = note.kind {
            Some(tried)
        } else {
            None
        }
    })
}

/// Whether there is anything in an input that it was given for.
fn is_useful(supplied: &Supplied) -> bool {
    let serves = |content: &Content| match (supplied.purpose, content) {
        (Purpose::ErrorText, Content::ErrorText(_))
        | (Purpose::ByContent, _)
        | (Purpose::Bundle | Purpose::Chain, Content::Certificate { .. }) => true,
        (Purpose::ErrorText, Content::Certificate { .. })
        | (Purpose::Bundle | Purpose::Chain, Content::ErrorText(_)) => false,
    };
    let items = &supplied.recognised.items;
    items.iter().any(|item| serves(&item.content))
}

const fn expected(purpose: Purpose) -> Expected {
    match purpose {
        Purpose::Bundle => Expected::Bundle,
        Purpose::Chain => Expected::Chain,
        Purpose::ErrorText => Expected::ErrorText,
        Purpose::ByContent => Expected::Anything,
    }
}
