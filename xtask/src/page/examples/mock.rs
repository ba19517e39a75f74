//! What no public server shows: an inspecting proxy, and a file that was damaged by hand.

use super::{Example, Examples, File};
use test_pki::{Certified, Scenario, known_roots, pem_bundle, scenario};

/// Adds both, each with the mock's own public roots.
pub(super) fn add(all: &mut Examples) -> Result<(), String> {
    proxy(all)?;
    damaged_file(all)
}

/// An inspecting proxy signs with a root that no public bundle holds.
fn proxy(all: &mut Examples) -> Result<(), String> {
    let scenario = named("proxy-root-sent")?;
    let bundle = all.bundle("cacert.pem", public_bundle());
    let files = vec![bundle, all.chain("proxy-chain.pem", pem(&scenario.chain))];
    push(all, ("proxy", scenario), files);
    Ok(())
}

/// Somebody appended the company's root to a bundle whose last line had no end: two marker lines run together.
fn damaged_file(all: &mut Examples) -> Result<(), String> {
    let scenario = named("company-root-sent")?;
    let chain = scenario.chain.as_slice();
    let (root, sent) = chain.split_last().ok_or("the scenario sends nothing")?;
    let damaged = format!("{}{}", public_bundle().trim_end(), root.pem());
    let bundle = all.bundle("cacert.pem", damaged);
    let files = vec![bundle, all.chain("chain.pem", pem(sent))];
    push(all, ("damaged-file", scenario), files);
    Ok(())
}

fn push(all: &mut Examples, (id, scenario): (&'static str, &'static Scenario), files: Vec<File>) {
    let known_roots = Some(all.text(public_bundle()));
    all.examples.push(Example {
        id,
        at: scenario.at,
        host: scenario.host,
        client: "openssl-3",
        known_roots,
        files,
    });
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
