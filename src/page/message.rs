//! What the two halves of the page say to each other: JSON, with the bytes of files beside it.

use super::place::{Choice, Place};
use crate::lang::Lang;
use serde::{Deserialize, Serialize};

/// What the page asks its engine. The bytes of `given` travel beside it, in the same order.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "kebab-case")]
pub enum Request {
    /// Here are the certificates of the known roots, one part.
    Attach,
    /// Answer.
    Explain(Asked),
    /// Make a file to take away.
    Download {
        /// The public name of the file's kind.
        what: String,
        /// The question.
        asked: Asked,
    },
    /// Compare a thumbprint that was pasted.
    Compare {
        /// The text as pasted.
        pasted: String,
        /// The question.
        asked: Asked,
    },
    /// Put the inputs into the fragment of a link.
    Share(Asked),
    /// Take them out of one.
    Open {
        /// The fragment, without its `#`.
        fragment: String,
    },
}

/// Everything that the user gave.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Asked {
    /// The inputs.
    pub given: Vec<Given>,
    /// The server's name as typed; empty leaves it unchecked.
    pub host: String,
    /// The client's clock, RFC 3339 or a date.
    pub at: String,
    /// The id of a client; empty for the one that suits the inputs.
    pub client: String,
    /// The tag of the language.
    pub lang: String,
}

impl Asked {
    /// The language, English where the tag is of none.
    pub fn lang(&self) -> Lang {
        self.lang.parse().unwrap_or_default()
    }
}

/// One input.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Given {
    /// Its base name.
    pub name: String,
    /// Who says where it belongs.
    pub choice: Choice,
}

/// What the engine says.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "reply", rename_all = "kebab-case")]
pub enum Reply {
    /// Whether the certificates are those of the table.
    Attached {
        /// They are.
        fits: bool,
    },
    /// An answer. The parts are the new bytes of the inputs in [`Answer::cleaned`].
    Answer(Answer),
    /// A file, its bytes the only part.
    File {
        /// Its name.
        name: String,
        /// Its media type.
        media_type: String,
    },
    /// What a thumbprint is, as HTML.
    Compared {
        /// One sentence.
        html: String,
    },
    /// The fragment of a link, without `#`.
    Link {
        /// The fragment.
        fragment: String,
    },
    /// What a link held. The parts are the bytes of its `given`.
    Opened(Asked),
    /// It cannot be done; why, as HTML.
    Refused {
        /// One sentence.
        html: String,
    },
}

/// An answer.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Answer {
    /// The answer; empty where nothing was given.
    pub html: String,
    /// The answer in one sentence, for those who do not see it.
    pub status: String,
    /// One card for each input, in order.
    pub cards: Vec<Card>,
    /// Inputs that held a private key: their indexes. Their bytes without it are the parts; an empty part refuses the
    /// input as a whole.
    pub cleaned: Vec<usize>,
    /// Names that the server's certificate is valid for, as options of a list, in HTML.
    pub names: String,
    /// What is wrong with the server's name as typed, as HTML; empty where nothing is.
    pub host_problem: String,
}

/// An input as the page lists it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Card {
    /// Where it belongs.
    pub place: Place,
    /// What it is, as an HTML list item.
    pub html: String,
}
