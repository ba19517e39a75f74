//! The tree is the same on every machine, and what it holds is sound.
#![allow(clippy::expect_used, clippy::disallowed_methods)] // Tests, which may read files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use test_pki::emit::{manifest, tree};
use test_pki::{Certified, Key, known_roots, s3, scenarios};
use x509_parser::prelude::*;

/// Renewed by `cargo run -p test-pki -- manifest > test-pki/manifest.sha256`, after looking at what changed.
const MANIFEST: &str = include_str!("../manifest.sha256");

fn everything() -> Vec<Certified> {
    let scenarios = scenarios()
        .iter()
        .flat_map(|scenario| [&scenario.chain, &scenario.bundle])
        .flatten();
    let mut all: Vec<Certified> = scenarios.cloned().collect();
    all.extend(s3::epochs().iter().flat_map(|epoch| epoch.chain.clone()));
    all.extend(s3::stores().iter().flat_map(|store| store.bundle.clone()));
    all.extend_from_slice(known_roots());
    all
}

#[test]
fn the_tree_is_the_one_checked_in() {
    let changed: Vec<String> = {
        let (now, before) = (manifest(&tree()), MANIFEST);
        let (now, before) = (
            now.lines().collect::<BTreeSet<_>>(),
            before.lines().collect(),
        );
        now.symmetric_difference(&before)
            .map(ToString::to_string)
            .collect()
    };
    assert_eq!(changed, Vec::<String>::new());
}

#[test]
fn the_command_writes_the_tree() {
    let place = std::env::temp_dir().join(format!("test-pki-emit-{}", std::process::id()));
    let mut command = Command::new(env!("CARGO_BIN_EXE_test-pki"));
    let output = command
        .args(["emit", "--out"])
        .arg(&place)
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{output:?}");
    for (path, content) in tree() {
        let written = fs::read_to_string(place.join(&path)).expect("a file that the tree names");
        assert_eq!(written, content, "{path}");
    }
    fs::remove_dir_all(&place).expect("the directory is ours");
}

#[test]
fn a_wrong_command_is_told_the_right_one() {
    let output = Command::new(env!("CARGO_BIN_EXE_test-pki"))
        .arg("emit")
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("usage:"));
}

#[test]
fn every_certificate_parses_and_is_called_a_mock() {
    for certificate in everything() {
        let (rest, parsed) = X509Certificate::from_der(certificate.der()).expect("a certificate");
        assert!(rest.is_empty());
        for extension in parsed.extensions() {
            assert!(
                !matches!(
                    extension.parsed_extension(),
                    ParsedExtension::ParseError { .. }
                ),
                "{extension:?}"
            );
        }
        let subject = parsed.subject().to_string();
        assert!(subject.to_ascii_lowercase().contains("mock"), "{subject}");
    }
}

#[test]
fn no_two_known_roots_share_a_key() {
    let roots = known_roots();
    let keys: BTreeSet<Vec<u8>> = roots.iter().map(|root| root.key().identifier()).collect();
    assert_eq!(keys.len(), roots.len());
}

/// One key under several names would let a path search find paths that were never drawn.
#[test]
fn a_key_of_rsa_2048_belongs_to_one_name() {
    let all = everything();
    for number in 0..Key::RSA_2048_KEYS {
        let key = Key::rsa_2048(number);
        let names: BTreeSet<Vec<u8>> = all
            .iter()
            .filter(|one| *one.key() == key)
            .map(|one| one.name().der())
            .collect();
        assert!(names.len() <= 1, "key {number} has {} names", names.len());
    }
}

/// Issuer and serial number name one certificate (RFC 5280 §4.1.2.2), its damaged copies included.
#[test]
fn issuer_and_serial_name_one_certificate() {
    let mut named: BTreeMap<(String, Vec<u8>), Vec<u8>> = BTreeMap::new();
    for certificate in everything() {
        let (_, parsed) = X509Certificate::from_der(certificate.der()).expect("a certificate");
        let name = (parsed.issuer().to_string(), parsed.raw_serial().to_vec());
        let says = parsed.tbs_certificate.as_ref().to_vec();
        let before = named.entry(name).or_insert_with(|| says.clone());
        assert_eq!(*before, says, "{}", parsed.subject());
    }
}

#[test]
fn ids_are_unique_and_titles_written() {
    let mut ids = BTreeSet::new();
    let migration = s3::migration();
    for scenario in scenarios().iter().chain(migration) {
        let description = &scenario.description;
        assert!(
            ids.insert(description.id.clone()),
            "{} twice",
            description.id
        );
        assert!(
            !description.title.is_empty() && !description.graph.is_empty(),
            "{}",
            description.id
        );
    }
}
