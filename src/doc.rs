//! What is said to the user, as a small typed tree: words and structure, no markup, no colour.
//!
//! [`crate::render`] turns a [`Doc`] into text for a terminal, HTML or Markdown. The tree knows nothing
//! of certificates, and holds every word already in its language: renderers add none of their own.
//!
//! Sentences are written with [`say!`](crate::say), a whole sentence with named holes:
//!
//! ```
//! use certwhy::doc::{Block, field};
//! use certwhy::say;
//!
//! let block = Block::from(say!(
//!     "Add {root} to the file that `SSL_CERT_FILE` names.",
//!     root = field("Amazon Root CA 1"),
//! ));
//! ```

mod block;
mod inline;
mod path;
mod say;

pub use block::{
    Block, Callout, Code, Fact, Language, Level, Purpose, Severity, Status, Step, Table, Verdict,
};
pub use inline::{Inline, Inlines, code, emphasis, field, link, strong, term, text};
pub use path::{NodeState, Path, PathNode, Place};
pub use say::{check_template, compose};

use crate::lang::Lang;

/// A whole document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doc {
    /// The language of every word in it.
    pub lang: Lang,
    /// The heading of the whole; the `<title>` of a page.
    pub title: Inlines,
    /// The content, in reading order.
    pub blocks: Vec<Block>,
}
