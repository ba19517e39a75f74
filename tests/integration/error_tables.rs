//! The tables of lines in the library against the facts that they were made from, where those are at hand.

use crate::shared;
use certwhy::error_text::read;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

fn facts(name: &str) -> Option<Value> {
    let path = shared::folder()?.join("data").join(name);
    Some(serde_json::from_slice(&std::fs::read(path).expect(name)).expect(name))
}

/// Each line of `_ssl.c`, in the words of the releases that have it, gives these releases and no others.
#[test]
fn every_line_of_python_gives_its_releases() {
    let Some(facts) = facts("python-ssl-lines.json") else {
        return;
    };
    let mut expected: BTreeMap<(u64, &str), BTreeSet<String>> = BTreeMap::new();
    for row in facts.as_array().unwrap() {
        let format = row["format"].as_str().unwrap();
        let releases = row["python"].as_array().unwrap().iter();
        let full = |release: &Value| {
            let release = release.as_str().unwrap();
            let is_first = release.matches('.').count() == 1;
            format!("{release}{}", if is_first { ".0" } else { "" })
        };
        let of_line = expected
            .entry((row["line"].as_u64().unwrap(), format))
            .or_default();
        of_line.extend(releases.map(full));
        if of_line.is_empty() {
            of_line.insert("2.7.x".to_owned());
        }
    }
    assert!(expected.len() > 70);
    for ((line, format), releases) in expected {
        let text = match format {
            "old" => format!("[Errno 1] _ssl.c:{line}: error:14090086:certificate verify failed"),
            "bracket" => format!("certificate verify failed (_ssl.c:{line})"),
            "reason" => format!("certificate verify failed: expired (_ssl.c:{line})"),
            other => panic!("{other}"),
        };
        let found = read(&text).python;
        let found: BTreeSet<String> = found.all().iter().map(ToString::to_string).collect();
        assert_eq!(found, releases, "{text}");
    }
}

/// A frame of a release is found to be possibly of that release. Every so many rows are tried.
#[test]
fn frames_of_a_release_give_the_release() {
    const STEP: usize = 41;
    let Some(facts) = facts("shotgun-api-lines.json") else {
        return;
    };
    let mut tried = 0;
    for (package, of_api) in [("python-api", true), ("tk-core", false)] {
        let versions = facts[package]["versions"].as_array().unwrap();
        let rows = rows(&facts[package]["files"]);
        for (file, function, row) in rows.iter().step_by(STEP) {
            let (Some(calls), Some(version)) = (row[3].as_array(), first(&row[0])) else {
                continue;
            };
            let line = first(&calls[0]).unwrap();
            let text = format!("  File \"/x/{file}\", line {line}, in {function}\n");
            let api = read(&text).api;
            let index = usize::try_from(version).unwrap();
            let version = versions[index]
                .as_str()
                .unwrap()
                .trim_end_matches("+tk.894fc07");
            let mut found: Vec<&str> = api.same_lines.iter().map(String::as_str).collect();
            found.extend(
                if of_api {
                    api.versions.iter()
                } else {
                    api.toolkit.iter()
                }
                .collect::<Vec<_>>(),
            );
            assert!(found.contains(&version), "{text} {version} {found:?}");
            tried += 1;
        }
    }
    assert!(tried > 60, "{tried}");
}

fn rows(files: &Value) -> Vec<(String, String, Value)> {
    let mut rows = Vec::new();
    for (file, functions) in files.as_object().unwrap() {
        for (function, of_function) in functions.as_object().unwrap() {
            let with_calls = of_function.as_array().unwrap().iter();
            let with_calls = with_calls.filter(|row| row[3].is_array());
            rows.extend(with_calls.map(|row| (file.clone(), function.clone(), row.clone())));
        }
    }
    rows
}

/// A number, or the first of a range or of a list.
fn first(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| first(value.as_array()?.first()?))
}
