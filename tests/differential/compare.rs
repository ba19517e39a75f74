//! Engine beside profile.

use crate::ask::Answer;
use crate::engine::{Engine, Speaks};
use crate::exceptions::Exceptions;
use crate::ours::Ours;
use crate::theirs;
use std::collections::BTreeMap;

/// How a comparison ended.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    /// Answers that were compared.
    pub(crate) compared: usize,
    /// Those that agree.
    pub(crate) agreed: usize,
    /// Those that disagree with a reason.
    pub(crate) excepted: usize,
}

/// The profile's answers by scenario.
pub(crate) type ByScenario = BTreeMap<String, Ours>;

/// Compares all answers of an engine, and lists what is wrong.
pub(crate) fn compare(
    engine: &Engine,
    answers: &[Answer],
    ours: &ByScenario,
    exceptions: &Exceptions,
) -> (Tally, Vec<String>) {
    let (mut tally, mut faults) = (Tally::default(), Vec::new());
    for answer in answers {
        let Some(said) = ours.get(&answer.scenario) else {
            continue;
        };
        tally.compared += 1;
        let fault = disagreement(engine.speaks, answer, said);
        let is_excepted = exceptions.has(engine.name, &answer.scenario);
        match (fault, is_excepted) {
            (None, false) => tally.agreed += 1,
            (Some(_), true) => tally.excepted += 1,
            (Some(fault), false) => faults.push(format!("{}: {fault}", answer.scenario)),
            (None, true) => faults.push(format!(
                "{}: agrees by now, and stands among the exceptions",
                answer.scenario
            )),
        }
    }
    (tally, faults)
}

/// In what engine and profile disagree, if they do.
fn disagreement(speaks: Speaks, theirs: &Answer, ours: &Ours) -> Option<String> {
    let fault = |of: &str| {
        let engine = if theirs.accept { "accepts" } else { "refuses" };
        let profile = if ours.accept { "accepts" } else { "refuses" };
        let text: String = theirs.text.chars().take(120).collect();
        Some(format!(
            "{of}: engine {engine} {} {text:?}, profile {profile} {:?} {}",
            theirs.code, ours.code, ours.cause
        ))
    };
    match (theirs.accept, ours.accept) {
        (true, true) => None,
        (false, false) => (!is_same_reason(speaks, theirs, ours))
            .then(|| fault("reason"))
            .flatten(),
        (true, false) | (false, true) => fault("verdict"),
    }
}

fn is_same_reason(speaks: Speaks, theirs: &Answer, ours: &Ours) -> bool {
    let number = |code: &str| code.parse::<u16>().ok();
    let our_number = ours.code.as_deref().and_then(number);
    match (speaks, number(&theirs.code), our_number) {
        (Speaks::Numbers, Some(theirs), Some(ours)) => theirs == ours,
        _ => theirs::classes(theirs)
            .iter()
            .any(|class| ours.classes.contains(class)),
    }
}
