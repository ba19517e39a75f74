//! Writing a bundle so that there is never half a file, and never a lost one.
#![allow(clippy::disallowed_methods, reason = "the command line opens files")]

use crate::cli::complaint::{Complaint, WriteProblem};
use crate::input::recognise;
use crate::location::SourceName;
use crate::repair::BundleFile;
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
) -> Result<(String, Option<PathBuf>), Complaint> {
    let text = bundle.to_pem();
    let (path, done) = match place {
        Destination::StandardOutput => return Ok((text, None)),
        Destination::File(path) => (path, replace(path, &text, bundle).map(|()| None)),
        Destination::InPlace(path) => (path, in_place(path, &text, bundle).map(Some)),
    };
    let backup = done.map_err(|problem| Complaint::NotWritten {
        path: path.clone(),
        problem,
    })?;
    Ok((String::new(), backup))
}

/// Follows links first: the file behind them is the one that is read, and a link must stay one.
fn in_place(path: &Path, text: &str, bundle: &BundleFile) -> Result<PathBuf, WriteProblem> {
    let path = path.canonicalize().map_err(|error| problem(&error))?;
    let backup = back_up(&path)?;
    replace(&path, text, bundle)?;
    Ok(backup)
}

/// Copies a file to the first free of `name.bak`, `name.bak.2`, …
fn back_up(path: &Path) -> Result<PathBuf, WriteProblem> {
    let numbers = std::iter::once(String::new()).chain((2..MOST_BACKUPS).map(|n| format!(".{n}")));
    for number in numbers {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".bak{number}"));
        let backup = PathBuf::from(name);
        match File::create_new(&backup) {
            Ok(_) => {
                // Its permissions come along.
                fs::copy(path, &backup).map_err(|error| problem(&error))?;
                return Ok(backup);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(problem(&error)),
        }
    }
    Err(WriteProblem::NoBackupName)
}

/// Writes beside the file, checks what was written, and only then gives it the name: whoever reads meanwhile sees the
/// old file or the new one.
fn replace(path: &Path, text: &str, bundle: &BundleFile) -> Result<(), WriteProblem> {
    let draft = Draft::beside(path)?;
    draft.fill(text, path).map_err(|error| problem(&error))?;
    let written = fs::read(&draft.path).map_err(|error| problem(&error))?;
    if !holds(&written, bundle) {
        return Err(WriteProblem::ReadBackDiffers);
    }
    fs::rename(&draft.path, path).map_err(|error| problem(&error))
}

fn holds(written: &[u8], bundle: &BundleFile) -> bool {
    let recognised = recognise(&SourceName::new("what was written"), written);
    let wanted = bundle.all().map(|certificate| certificate.as_der());
    recognised.notes.is_empty() && recognised.certificates().map(|(der, _)| der).eq(wanted)
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
    fn fill(&self, text: &str, instead_of: &Path) -> io::Result<()> {
        let mut file = OpenOptions::new().write(true).open(&self.path)?;
        file.write_all(text.as_bytes())?;
        if let Ok(facts) = fs::metadata(instead_of) {
            file.set_permissions(facts.permissions())?;
        }
        file.sync_all()
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // After the renaming there is nothing left of this name, which is as it should be.
        let _ = fs::remove_file(&self.path);
    }
}

#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "the kinds of I/O errors are not ours and grow"
)]
fn problem(error: &io::Error) -> WriteProblem {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => WriteProblem::FolderMissing,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => WriteProblem::Denied,
        ErrorKind::IsADirectory => WriteProblem::Folder,
        other => WriteProblem::Other(other),
    }
}

#[cfg(test)]
mod tests;
