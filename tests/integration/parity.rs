//! What OpenSSL answered to real chains and real bundles, and to the small scenarios, against the profile `openssl-3`.

use crate::shared;
use certwhy::client::{Basis, Client};
use certwhy::explain::{Purpose, explain};
use certwhy::known::KnownRoots;
use certwhy::report::Report;
use certwhy::verdict::Verdict;
use serde_json::Value;

fn read(path: &str) -> Option<Value> {
    let folder = shared::folder()?;
    Some(serde_json::from_slice(&std::fs::read(folder.join(path)).expect(path)).expect(path))
}

/// The report in the words of `openssl verify`: `ok`, or `20@3 unable to get local issuer certificate`.
fn as_openssl_says(report: &Report) -> String {
    match (
        &report.verdict,
        report
            .clients
            .first()
            .and_then(|answer| answer.native.as_ref()),
    ) {
        (Some(Verdict::Trusted), _) => "ok".to_owned(),
        (_, Some(native)) => format!("{}@{} {}", native.code, native.depth, native.text),
        (verdict, None) => format!("{verdict:?}"),
    }
}

#[test]
fn real_chains_against_real_bundles() {
    let Some(chains) = read("data/chains/chains.json") else {
        return;
    };
    let known = KnownRoots::built_in();
    let mut differences = Vec::new();
    let mut compared = 0;
    for chain in chains["chains"].as_array().unwrap() {
        let asked = (chain["host"].as_str(), chain["time"].as_str().unwrap());
        let options = shared::options(&known, "openssl-3", asked);
        let presented = shared::file(
            Purpose::Chain,
            &format!("data/chains/{}", chain["file"].as_str().unwrap()),
        );
        for (bundle, recorded) in chain["verdicts"].as_object().unwrap() {
            let bundle_file = shared::file(Purpose::Bundle, &format!("data/bundles/{bundle}"));
            let said = as_openssl_says(&explain(&[presented.clone(), bundle_file], &options));
            // The command line goes on after some errors and prints several; a TLS client stops at the first.
            let first = recorded.as_str().unwrap().split("; ").next().unwrap();
            compared += 1;
            if said != first {
                differences.push(format!(
                    "{} {bundle}: OpenSSL {recorded}, certwhy {said}",
                    chain["id"]
                ));
            }
        }
    }
    assert!(
        differences.is_empty(),
        "{compared} compared:\n{}",
        differences.join("\n")
    );
    assert_eq!(compared, 37 * 13);
}

#[test]
fn small_scenarios() {
    let Some(recorded) = read("data/oracles/verdicts.json") else {
        return;
    };
    let known = KnownRoots::built_in();
    let mut differences = Vec::new();
    let scenarios = recorded["verdicts"].as_object().unwrap();
    for (id, engines) in scenarios {
        let engine = &engines["ossl-3.0-debian12"];
        let meta = read(&format!("data/oracles/scenarios/{id}/meta.json")).unwrap();
        let options = shared::options(
            &known,
            "openssl-3",
            (meta["host"].as_str(), meta["time"].as_str().unwrap()),
        );
        let inputs = [
            shared::file(
                Purpose::Chain,
                &format!("data/oracles/scenarios/{id}/chain.pem"),
            ),
            shared::file(
                Purpose::Bundle,
                &format!("data/oracles/scenarios/{id}/bundle.pem"),
            ),
        ];
        let report = explain(&inputs, &options);
        let accepted = engine["accept"].as_bool().unwrap();
        let native = report.clients[0]
            .native
            .as_ref()
            .map(|native| native.code.clone());
        let expected = (!accepted).then(|| engine["code"].to_string());
        if (report.verdict == Some(Verdict::Trusted)) != accepted || native != expected {
            differences.push(format!(
                "{id}: OpenSSL {engine}, certwhy {:?} {native:?}",
                report.verdict
            ));
        }
    }
    assert!(
        differences.is_empty(),
        "of {}:\n{}",
        scenarios.len(),
        differences.join("\n")
    );
}

/// How many recorded answers there are: chains with bundles, and small scenarios.
const RECORDED: usize = 536;

/// `certwhy clients` claims what the differential suite counts; the recorded answers, which are compared here, come on top.
#[test]
fn as_many_answers_are_compared_as_were_recorded() {
    let Some(recorded) = read("data/oracles/verdicts.json") else {
        return;
    };
    let scenarios = recorded["verdicts"].as_object().unwrap().len();
    assert_eq!(37 * 13 + scenarios, RECORDED);
    let basis = Client::find("openssl-3").unwrap().profile().basis;
    assert!(matches!(basis, Basis::Differential { cases } if cases > 0));
}
