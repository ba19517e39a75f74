//! What an engine says beside what the data expects of it.

use crate::exceptions::EXCEPTIONS;
use test_pki::{Outcome, Scenario};

/// One cell, asked of one engine.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) scenario: String,
    /// In the words of the engine.
    pub(crate) expected: String,
    /// In the words of the engine.
    pub(crate) said: String,
}

impl Answer {
    pub(crate) fn new(scenario: &Scenario, expected: String, said: String) -> Self {
        Self {
            scenario: scenario.description.id.clone(),
            expected,
            said,
        }
    }
}

/// What a scenario expects of a client.
pub(crate) fn expected(scenario: &Scenario, client: &str) -> Outcome {
    let outcome = scenario.outcome(client);
    outcome.unwrap_or_else(|| panic!("{} says nothing on {client}", scenario.description.id))
}

/// OpenSSL's number, 0 for trust.
pub(crate) fn number(outcome: Outcome) -> String {
    match outcome {
        Outcome::Trusted => 0,
        Outcome::Refused { openssl, .. } => openssl,
    }
    .to_string()
}

/// Fails for every disagreement that is not written down, and for every one that is but does not occur.
pub(crate) fn settle(engine: &str, answers: &[Answer]) {
    let differing: Vec<(&str, &str)> = answers
        .iter()
        .filter(|answer| answer.expected != answer.said)
        .map(|answer| (answer.scenario.as_str(), answer.said.as_str()))
        .collect();
    let known = EXCEPTIONS
        .iter()
        .filter(|exception| exception.engine == engine);
    let known: Vec<(&str, &str)> = known
        .flat_map(|exception| exception.scenarios.iter().map(|id| (*id, exception.says)))
        .collect();
    eprintln!(
        "{engine}: {} compared, {} disagreements",
        answers.len(),
        differing.len()
    );
    let surprising = answers.iter().filter(|answer| {
        let said = (answer.scenario.as_str(), answer.said.as_str());
        answer.expected != answer.said && !known.contains(&said)
    });
    let surprising: Vec<&Answer> = surprising.collect();
    assert!(surprising.is_empty(), "{engine}: {surprising:#?}");
    let outdated: Vec<_> = known
        .iter()
        .filter(|one| !differing.contains(one))
        .collect();
    assert!(outdated.is_empty(), "{engine} agrees by now: {outdated:#?}");
}
