//! The whole mock PKI as a tree of files, and the sums that prove it is the same everywhere.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::certified::{Certified, hex};
use crate::hash::Hash;
use crate::scenario::{Scenario, scenarios};
use crate::{known_roots, pem_bundle, s3};

mod describe;

/// Content by path; paths are relative, with `/` between their parts.
pub type Tree = BTreeMap<String, String>;

/// Everything that `emit` writes.
pub fn tree() -> Tree {
    let mut tree = Tree::new();
    put(&mut tree, "known-roots.pem", pem_bundle(known_roots()));
    put(&mut tree, "README.md", describe::index());
    for scenario in scenarios() {
        add_scenario(&mut tree, scenario);
    }
    for epoch in s3::epochs() {
        let folder = format!("epochs/{}", epoch.description.id);
        put(
            &mut tree,
            &format!("{folder}/meta.json"),
            describe::epoch_meta(epoch),
        );
        put_server(&mut tree, &folder, &epoch.chain);
        put(
            &mut tree,
            &format!("{folder}/README.md"),
            describe::epoch(epoch),
        );
    }
    for store in s3::stores() {
        let folder = format!("stores/{}", store.description.id);
        put(
            &mut tree,
            &format!("{folder}/bundle.pem"),
            pem_bundle(&store.bundle),
        );
        put(
            &mut tree,
            &format!("{folder}/README.md"),
            describe::store(store),
        );
    }
    tree
}

/// One line per file, as `sha256sum` writes it.
pub fn manifest(tree: &Tree) -> String {
    tree.iter()
        .fold(String::new(), |mut text, (path, content)| {
            let sum = hex(&Hash::Sha256.digest(content.as_bytes()));
            writeln!(text, "{sum}  {path}").expect("a String takes everything");
            text
        })
}

fn add_scenario(tree: &mut Tree, scenario: &Scenario) {
    let folder = format!("scenarios/{}", scenario.description.id);
    put_server(tree, &folder, &scenario.chain);
    put(
        tree,
        &format!("{folder}/bundle.pem"),
        pem_bundle(&scenario.bundle),
    );
    put(
        tree,
        &format!("{folder}/meta.json"),
        describe::meta(scenario),
    );
    put(
        tree,
        &format!("{folder}/README.md"),
        describe::scenario(scenario),
    );
}

/// What a server needs to present the chain.
fn put_server(tree: &mut Tree, folder: &str, chain: &[Certified]) {
    put(tree, &format!("{folder}/chain.pem"), pem_bundle(chain));
    if let Some(leaf) = chain.first() {
        put(
            tree,
            &format!("{folder}/server-key.pem"),
            leaf.key().private_key_pem(),
        );
    }
}

fn put(tree: &mut Tree, path: &str, content: String) {
    tree.insert(path.to_owned(), content);
}

/// One line per certificate for a README.
fn listing(certificates: &[Certified]) -> String {
    if certificates.is_empty() {
        return "(nothing)\n".to_owned();
    }
    certificates
        .iter()
        .enumerate()
        .fold(String::new(), |mut text, (number, certificate)| {
            // Debug form: hostile names must not reach a terminal or a renderer as they are.
            let subject = certificate.name().label();
            let issuer = certificate.issuer_name().label();
            let sum = certificate.sha256();
            writeln!(
                text,
                "{}. {subject:?} by {issuer:?}, SHA-256 {sum}",
                number + 1
            )
            .expect("a String takes everything");
            text
        })
}
