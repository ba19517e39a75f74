//! One run: engines and profiles answer side by side, then the answers are compared.

use crate::ask::{self, Answer, Question};
use crate::compare::{ByScenario, Tally, compare};
use crate::engine::Engine;
use crate::exceptions::Exceptions;
use crate::folder::Folder;
use crate::ours;
use crate::scenario::{self, Asked};
use crate::server::Servers;
use crate::theirs;
use certwhy::client::{Basis, Client};
use certwhy::known::KnownRoots;
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::Instant;

/// The variable that names a file for the engines' answers.
const KEEP: &str = "CERTWHY_DIFFERENTIAL_ANSWERS";

/// How many disagreements of an engine are printed.
const SHOWN: usize = 40;

/// An engine's answers, or why there are none.
type Asking = Result<Vec<Answer>, String>;

/// Asks, compares, prints.
pub(crate) fn run(folder: &Folder, engines: &[&Engine]) -> ExitCode {
    let started = Instant::now();
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("differential");
    fs::create_dir_all(&scratch).expect("a folder for the run");
    let asked = scenario::all();
    let lines = write_lines(&asked, &scratch);
    let clients = clients(engines);
    let (answers, ours) = std::thread::scope(|scope| {
        let theirs = scope.spawn(|| ask_all(folder, engines, (&asked, &lines, &scratch)));
        let ours = answers_of(&clients, &asked);
        (theirs.join().expect("the engines' thread"), ours)
    });
    keep(engines, &answers);
    let outcome = settle(engines, &answers, &ours, own(&asked));
    println!(
        "real engines: {} scenarios, {:.0?}",
        asked.len(),
        started.elapsed()
    );
    outcome
}

fn write_lines(asked: &[Asked], scratch: &Path) -> PathBuf {
    let path = scratch.join("scenarios.ndjson");
    let lines: String = asked
        .iter()
        .flat_map(|one| [one.line.as_str(), "\n"])
        .collect();
    fs::write(&path, lines).expect("the scenarios");
    path
}

/// The profiles that are there, each once.
fn clients(engines: &[&Engine]) -> Vec<Client> {
    let mut ids: Vec<&str> = engines.iter().map(|engine| engine.client).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().filter_map(Client::find).collect()
}

/// Two engines at a time.
fn ask_all(
    folder: &Folder,
    engines: &[&Engine],
    (asked, lines, scratch): (&[Asked], &Path, &Path),
) -> Vec<Asking> {
    let servers = Servers::start(folder, lines, scratch);
    if let Err(why) = &servers {
        println!("SKIPPED: handshakes: {why}");
    }
    let question = Question {
        asked,
        lines,
        served: servers
            .as_ref()
            .ok()
            .map(|servers| servers.served.as_path()),
        scratch,
    };
    let waiting: Mutex<Vec<usize>> = Mutex::new((0..engines.len()).rev().collect());
    let done: Mutex<BTreeMap<usize, Asking>> = Mutex::default();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let next = waiting.lock().unwrap().pop();
                    let Some((place, engine)) =
                        next.and_then(|place| Some((place, engines.get(place)?)))
                    else {
                        break;
                    };
                    let answers = ask::ask(engine, folder, &question);
                    done.lock().unwrap().insert(place, answers);
                }
            });
        }
    });
    done.into_inner().unwrap().into_values().collect()
}

/// Each client's answers by scenario, in two halves at once.
fn answers_of(clients: &[Client], asked: &[Asked]) -> BTreeMap<String, ByScenario> {
    let known = KnownRoots::built_in();
    let all: Mutex<BTreeMap<String, ByScenario>> = Mutex::default();
    let (one, two) = asked.split_at(asked.len() / 2);
    std::thread::scope(|scope| {
        for half in [one, two] {
            let (known, all) = (&known, &all);
            scope.spawn(move || {
                for Asked { scenario, .. } in half {
                    let said = ours::answers(known, clients, scenario);
                    let mut all = all.lock().unwrap();
                    for (client, ours) in clients.iter().zip(said) {
                        let by_scenario = all.entry(client.asked().to_owned()).or_default();
                        by_scenario.insert(scenario.id.clone(), ours);
                    }
                }
            });
        }
    });
    all.into_inner().unwrap()
}

