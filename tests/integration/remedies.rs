//! Remedies hold outside the program: applied to the files' own bytes, they turn the verdict.

use crate::shared;
use certwhy::explain::{Options, Purpose, Supplied, explain};
use certwhy::finding::Cert;
use certwhy::known::{KnownRoot, KnownRoots};
use certwhy::lang::Lang;
use certwhy::remedy::{Action, Preference, Remedy, StartsFrom};
use certwhy::render::{TerminalStyle, terminal};
use certwhy::report::Report;
use certwhy::text;
use certwhy::verdict::Verdict;
use serde_json::Value;
use std::path::Path;
use test_pki::pem_bundle;

/// The bytes of a chain and of a bundle.
#[derive(Clone)]
struct Files {
    chain: Vec<u8>,
    bundle: Vec<u8>,
}

impl Files {
    fn read(folder: &Path, chain: &str, bundle: &str) -> Self {
        let read = |path: String| std::fs::read(folder.join(&path)).expect(&path);
        Self {
            chain: read(format!("data/chains/{chain}")),
            bundle: read(format!("data/bundles/{bundle}")),
        }
    }

    fn inputs(&self) -> [Supplied; 2] {
        [
            shared::supplied(Purpose::Chain, "chain.pem", &self.chain),
            shared::supplied(Purpose::Bundle, "bundle.pem", &self.bundle).examined(&self.bundle),
        ]
    }

    /// Does what a remedy says, as its reader would.
    fn mended(&self, remedy: &Remedy, known: &KnownRoots, options: &Options<'_>) -> Self {
        let mut files = self.clone();
        let block = |certificate: &Cert| format!("\n{}", pem_bundle([certificate.as_der()]));
        match &remedy.action {
            Action::AddRoot { root, .. } => {
                if remedy.starts_from == StartsFrom::MendedCopy {
                    files.bundle = sound_copy(&files.bundle);
                }
                files.bundle.extend(block(root).bytes());
            }
            Action::SendIntermediate { intermediate } => {
                files.chain.extend(block(intermediate).bytes());
            }
            Action::ReplaceBundle { .. } => {
                let current = known.current_at(options.at);
                let ders = current.members().filter_map(KnownRoot::der);
                files.bundle = pem_bundle(ders).into_bytes();
            }
            Action::MendBundle { .. } => files.bundle = sound_copy(&files.bundle),
            Action::RemoveFromBundle { certificate } => {
                files.bundle = without(&files.bundle, certificate);
            }
            Action::StopSending { certificate } => {
                files.chain = without(&files.chain, certificate);
            }
        }
        files
    }
}

/// All certificates of a file that can be read.
fn sound_copy(bytes: &[u8]) -> Vec<u8> {
    let input = shared::supplied(Purpose::Bundle, "file.pem", bytes);
    let kept = input.recognised.certificates().map(|(der, _)| der);
    pem_bundle(kept).into_bytes()
}

/// All certificates of a file but one.
fn without(bytes: &[u8], removed: &Cert) -> Vec<u8> {
    let input = shared::supplied(Purpose::ByContent, "file.pem", bytes);
    let kept = input.recognised.certificates().map(|(der, _)| der);
    pem_bundle(kept.filter(|der| *der != removed.as_der())).into_bytes()
}

/// What must hold for the remedies of one report, whatever it is about.
fn assert_sound(report: &Report, options: &Options<'_>, case: &str) {
    let mut added = 0;
    let mut recommended = 0;
    for remedy in &report.remedies {
        assert_eq!(remedy.proven_for.first().unwrap(), options.client.asked());
        let root = match &remedy.action {
            Action::AddRoot { root, .. } => root,
            Action::ReplaceBundle { .. }
            | Action::MendBundle { .. }
            | Action::SendIntermediate { .. }
            | Action::RemoveFromBundle { .. }
            | Action::StopSending { .. } => continue,
        };
        added += 1;
        recommended += usize::from(remedy.preference == Preference::Recommended);
        let listed = options.known.by_sha256(&root.sha256());
        let listed = listed.unwrap_or_else(|| panic!("{case}: {} is unknown", root.subject));
        assert!(
            listed.is_current_at(options.at),
            "{case}: {} is not in force",
            root.subject
        );
        let removal = listed.removal();
        assert!(
            removal.is_none_or(|removal| removal.date > options.at),
            "{case}: {} is removed",
            root.subject
        );
    }
    assert_eq!(recommended, usize::from(added > 0), "{case}");
}

