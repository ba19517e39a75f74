//! Engine beside profile.

use crate::ask::Answer;
use crate::engine::Reason;
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

/// A profile's answers by scenario.
pub(crate) type ByScenario = BTreeMap<String, Ours>;

/// One engine beside one profile.
#[derive(Clone, Copy)]
pub(crate) struct Pair<'a> {
    /// The engine's name.
    pub(crate) engine: &'a str,
    /// The id of the profile.
    pub(crate) client: &'a str,
    /// What of the reason is compared.
    pub(crate) reason: Reason,
}

/// Compares all answers, and lists what is wrong.
pub(crate) fn compare(
    pair: Pair<'_>,
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
        let fault = disagreement(pair.reason, answer, said);
        let fault = match (fault, exceptions.has(pair, &answer.scenario)) {
            (None, false) => {
                tally.agreed += 1;
                None
            }
            (Some(_), true) => {
                tally.excepted += 1;
                None
            }
            (Some(fault), false) => Some(fault),
            (None, true) => Some("agrees by now, and stands among the exceptions".to_owned()),
        };
        faults.extend(fault.map(|fault| format!("{}: {fault}", answer.scenario)));
    }
    (tally, faults)
}

/// In what engine and profile disagree, if they do.
fn disagreement(reason: Reason, theirs: &Answer, ours: &Ours) -> Option<String> {
    let says = |accept| if accept { "accepts" } else { "refuses" };
    let kind = match (theirs.accept, ours.accept) {
        (true, true) => return None,
        (false, false) if is_same_reason(reason, theirs, ours) => return None,
        (false, false) => "reason",
        (true, false) | (false, true) => "verdict",
    };
    let text: String = theirs.text.chars().take(120).collect();
    let native = ours
        .native
        .as_ref()
        .map(|native| format!("{} {:?}", native.code, native.text));
    Some(format!(
        "{kind}: engine {} {} {text:?}, profile {} {}",
        says(theirs.accept),
        theirs.code,
        says(ours.accept),
        native.unwrap_or_default()
    ))
}

fn is_same_reason(reason: Reason, theirs: &Answer, ours: &Ours) -> bool {
    let is_native = |code: &str, text: &str| {
        let same =
            |native: &certwhy::client::NativeError| native.code == code || native.text == text;
        ours.native.as_ref().is_some_and(same)
    };
    match reason {
        Reason::Nothing => true,
        // A driver has words where the library does not get as far as a number.
        Reason::Number if ours.native.is_some() && theirs.code.parse::<u16>().is_ok() => ours
            .native
            .as_ref()
            .is_some_and(|native| native.code == theirs.code),
        Reason::Number | Reason::Class => {
            is_native(&theirs.code, &theirs.text)
                || theirs::classes(&theirs.code, &theirs.text)
                    .iter()
                    .any(|class| ours.classes.contains(class))
        }
    }
}
