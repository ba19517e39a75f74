//! The public conformance suites against the list of exceptions: a disagreement that is not on it fails, and so does one
//! that is and agrees by now.
//!
//! The profile is chosen by namespace, as two of them contradict others; see `examples/limbo_harness/setup.rs`.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::print_stderr,
    reason = "clippy.toml allows these in tests, but not in what tests share"
)]

#[path = "../../examples/limbo_harness/answer.rs"]
mod answer;
#[path = "../../examples/limbo_harness/format.rs"]
mod format;
#[path = "../../examples/limbo_harness/public_suffix.rs"]
mod public_suffix;
#[path = "../../examples/limbo_harness/revocation.rs"]
mod revocation;
#[path = "../../examples/limbo_harness/setup.rs"]
mod setup;

mod peer;
mod suite;
mod table;

use certwhy::moment::Moment;
use format::{Answer, Verdict};
use serde::Deserialize;
use std::collections::BTreeMap;
use suite::{Expectation, Public};
use table::Table;

/// Cases without a time are asked about this one, so that a run today and one next year are the same.
const NOW: &str = "2026-11-21T00:00:00Z";

#[derive(Deserialize)]
struct Exceptions {
    exception: Vec<Exception>,
}

/// A case where certwhy disagrees on purpose.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Exception {
    id: String,
    expected: Verdict,
    actual: Verdict,
    reason: String,
}

fn exceptions() -> BTreeMap<String, Exception> {
    let read: Exceptions = toml::from_str(include_str!("exceptions.toml")).expect("exceptions");
    let listed = read.exception.len();
    let by_id: BTreeMap<String, Exception> = read
        .exception
        .into_iter()
        .map(|exception| (exception.id.clone(), exception))
        .collect();
    assert_eq!(by_id.len(), listed, "a case stands twice");
    by_id
}

fn answers(public: &Public) -> Vec<Answer> {
    let now = Moment::parse(NOW).expect("a moment");
    let cases = &public.suite.testcases;
    cases.iter().map(|case| answer::answer(case, now)).collect()
}

/// Runs a suite, prints its table, and returns the disagreements that are not on the list and the exceptions that are
/// out of date.
fn run(title: &str, public: &Public, answers: &[Answer]) -> Vec<String> {
    let mut listed = exceptions();
    let mut table = Table::default();
    let mut faults = Vec::new();
    for (expected, answer) in public.expectations.iter().zip(answers) {
        assert_eq!(expected.id, answer.id);
        table.count(expected, answer.actual_result);
        let agrees = matches!(answer.actual_result, Verdict::Skipped)
            || answer.actual_result == expected.expected_result;
        match (agrees, listed.remove(&expected.id)) {
            (true, None) => {}
            (true, Some(_)) => faults.push(format!("{} agrees by now", expected.id)),
            (false, exception) => faults.extend(disagreement(expected, answer, exception)),
        }
    }
    table.print(title);
    faults
}

fn disagreement(
    expected: &Expectation,
    answer: &Answer,
    exception: Option<Exception>,
) -> Option<String> {
    let is_listed = exception.is_some_and(|exception| {
        exception.expected == expected.expected_result
            && exception.actual == answer.actual_result
            && !exception.reason.trim().is_empty()
    });
    (!is_listed).then(|| {
        format!(
            "{}: expected {:?}, said {:?} ({:?})",
            expected.id, expected.expected_result, answer.actual_result, answer.context
        )
    })
}

#[test]
fn limbo_and_bettertls() {
    let Some(public) = suite::read("limbo-public.json.gz") else {
        return;
    };
    let answers = answers(&public);
    let faults = run("x509-limbo", &public, &answers);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let skipped: Vec<&str> = answers
        .iter()
        .filter(|answer| answer.actual_result == Verdict::Skipped)
        .map(|answer| answer.id.as_str())
        .collect();
    assert!(
        skipped.iter().all(|id| id.starts_with("crl::")),
        "{skipped:?}"
    );
    let known: Vec<&str> = public
        .expectations
        .iter()
        .map(|case| case.id.as_str())
        .collect();
    for id in exceptions().keys().filter(|id| !id.starts_with("pkits")) {
        assert!(known.contains(&id.as_str()), "{id} is no case");
    }
}

/// Our codes for the coarse reasons of PKITS.
fn is_reason(reason: &str, cause: &str) -> bool {
    let codes: &[&str] = match reason {
        "signature" => &[
            "signature-mismatch",
            "same-name-different-key",
            "signature-not-checkable",
        ],
        "expired" => &["expired", "expired-root"],
        "not-yet-valid" => &["not-yet-valid", "clock-wrong"],
        "name-chaining" => &["missing-intermediate", "missing-root", "unknown-root"],
        "basic-constraints" => &["not-a-ca"],
        "path-length" => &["path-too-long"],
        "key-usage" => &["key-usage"],
        "policy" => &["policy"],
        "name-constraints" => &["name-constraints"],
        "critical-extension" => &["critical-extension"],
        _ => &[],
    };
    codes.contains(&cause)
}

#[test]
fn pkits() {
    let Some(public) = suite::read("pkits-public.json.gz") else {
        return;
    };
    let answers = answers(&public);
    let faults = run("PKITS", &public, &answers);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let mut wrong = Vec::new();
    let mut rejected = 0;
    for (expected, answer) in public.expectations.iter().zip(&answers) {
        let (Verdict::Failure, Some(reason)) = (answer.actual_result, &expected.expected_reason)
        else {
            continue;
        };
        rejected += 1;
        let cause = answer.cause.unwrap_or("none");
        if !is_reason(reason, cause) {
            wrong.push(format!("{}: {reason}, said {cause}", expected.id));
        }
    }
    eprintln!(
        "{} of {rejected} rejected for the expected reason",
        rejected - wrong.len()
    );
    assert!(rejected > 0 && wrong.is_empty(), "{}", wrong.join("\n"));
}
