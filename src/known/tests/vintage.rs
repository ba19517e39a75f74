//! Every bundle file of the table must be recognised, whole and damaged.

use super::*;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// The bundles with a release: `(file, members, names in order of preference)`.
fn published(known: &KnownRoots) -> Vec<(BundleSource, Vec<String>)> {
    let source = TableSource::from(known);
    let mut names: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for row in &source.releases {
        names
            .entry(row.bundle)
            .or_default()
            .push(row.release.to_string());
    }
    let bundle = |(bundle, names): (usize, _)| (source.bundles[bundle].clone(), names);
    names.into_iter().map(bundle).collect()
}

fn texts(vintage: &Vintage) -> Vec<String> {
    vintage
        .exact
        .iter()
        .chain(&vintage.also)
        .map(ToString::to_string)
        .collect()
}

#[test]
fn bytes_name_each_of_the_91_files() {
    let known = KnownRoots::built_in();
    let bundles = published(&known);
    assert_eq!(bundles.len(), 91);
    for (bundle, names) in &bundles {
        let vintage = known.vintage(bundle.file_sha256.as_ref(), &bundle.members);
        let found = texts(&vintage);
        // First all names of these bytes, the preferred one in front; then those of the same set.
        assert_eq!(found[..names.len()], names[..]);
        assert_eq!(vintage.nearest, None);
    }
}

#[test]
fn without_the_bytes_order_and_then_set_decide() {
    let known = KnownRoots::built_in();
    for (bundle, names) in published(&known) {
        let by_order = known.vintage(None, &bundle.members);
        assert!(texts(&by_order).contains(&names[0]));
        let mut reversed = bundle.members.clone();
        reversed.reverse();
        let by_set = known.vintage(Some(&[7; 32]), &reversed);
        assert!(texts(&by_set).contains(&names[0]));
        assert_eq!(texts(&by_set).len(), texts(&by_order).len());
        assert_eq!(
            (by_set.not_before, by_set.not_after),
            (by_order.not_before, by_order.not_after)
        );
    }
}

#[test]
fn order_tells_two_files_of_one_set_apart() {
    let known = KnownRoots::built_in();
    let bundles = published(&known);
    let file = |name: &str| {
        let named = |(_, names): &&(BundleSource, Vec<String>)| names.iter().any(|n| n == name);
        bundles.iter().find(named).unwrap().0.clone()
    };
    for (name, by_order) in [
        // These two have one order: the file that more releases carry is the likelier one.
        ("certifi 1.0.1", "shotgun_api3 3.0.19 (httplib2)"),
        (
            "shotgun_api3 3.0.19 (httplib2)",
            "shotgun_api3 3.0.19 (httplib2)",
        ),
        (
            "shotgun_api3 3.0.34 (httplib2)",
            "shotgun_api3 3.0.20 (httplib2)",
        ),
    ] {
        let bundle = file(name);
        let exact = known
            .vintage(None, &bundle.members)
            .exact
            .unwrap()
            .to_string();
        assert_eq!(exact, by_order, "{name}");
    }
}

#[test]
fn dates_bound_the_making_of_a_bundle() {
    let known = KnownRoots::built_in();
    for (name, not_before, not_after) in [
        ("certifi 2019.3.9", Some("2019-03-09"), Some("2019-03-09")),
        // 2025.7.9 went back to the same file.
        ("certifi 2025.4.26", Some("2025-04-26"), Some("2025-07-09")),
        // No dates: the youngest root's first day.
        ("httplib2 0.20.0", Some("2020-09-04"), None),
    ] {
        let bundles = published(&known);
        let (bundle, _) = bundles.iter().find(|(_, names)| names[0] == name).unwrap();
        let vintage = known.vintage(None, &bundle.members);
        let day = |moment: Option<Moment>| moment.map(Moment::date);
        assert_eq!(day(vintage.not_before).as_deref(), not_before, "{name}");
        assert_eq!(day(vintage.not_after).as_deref(), not_after, "{name}");
    }
}

/// One certificate lost, two unknown ones added.
fn damage(members: &[CertSha256], lost: usize) -> Vec<CertSha256> {
    let mut damaged = members.to_vec();
    damaged.remove(lost);
    damaged.insert(0, CertSha256::of(b"own root"));
    damaged.push(CertSha256::of(b"another own root"));
    damaged
}

#[test]
fn nearest_names_what_differs() {
    let known = KnownRoots::built_in();
    let (mut tried, mut other) = (0, 0);
    for (bundle, names) in published(&known) {
        for lost in [0, bundle.members.len() / 2, bundle.members.len() - 1] {
            let vintage = known.vintage(None, &damage(&bundle.members, lost));
            assert_eq!((vintage.exact, vintage.also.len()), (None, 0));
            let nearest = vintage.nearest.unwrap();
            tried += 1;
            if nearest.missing != [bundle.members[lost]] {
                // Only where the loss leads to (or as near to) another published set is that one named.
                assert!(
                    nearest.missing.len() + nearest.extra.len() <= 3,
                    "{names:?} {nearest:?}"
                );
                other += 1;
                continue;
            }
            assert_eq!(
                nearest.extra,
                [
                    CertSha256::of(b"own root"),
                    CertSha256::of(b"another own root")
                ]
            );
        }
    }
    assert!(other * 10 < tried, "{other} of {tried}");
}

