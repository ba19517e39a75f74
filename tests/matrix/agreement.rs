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
    let excused = |answer: &Answer| {
        let mut known = EXCEPTIONS.iter();
        known.any(|e| (e.engine, e.scenario, e.says) == (engine, &answer.scenario, &answer.said))
    };
    let differing = || {
        answers
            .iter()
            .filter(|answer| answer.expected != answer.said)
    };
    let surprises: Vec<&Answer> = differing().filter(|answer| !excused(answer)).collect();
    let (compared, exceptions) = (answers.len(), differing().count());
    eprintln!("{engine}: {compared} compared, {exceptions} known exceptions");
    assert!(surprises.is_empty(), "{engine}: {surprises:#?}");
    let outdated = EXCEPTIONS.iter().find(|exception| {
        let occurs = |answer: &Answer| answer.scenario == exception.scenario;
        exception.engine == engine && !differing().any(occurs)
    });
    assert!(outdated.is_none(), "no longer true: {outdated:?}");
}
