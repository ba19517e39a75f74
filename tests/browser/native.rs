//! The same answers without a browser: by the library, and by the program.

use crate::page::File;
use certwhy::certificate::ServerName;
use certwhy::client::{Client, profiles};
use certwhy::environment::Environment;
use certwhy::explain::{Options, Purpose, Supplied, explain};
use certwhy::input::recognise;
use certwhy::known::KnownRoots;
use certwhy::lang::Lang;
use certwhy::location::SourceName;
use certwhy::moment::Moment;
use certwhy::page::download::{self, Context, Download};
use std::path::Path;
use std::process::Command;

/// A bundle and a chain, with the question of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'a> {
    pub(crate) bundle: &'a File,
    pub(crate) chain: &'a File,
    pub(crate) host: &'a str,
    pub(crate) at: &'a str,
}

/// What the library saves for the question.
pub(crate) fn save(what: Download, asked: Asked<'_>, known: &KnownRoots) -> Option<Vec<u8>> {
    let supplied = |purpose, file: &File| {
        let source = SourceName::new(file.name.clone());
        let recognised = recognise(&source, &file.bytes);
        Supplied::of(purpose, recognised, (&source, &file.bytes)).examined(&file.bytes)
    };
    let inputs = [
        supplied(Purpose::Bundle, asked.bundle),
        supplied(Purpose::Chain, asked.chain),
    ];
    let options = Options {
        environment: Environment::default(),
        host: (!asked.host.is_empty()).then(|| ServerName::parse(asked.host).expect("a name")),
        at: Moment::parse(asked.at).expect("a time"),
        client: Client::default(),
        others: profiles()
            .iter()
            .filter_map(|profile| Client::find(profile.id))
            .collect(),
        known,
    };
    let report = explain(&inputs, &options);
    let context = Context {
        report: &report,
        inputs: &inputs,
        lang: Lang::En,
    };
    Some(download::file(what, &context)?.bytes)
}

/// What `certwhy explain` writes as JSON.
pub(crate) fn program_json(asked: Asked<'_>, folder: &Path) -> Vec<u8> {
    let usual = Client::default();
    let profiles = profiles();
    let others = profiles.iter().map(|profile| profile.id);
    let clients: Vec<&str> = [usual.asked()].into_iter().chain(others).collect();
    let arguments = [
        "explain",
        "--client",
        &clients.join(","),
        "--format",
        "json",
        "--lang",
        "en",
    ];
    let mut command = program(asked, folder, &arguments);
    if !asked.host.is_empty() {
        command.args(["--host", asked.host]);
    }
    command.output().expect("a run of certwhy").stdout
}

/// What `certwhy repair` writes.
pub(crate) fn program_repair(asked: Asked<'_>, folder: &Path) -> Vec<u8> {
    let output = folder.join("repaired.pem");
    let mut command = program(asked, folder, &["repair", "--host", asked.host]);
    let run = command
        .arg("-o")
        .arg(&output)
        .output()
        .expect("a run of certwhy");
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    std::fs::read(output).expect("the repaired bundle")
}

fn program(asked: Asked<'_>, folder: &Path, arguments: &[&str]) -> Command {
    for file in [asked.bundle, asked.chain] {
        std::fs::write(folder.join(&file.name), &file.bytes).expect("an input");
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_certwhy"));
    command
        .current_dir(folder)
        .args(arguments)
        .args(["--bundle", &asked.bundle.name])
        .args(["--chain", &asked.chain.name])
        .args(["--at", asked.at]);
    command
}
