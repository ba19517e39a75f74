//! The table, and what is wrong.

use crate::compare::{ByScenario, Pair, Tally, compare};
use crate::exceptions::Exceptions;
use crate::source::Source;
use crate::theirs;
use certwhy::client::{Basis, Client};
use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;

/// How many disagreements of an engine with a profile are printed.
const SHOWN: usize = 40;

/// What comparing has brought.
#[derive(Default)]
pub(crate) struct Settled {
    faults: Vec<String>,
    skipped: Vec<String>,
    /// Answers compared by profile; none where an engine of the profile could not be asked.
    cases: BTreeMap<String, Option<usize>>,
}

/// The scenarios of this repository: what a profile's number of cases counts.
pub(crate) type Own = BTreeSet<String>;

impl Settled {
    /// Compares an engine with its profiles.
    pub(crate) fn add(&mut self, source: &Source, ours: &BTreeMap<String, ByScenario>, own: &Own) {
        let answers = match &source.answers {
            Ok(answers) => answers,
            Err(why) => {
                self.skipped.push(format!("{}: {why}", source.name));
                let profiles = source.profiles.iter();
                self.cases
                    .extend(profiles.map(|(client, _)| (client.clone(), None)));
                return;
            }
        };
        let is_unknown = |code: &str, text: &str| theirs::classes(code, text).is_empty();
        let unknown = answers
            .iter()
            .find(|it| !it.accept && is_unknown(&it.code, &it.text));
        let unknown = unknown
            .map(|answer| format!("{}: words that mean nothing yet: {answer:?}", source.name));
        self.faults.extend(unknown);
        let counted = answers
            .iter()
            .filter(|answer| own.contains(&answer.scenario))
            .count();
        let exceptions = Exceptions::read();
        for (client, reason) in &source.profiles {
            let Some(ours) = ours.get(client) else {
                self.skipped
                    .push(format!("{}: there is no profile {client}", source.name));
                continue;
            };
            let pair = Pair {
                engine: &source.name,
                client,
                reason: *reason,
            };
            let (tally, wrong) = compare(pair, answers, ours, &exceptions);
            print_row(pair, &tally);
            self.wrong(pair, &wrong);
            if let Some(sum) = self.cases.entry(client.clone()).or_insert(Some(0)) {
                *sum += counted;
            }
        }
    }

    fn wrong(&mut self, pair: Pair<'_>, wrong: &[String]) {
        let named = |fault: &String| format!("{} and {}: {fault}", pair.engine, pair.client);
        self.faults.extend(wrong.iter().take(SHOWN).map(named));
        if let Some(more) = wrong.len().checked_sub(SHOWN).filter(|more| *more > 0) {
            self.faults.push(named(&format!("and {more} more")));
        }
    }

    /// Adds the profiles whose number of cases is not what was compared.
    pub(crate) fn check_bases(&mut self) {
        let wrong = self
            .cases
            .iter()
            .filter_map(|(client, cases)| wrong_basis(client, (*cases)?));
        self.faults.extend(wrong);
    }

    /// Prints what is wrong, and says how this ends.
    pub(crate) fn finish(&self, asked: usize) -> ExitCode {
        for fault in &self.faults {
            println!("DISAGREES: {fault}");
        }
        for engine in &self.skipped {
            println!("SKIPPED: real engine {engine}");
        }
        println!(
            "real engines: {asked} asked, {} skipped, {} disagreements",
            self.skipped.len(),
            self.faults.len()
        );
        if self.faults.is_empty() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

fn print_row(pair: Pair<'_>, tally: &Tally) {
    let excepted = match tally.excepted {
        0 => String::new(),
        excepted => format!(", {excepted} excepted"),
    };
    println!(
        "{:<14} {:<36} {:>4} of {:>4}{excepted}",
        pair.client, pair.engine, tally.agreed, tally.compared
    );
}

fn wrong_basis(client: &str, cases: usize) -> Option<String> {
    let basis = Client::find(client)?.profile().basis;
    let is_right = basis == Basis::Differential { cases };
    (!is_right)
        .then(|| format!("{client}: its basis is {basis:?}, and this run compared {cases} cases"))
}
