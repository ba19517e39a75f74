//! Each example, read and asked as the page does it, says what it is there for.

use super::text;
use certwhy::certificate::ServerName;
use certwhy::client::Client;
use certwhy::explain::{Options, Purpose, Supplied, explain};
use certwhy::input::recognise;
use certwhy::known::KnownRoots;
use certwhy::lang::Lang;
use certwhy::location::SourceName;
use certwhy::moment::Moment;
use certwhy::page::{Example, Examples, Place};
use certwhy::report::Report;
use certwhy::text::example_title;
use certwhy::verdict::Verdict;
use sha2::{Digest, Sha256};

fn examples() -> Examples {
    Examples::read(&text().unwrap())
}

fn answer(all: &Examples, example: &Example) -> Report {
    let mut known = KnownRoots::built_in();
    let mut inputs = Vec::new();
    for file in &example.files {
        let (name, place, text) = (file.name.as_str(), file.place, &all.texts[file.text]);
        let recognised = recognise(&SourceName::new(name), text.as_bytes());
        let purpose = match place {
            Place::Bundle => Purpose::Bundle,
            Place::Chain => Purpose::Chain,
            Place::Error => Purpose::ErrorText,
            Place::KnownRoots => {
                let ders = recognised.certificates().map(|(der, _)| der.to_vec());
                known = KnownRoots::from_certificates(ders);
                continue;
            }
        };
        let supplied = Supplied {
            purpose,
            recognised,
            file_sha256: Some(Sha256::digest(text).into()),
        };
        inputs.push(supplied.examined(text.as_bytes()));
    }
    explain(
        &inputs,
        &Options {
            host: Some(ServerName::parse(&example.host).unwrap()),
            at: Moment::parse(&example.at).unwrap(),
            client: Client::find(&example.client).unwrap(),
            others: Vec::new(),
            known: &known,
            environment: certwhy::environment::Environment::default(),
        },
    )
}

/// Every example, with how it ends and the codes of all that is found.
const EXPECTED: &[(&str, Verdict, &str)] = &[
    ("s3-2020", Verdict::Trusted, ""),
    ("s3-2024-cross", Verdict::Trusted, "fragile-trust"),
    ("s3-2024", Verdict::NotTrusted, "missing-root"),
    ("s3-leaf-only", Verdict::NotTrusted, "missing-intermediate"),
    ("s3-2025", Verdict::NotTrusted, "missing-root"),
    ("proxy", Verdict::NotTrusted, "interception-proxy root-sent"),
    (
        "damaged",
        Verdict::NotTrusted,
        "missing-newline-between-blocks",
    ),
];

#[test]
fn every_example_says_what_it_is_there_for() {
    let all = examples();
    for (id, verdict, codes) in EXPECTED {
        let report = answer(&all, all.find(id).unwrap());
        let found = report
            .findings
            .iter()
            .map(|finding| finding.code().as_str());
        let found: Vec<&str> = found.collect();
        assert_eq!(
            (report.verdict, found.join(" ")),
            (Some(*verdict), (*codes).to_owned()),
            "{id}"
        );
    }
}

#[test]
fn every_example_has_an_expectation_and_a_title_in_each_language() {
    let made = examples().all;
    let made: Vec<&str> = made.iter().map(|example| example.id.as_str()).collect();
    let expected: Vec<&str> = EXPECTED.iter().map(|(id, ..)| *id).collect();
    assert_eq!(made, expected);
    for id in made {
        for lang in Lang::ALL {
            assert_ne!(example_title(*lang, id), id);
        }
    }
}

#[test]
fn bundles_are_those_of_a_release() {
    let all = examples();
    for (id, release) in [
        ("s3-2020", "shotgun_api3 3.0.39 (httplib2)"),
        ("s3-2024", "shotgun_api3 3.0.18 (httplib2)"),
    ] {
        let vintage = answer(&all, all.find(id).unwrap()).bundle.vintage;
        let releases = vintage.exact.iter().chain(&vintage.also);
        let mut names = releases.map(ToString::to_string);
        assert!(names.any(|name| name == release), "{id}");
    }
}

#[test]
fn a_text_stands_once() {
    let mut all = Examples::default();
    let [first, second, again] =
        ["a", "b", "a"].map(|text| super::file(&mut all, "x", Place::Chain, text).text);
    assert_eq!((first, second, again), (0, 1, 0));
    assert_eq!(all.texts, ["a", "b"]);
}
