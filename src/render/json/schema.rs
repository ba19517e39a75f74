//! The JSON Schema of the document.

use super::document::Document;
use schemars::generate::SchemaSettings;

/// The JSON Schema of a line of `certwhy explain --batch`, as it stands in `docs/batch.schema.json`.
#[cfg(feature = "cli")]
pub fn batch_schema() -> String {
    of::<super::batch::Line<'_>>()
}

/// The JSON Schema (draft 2020-12) of what [`super::json`] writes, as it stands in `docs/report.schema.json`.
pub fn json_schema() -> String {
    of::<Document>()
}

fn of<T: schemars::JsonSchema>() -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let schema = settings.into_generator().into_root_schema_for::<T>();
    format!("{:#}\n", schema.as_value())
}
