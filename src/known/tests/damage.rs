//! Whatever its octets, a table opens and answers; a damaged one knows less.

use super::*;
use proptest::prelude::*;

fn open(facts: Vec<u8>) -> KnownRoots {
    let facts = Table::open(Octets::Shared(facts.into()));
    KnownRoots {
        asked: unasked(&facts),
        lengths: Arc::default(),
        listed: listed(&facts),
        facts,
        der: Some(Octets::Static(DER)),
        origin: Origin::BuiltIn,
    }
}

/// Asks everything there is to ask; how much was answered.
fn exercise(known: &KnownRoots) -> usize {
    let ids: Vec<CertSha256> = known.iter().take(8).map(KnownRoot::sha256).collect();
    let mut answers = known.vintage(Some(&[1; 32]), &ids).also.len();
    let sets = ["2000-01-01", "2020-01-01"].map(|moment| known.current_at(at(moment)));
    for set in &sets {
        answers += set.members().filter(|root| set.contains(*root)).count();
    }
    let newest = known.newest();
    for root in known.iter().take(4).chain(newest.members().take(4)) {
        answers += root.ranges().len() + root.friendly().len() + root.key_description().len();
        answers += root.der().map_or(0, <[u8]>::len) + root.signature_description().len();
        answers += usize::from(root.is_current_at(root.not_before()));
        answers += usize::from(root.removal().is_some());
        let held = root.held();
        answers += usize::from(held.is_some_and(|held| known.root_of(&held).is_some()));
        answers += known.by_key(&root.spki_sha256()).take(4).count();
        answers += known.by_subject(&root.subject()).take(4).count();
        answers += usize::from(known.by_sha1(&root.sha1()).is_some());
    }
    answers + known.search("starfield").len()
}

#[test]
fn cut_or_lengthened_tables_are_empty() {
    for length in [0, 7, 8, 40, 71, 72, 1000, FACTS.len() - 1] {
        let known = open(FACTS[..length].to_vec());
        assert!(known.is_empty(), "{length}");
        assert_eq!(exercise(&known), 0, "{length}");
        assert_eq!(known.newest().name, BundleName::Empty, "{length}");
    }
    assert!(open([FACTS, &[0]].concat()).is_empty());
    assert!(exercise(&open(FACTS.to_vec())) > 0);
}

#[test]
fn absurd_counts_are_refused() {
    for count in 0..7 {
        let mut octets = FACTS.to_vec();
        octets[8 + 4 * count..12 + 4 * count].copy_from_slice(&u32::MAX.to_le_bytes());
        assert!(open(octets).is_empty(), "{count}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..Default::default() })]

    #[test]
    fn changed_octets_never_panic(
        changes in prop::collection::vec((72..FACTS.len(), any::<u8>()), 1..400)
    ) {
        let mut octets = FACTS.to_vec();
        for (place, octet) in changes {
            octets[place] = octet;
        }
        let known = open(octets);
        prop_assert_eq!(known.len(), 319);
        exercise(&known);
    }

    #[test]
    fn a_ruined_stretch_never_panics(start in 72..FACTS.len(), octet in any::<u8>()) {
        let mut octets = FACTS.to_vec();
        let end = (start + 8000).min(octets.len());
        octets[start..end].fill(octet);
        exercise(&open(octets));
    }

    #[test]
    fn arbitrary_octets_open(octets in prop::collection::vec(any::<u8>(), 0..400)) {
        exercise(&open([&FACTS[..8], &octets].concat()));
    }
}