/// Each remedy is applied, and the verdict turns.
fn assert_every_remedy_turns_the_verdict(
    files: &Files,
    options: &Options<'_>,
    case: &str,
) -> usize {
    let report = explain(&files.inputs(), options);
    if report.verdict != Some(Verdict::NotTrusted) {
        assert!(report.remedies.is_empty(), "{case}");
        return 0;
    }
    assert_sound(&report, options, case);
    for remedy in &report.remedies {
        let mended = files.mended(remedy, options.known, options);
        let after = explain(&mended.inputs(), options);
        assert_eq!(
            after.verdict,
            Some(Verdict::Trusted),
            "{case}: {:?}",
            remedy.action
        );
    }
    assert_no_root_was_overlooked(files, &report, options);
    report.remedies.len()
}

/// Where no root is offered for addition, no known root in force would have helped.
fn assert_no_root_was_overlooked(files: &Files, report: &Report, options: &Options<'_>) {
    let offered = |remedy: &Remedy| matches!(remedy.action, Action::AddRoot { .. });
    if report.remedies.iter().any(offered) {
        return;
    }
    let mut all = files.clone();
    let current = options.known.current_at(options.at);
    let ders = current.members().filter_map(KnownRoot::der);
    all.bundle.extend(format!("\n{}", pem_bundle(ders)).bytes());
    let after = explain(&all.inputs(), options);
    assert_ne!(
        after.verdict,
        Some(Verdict::Trusted),
        "a root was overlooked"
    );
}

#[test]
fn every_remedy_for_real_chains_and_bundles_holds() {
    let Some(folder) = shared::folder() else {
        return;
    };
    let list = std::fs::read(folder.join("data/chains/chains.json")).expect("chains.json");
    let list: Value = serde_json::from_slice(&list).expect("chains.json");
    let known = KnownRoots::built_in();
    let mut applied = 0;
    for chain in list["chains"].as_array().unwrap() {
        let asked = (chain["host"].as_str(), chain["time"].as_str().unwrap());
        let options = shared::options(&known, "openssl-3", asked);
        for (bundle, verdict) in chain["verdicts"].as_object().unwrap() {
            if verdict == "ok" {
                continue;
            }
            let file = chain["file"].as_str().unwrap();
            let files = Files::read(&folder, file, bundle);
            applied += assert_every_remedy_turns_the_verdict(
                &files,
                &options,
                &format!("{file} {bundle}"),
            );
        }
    }
    assert!(applied > 100, "{applied} remedies");
}

/// What is appended to a file that a program refuses is not read by it, so the steps begin with a sound copy.
#[test]
fn every_remedy_for_a_damaged_bundle_holds() {
    let Some(folder) = shared::folder() else {
        return;
    };
    let known = KnownRoots::built_in();
    let bundle = "shotgun_api3-3.0.8_to_3.0.18.cacerts.txt";
    let mut files = Files::read(&folder, "s3-2023-ats-4.pem", bundle);
    files.bundle = cut_short(&files.bundle);
    let asked = (Some("s3.amazonaws.com"), "2024-06-01T00:00:00Z");
    for (client, starts_from) in [
        ("openssl-3", StartsFrom::MendedCopy),
        ("python-2.7", StartsFrom::MendedCopy),
        ("go", StartsFrom::AsItIs),
    ] {
        let options = shared::options(&known, client, asked);
        let applied = assert_every_remedy_turns_the_verdict(&files, &options, client);
        assert!(applied > 1, "{client}: {applied} remedies");
        let report = explain(&files.inputs(), &options);
        let all = report
            .remedies
            .iter()
            .all(|remedy| remedy.starts_from == starts_from);
        assert!(all, "{client}");
        let native = report.clients[0].native.as_ref().unwrap();
        let is_about_the_file = native.text.contains("lib");
        assert_eq!(
            is_about_the_file,
            starts_from == StartsFrom::MendedCopy,
            "{client}: {native:?}"
        );
        assert_eq!(
            is_said_first(&report, &native.text),
            is_about_the_file,
            "{client}"
        );
    }
}

/// Whether the reasons begin with the error that is about the bundle's file.
fn is_said_first(report: &Report, error: &str) -> bool {
    let style = TerminalStyle {
        width: 1000,
        ..TerminalStyle::default()
    };
    let words = terminal(&text::write(Lang::En, report), &style);
    let (_, why) = words.split_once("Why\n").unwrap();
    let mut paragraphs = why.split("\n\n");
    let [_, first, second] = [(); 3].map(|()| paragraphs.next().unwrap());
    first.contains("bundle.pem") && first.contains(error) && second.ends_with("this remains:")
}

/// A bundle whose first certificate lacks its last line.
fn cut_short(bundle: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bundle);
    let end = text.find("-----END").unwrap();
    let (block, rest) = text.split_at(end);
    let last_line = block.trim_end().rfind('\n').unwrap();
    [&block[..last_line], "\n", rest].concat().into_bytes()
}
