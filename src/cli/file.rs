//! Reading files with a limit.
#![allow(clippy::disallowed_methods, reason = "the command line opens files")]

use super::complaint::{FileProblem, WriteProblem};
use crate::location::SourceName;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

/// No bundle is larger: the largest public one has a third of a mebibyte.
const MOST_MEBIBYTES: u64 = 64;
const MOST_BYTES: u64 = MOST_MEBIBYTES * 1024 * 1024;

/// Whether a path stands for standard input.
pub(super) fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The name under which the report speaks of a file: its base name, so that no folder of the user's leaks.
pub(super) fn source_name(path: &Path) -> SourceName {
    if is_standard_input(path) {
        return SourceName::new("standard input");
    }
    let base = path.file_name().unwrap_or(path.as_os_str());
    SourceName::new(base.to_string_lossy())
}

/// Reads a whole file, or standard input.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, FileProblem> {
    if is_standard_input(path) {
        return read_limited(io::stdin().lock(), 0);
    }
    let facts = std::fs::metadata(path).map_err(|error| problem(&error))?;
    if facts.is_dir() {
        return Err(FileProblem::Folder);
    }
    let file = File::open(path).map_err(|error| problem(&error))?;
    read_limited(file, facts.len())
}

/// Reads a whole file of a folder; what is no file, such as a pipe, may never end.
pub(super) fn read_regular(path: &Path) -> Result<Vec<u8>, FileProblem> {
    let facts = std::fs::metadata(path).map_err(|error| problem(&error))?;
    if facts.is_file() {
        read(path)
    } else {
        Err(FileProblem::Other(ErrorKind::Unsupported))
    }
}

/// Opens a file to be read piece by piece, and its length where it has one.
pub(super) fn open(path: &Path) -> Result<(File, Option<u64>), FileProblem> {
    let file = File::open(path).map_err(|error| problem(&error))?;
    let facts = file.metadata().map_err(|error| problem(&error))?;
    let length = facts.is_file().then_some(facts.len());
    Ok((file, length))
}

/// Whether a file to be written is the input, or in the folder that is: whatever the names, also through a link.
pub(super) fn is_in(input: &Path, output: &Path) -> bool {
    let (Ok(input), Ok(output)) = (input.canonicalize(), whole(output)) else {
        return false;
    };
    output.starts_with(input)
}

/// The whole path of a file that need not be there yet.
fn whole(path: &Path) -> io::Result<PathBuf> {
    path.canonicalize().or_else(|_| {
        let folder = path.parent().filter(|folder| *folder != Path::new(""));
        let folder = folder.unwrap_or(Path::new(".")).canonicalize()?;
        Ok(folder.join(path.file_name().unwrap_or_default()))
    })
}

/// Why a file cannot be written.
#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "the kinds of I/O errors are not ours and grow"
)]
pub(super) fn write_problem(error: &io::Error) -> WriteProblem {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => WriteProblem::FolderMissing,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => WriteProblem::Denied,
        ErrorKind::IsADirectory => WriteProblem::Folder,
        other => WriteProblem::Other(other),
    }
}

/// Reads up to the limit. `expected` only spares copies: what says it is small may be endless, and the reverse.
fn read_limited(from: impl Read, expected: u64) -> Result<Vec<u8>, FileProblem> {
    let too_large = FileProblem::TooLarge {
        mebibytes: MOST_MEBIBYTES,
    };
    if expected > MOST_BYTES {
        return Err(too_large);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or(0).saturating_add(1));
    from.take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| problem(&error))?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MOST_BYTES) {
        return Err(too_large);
    }
    Ok(bytes)
}

#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "the kinds of I/O errors are not ours and grow"
)]
pub(super) fn problem(error: &io::Error) -> FileProblem {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => FileProblem::Missing,
        ErrorKind::IsADirectory => FileProblem::Folder,
        ErrorKind::PermissionDenied => FileProblem::Denied,
        other => FileProblem::Other(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_never_ends_is_too_large() {
        let endless = io::repeat(0);
        assert!(matches!(
            read_limited(endless, 0),
            Err(FileProblem::TooLarge { .. })
        ));
        assert!(matches!(
            read_limited(io::empty(), MOST_BYTES + 1),
            Err(FileProblem::TooLarge { .. })
        ));
    }

    #[test]
    fn a_wrong_length_does_not_matter() {
        for expected in [0, 3, 1000] {
            assert_eq!(read_limited(&b"abc"[..], expected), Ok(b"abc".to_vec()));
        }
    }

    #[test]
    fn sources_are_base_names() {
        for (path, name) in [
            ("-", "standard input"),
            ("a/b.pem", "b.pem"),
            ("b.pem", "b.pem"),
            ("..", ".."),
        ] {
            assert_eq!(source_name(Path::new(path)).as_str(), name);
        }
    }

    #[test]
    fn folders_and_missing_files() {
        let folder = std::env::temp_dir();
        assert_eq!(read(&folder), Err(FileProblem::Folder));
        let missing = folder.join("certwhy-no-such-file");
        assert_eq!(read(&missing), Err(FileProblem::Missing));
        assert_eq!(read(&missing.join("below")), Err(FileProblem::Missing));
    }
}
