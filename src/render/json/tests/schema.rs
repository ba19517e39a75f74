//! The checked-in schema against the types, and documents against the schema.

use super::sample::{bundle_check, hostile, missing_root};
use super::{json, parsed};
use crate::lang::Lang;
use serde_json::{Map, Value};

pub(super) const SCHEMA: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/docs/report.schema.json"
));

#[cfg(feature = "cli")]
const BATCH_SCHEMA: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/docs/batch.schema.json"
));

/// With `UPDATE=1` in the environment the file is written instead.
#[cfg(all(feature = "schema", feature = "cli"))]
#[expect(
    clippy::disallowed_methods,
    reason = "the one way to ask a test to write"
)]
#[test]
fn the_schema_is_the_one_of_the_types() {
    for (name, generated, checked_in) in [
        ("report", super::super::json_schema(), SCHEMA),
        ("batch", super::super::batch_schema(), BATCH_SCHEMA),
    ] {
        if std::env::var_os("UPDATE").is_some() {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/docs");
            std::fs::write(format!("{folder}/{name}.schema.json"), generated).unwrap();
            continue;
        }
        let same = generated == checked_in.replace("\r\n", "\n");
        assert!(
            same,
            "run `UPDATE=1 cargo test --features schema the_schema` and review the difference"
        );
    }
}

#[cfg(feature = "cli")]
#[test]
fn lines_of_a_batch_are_valid() {
    use super::super::{Extent, LineError, LineMark, RunMark, batch_error, batch_line};
    let id = serde_json::json!({"any": ["thing"]});
    let mark = LineMark {
        id: &id,
        line: 7,
        run: &RunMark {
            at: "2024-01-15T00:00:00Z".to_owned(),
            digest: "0123456789abcdef".to_owned(),
        },
    };
    let brief = |report| batch_line(mark, report, (Extent::Brief, Lang::En));
    let whole = |report| batch_line(mark, report, (Extent::Whole, Lang::Ja));
    let error = LineError {
        code: "not-json",
        message: "x".to_owned(),
    };
    let (one, other) = (missing_root(), hostile("x\n"));
    let lines = [brief(&one), whole(&one), brief(&other), whole(&other)];
    for line in lines.into_iter().chain([batch_error(mark, error)]) {
        assert_eq!(line.find('\n'), Some(line.len() - 1));
        let document = parsed(&line);
        assert_eq!(document["line"], 7);
        let faults = faults_in(BATCH_SCHEMA, &document);
        assert!(faults.is_empty(), "{faults:#?}");
        let mut bad = document;
        for field in ["verdict", "error"] {
            bad.as_object_mut().unwrap().remove(field);
        }
        assert!(!faults_in(BATCH_SCHEMA, &bad).is_empty());
    }
}

#[test]
fn documents_are_valid() {
    for report in [missing_root(), bundle_check(), hostile("x")] {
        let faults = faults(&parsed(&json(&report, Lang::En)));
        assert!(faults.is_empty(), "{faults:#?}");
    }
}

#[test]
fn what_is_not_as_described_is_found() {
    let good = parsed(&json(&missing_root(), Lang::En));
    let spoil: [fn(&mut Value); 6] = [
        |it| drop(it.as_object_mut().unwrap().remove("verdict")),
        |it| it["verdict"] = "maybe".into(),
        |it| it["schema"] = "1".into(),
        |it| it["bundle"]["vintage"]["nearest"]["missing"] = "one".into(),
        |it| it["findings"][0]["evidence"] = serde_json::json!({"odd": 1}),
        |it| it["remedies"][0]["certificates"][0]["pem"] = Value::Null,
    ];
    for (index, spoil) in spoil.iter().enumerate() {
        let mut bad = good.clone();
        spoil(&mut bad);
        assert!(!faults(&bad).is_empty(), "{index}");
    }
}

/// What of a document the schema does not allow.
pub(super) fn faults(document: &Value) -> Vec<String> {
    faults_in(SCHEMA, document)
}