fn keep(engines: &[&Engine], theirs: &[Asking]) {
    let Some(path) = std::env::var_os(KEEP) else {
        return;
    };
    let mut lines = String::new();
    for (engine, answers) in engines.iter().zip(theirs) {
        for answer in answers.iter().flatten() {
            let line = json!({"engine": engine.name, "client": engine.client, "answer": answer});
            lines.extend([line.to_string().as_str(), "\n"]);
        }
    }
    fs::write(path, lines).expect("the answers");
}

/// The scenarios of this repository: what a profile's number of cases counts.
fn own(asked: &[Asked]) -> impl Fn(&str) -> bool {
    let own = asked.iter().filter(|one| one.scenario.key.is_some());
    let ids: std::collections::BTreeSet<String> = own.map(|one| one.scenario.id.clone()).collect();
    move |id| ids.contains(id)
}

/// Prints the table, and says whether all is well.
fn settle(
    engines: &[&Engine],
    asking: &[Asking],
    ours: &BTreeMap<String, ByScenario>,
    is_own: impl Fn(&str) -> bool,
) -> ExitCode {
    let exceptions = Exceptions::read();
    let mut faults = Vec::new();
    let mut skipped = Vec::new();
    let mut cases: BTreeMap<&str, Option<usize>> = BTreeMap::new();
    for (engine, answers) in engines.iter().zip(asking) {
        let name = engine.name;
        let answers = match answers {
            Ok(answers) => answers,
            Err(why) => {
                skipped.push(format!("{name}: {why}"));
                cases.insert(engine.client, None);
                continue;
            }
        };
        faults.extend(unknown_words(engine, answers));
        let Some(ours) = ours.get(engine.client) else {
            skipped.push(format!("{name}: there is no profile {}", engine.client));
            continue;
        };
        let (tally, wrong) = compare(engine, answers, ours, &exceptions);
        print_row(engine, &tally);
        let counted = answers
            .iter()
            .filter(|answer| is_own(&answer.scenario))
            .count();
        if let Some(sum) = cases.entry(engine.client).or_insert(Some(0)) {
            *sum += counted;
        }
        faults.extend(
            wrong
                .iter()
                .take(SHOWN)
                .map(|fault| format!("{name}: {fault}")),
        );
        if wrong.len() > SHOWN {
            faults.push(format!("{name}: and {} more", wrong.len() - SHOWN));
        }
    }
    faults.extend(
        cases
            .iter()
            .filter_map(|(client, cases)| wrong_basis(client, (*cases)?)),
    );
    for fault in &faults {
        println!("DISAGREES: {fault}");
    }
    for engine in &skipped {
        println!("SKIPPED: real engine {engine}");
    }
    println!(
        "real engines: {} of {} asked, {} disagreements",
        engines.len() - skipped.len(),
        engines.len(),
        faults.len()
    );
    if faults.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Refusals in words that `theirs` does not know.
fn unknown_words(engine: &Engine, answers: &[Answer]) -> Option<String> {
    let unknown = |answer: &&Answer| !answer.accept && theirs::classes(answer).is_empty();
    let answer = answers.iter().find(unknown)?;
    Some(format!(
        "{}: words that mean nothing yet: {answer:?}",
        engine.name
    ))
}

fn print_row(engine: &Engine, tally: &Tally) {
    println!(
        "{:<14} {:<36} {:>4} of {:>4}{}",
        engine.client,
        engine.name,
        tally.agreed,
        tally.compared,
        if tally.excepted == 0 {
            String::new()
        } else {
            format!(", {} excepted", tally.excepted)
        }
    );
}

/// A profile whose number of cases is not what was compared.
fn wrong_basis(client: &str, cases: usize) -> Option<String> {
    let basis = Client::find(client)?.profile().basis;
    let right = Basis::Differential { cases };
    (cases > 0 && basis != right)
        .then(|| format!("{client}: its basis is {basis:?}, and this run compared {cases} cases"))
}
