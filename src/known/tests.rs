//! The built-in table against facts that were established elsewhere.

mod content;
mod damage;
mod vintage;

use super::*;
use crate::moment::Moment;

const AMAZON_1: &str = "8da7f965ec5efc37910f1c6e59fdc1cc6a6ede16";
const STARFIELD_SERVICES_G2: &str = "925a8f8d2c6d04e0665f596aff22d863e8256f3f";
const STARFIELD_CLASS_2: &str = "ad7e1c28b064ef8f6003402014c3d0e3370eb58a";
const BALTIMORE: &str = "d4de20d05e66fc53fe1a50882c78db2852cae474";
const DIGICERT_GLOBAL: &str = "a8985d3a";
const GO_DADDY_CLASS_2: &str = "2796bae6";
const VERISIGN_G5: &str = "4eb6d578";
const DST_X3: &str = "dac9024f";

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

fn by_print<'a>(known: &'a KnownRoots, prefix: &str) -> KnownRoot<'a> {
    let found = known.search(prefix);
    assert_eq!(found.len(), 1, "{prefix}");
    found[0]
}

/// `family first-last`, with `+` where the root is in the newest release.
fn ranges(root: KnownRoot<'_>, family: Family) -> String {
    let of_family = root
        .ranges()
        .into_iter()
        .filter(|range| range.family == family);
    let text = of_family.map(|range| {
        if range.still_in {
            format!("{}+", range.first.version)
        } else {
            format!("{}-{}", range.first.version, range.last.version)
        }
    });
    text.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_table_opens_whole() {
    let known = KnownRoots::built_in();
    assert_eq!((known.len(), known.origin()), (319, Origin::BuiltIn));
    assert!(!known.is_empty());
    for root in known.iter() {
        let facts = RootFacts::read(root.der().unwrap()).unwrap();
        assert_eq!(facts.sha256, root.sha256());
        assert_eq!(facts.sha1, root.sha1());
        assert_eq!(facts.spki_sha256, root.spki_sha256());
        assert_eq!(facts.subject.as_der(), root.subject().as_der());
        assert_eq!(
            (facts.not_before, facts.not_after),
            (root.not_before(), root.not_after())
        );
        assert_eq!(facts.key, root.key_description());
        assert_eq!(facts.signature, root.signature_description());
        assert_eq!(facts.is_self_signed(), root.is_self_signed());
        assert_eq!(facts.version, root.version());
        assert!(!root.ranges().is_empty(), "{root:?} is in no release");
    }
}

#[test]
fn a_table_turned_back_and_written_again_is_the_same() {
    let encoded = encode(&TableSource::from(&KnownRoots::built_in()));
    assert!(encoded.facts == FACTS, "facts differ");
    assert!(encoded.der == DER, "certificates differ");
}

#[test]
fn every_lookup_finds_every_root() {
    let known = KnownRoots::built_in();
    let names: Vec<Name> = known.iter().map(KnownRoot::subject).collect();
    for root in known.iter() {
        assert_eq!(known.by_sha256(&root.sha256()), Some(root));
        assert_eq!(known.by_sha1(&root.sha1()), Some(root));
        let same_key: Vec<_> = known.by_key(&root.spki_sha256()).collect();
        let expected: Vec<_> = known
            .iter()
            .filter(|other| other.spki_sha256() == root.spki_sha256())
            .collect();
        assert_eq!(same_key, expected);
        let subject = root.subject();
        let same_name: Vec<_> = known.by_subject(&subject).collect();
        let of_name = known
            .iter()
            .zip(&names)
            .filter(|(_, name)| **name == subject);
        let expected: Vec<_> = of_name.map(|(other, _)| other).collect();
        assert_eq!(same_name, expected);
    }
    assert_eq!(known.by_sha256(&CertSha256::of(b"unknown")), None);
    assert_eq!(known.by_sha1(&CertSha1::of(b"unknown")), None);
    assert_eq!(known.by_key(&SpkiSha256::of(b"unknown")).count(), 0);
    assert_eq!(known.by_subject(&Name::empty()).count(), 0);
}

#[test]
fn ranges_of_the_roots_of_the_story() {
    use Family::{Certifi, Httplib2, ShotgunApi3Certifi, ShotgunApi3Httplib2};
    let known = KnownRoots::built_in();
    for (print, certifi, httplib2, copy_of_httplib2, copy_of_certifi) in [
        (STARFIELD_SERVICES_G2, "0.0.1+", "0.9+", "3.0.19+", "3.2.6+"),
        (
            STARFIELD_CLASS_2,
            "0.0.1-2025.1.31",
            "0.9+",
            "3.0.19+",
            "3.2.6-3.8.4",
        ),
        (AMAZON_1, "2017.1.23+", "", "", "3.2.6+"),
        (
            BALTIMORE,
            "0.0.1-2025.1.31",
            "0.9+",
            "3.0.19+",
            "3.2.6-3.8.4",
        ),
        (
            DIGICERT_GLOBAL,
            "0.0.1-2026.2.25",
            "0.9+",
            "3.0.19+",
            "3.2.6-3.10.0",
        ),
        (
            GO_DADDY_CLASS_2,
            "0.0.1-2025.1.31",
            "0.9+",
            "3.0.8+",
            "3.2.6-3.8.4",
        ),
        (
            VERISIGN_G5,
            "0.0.1-2020.11.8",
            "0.7.4+",
            "3.0.8+",
            "3.2.6-3.3.5",
        ),
        (
            DST_X3,
            "0.0.1-2021.10.8",
            "0.10.3-0.19.1",
            "3.0.19-3.3.6",
            "3.2.6-3.3.5",
        ),
    ] {
        let root = by_print(&known, print);
        assert_eq!(ranges(root, Certifi), certifi, "{print}");
        assert_eq!(ranges(root, Httplib2), httplib2, "{print}");
        assert_eq!(
            ranges(root, ShotgunApi3Httplib2),
            copy_of_httplib2,
            "{print}"
        );
        assert_eq!(ranges(root, ShotgunApi3Certifi), copy_of_certifi, "{print}");
    }
}

#[test]
fn removals() {
    let known = KnownRoots::built_in();
    for (print, removal) in [
        (STARFIELD_CLASS_2, Some("certifi 2025.4.26")),
        (BALTIMORE, Some("certifi 2025.4.26")),
        (DIGICERT_GLOBAL, Some("certifi 2026.4.22")),
        (AMAZON_1, None),
        (STARFIELD_SERVICES_G2, None),
    ] {
        let root = by_print(&known, print);
        let found = root.removal();
        let name = found.as_ref().map(|removal| removal.release.to_string());
        assert_eq!(name.as_deref(), removal, "{print}");
        assert_eq!(
            root.in_certifi_until().is_some(),
            removal.is_some(),
            "{print}"
        );
        if let Some(removal) = found {
            assert!(root.is_current_at(removal.date.plus_days(-1)), "{print}");
            assert!(!root.is_current_at(removal.date), "{print}");
        }
    }
}

#[test]
fn the_list_in_force() {
    let known = KnownRoots::built_in();
    for (moment, name, date) in [
        ("2015-04-28", "certifi 2015.4.28", "2015-04-28"),
        ("2015-09-05", "certifi 2015.4.28", "2015-04-28"),
        ("2017-07-27", "certifi 2017.7.27.1", "2017-07-27"),
        ("2025-04-25", "certifi 2025.1.31", "2025-01-31"),
        ("2026-10-18", "certifi 2026.10.18", "2026-10-18"),
        ("2099-01-01", "certifi 2026.10.18", "2026-10-18"),
    ] {
        let set = known.current_at(at(moment));
        let BundleName::Release(release) = &set.name else {
            panic!("{moment}: {:?}", set.name)
        };
        assert_eq!(release.to_string(), name, "{moment}");
        assert_eq!(set.date, Some(at(date)), "{moment}");
        assert_eq!(set.members().count(), set.len());
    }
    let newest = known.newest();
    assert_eq!(
        (newest.len(), newest.name),
        (117, known.current_at(at("2026-11-22")).name)
    );
}

#[test]
fn before_dated_releases_the_union_is_in_force() {
    let known = KnownRoots::built_in();
    let early = known.current_at(at("2015-04-27"));
    assert_eq!(early.name, BundleName::BeforeDatedReleases);
    assert_eq!(early.len(), known.current_at(at("1990-01-01")).len());
    for print in [STARFIELD_CLASS_2, BALTIMORE, VERISIGN_G5, DST_X3] {
        assert!(early.contains(by_print(&known, print)), "{print}");
    }
    for print in [AMAZON_1, "cabd2a79"] {
        assert!(!early.contains(by_print(&known, print)), "{print}");
    }
    let youngest = early.members().map(KnownRoot::not_before).max();
    assert!(youngest < Some(at("2015-04-28")), "{youngest:?}");
}

#[test]
fn oddities_are_kept() {
    let known = KnownRoots::built_in();
    let v1 = known
        .iter()
        .filter(|root| root.version() == RootVersion::V1)
        .count();
    let not_self_signed = known.iter().filter(|root| !root.is_self_signed()).count();
    let md2 = known
        .iter()
        .filter(|root| root.signature_description().starts_with("md2"))
        .count();
    let shared_keys: std::collections::BTreeSet<_> = known
        .iter()
        .filter(|root| known.by_key(&root.spki_sha256()).count() > 1)
        .map(KnownRoot::spki_sha256)
        .collect();
    assert_eq!(
        (v1, not_self_signed, md2, shared_keys.len()),
        (17, 5, 4, 11)
    );
    for print in [
        STARFIELD_CLASS_2,
        STARFIELD_SERVICES_G2,
        GO_DADDY_CLASS_2,
        "47beabc9",
    ] {
        let der = by_print(&known, print).der().unwrap();
        let (_, certificate) = x509_parser::parse_x509_certificate(der).unwrap();
        assert_eq!(certificate.tbs_certificate.raw_serial(), [0], "{print}");
    }
}

#[test]
fn certificates_attach_only_to_their_own_facts() {
    let facts = KnownRoots::built_in_facts();
    assert!(facts.iter().all(|root| root.der().is_none()));
    let whole = facts.with_der(DER).unwrap();
    assert!(
        whole
            .iter()
            .all(|root| CertSha256::of(root.der().unwrap()) == root.sha256())
    );
    assert!(
        KnownRoots::built_in()
            .iter()
            .map(KnownRoot::der)
            .eq(whole.iter().map(KnownRoot::der))
    );
    assert!(facts.with_der(&DER[1..]).is_none());
    assert!(facts.with_der(Vec::new()).is_none());
}

#[test]
fn searching() {
    let known = KnownRoots::built_in();
    let names = |query: &str| -> Vec<String> {
        known
            .search(query)
            .into_iter()
            .map(KnownRoot::friendly)
            .collect()
    };
    for query in [
        "starfield SERVICES root",
        "925A8F8D2C6D04E0665F596AFF22D863E8256F3F",
        "\u{200e}92 5a 8f 8d 2c 6d",
        "56:8D:69:05",
    ] {
        assert_eq!(
            names(query),
            ["Starfield Services Root Certificate Authority - G2"],
            "{query}"
        );
    }
    assert_eq!(names("Amazon Root").len(), 4);
    assert_eq!(names("").len(), known.len());
    assert_eq!(names("no such root anywhere"), Vec::<String>::new());
}

#[test]
fn a_custom_table_is_one_set_for_ever() {
    let built_in = KnownRoots::built_in();
    let ders: Vec<Vec<u8>> = built_in
        .iter()
        .take(3)
        .map(|root| root.der().unwrap().to_vec())
        .collect();
    let given = [
        ders[2].clone(),
        b"no certificate".to_vec(),
        ders[0].clone(),
        ders[1].clone(),
        ders[0].clone(),
    ];
    let known = KnownRoots::from_certificates(given);
    assert_eq!((known.len(), known.origin()), (3, Origin::Custom));
    let ids = [2, 0, 1].map(|index: usize| CertSha256::of(&ders[index]));
    for moment in ["1980-01-01", "2030-01-01"] {
        let set = known.current_at(at(moment));
        assert_eq!(set.name, BundleName::Custom);
        assert!(set.members().map(KnownRoot::sha256).eq(ids));
    }
    assert_eq!(known.newest().len(), 3);
    let root = known.by_sha256(&ids[0]).unwrap();
    assert_eq!(root.der(), Some(&ders[2][..]));
    assert_eq!((root.removal(), root.in_certifi_since()), (None, None));
    assert_eq!(known.by_subject(&root.subject()).next(), Some(root));

    assert_eq!(
        known.vintage(None, &ids).exact.unwrap().family,
        Family::Custom
    );
    assert_eq!(known.vintage(None, &ids[..2]).exact, None);
    assert_eq!(known.vintage(Some(&[0; 32]), &[]).exact, None);
}

#[test]
fn an_empty_custom_table_answers_nothing() {
    let known = KnownRoots::from_certificates([]);
    assert!(known.is_empty() && known.newest().is_empty());
    assert_eq!(known.vintage(None, &[]), Vintage::default());
}
