use super::*;
use crate::certificate::Certificate;
use crate::finding::Cert;
use crate::known::{Family, KnownRoots, Release};
use crate::moment::Moment;
use crate::store::{Encoded, Store};
use std::sync::Arc;

fn release(version: &str) -> Release {
    KnownRoots::built_in()
        .iter()
        .flat_map(crate::known::KnownRoot::ranges)
        .flat_map(|range| [range.first, range.last])
        .find(|release| release.family == Family::Certifi && release.version == version)
        .unwrap()
}

/// The bundle of a release of certifi.
fn certifi(version: &str) -> Vec<Vec<u8>> {
    let known = KnownRoots::built_in();
    let set = known.bundle_of(&release(version)).unwrap();
    set.members()
        .map(|root| root.der().unwrap().to_vec())
        .collect()
}

fn store(ders: Vec<Vec<u8>>) -> Store {
    let encoded = ders.into_iter().map(|der| Encoded {
        der: der.into(),
        location: None,
    });
    Store::build(Vec::new(), encoded.collect())
}

fn certificates(ders: &[Vec<u8>]) -> Vec<Cert> {
    let parsed = ders.iter().map(|der| Certificate::parse(der).unwrap());
    parsed.map(Arc::new).collect()
}

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

/// Measured with OpenSSL's flag on the shipped files.
#[test]
fn what_python_3_13_refuses_of_real_bundles() {
    let cases = [
        (
            "2021.10.8",
            131,
            vec![
                "ePKI Root Certification Authority 89",
                "Go Daddy Class 2 Certification Authority 89",
                "Hongkong Post Root CA 1 86",
                "Starfield Class 2 Certification Authority 89",
                "TWCA Global Root CA 86",
            ],
        ),
        ("2026.10.18", 117, vec!["TWCA Global Root CA 86"]),
    ];
    for (version, count, expected) in cases {
        let remarks = remarks(&store(certifi(version)), at("2026-11-01"));
        assert_eq!(remarks.total, count);
        let name = |(rule, certificate): &(StrictRule, Cert)| {
            let name = certificate.subject.friendly();
            format!("{name} {}", rule.openssl_code())
        };
        let mut refused: Vec<String> = remarks.strict().iter().map(name).collect();
        refused.sort_by_key(|name| name.to_lowercase());
        let mut expected = expected;
        expected.sort_by_key(|name| name.to_lowercase());
        assert_eq!(refused, expected, "{version}");
    }
}

#[test]
fn services_fail_without_a_valid_root_of_theirs() {
    let known = KnownRoots::built_in();
    let fails = |version: &str, day: &str| -> Vec<&'static str> {
        services(&store(certifi(version)), &known, at(day))
            .iter()
            .filter(|service| matches!(service.status, ServiceStatus::Fails { .. }))
            .map(|service| service.id.as_str())
            .collect()
    };
    assert!(fails("2026.10.18", "2026-11-01").is_empty());
    assert_eq!(fails("2015.4.28", "2026-11-01"), ["lets-encrypt"]);
    // GlobalSign's root, by which an old bundle serves for Google, ends in 2028.
    assert_eq!(fails("2015.4.28", "2029-11-01"), ["google", "lets-encrypt"]);
    let nothing = services(&store(Vec::new()), &known, at("2026-11-01"));
    assert!(nothing.len() >= 7);
    let custom = KnownRoots::from_certificates([]);
    assert!(services(&store(Vec::new()), &custom, at("2026-11-01")).is_empty());
}

#[test]
fn differences_are_of_what_is_trusted() {
    let [old, new] = ["2021.10.8", "2026.10.18"].map(|version| certificates(&certifi(version)));
    let comparison = compare(&new, &old, "old".to_owned());
    let sizes = |it: &Comparison| {
        let pairs = it.reissued.len() + it.renamed.len();
        (
            it.common + it.added.len() + pairs,
            it.common + it.removed.len() + pairs,
        )
    };
    assert_eq!(sizes(&comparison), (117, 131));
    // Google's roots were issued again.
    assert!(comparison.reissued.len() >= 3, "{comparison:?}");
    let mut shuffled = new.clone();
    shuffled.reverse();
    assert!(compare(&new, &shuffled, String::new()).is_empty());
    assert!(!compare(&new, &old, String::new()).is_empty());
    let back = compare(&old, &new, String::new());
    assert_eq!(back.added.len(), comparison.removed.len());
    assert_eq!(back.removed.len(), comparison.added.len());
}

#[test]
fn one_key_under_two_names_is_no_addition() {
    let key = || test_pki::Key::p256("one key");
    let old = test_pki::ca("Old Name").key(key()).self_signed();
    let new = test_pki::ca("New Name").key(key()).self_signed();
    let [old, new] = [old, new].map(|one| certificates(&[one.der().to_vec()]));
    let comparison = compare(&new, &old, String::new());
    assert_eq!(comparison.renamed.len(), 1);
    assert!(comparison.added.is_empty() && comparison.removed.is_empty());
}
