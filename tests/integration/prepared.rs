//! A bundle that is prepared once answers as one that is read anew for each chain.

use crate::{mock, shared};
use certwhy::explain::{Prepared, Purpose, Supplied, explain};
use certwhy::known::KnownRoots;
use certwhy::lang::Lang;
use certwhy::render::json;
use certwhy::signature::{RustCrypto, SharedMemo};
use test_pki::pem_bundle;

/// All scenarios of the mock PKI, each asked of the bundle of its own and of two that all share.
#[test]
fn the_answers_are_those_of_explain() {
    let known = mock::known();
    let scenarios = test_pki::scenarios();
    let all = pem_bundle(test_pki::known_roots().iter().map(test_pki::Certified::der));
    let all = shared::supplied(Purpose::Bundle, "all.pem", all.as_bytes());
    let memo = SharedMemo::new(RustCrypto, 1000);
    let shared_by_all: [Vec<Supplied>; 2] = [vec![all.clone()], Vec::new()];
    let shared_by_all = shared_by_all.map(|bundle| (Prepared::new(bundle.clone(), &known), bundle));
    for scenario in scenarios {
        let [chain, own] = mock::inputs(scenario);
        let own = vec![own, all.clone()];
        let own = (Prepared::new(own.clone(), &known), own);
        let options = mock::question(&known, "openssl-3", scenario);
        for (prepared, bundle) in shared_by_all.iter().chain([&own]) {
            let again = prepared.explain(chain.clone(), &options, &memo);
            let inputs: Vec<Supplied> = bundle.iter().cloned().chain([chain.clone()]).collect();
            let expected = json(&explain(&inputs, &options), Lang::En);
            let id = &scenario.description.id;
            assert_eq!(json(&again, Lang::En), expected, "{id}");
        }
    }
}

/// Damaged bundles, which turn answers, and chains whose files distrust what the bundle trusts.
#[test]
fn what_files_say_counts_as_always() {
    let root = test_pki::ca("Mock Root").self_signed();
    let leaf = test_pki::leaf("www.mock.example").issued_by(&root);
    let known = KnownRoots::from_certificates([root.der().to_vec()]);
    let sound = root.pem();
    let damaged = format!("{}{sound}", sound.replacen("MII", "M\u{0}I", 1));
    let texts = [
        sound.clone(),
        damaged,
        format!("-----BEGIN CERTIFICATE-----\n{sound}"),
        String::new(),
    ];
    let chains = [
        leaf.pem(),
        format!("{}\n{}", leaf.pem(), "x".repeat(80)),
        String::new(),
    ];
    for client in ["openssl-3", "python-3", "gnutls", "java", "go"] {
        let options = shared::options(&known, client, (Some("www.mock.example"), "2024-01-15"));
        for text in &texts {
            let bytes = text.as_bytes();
            let bundle = shared::supplied(Purpose::Bundle, "b.pem", bytes).examined(bytes);
            let prepared = Prepared::new(vec![bundle.clone()], &known);
            for chain in &chains {
                let chain = shared::supplied(Purpose::Chain, "c.pem", chain.as_bytes());
                let again = prepared.explain(chain.clone(), &options, &RustCrypto);
                let expected = explain(&[bundle.clone(), chain], &options);
                assert_eq!(json(&again, Lang::En), json(&expected, Lang::En), "{text}");
            }
        }
    }
}
