//! Which release a bundle is, for every bundle of the shared data.

use crate::shared;
use certwhy::explain::{Purpose, check_bundle};
use certwhy::input::Content;
use certwhy::known::{KnownRoots, Release};
use certwhy::report::Report;
use serde_json::Value;

/// The listed bundles: file, and all names under which it was published.
fn listed() -> Vec<(String, Vec<String>)> {
    let Some(folder) = shared::folder() else {
        return Vec::new();
    };
    let list = std::fs::read(folder.join("data/bundles/bundles.json")).expect("bundles.json");
    let list: Value = serde_json::from_slice(&list).expect("bundles.json");
    let text = |value: &Value| value.as_str().expect("a name").to_owned();
    let entries = list.as_array().expect("a list").iter();
    entries
        .map(|entry| {
            let also = entry["also"].as_array().expect("names");
            let names = core::iter::once(&entry["source"]).chain(also).map(text);
            (text(&entry["file"]), names.collect())
        })
        .collect()
}

fn checked(known: &KnownRoots, input: certwhy::explain::Supplied) -> Report {
    let options = shared::options(known, "openssl-3", (None, "2026-11-22T00:00:00Z"));
    check_bundle(&[input], &options)
}

fn names(exact: Option<&Release>, also: &[Release]) -> Vec<String> {
    exact
        .into_iter()
        .chain(also)
        .map(Release::to_string)
        .collect()
}

#[test]
fn every_file_has_its_name() {
    let known = KnownRoots::built_in();
    for (file, published) in listed() {
        let report = checked(
            &known,
            shared::file(Purpose::Bundle, &format!("data/bundles/{file}")),
        );
        let vintage = report.bundle.vintage;
        let said = names(vintage.exact.as_ref(), &vintage.also);
        assert!(
            said.iter().any(|name| published.contains(name)),
            "{file}: {said:?} instead of one of {published:?}"
        );
        assert!(
            said.first().is_some_and(|first| published.contains(first)),
            "{file}: first {:?}, not one of {published:?}",
            said.first()
        );
        assert_eq!(vintage.nearest, None, "{file}");
    }
}

/// With one certificate taken out and two strangers put in, the release is still recognised by what is left.
#[test]
fn a_changed_file_is_near_its_release() {
    let known = KnownRoots::built_in();
    let strangers =
        ["Mock Stranger 1", "Mock Stranger 2"].map(|name| test_pki::ca(name).self_signed());
    for (file, published) in listed() {
        let mut changed = shared::file(Purpose::Bundle, &format!("data/bundles/{file}"));
        changed.file_sha256 = None;
        let items = &mut changed.recognised.items;
        let kept = items.split_off(1);
        *items = kept;
        for stranger in &strangers {
            let mut added = items[0].clone();
            let Content::Certificate { der, .. } = &mut added.content else {
                panic!("{file}: {added:?}")
            };
            *der = stranger.der().into();
            items.push(added);
        }
        let vintage = checked(&known, changed).bundle.vintage;
        assert_eq!(vintage.exact, None, "{file}");
        let nearest = vintage.nearest.expect(&file);
        let counts = (nearest.missing.len(), nearest.extra.len());
        assert_eq!(counts, (1, 2), "{file}: from {}", nearest.release);
        assert!(
            published.contains(&nearest.release.to_string()),
            "{file}: {}",
            nearest.release
        );
    }
}
