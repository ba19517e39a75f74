//! Documents as text: for a terminal, as HTML, as Markdown; and reports as JSON.
//!
//! Renderers of documents know nothing of certificates and add no words. Whatever a [`Doc`](crate::doc::Doc) holds
//! is made harmless for the format here, in `render/escape.rs` and nowhere else.

mod escape;
mod html;
mod json;
mod markdown;
mod symbol;
mod terminal;
mod width;

#[cfg(test)]
mod sample;

pub(crate) use escape::visible;
pub use html::{
    STYLE, html_document, html_fragment, html_in_pieces, html_part, html_text, html_words,
};
#[cfg(all(feature = "schema", feature = "cli"))]
pub use json::batch_schema;
#[cfg(feature = "schema")]
pub use json::json_schema;
#[cfg(feature = "cli")]
pub(crate) use json::{Extent, LineError, LineMark, RunMark, batch_error, batch_line, json_of};
pub use json::{json, json_compact};
pub use markdown::markdown;
pub use symbol::Charset;
pub use terminal::{Colour, DetailBlocks, TerminalStyle, terminal};
pub(crate) use width::of_str as columns;
