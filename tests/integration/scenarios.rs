//! Every scenario of the mock PKI ends as it says.

use crate::mock;
use certwhy::client::{Client, NativeDialect};
use certwhy::known::KnownRoots;
use certwhy::report::Report;
use certwhy::verdict::Verdict;
use test_pki::{Outcome, Scenario};

/// Verdict, cause and, of a client that speaks OpenSSL's language, its number in one line.
fn said(report: &Report, dialect: NativeDialect) -> String {
    let native = report.clients[0].native.as_ref();
    let cause = report.cause().map_or("no cause", |code| code.as_str());
    match (report.verdict, dialect) {
        (Some(Verdict::Trusted), _) => "trusted".to_owned(),
        (_, NativeDialect::OpenSsl(_)) => {
            format!(
                "{cause} {}",
                native.map_or("no number", |native| &native.code)
            )
        }
        _ => cause.to_owned(),
    }
}

fn expected(outcome: Outcome, dialect: NativeDialect) -> String {
    match (outcome, dialect) {
        (Outcome::Trusted, _) => "trusted".to_owned(),
        (Outcome::Refused { cause, openssl }, NativeDialect::OpenSsl(_)) => {
            format!("{cause} {openssl}")
        }
        (Outcome::Refused { cause, .. }, _) => cause.to_owned(),
    }
}

/// What differs from the scenario's expectations, for all clients that have a profile.
fn differences(known: &KnownRoots, scenario: &Scenario) -> Vec<String> {
    let id = &scenario.description.id;
    let mut differences = Vec::new();
    for expectation in &scenario.expected {
        let Some(client) = Client::find(expectation.client) else {
            continue;
        };
        let report = mock::judged(known, expectation.client, scenario);
        let dialect = client.profile().dialect;
        let said = said(&report, dialect);
        let expected = expected(expectation.outcome, dialect);
        if said != expected {
            let client = expectation.client;
            differences.push(format!(
                "{id} ({client}): expected {expected}, certwhy {said}"
            ));
        }
        for warning in &scenario.warnings {
            let found = |code: &str| report.findings.iter().any(|f| f.code().as_str() == code);
            if expectation.client == test_pki::DEFAULT_CLIENT && !found(warning) {
                differences.push(format!("{id}: no {warning}"));
            }
        }
    }
    differences
}

#[test]
fn every_scenario_ends_as_it_says() {
    let known = mock::known();
    let differences: Vec<String> = test_pki::scenarios()
        .iter()
        .flat_map(|scenario| differences(&known, scenario))
        .collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn every_store_meets_every_epoch_as_it_says() {
    let known = mock::known();
    let cells = test_pki::s3::migration();
    let differences: Vec<String> = cells
        .iter()
        .flat_map(|scenario| differences(&known, scenario))
        .collect();
    assert_eq!(cells.len(), 70);
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// Whether a client without path building refuses for a reason of its own is not said; what every client must agree on is.
#[test]
fn a_refusal_has_a_cause_for_every_client() {
    let known = mock::known();
    for scenario in test_pki::scenarios() {
        for profile in certwhy::client::profiles() {
            let report = mock::judged(&known, profile.id, scenario);
            let id = &scenario.description.id;
            assert_eq!(
                report.cause().is_some(),
                report.verdict != Some(Verdict::Trusted),
                "{id} for {}",
                profile.id
            );
        }
    }
}

#[test]
fn the_same_inputs_give_the_same_report() {
    let known = mock::known();
    for scenario in test_pki::scenarios() {
        let report = |_| format!("{:?}", mock::judged(&known, "openssl-3", scenario));
        let [first, second] = [0, 1].map(report);
        assert!(first == second, "{}", scenario.description.id);
    }
}
