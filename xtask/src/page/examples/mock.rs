//! What no public server shows: an inspecting proxy, and a file that was damaged by hand.

use super::{example, file};
use certwhy::page::{ExampleFile, Examples, Place};
use test_pki::{Certified, Scenario, known_roots, pem_bundle, scenario};

/// Adds both, each with the mock's own public roots.
pub(super) fn add(all: &mut Examples) -> Result<(), String> {
    proxy(all)?;
    damaged(all)
}

/// An inspecting proxy signs with a root that no public bundle holds.
fn proxy(all: &mut Examples) -> Result<(), String> {
    let scenario = named("proxy-root-sent")?;
    let bundle = file(all, "cacert.pem", Place::Bundle, public_bundle());
    let files = vec![
        bundle,
        file(all, "proxy-chain.pem", Place::Chain, pem(&scenario.chain)),
    ];
    push(all, ("proxy", scenario), files);
    Ok(())
}

/// Somebody appended the company's root to a bundle whose last line had no end: two marker lines run together.
fn damaged(all: &mut Examples) -> Result<(), String> {
    let scenario = named("company-root-sent")?;
    let chain = scenario.chain.as_slice();
    let (root, sent) = chain.split_last().ok_or("the scenario sends nothing")?;
    let text = format!("{}{}", public_bundle().trim_end(), root.pem());
    let bundle = file(all, "cacert.pem", Place::Bundle, text);
    let files = vec![bundle, file(all, "chain.pem", Place::Chain, pem(sent))];
    push(all, ("damaged", scenario), files);
    Ok(())
}

fn push(all: &mut Examples, (id, scenario): (&str, &Scenario), mut files: Vec<ExampleFile>) {
    files.push(file(
        all,
        "known-roots.pem",
        Place::KnownRoots,
        public_bundle(),
    ));
    all.all
        .push(example((id, scenario.at), scenario.host, files));
}

fn named(id: &str) -> Result<&'static Scenario, String> {
    scenario(id).ok_or_else(|| format!("test-pki has no scenario {id}"))
}

fn public_bundle() -> String {
    pem(known_roots())
}

fn pem(certificates: &[Certified]) -> String {
    pem_bundle(certificates.iter().map(Certified::der))
}
