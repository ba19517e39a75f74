//! Passwords from a file. They are not taken as arguments: other users of the computer see those.

use super::complaint::{Complaint, Expected, Outcome};
use super::file;
use crate::input::Passwords;
use std::path::Path;

/// The passwords in a file, one on each line; none without a file.
pub(super) fn passwords(path: Option<&Path>) -> Outcome<Passwords> {
    let Some(path) = path else {
        return Ok(Passwords::default());
    };
    let bytes = file::read(path).map_err(|problem| Complaint::Unreadable {
        path: path.to_owned(),
        expected: Expected::Password,
        problem,
    })?;
    Ok(Passwords::of_file(&bytes))
}
