//! The lists as JSON, schema 1. Names of fields are public: some may be added, none is renamed or removed.

use crate::client::{Basis, Profile};
use crate::finding::Code;
use crate::known::{FamilyRange, KnownRoot};
use serde_json::{Value, json};

const SCHEMA: u32 = 1;

/// The roots.
pub(super) fn roots(roots: &[KnownRoot<'_>]) -> String {
    let rows: Vec<Value> = roots.iter().copied().map(root).collect();
    document("roots", &rows)
}

/// The clients.
pub(super) fn clients(profiles: &[Profile]) -> String {
    let rows: Vec<Value> = profiles.iter().map(client).collect();
    document("clients", &rows)
}

/// The codes.
pub(super) fn codes(codes: &[Code]) -> String {
    let rows: Vec<Value> = codes.iter().copied().map(code).collect();
    document("codes", &rows)
}

fn document(name: &'static str, rows: &[Value]) -> String {
    let tool = json!({ "name": "certwhy", "version": env!("CARGO_PKG_VERSION") });
    let mut document = serde_json::Map::new();
    document.insert("schema".to_owned(), SCHEMA.into());
    document.insert("tool".to_owned(), tool);
    document.insert(name.to_owned(), rows.into());
    format!("{:#}\n", Value::Object(document))
}

fn root(root: KnownRoot<'_>) -> Value {
    let ranges: Vec<Value> = root.ranges().iter().map(range).collect();
    json!({
        "subject": root.subject().to_string(),
        "sha1": root.sha1().to_string(),
        "sha256": root.sha256().to_string(),
        "spki_sha256": root.spki_sha256().to_string(),
        "not_before": root.not_before().to_string(),
        "not_after": root.not_after().to_string(),
        "key": root.key_description(),
        "signature": root.signature_description(),
        "removed": root.removal().map(|removal| json!({
            "release": removal.release.to_string(),
            "date": removal.date.date(),
        })),
        "bundles": ranges,
        "pem": root.der().map(crate::input::to_pem),
    })
}

fn range(range: &FamilyRange) -> Value {
    json!({
        "first": range.first.to_string(),
        "last": range.last.to_string(),
        "still_in": range.still_in,
    })
}

fn client(profile: &Profile) -> Value {
    let (basis, cases) = match profile.basis {
        Basis::Differential { cases } => ("differential", Some(cases)),
        Basis::Standard => ("standard", None),
    };
    json!({ "id": profile.id, "step": profile.step, "basis": basis, "cases": cases })
}

fn code(code: Code) -> Value {
    json!({
        "code": code.as_str(),
        "severity": code.severity().as_str(),
        "actor": code.usual_actor().as_str(),
    })
}
