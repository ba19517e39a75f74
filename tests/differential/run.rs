//! One run: engines and profiles answer side by side, then the answers are compared.

use crate::ask::{self, Question};
use crate::compare::ByScenario;
use crate::engine::Engine;
use crate::folder::Folder;
use crate::ours;
use crate::scenario::{self, Asked};
use crate::server::Servers;
use crate::settle::{Own, Settled};
use crate::source::{self, Asking, Source};
use certwhy::client::Client;
use certwhy::known::KnownRoots;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::Instant;

/// The variable that names a file for the engines' answers.
const KEEP: &str = "CERTWHY_DIFFERENTIAL_ANSWERS";

/// Asks, compares, prints.
pub(crate) fn run(folder: &Folder, engines: &[&Engine]) -> ExitCode {
    let started = Instant::now();
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("differential");
    fs::create_dir_all(&scratch).expect("a folder for the run");
    let asked = scenario::all();
    let lines = write_lines(&asked, &scratch);
    let clients = clients(
        engines
            .iter()
            .flat_map(|engine| engine.profiles)
            .map(|(client, _)| *client),
    );
    let (answers, ours) = std::thread::scope(|scope| {
        let answers = scope.spawn(|| ask_all(folder, engines, (&asked, &lines, &scratch)));
        let ours = answers_of(&clients, &asked);
        (answers.join().expect("the engines' thread"), ours)
    });
    let sources = engines
        .iter()
        .zip(answers)
        .map(|(engine, answers)| Source::asked(engine, answers));
    let sources: Vec<Source> = sources.collect();
    if let Some(path) = std::env::var_os(KEEP) {
        source::keep(Path::new(&path), &sources);
    }
    let mut settled = settle(&sources, &ours, &asked);
    settled.check_bases();
    println!(
        "real engines: {} scenarios, {:.0?}",
        asked.len(),
        started.elapsed()
    );
    settled.finish(engines.len())
}

/// Compares answers that were kept before.
pub(crate) fn compare_kept(path: &Path) -> ExitCode {
    let asked = scenario::all();
    let sources = source::kept(path);
    let profiles = sources.iter().flat_map(|source| &source.profiles);
    let clients = clients(profiles.map(|(client, _)| client.as_str()));
    let ours = answers_of(&clients, &asked);
    settle(&sources, &ours, &asked).finish(sources.len())
}

fn settle(sources: &[Source], ours: &BTreeMap<String, ByScenario>, asked: &[Asked]) -> Settled {
    let own = asked.iter().filter(|one| one.scenario.key.is_some());
    let own: Own = own.map(|one| one.scenario.id.clone()).collect();
    let mut settled = Settled::default();
    for source in sources {
        settled.add(source, ours, &own);
    }
    settled
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
fn clients<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<Client> {
    let ids: BTreeSet<&str> = ids.collect();
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
    let (steps, step_of) = steps(clients);
    let by_step: Mutex<Vec<ByScenario>> = Mutex::new(vec![ByScenario::new(); steps.len()]);
    let (one, two) = asked.split_at(asked.len() / 2);
    std::thread::scope(|scope| {
        for half in [one, two] {
            let (known, by_step, steps) = (&known, &by_step, &steps);
            scope.spawn(move || {
                for Asked { scenario, .. } in half {
                    let said = ours::answers(known, steps, scenario);
                    for (answers, ours) in by_step.lock().unwrap().iter_mut().zip(said) {
                        answers.insert(scenario.id.clone(), ours);
                    }
                }
            });
        }
    });
    let by_step = by_step.into_inner().unwrap();
    let answers = |step: &usize| by_step.get(*step).cloned().unwrap_or_default();
    let ids = clients.iter().map(|client| client.asked().to_owned());
    ids.zip(step_of.iter().map(answers)).collect()
}

/// Versions of one step answer alike: one of each, and for each client which.
fn steps(clients: &[Client]) -> (Vec<Client>, Vec<usize>) {
    let mut steps: Vec<Client> = Vec::new();
    let mut step_of = Vec::new();
    for client in clients {
        let is_same = |step: &Client| {
            let (one, other) = (step.profile(), client.profile());
            (one.id, one.step) == (other.id, other.step)
        };
        let place = steps.iter().position(is_same).unwrap_or(steps.len());
        if place == steps.len() {
            steps.push(client.clone());
        }
        step_of.push(place);
    }
    (steps, step_of)
}
