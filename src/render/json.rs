//! The report as JSON, schema 1.
//!
//! The shape is a contract. It is written down once, in the types below `render/json/`, which are made from the
//! report and from nothing else; `docs/report.schema.json` is generated from them. Within a schema number fields are
//! added, never renamed or removed.

#[cfg(feature = "cli")]
mod batch;
mod bundle;
mod certificate;
mod client;
mod document;
mod error_text;
mod evidence;
mod examination;
mod file_evidence;
mod finding;
mod formatter;
mod guidance;
mod path;
mod place;
mod readings;
mod remedy;
#[cfg(feature = "schema")]
mod schema;
mod shared;

#[cfg(test)]
mod tests;

use crate::lang::Lang;
use crate::report::Report;
use document::Document;
use formatter::Plain;
use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter, Serializer};

#[cfg(feature = "cli")]
pub(crate) use batch::{Extent, LineError, LineMark, RunMark, batch_error, batch_line};
#[cfg(all(feature = "schema", feature = "cli"))]
pub use schema::batch_schema;
#[cfg(feature = "schema")]
pub use schema::json_schema;

/// The report as a JSON document: two spaces of indentation, a line break at the end, keys in a fixed order.
/// Every character that could hide or mislead in a terminal or end a script in a page is written as an escape.
pub fn json(report: &Report, lang: Lang) -> String {
    write(&Document::new(report, lang), PrettyFormatter::new())
}

/// The same document on one line, for streams of one document per line.
pub fn json_compact(report: &Report, lang: Lang) -> String {
    write(&Document::new(report, lang), CompactFormatter)
}

/// Any other document in the same layout.
#[cfg(feature = "cli")]
pub(crate) fn json_of(document: &impl Serialize) -> String {
    write(document, PrettyFormatter::new())
}

/// Writes with a line break at the end. Serializing our own types into memory cannot fail: no map has a key that is
/// not a string, and no implementation of `Serialize` refuses. If one ever did, the document would be cut short.
fn write(document: &impl Serialize, layout: impl Formatter) -> String {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, Plain(layout));
    let outcome = document.serialize(&mut serializer);
    debug_assert!(outcome.is_ok());
    bytes.push(b'\n');
    String::from_utf8_lossy(&bytes).into_owned()
}
