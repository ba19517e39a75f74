//! The JSON Schema of the document.

use super::document::Document;
use schemars::generate::SchemaSettings;

/// The JSON Schema (draft 2020-12) of what [`super::json`] writes, as it stands in `docs/report.schema.json`.
pub fn json_schema() -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let schema = settings.into_generator().into_root_schema_for::<Document>();
    format!("{:#}\n", schema.as_value())
}
