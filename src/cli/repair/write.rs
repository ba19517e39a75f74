//! Writing a bundle so that there is never half a file, and never a lost one.
#![allow(clippy::disallowed_methods, reason = "the command line opens files")]

use crate::cli::complaint::{Complaint, WriteProblem};
use crate::cli::file::write_problem as problem;
use crate::input::{Opened, Passwords, recognise_with};
use crate::location::SourceName;
use crate::repair::{BundleFile, OutputForm, Writing};
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// How many backups of one file are kept apart.
const MOST_BACKUPS: u32 = 1000;

/// Where a bundle is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    /// To standard output.
    StandardOutput,
    /// To another file than the one it was read from.
    File(PathBuf),
    /// Over the file it was read from.
    InPlace(PathBuf),
}

impl Destination {
    /// The file, as given.
    pub(super) fn path(&self) -> Option<&Path> {
        match self {
            Self::StandardOutput => None,
            Self::File(path) | Self::InPlace(path) => Some(path),
        }
    }
}

/// A file that is not the input, whatever the names: also through a symbolic link.
pub(super) fn beside(input: &Path, output: &Path) -> Result<Destination, Complaint> {
    let refuse = |problem| Complaint::NotWritten {
        path: output.to_owned(),
        problem,
    };
    if output.is_dir() {
        return Err(refuse(WriteProblem::Folder));
    }
    let same = match (input.canonicalize(), output.canonicalize()) {
        (Ok(input), Ok(output)) => input == output,
        (Ok(_) | Err(_), Err(_)) | (Err(_), Ok(_)) => false,
    };
    if same {
        return Err(refuse(WriteProblem::IsTheInput));
    }
    Ok(Destination::File(output.to_owned()))
}

/// Writes a bundle, and gives what is left for standard output and the path of the backup. A file is read back and
/// compared before it takes its name.
pub(super) fn write(
    place: &Destination,
    bundle: &BundleFile,
    writing: &Writing,
) -> Result<(String, Option<PathBuf>), Complaint> {
    let new = || New {
        bytes: bundle.written(writing),
        bundle,
        writing,
    };
    let (path, done) = match place {
        Destination::StandardOutput => return Ok((bundle.to_pem(), None)),
        Destination::File(path) => (path, new().replace(path).map(|()| None)),
        Destination::InPlace(path) => (path, new().in_place(path).map(Some)),
    };
    let backup = done.map_err(|problem| Complaint::NotWritten {
        path: path.clone(),
        problem,
    })?;
    Ok((String::new(), backup))
}

/// What is to be written.
struct New<'b> {
    bytes: Vec<u8>,
    bundle: &'b BundleFile,
    writing: &'b Writing,
}

impl New<'_> {
    /// Follows links first: the file behind them is the one that is read, and a link must stay one.
    fn in_place(&self, path: &Path) -> Result<PathBuf, WriteProblem> {
        let path = path.canonicalize().map_err(|error| problem(&error))?;
        let draft = self.draft(&path)?;
        let backup = back_up(&path)?;
        draft.put_in_place(&path)?;
        Ok(backup)
    }

    fn replace(&self, path: &Path) -> Result<(), WriteProblem> {
        self.draft(path)?.put_in_place(path)
    }

    /// Writes beside the file and checks what was written; only then may it take the name: whoever reads meanwhile sees
    /// the old file or the new one.
    fn draft(&self, path: &Path) -> Result<Draft, WriteProblem> {
        let draft = Draft::beside(path)?;
        draft
            .fill(&self.bytes, path)
            .map_err(|error| problem(&error))?;
        let written = fs::read(&draft.path).map_err(|error| problem(&error))?;
        if self.is(&written) {
            Ok(draft)
        } else {
            Err(WriteProblem::ReadBackDiffers)
        }
    }

    /// Whether what was read back holds the same, in order, under the same password.
    fn is(&self, written: &[u8]) -> bool {
        let source = SourceName::new("what was written");
        let password = self.writing.password.clone();
        let recognised = recognise_with(&source, written, &Passwords::new([password]));
        let wanted = self.bundle.all().map(|certificate| certificate.as_der());
        recognised.notes.is_empty()
            && recognised.certificates().map(|(der, _)| der).eq(wanted)
            && self.is_protected(recognised.opened.as_ref())
    }

    fn is_protected(&self, opened: Option<&Opened>) -> bool {
        let password = &self.writing.password;
        match (self.writing.form, opened) {
            (OutputForm::Pem, opened) => opened.is_none(),
            (OutputForm::Jks | OutputForm::Pkcs12, None) => false,
            (form, Some(opened)) => {
                let fits = opened.password.as_ref() == Some(password);
                OutputForm::of(opened) == Some(form)
                    && (fits || (opened.password.is_none() && password.reveal().is_empty()))
            }
        }
    }
}

/// Keeps a file under the first free of the names `name.bak`, `name.bak.2`, …: a second name for the same content, so that
/// there is never half a backup. Where the disk knows no such names, a copy.
fn back_up(path: &Path) -> Result<PathBuf, WriteProblem> {
    let numbers = std::iter::once(String::new()).chain((2..MOST_BACKUPS).map(|n| format!(".{n}")));
    for number in numbers {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".bak{number}"));
        let backup = PathBuf::from(name);
        let named = fs::hard_link(path, &backup).or_else(|error| {
            if error.kind() == ErrorKind::AlreadyExists {
                Err(error)
            } else {
                copy(path, &backup)
            }
        });
        match named {
            Ok(()) => return Ok(backup),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(problem(&error)),
        }
    }
    Err(WriteProblem::NoBackupName)
}

/// Copies a file, with its permissions, to one that is not there yet.
fn copy(path: &Path, backup: &Path) -> io::Result<()> {
    File::create_new(backup)?;
    fs::copy(path, backup)?;
    File::open(backup)?.sync_all()
}

/// A file that is gone when it is no longer needed, unless it was renamed.
struct Draft {
    path: PathBuf,
}

impl Draft {
    fn beside(path: &Path) -> Result<Self, WriteProblem> {
        let Some(name) = path.file_name() else {
            return Err(WriteProblem::Folder);
        };
        let mut draft = std::ffi::OsString::from(".");
        draft.push(name);
        draft.push(format!(".certwhy-{}", std::process::id()));
        let path = path.with_file_name(draft);
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(_) => Ok(Self { path }),
            Err(error) => Err(problem(&error)),
        }
    }

    /// Writes it to the disk, with the permissions of the file whose place it takes.
    fn fill(&self, bytes: &[u8], instead_of: &Path) -> io::Result<()> {
        let mut file = OpenOptions::new().write(true).open(&self.path)?;
        file.write_all(bytes)?;
        if let Ok(facts) = fs::metadata(instead_of) {
            file.set_permissions(facts.permissions())?;
        }
        file.sync_all()
    }

    /// Gives it the name, and lets the folder reach the disk where the system can.
    fn put_in_place(self, path: &Path) -> Result<(), WriteProblem> {
        fs::rename(&self.path, path).map_err(|error| problem(&error))?;
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        if let Ok(folder) = File::open(folder.unwrap_or(Path::new("."))) {
            let _ = folder.sync_all();
        }
        Ok(())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // After the renaming there is nothing left of this name, which is as it should be.
        let _ = fs::remove_file(&self.path);
    }
}

#[cfg(test)]
mod tests;
