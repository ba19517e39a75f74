//! A root is told by its content as by its hash.

use super::*;
use crate::certificate::Der;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// By its content, and by its hash, which nobody has computed before.
fn both(known: &KnownRoots, der: &[u8]) -> [Option<usize>; 2] {
    let held = Held::read(Der::from(der)).unwrap();
    let by_content = known.root_of(&held);
    let hash = CertSha256::of(der);
    assert_eq!(held.sha256(), hash);
    [by_content, known.by_sha256(&hash)].map(|root| root.map(KnownRoot::index))
}

#[test]
fn every_root_is_found() {
    for known in [KnownRoots::built_in(), KnownRoots::built_in_facts()] {
        for root in KnownRoots::built_in().iter() {
            let found = both(&known, root.der().unwrap());
            assert_eq!(found, [Some(root.index()); 2], "{root:?}");
        }
    }
}

#[test]
fn roots_without_history_are_found_and_others_are_not() {
    let built_in = KnownRoots::built_in();
    let ders = built_in.iter().step_by(3).map(|root| root.der().unwrap());
    let known = KnownRoots::from_certificates(ders.map(<[u8]>::to_vec));
    for (index, root) in built_in.iter().enumerate() {
        let [by_content, by_hash] = both(&known, root.der().unwrap());
        assert_eq!(by_content, by_hash);
        assert_eq!(by_content.is_some(), index % 3 == 0, "{root:?}");
    }
}

/// A list of one's own may hold any number of the same length.
#[test]
fn many_of_one_length_are_found() {
    let made = |index| {
        let root = test_pki::ca(format!("Root {index}").as_str());
        root.self_signed().der().to_vec()
    };
    let ders: Vec<Vec<u8>> = (100..140).map(made).collect();
    let known = KnownRoots::from_certificates(ders.clone());
    let mut lengths = BTreeMap::<usize, usize>::new();
    for der in &ders {
        *lengths.entry(der.len()).or_default() += 1;
        let [by_content, by_hash] = both(&known, der);
        assert!(by_content.is_some());
        assert_eq!(by_content, by_hash);
    }
    assert!(lengths.values().any(|count| *count > 8), "{lengths:?}");
    for stranger in (140..150).map(made) {
        assert_eq!(both(&known, &stranger), [None; 2]);
    }
}

proptest! {
    #[test]
    fn a_changed_root_is_none(
        root in any::<prop::sample::Index>(),
        place in any::<prop::sample::Index>(),
        bit in 0..8_u8,
    ) {
        let tables = [KnownRoots::built_in(), KnownRoots::built_in_facts()];
        let root = tables[0].root(root.index(tables[0].len()));
        let mut octets = root.der().unwrap().to_vec();
        let place = place.index(octets.len());
        octets[place] ^= 1 << bit;
        for known in &tables {
            if Held::read(Der::from(octets.as_slice())).is_ok() {
                prop_assert_eq!(both(known, &octets), [None; 2]);
            }
        }
    }
}
