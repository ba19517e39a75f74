//! The lists as JSON, schema 1. Names of fields are public: some may be added, none is renamed or removed.

use crate::client::{Basis, Profile};
use crate::finding::Code;
use crate::known::{FamilyRange, KnownRoot};
use crate::render::json_of;
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
    json_of(&Value::Object(document))
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
        Basis::Documented => ("documented", None),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::profiles;
    use crate::known::KnownRoots;

    fn rows(text: &str, name: &str) -> Vec<Value> {
        let document: Value = serde_json::from_str(text).unwrap();
        assert_eq!(document["schema"], SCHEMA);
        assert_eq!(document["tool"]["name"], "certwhy");
        document[name].as_array().unwrap().clone()
    }

    #[test]
    fn every_root_is_there_with_its_history() {
        let known = KnownRoots::built_in();
        let all: Vec<KnownRoot<'_>> = known.iter().collect();
        let rows = rows(&roots(&all), "roots");
        assert_eq!(rows.len(), known.len());
        for row in &rows {
            assert!(!row["bundles"].as_array().unwrap().is_empty(), "{row}");
            assert!(
                row["pem"]
                    .as_str()
                    .is_some_and(|pem| pem.starts_with("-----BEGIN"))
            );
        }
    }

    #[test]
    fn every_client_and_every_code_is_there() {
        let clients = rows(&clients(&profiles()), "clients");
        assert_eq!(clients.len(), profiles().len());
        let codes = rows(&codes(Code::ALL), "codes");
        let names: Vec<&str> = codes
            .iter()
            .filter_map(|row| row["code"].as_str())
            .collect();
        assert_eq!(
            names,
            Code::ALL
                .iter()
                .map(|code| code.as_str())
                .collect::<Vec<_>>()
        );
    }
}
