//! The contract of the document: what stands in it, that it is harmless, and that its schema describes it.

mod evidence;
mod sample;
mod schema;

use super::*;
use crate::certificate::Certificate;
use crate::finding::{Cert, Finding};
use insta::assert_snapshot;
use proptest::prelude::*;
use sample::{bundle_check, hostile, missing_root};
use serde_json::Value;
use std::sync::Arc;

pub(super) fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

pub(super) fn cert(certified: &test_pki::Certified) -> Cert {
    Arc::new(Certificate::parse(certified.der()).unwrap())
}

#[test]
fn a_whole_report() {
    let mut document = parsed(&json(&missing_root(), Lang::En));
    document["tool"]["version"] = "(this)".into();
    without_words(&mut document);
    assert_snapshot!(serde_json::to_string_pretty(&document).unwrap());
}

/// Words have tests of their own; here only their places matter.
fn without_words(value: &mut Value) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                match name.as_str() {
                    "title" | "detail" | "steps" | "check" | "undo" => *member = "(words)".into(),
                    _ => without_words(member),
                }
            }
        }
        Value::Array(elements) => elements.iter_mut().for_each(without_words),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn a_bundle_check_asks_and_answers_nothing() {
    let document = parsed(&json(&bundle_check(), Lang::En));
    for key in ["question", "verdict", "cause", "error_text"] {
        assert_eq!(document[key], Value::Null, "{key}");
    }
    assert_eq!(document["bundle"]["origin"], "given");
    assert_eq!(document["bundle"]["damage"][0]["code"], "bad-base64");
    assert_eq!(document["bundle"]["damage"][0]["character"], "\u{202e}");
}

#[test]
fn both_layouts_say_the_same() {
    for report in [missing_root(), bundle_check(), hostile("x")] {
        let (pretty, compact) = (json(&report, Lang::En), json_compact(&report, Lang::En));
        assert_eq!(parsed(&pretty), parsed(&compact));
        assert!(pretty.ends_with("}\n") && pretty.starts_with("{\n  \"schema\": 1,\n"));
        assert_eq!(compact.find('\n'), Some(compact.len() - 1));
        assert_eq!(compact, json_compact(&report, Lang::En));
    }
}

#[test]
fn certificates_ascend_whatever_the_order_of_the_report() {
    let mut report = missing_root();
    let text = json(&report, Lang::En);
    report.certificates.reverse();
    assert_eq!(json(&report, Lang::En), text);
    let document = parsed(&text);
    let keys: Vec<&String> = document["certificates"]
        .as_object()
        .unwrap()
        .keys()
        .collect();
    assert!(keys.len() > 1 && keys.is_sorted(), "{keys:?}");
}

#[test]
fn every_certificate_referred_to_is_there() {
    let document = parsed(&json(&missing_root(), Lang::En));
    let paths = document["paths"].as_array().unwrap().iter();
    let of_paths = paths.flat_map(|path| path["certificates"].as_array().unwrap());
    let of_findings = document["findings"].as_array().unwrap().iter();
    let named = of_findings
        .map(|finding| &finding["certificate"])
        .filter(|it| !it.is_null());
    let mut count = 0;
    for sha256 in of_paths.chain(named) {
        assert!(
            document["certificates"]
                .get(sha256.as_str().unwrap())
                .is_some(),
            "{sha256}"
        );
        count += 1;
    }
    assert!(count > 2);
    let pem = document["remedies"][0]["certificates"][0]["pem"]
        .as_str()
        .unwrap();
    let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    let der = data_encoding::BASE64.decode(body.as_bytes()).unwrap();
    let sha256 = Certificate::parse(&der).unwrap().sha256().to_string();
    assert_eq!(document["remedies"][0]["certificates"][0]["sha256"], sha256);
}

#[test]
fn the_cause_is_the_first_finding_of_a_refusal() {
    let document = parsed(&json(&missing_root(), Lang::En));
    assert_eq!(document["cause"], "missing-root");
    assert_eq!(document["findings"][0]["code"], document["cause"]);
}

#[test]
fn harmless_in_terminals_and_in_pages() {
    let text = json(
        &hostile("</script>&\u{1b}[2J\u{9b}\u{202e}\u{2028}\u{e0041}\"\\\u{7f}"),
        Lang::En,
    );
    for escape in [
        "\\u003c/script\\u003e\\u0026",
        "\\u001b",
        "\\u009b",
        "\\u202e",
        "\\u2028",
        "\\udb40\\udc41",
        "\\u007f",
    ] {
        assert!(text.contains(escape), "{escape}");
    }
}

proptest! {
    #[test]
    fn hostile_text_comes_back_and_is_never_raw(text in "(?s).{0,60}|[<>&\u{200b}-\u{2069}\u{80}-\u{9f}\"\\\\]{0,20}") {
        let written = json(&hostile(&text), Lang::En);
        let raw = written.chars().find(|it| *it != '\n' && is_harmful(*it));
        prop_assert_eq!(raw, None);
        let document = parsed(&written);
        prop_assert_eq!(document["findings"][0]["evidence"]["title"].as_str(), Some(text.as_str()));
        prop_assert_eq!(document["bundle"]["name"].as_str(), Some(text.as_str()));
        prop_assert_eq!(document["question"]["client"].as_str(), Some(text.as_str()));
        prop_assert_eq!(serde_json::from_str::<Value>(&json_compact(&hostile(&text), Lang::En)).unwrap(), document);
    }
}

fn is_harmful(character: char) -> bool {
    character.is_control()
        || "<>&\u{61c}\u{200f}\u{2028}\u{2029}\u{202e}\u{2069}\u{feff}".contains(character)
}

/// A report about one finding.
pub(super) fn about(finding: Finding) -> Report {
    Report {
        findings: vec![finding],
        ..bundle_check()
    }
}
