//! What a button does: the value of its `data-do`.

use crate::lang::Lang;
use crate::page::Place;

/// An action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Action {
    /// Takes an input away.
    Remove(usize),
    /// Says that an input belongs elsewhere.
    Move(usize, Place),
    /// Takes all inputs away.
    Clear,
    /// Stops what is running.
    Cancel,
    /// Changes the language.
    Language(Lang),
    /// Shows an example.
    Example(String),
    /// Unfolds something.
    Open(String),
    /// Copies the text beside the button.
    Copy,
    /// Saves a file.
    Download(String),
    /// Makes a link with the inputs.
    Share,
}

impl Action {
    /// Reads an action.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (verb, rest) = text.split_once(':').unwrap_or((text, ""));
        match verb {
            "remove" => Some(Self::Remove(rest.parse().ok()?)),
            "move" => {
                let (index, place) = rest.split_once(':')?;
                Some(Self::Move(index.parse().ok()?, Place::named(place)?))
            }
            "clear" => Some(Self::Clear),
            "cancel" => Some(Self::Cancel),
            "lang" => Some(Self::Language(rest.parse().ok()?)),
            "example" => Some(Self::Example(rest.to_owned())),
            "open" => Some(Self::Open(rest.to_owned())),
            "copy" => Some(Self::Copy),
            "download" => Some(Self::Download(rest.to_owned())),
            "share" => Some(Self::Share),
            _ => None,
        }
    }
}
