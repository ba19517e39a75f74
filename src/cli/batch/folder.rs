//! The files of a folder, as questions.
#![allow(clippy::disallowed_methods, reason = "the command line opens files")]

use super::item::{Content, Item};
use crate::cli::complaint::FileProblem;
use crate::cli::file;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Folders within folders; deeper ones are taken for a loop.
const DEEPEST: usize = 64;

/// All files in a folder and the folders in it, in the order of their paths, and how many there are. Only the paths are
/// kept. A link to a file is a file; one to a folder is not followed.
pub(super) fn list(
    root: &Path,
) -> Result<(impl Iterator<Item = io::Result<Item>> + Send + use<>, u64), FileProblem> {
    let mut found = Vec::new();
    walk(root, &mut Vec::new(), &mut found)?;
    let count = u64::try_from(found.len()).unwrap_or(u64::MAX);
    let items = (1_u64..).zip(found).map(|(number, content)| {
        Ok(Item {
            number,
            position: number,
            content,
        })
    });
    Ok((items, count))
}

/// Adds what is in a folder; an error only for the folder itself.
fn walk(
    folder: &Path,
    names: &mut Vec<String>,
    found: &mut Vec<Content>,
) -> Result<(), FileProblem> {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let entries = entries.map_err(|error| file::problem(&error))?;
    let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        names.push(name.into_owned());
        let id = names.join("/");
        let is_folder = path.symlink_metadata().is_ok_and(|facts| facts.is_dir());
        if !is_folder {
            found.push(Content::File { id, path });
        } else if names.len() > DEEPEST {
            let problem = FileProblem::Folder;
            found.push(Content::NotRead { id, problem });
        } else if let Err(problem) = walk(&path, names, found) {
            found.push(Content::NotRead { id, problem });
        }
        names.pop();
    }
    Ok(())
}
