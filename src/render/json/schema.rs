//! The JSON Schema of the document.

use super::document::Document;

/// The JSON Schema (draft 2020-12) of what [`super::json`] writes, ready to be written to `docs/report.schema.json`.
pub fn json_schema() -> String {
    let schema = schemars::schema_for!(Document);
    format!("{:#}\n", schema.as_value())
}
