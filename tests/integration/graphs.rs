//! Graphs that were made to be too much for path builders: the verdict is right, at any size the work is bounded, and the
//! order of the certificates decides nothing.

use certwhy::certificate::ServerName;
use certwhy::client::{Client, Policy};
use certwhy::explain::{Purpose, explain};
use certwhy::known::KnownRoots;
use certwhy::lang::Lang;
use certwhy::moment::Moment;
use certwhy::path::{Limit, PathCount, Precision, Trace, decide, search};
use certwhy::question::{Peer, Question};
use certwhy::render::{TerminalStyle, json, terminal};
use certwhy::signature::RustCrypto;
use certwhy::store::{Encoded, Store};
use certwhy::text;
use certwhy::verdict::{Verdict, judge};
use std::collections::HashSet;
use test_pki::Certified;
use test_pki::graph::{FAMILIES, Graph, HOST, NOW, Truth, family};

fn question() -> Question {
    Question {
        host: Some(ServerName::parse(HOST).unwrap()),
        at: Moment::parse(NOW).unwrap(),
        peer: Peer::TlsServer,
    }
}

fn policy(client: &str) -> Policy {
    Client::find(client).unwrap().profile().policy.clone()
}

fn encoded<'a>(certificates: impl IntoIterator<Item = &'a Certified>) -> Vec<Encoded> {
    let encode = |certificate: &Certified| Encoded {
        der: certificate.der().to_vec().into(),
        location: None,
    };
    certificates.into_iter().map(encode).collect()
}

fn store(graph: &Graph) -> Store {
    Store::build(encoded(&graph.chain), encoded(&graph.bundle))
}

fn traced(store: &Store, policy: &Policy) -> Trace {
    search(store, &question(), policy, &RustCrypto)
}

const fn deserved(truth: Truth) -> Verdict {
    match truth {
        Truth::Trusted => Verdict::Trusted,
        Truth::NotTrusted => Verdict::NotTrusted,
        Truth::BeyondReason => Verdict::Undecided,
    }
}

/// Sizes that a machine without optimisation bears.
const SIZES: &[(&str, usize)] = &[
    ("mesh", 4),
    ("mesh", 12),
    ("mesh-without-anchor", 4),
    ("mesh-without-anchor", 16),
    ("layers", 3),
    ("layers", 20),
    ("layers-without-anchor", 6),
    ("twins", 300),
    ("same-name-roots", 300),
    ("self-issued", 300),
    ("distinct-roots", 300),
    ("constraints", 3_000),
    ("constraints-broken", 3_000),
    ("giant-key", 16_384),
];

#[test]
fn every_family_is_judged_right() {
    let named: HashSet<&str> = SIZES.iter().map(|(name, _)| *name).collect();
    assert!(FAMILIES.iter().all(|family| named.contains(family.name)));
    for (name, size) in SIZES {
        let graph = (family(name).unwrap().make)(*size);
        let store = store(&graph);
        let policy = policy("go");
        let trace = traced(&store, &policy);
        let short = decide(&store, &question(), &policy, &RustCrypto);
        for found in [&trace, &short] {
            assert_eq!(judge(found), deserved(graph.truth), "{name} {size}");
            assert_eq!(found.stopped, None, "{name} {size}");
        }
        if let Some(paths) = graph.paths {
            let found = u128::from(trace.paths.number);
            match trace.paths.precision {
                Precision::Exact => assert_eq!(found, paths, "{name} {size}"),
                Precision::AtLeast => assert!(found <= paths, "{name} {size}"),
            }
        }
    }
}

/// Whatever the number of paths, there are few signatures: none where names lead nowhere, those of one path where key
/// identifiers or names lead straight, one for each namesake where nothing else tells them apart.
#[test]
fn signatures_are_verified_where_they_matter() {
    for (name, size, most) in [
        ("mesh", 12, 2),
        ("mesh-without-anchor", 16, 0),
        ("layers", 8, 9),
        ("twins", 300, 301),
        ("same-name-roots", 300, 300),
        ("self-issued", 300, 301),
        ("distinct-roots", 300, 1),
        ("constraints", 3_000, 2),
        ("giant-key", 16_384, 1),
    ] {
        let graph = (family(name).unwrap().make)(size);
        let policy = policy("go");
        let trace = decide(&store(&graph), &question(), &policy, &RustCrypto);
        assert!(
            trace.spent.signatures <= most,
            "{name}: {}",
            trace.spent.signatures
        );
    }
}