#[test]
fn nothing_is_near_to_a_bundle_of_ones_own() {
    let known = KnownRoots::built_in();
    let newest: Vec<CertSha256> = known.newest().members().map(KnownRoot::sha256).collect();
    let own: Vec<CertSha256> = (0_u8..200).map(|n| CertSha256::of(&[n])).collect();
    for strange in [
        vec![],
        own[..3].to_vec(),
        newest[..3].to_vec(),
        [&newest[..], &own].concat(),
    ] {
        let vintage = known.vintage(None, &strange);
        assert_eq!(
            (vintage.exact, vintage.nearest),
            (None, None),
            "{} certificates",
            strange.len()
        );
    }
    let with_own = [&newest[..], &own[..20]].concat();
    let nearest = known.vintage(None, &with_own).nearest.unwrap();
    assert_eq!(nearest.release.to_string(), "certifi 2026.10.18");
    assert_eq!((nearest.missing.len(), nearest.extra.len()), (0, 20));
}

/// The folder of shared test data, or `None` (said aloud) where it is absent.
pub(super) fn shared(test: &str) -> Option<PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared");
    #[allow(clippy::disallowed_methods, reason = "tests may look for their data")]
    let folder = std::env::var_os("CERTWHY_SHARED").map_or_else(|| beside.into(), PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("SKIPPED: {test}: no shared data in {}", folder.display());
    None
}

#[test]
fn the_shared_bundle_files_are_recognised() {
    let Some(folder) = shared("the_shared_bundle_files_are_recognised") else {
        return;
    };
    let folder = folder.join("data/bundles");
    let known = KnownRoots::built_in();
    let list: serde_json::Value =
        serde_json::from_str(&read(&folder.join("bundles.json"))).unwrap();
    for entry in list.as_array().unwrap() {
        let name = entry["file"].as_str().unwrap();
        let text = read(&folder.join(name));
        let certificates = distinct(&text);
        let digest: [u8; 32] = Sha256::digest(text.as_bytes()).into();
        let vintage = known.vintage(Some(&digest), &certificates);
        let also = entry["also"].as_array().unwrap().iter();
        let expected = also
            .chain([&entry["source"]])
            .map(|name| name.as_str().unwrap());
        let expected: BTreeSet<_> = expected.collect();
        let found = texts(&vintage);
        let same_bytes: BTreeSet<_> = found[..expected.len()].iter().map(String::as_str).collect();
        assert_eq!(same_bytes, expected, "{name}");

        let missed = (0..certificates.len()).filter(|&lost| {
            let vintage = known.vintage(None, &damage(&certificates, lost));
            let nearest = vintage.nearest.unwrap();
            let differs = (nearest.missing.len(), nearest.extra.len());
            !(expected.contains(&nearest.release.to_string()[..]) && differs == (1, 2))
        });
        // A few losses lead to what another release is.
        let missed: Vec<usize> = missed.collect();
        assert!(missed.len() <= 3, "{name} without each of {missed:?}");
    }
}

fn read(path: &std::path::Path) -> String {
    #[allow(clippy::disallowed_methods, reason = "tests may read their data")]
    std::fs::read_to_string(path).unwrap()
}

/// The certificates of a PEM file in order, each once.
fn distinct(text: &str) -> Vec<CertSha256> {
    let mut found = Vec::new();
    for block in text.split("-----BEGIN CERTIFICATE-----").skip(1) {
        let base64: String = block
            .split("-----END")
            .next()
            .unwrap()
            .split_whitespace()
            .collect();
        let id = CertSha256::of(&data_encoding::BASE64.decode(base64.as_bytes()).unwrap());
        if !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..Default::default() })]

    /// The named release less what is missing plus what is extra is the bundle, and it is never farther than the
    /// bundle that was changed.
    #[test]
    fn nearest_accounts_for_every_certificate(
        which in any::<prop::sample::Index>(),
        lost in prop::collection::vec(any::<prop::sample::Index>(), 1..6),
        added in 0_u8..6,
    ) {
        let known = KnownRoots::built_in();
        let bundles = published(&known);
        // Two old files hold a certificate twice; a vintage is asked for each once.
        let mut original = Vec::new();
        for member in &which.get(&bundles).0.members {
            if !original.contains(member) {
                original.push(*member);
            }
        }
        let mut given = original.clone();
        for index in lost.iter().filter(|_| original.len() > 10) {
            given.remove(index.index(given.len()));
        }
        given.extend((0..added).map(|own| CertSha256::of(&[own])));
        let vintage = known.vintage(None, &given);
        prop_assert!(vintage.exact.is_none() || vintage.nearest.is_none());
        let Some(nearest) = vintage.nearest else { return Ok(()) };

        let named = |(_, names): &&(BundleSource, Vec<String>)| names[0] == nearest.release.to_string();
        let members = &bundles.iter().find(named).unwrap().0.members;
        let kept = members.iter().filter(|id| !nearest.missing.contains(id));
        let rebuilt: BTreeSet<_> = kept.chain(&nearest.extra).copied().collect();
        prop_assert_eq!(rebuilt, given.iter().copied().collect::<BTreeSet<_>>());
        let changes = original.len() + given.len() - 2 * original.iter().filter(|id| given.contains(id)).count();
        let distance = nearest.missing.len() + nearest.extra.len();
        prop_assert!(distance <= changes, "{:?} near {}: {distance} > {changes}", which.get(&bundles).1, nearest.release);
    }
}
