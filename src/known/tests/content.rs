//! A root is told by its content as by its hash.

use super::*;
use crate::certificate::Der;
use proptest::prelude::*;

fn held(der: &[u8]) -> Option<Held> {
    Held::read(Der::from(der)).ok()
}

/// By its content, and by its hash.
fn both(known: &KnownRoots, held: &Held) -> [Option<usize>; 2] {
    let by_hash = known.by_sha256(&held.sha256());
    [known.root_of(held), by_hash].map(|root| root.map(KnownRoot::index))
}

#[test]
fn every_root_is_found() {
    for known in [KnownRoots::built_in(), KnownRoots::built_in_facts()] {
        for root in KnownRoots::built_in().iter() {
            let held = held(root.der().unwrap()).unwrap();
            assert_eq!(both(&known, &held), [Some(root.index()); 2], "{root:?}");
            assert_eq!(held.sha256(), CertSha256::of(held.as_der()), "{root:?}");
        }
    }
}

#[test]
fn roots_without_history_are_found_and_others_are_not() {
    let built_in = KnownRoots::built_in();
    let ders = built_in.iter().step_by(3).map(|root| root.der().unwrap());
    let known = KnownRoots::from_certificates(ders.map(<[u8]>::to_vec));
    for (index, root) in built_in.iter().enumerate() {
        let [by_content, by_hash] = both(&known, &root.held().unwrap());
        assert_eq!(by_content, by_hash);
        assert_eq!(by_content.is_some(), index % 3 == 0, "{root:?}");
    }
}

proptest! {
    #[test]
    fn a_changed_root_is_none(
        index in 0..319_usize,
        place in any::<prop::sample::Index>(),
        bit in 0..8_u8,
    ) {
        let tables = [KnownRoots::built_in(), KnownRoots::built_in_facts()];
        let mut octets = tables[0].root(index).der().unwrap().to_vec();
        let place = place.index(octets.len());
        octets[place] ^= 1 << bit;
        for known in tables {
            if let Some(held) = held(&octets) {
                prop_assert_eq!(both(&known, &held), [None; 2]);
            }
        }
    }
}