#[test]
fn a_number_beyond_all_lists_is_told() {
    let count = |name: &str, size| {
        let graph = (family(name).unwrap().make)(size);
        traced(&store(&graph), &policy("webpki")).paths
    };
    assert_eq!(count("layers", 8), PathCount::exactly(16_777_216));
    assert_eq!(count("layers-without-anchor", 8), PathCount::exactly(0));
    assert_eq!(count("layers", 40).precision, Precision::AtLeast);
    assert!(count("mesh", 12).number > 20);
}

/// Certificates in another order, the server's own still first.
fn turned(graph: &Graph, by: usize) -> Graph {
    let mut turned = graph.clone();
    let rest = &mut turned.chain[1..];
    let places = rest.len().max(1);
    rest.rotate_left(by % places);
    if by % 2 == 1 {
        rest.reverse();
    }
    turned.bundle.reverse();
    turned
}

#[test]
fn the_order_of_certificates_decides_nothing() {
    for name in [
        "mesh",
        "mesh-without-anchor",
        "layers",
        "twins",
        "same-name-roots",
        "self-issued",
    ] {
        let graph = (family(name).unwrap().make)(9);
        for client in ["webpki", "go"] {
            let content = |graph: &Graph| {
                let store = store(graph);
                let trace = traced(&store, &policy(client));
                let of = |id| store.certificate(id).unwrap().sha256();
                let paths: Vec<Vec<_>> = trace
                    .attempts
                    .iter()
                    .map(|attempt| attempt.certificates.iter().map(|id| of(*id)).collect())
                    .collect();
                (judge(&trace), paths, trace.paths, trace.spent)
            };
            let first = content(&graph);
            for by in 1..4 {
                assert_eq!(
                    content(&turned(&graph, by)),
                    first,
                    "{name}, {client}, {by}"
                );
            }
        }
    }
}

#[test]
fn a_reader_is_told_how_many_paths_there_are() {
    let graph = (family("layers").unwrap().make)(8);
    let inputs = [
        crate::mock::pem(Purpose::Chain, &graph.chain),
        crate::mock::pem(Purpose::Bundle, &graph.bundle),
    ];
    let known = KnownRoots::built_in();
    let report = explain(
        &inputs,
        &crate::shared::options(&known, "go", (Some(HOST), NOW)),
    );
    for lang in [Lang::En, Lang::Ja] {
        let document = text::write(lang, &report);
        let shown = terminal(&document, &TerminalStyle::default());
        assert!(shown.contains("16,777,216"), "{shown}");
    }
    let written = json(&report, Lang::En);
    let written: serde_json::Value = serde_json::from_str(&written).unwrap();
    let count = &written["path_count"];
    assert_eq!(count["number"], 16_777_216);
    assert_eq!(
        (&count["exact"], &count["all_listed"]),
        (&true.into(), &false.into())
    );
    let listed = written["paths"].as_array().unwrap().len();
    assert!((1..=20).contains(&listed), "{listed}");
}

/// Where keys cannot be told apart, there is an end to it, and it is admitted.
#[test]
fn the_end_of_the_budget_is_admitted() {
    let graph = (family("twins").unwrap().make)(300);
    let store = store(&graph);
    let mut frugal = policy("go");
    let needed = decide(&store, &question(), &frugal, &RustCrypto)
        .spent
        .signatures;
    frugal.budget.signatures = needed - 1;
    let trace = traced(&store, &frugal);
    assert_eq!(trace.stopped, Some(Limit::Signatures));
    assert_eq!(judge(&trace), Verdict::Undecided);
}

/// At the size that is too much for others, and at ten times that; minutes without optimisation:
/// `cargo test --release --test integration -- --ignored at_full_size`.
#[test]
#[ignore = "minutes without optimisation"]
fn every_family_is_judged_right_at_full_size() {
    for family in FAMILIES {
        for size in [family.size, family.tenfold] {
            let graph = (family.make)(size);
            let store = store(&graph);
            let policy = policy("go");
            let started = std::time::Instant::now();
            let trace = traced(&store, &policy);
            let verdict = judge(&trace);
            let took = started.elapsed();
            eprintln!(
                "{} {size}: {verdict:?}, {:?}, {took:.0?}",
                family.name, trace.spent
            );
            let admitted = verdict == Verdict::Undecided && trace.stopped.is_some();
            assert!(
                admitted || verdict == deserved(graph.truth),
                "{} {size}",
                family.name
            );
            assert!(!(admitted && size == family.size), "{} {size}", family.name);
        }
    }
}