fn faults_in(schema: &str, document: &Value) -> Vec<String> {
    let root = parsed(schema);
    Validator { root: &root }.faults(&root, document, "")
}

/// As much of JSON Schema as the generator uses; a keyword beyond that is a fault.
struct Validator<'a> {
    root: &'a Value,
}

impl Validator<'_> {
    fn faults(&self, schema: &Value, value: &Value, place: &str) -> Vec<String> {
        let Some(keywords) = schema.as_object() else {
            return if schema == &Value::Bool(true) {
                vec![]
            } else {
                vec![place.to_owned()]
            };
        };
        let mut faults = Vec::new();
        for (keyword, argument) in keywords {
            faults.extend(self.keyword((keyword, argument), value, place));
        }
        let closed = keywords.get("additionalProperties") == Some(&Value::Bool(false));
        if closed && value.as_object().is_some_and(|object| !object.is_empty()) {
            faults.push(format!("{place}: more than nothing"));
        }
        faults
    }

    fn keyword(
        &self,
        (keyword, argument): (&str, &Value),
        value: &Value,
        place: &str,
    ) -> Vec<String> {
        let fault = |is_fine: bool| {
            if is_fine {
                vec![]
            } else {
                vec![format!("{place}: {keyword} {argument}")]
            }
        };
        match keyword {
            "$schema" | "title" | "description" | "$defs" | "format" => vec![],
            "$ref" => {
                let pointer = argument.as_str().unwrap().trim_start_matches('#');
                self.faults(self.root.pointer(pointer).unwrap(), value, place)
            }
            "type" => fault(
                one_or_many(argument)
                    .iter()
                    .any(|name| has_type(value, name)),
            ),
            "enum" => fault(argument.as_array().unwrap().contains(value)),
            "const" => fault(argument == value),
            "minimum" => fault(
                value
                    .as_f64()
                    .is_none_or(|number| number >= argument.as_f64().unwrap()),
            ),
            "minLength" | "maxLength" => {
                fault(value.as_str().is_none_or(|text| text.chars().count() == 1))
            }
            "anyOf" | "oneOf" => {
                let mut options = argument.as_array().unwrap().iter();
                fault(options.any(|option| self.faults(option, value, place).is_empty()))
            }
            "allOf" => {
                let parts = argument.as_array().unwrap().iter();
                parts
                    .flat_map(|part| self.faults(part, value, place))
                    .collect()
            }
            "required" => {
                let mut names = argument.as_array().unwrap().iter();
                fault(names.all(|name| value.get(name.as_str().unwrap()).is_some()))
            }
            "properties" => self.properties(argument.as_object().unwrap(), value, place),
            "items" => self.each(argument, value.as_array().into_iter().flatten(), place),
            "additionalProperties" => self.each(
                argument,
                value.as_object().into_iter().flat_map(Map::values),
                place,
            ),
            unknown => vec![format!("{place}: the keyword {unknown} is not known here")],
        }
    }

    fn properties(&self, schemas: &Map<String, Value>, value: &Value, place: &str) -> Vec<String> {
        let present = schemas
            .iter()
            .filter_map(|(name, schema)| Some((name, schema, value.get(name)?)));
        present
            .flat_map(|(name, schema, value)| {
                self.faults(schema, value, &format!("{place}/{name}"))
            })
            .collect()
    }

    fn each<'v>(
        &self,
        schema: &Value,
        values: impl Iterator<Item = &'v Value>,
        place: &str,
    ) -> Vec<String> {
        values
            .flat_map(|value| self.faults(schema, value, &format!("{place}/*")))
            .collect()
    }
}

fn one_or_many(argument: &Value) -> Vec<&str> {
    let many = argument.as_array().into_iter().flatten();
    argument
        .as_str()
        .into_iter()
        .chain(many.filter_map(Value::as_str))
        .collect()
}

fn has_type(value: &Value, name: &str) -> bool {
    match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("{other}"),
    }
}
