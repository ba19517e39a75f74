//! Each example, asked of certwhy, says what it is there for.

use super::*;
use certwhy::certificate::ServerName;
use certwhy::client::Client;
use certwhy::explain::{self, Options, Supplied, explain};
use certwhy::input::recognise;
use certwhy::known::KnownRoots;
use certwhy::location::SourceName;
use certwhy::moment::Moment;
use certwhy::report::Report;
use certwhy::verdict::Verdict;
use sha2::{Digest, Sha256};

fn known(texts: &[String], example: &Example) -> KnownRoots {
    let Some(Text(place)) = example.known_roots else {
        return KnownRoots::built_in();
    };
    let recognised = recognise(&SourceName::new("known roots"), texts[place].as_bytes());
    KnownRoots::from_certificates(recognised.certificates().map(|(der, _)| der.to_vec()))
}

fn answer(texts: &[String], example: &Example) -> Report {
    let supplied = |file: &File| {
        let text = texts[file.text.0].as_bytes();
        Supplied {
            purpose: match file.purpose {
                Purpose::Bundle => explain::Purpose::Bundle,
                Purpose::Chain => explain::Purpose::Chain,
            },
            recognised: recognise(&SourceName::new(file.name), text),
            file_sha256: Sha256::digest(text).into(),
        }
    };
    let inputs: Vec<Supplied> = example.files.iter().map(supplied).collect();
    let known = known(texts, example);
    explain(
        &inputs,
        &Options {
            host: Some(ServerName::parse(example.host).unwrap()),
            at: Moment::parse(example.at).unwrap(),
            client: Client::find(example.client).unwrap(),
            others: Vec::new(),
            known: &known,
        },
    )
}

#[test]
fn every_example_says_what_it_is_there_for() {
    let all = all().unwrap();
    let said = all.examples.iter().map(|example| {
        let report = answer(&all.texts, example);
        let codes = report.findings.iter();
        let codes: Vec<&str> = codes.map(|finding| finding.code().as_str()).collect();
        (example.id, report.verdict.unwrap(), codes.join(" "))
    });
    let said: Vec<(&str, Verdict, String)> = said.collect();
    let expected = [
        ("s3-2020", Verdict::Trusted, ""),
        ("s3-2024", Verdict::Trusted, "fragile-trust"),
        ("s3-2025", Verdict::NotTrusted, "missing-root"),
        ("s3-old-bundle", Verdict::NotTrusted, "missing-root"),
        ("s3-leaf-only", Verdict::NotTrusted, "missing-intermediate"),
        ("proxy", Verdict::NotTrusted, "interception-proxy root-sent"),
        (
            "damaged-file",
            Verdict::Trusted,
            "missing-newline-between-blocks",
        ),
    ];
    assert_eq!(
        said,
        expected.map(|(id, verdict, codes)| (id, verdict, codes.to_owned()))
    );
}

#[test]
fn bundles_are_those_of_the_release_they_name() {
    let all = all().unwrap();
    for example in &all.examples {
        let report = answer(&all.texts, example);
        let vintage = report.bundle.vintage;
        for file in &example.files {
            let Some(named) = file.vintage else { continue };
            let releases = vintage.exact.iter().chain(&vintage.also);
            let mut found = releases.map(ToString::to_string);
            assert!(
                found.any(|name| name == format!("{named} (httplib2)")),
                "{named}"
            );
        }
    }
}

#[test]
fn a_text_stands_once() {
    let mut all = Examples::default();
    let [first, second, again] = ["a", "b", "a"].map(|text| all.text(text).0);
    assert_eq!((first, second, again), (0, 1, 0));
    assert_eq!(all.texts, ["a", "b"]);
}
