use super::*;
use certwhy::known::{Family, KnownRoot, ReleaseSource};
use serde_json::Value;
use std::collections::BTreeSet;

fn shared_history(test: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let folder = std::env::var_os("CERTWHY_SHARED").map_or_else(beside, PathBuf::from);
    let file = folder.join("data/root-history.json.gz");
    if file.is_file() {
        return Some(file);
    }
    eprintln!("SKIPPED: {test}: no {}", file.display());
    None
}

/// Each release with the file it carried.
fn releases(source: &TableSource) -> BTreeSet<(String, [u8; 32])> {
    let file = |row: &ReleaseSource| source.bundles[row.bundle].file_sha256.unwrap();
    source
        .releases
        .iter()
        .map(|row| (row.release.to_string(), file(row)))
        .collect()
}

#[test]
fn the_compiled_table_is_what_the_history_gives() {
    let Some(file) = shared_history("the_compiled_table_is_what_the_history_gives") else {
        return;
    };
    let history = history::read(&file).unwrap();
    let compiled = TableSource::from(&KnownRoots::built_in());
    assert!(releases(&compiled).is_superset(&releases(&history)));
    if releases(&compiled) != releases(&history) {
        eprintln!("SKIPPED: comparing octets: the table was refreshed beyond the history");
        return;
    }
    let expected = encode(&history);
    for (name, octets) in [
        ("facts.bin", expected.facts),
        ("roots.der.bin", expected.der),
    ] {
        let compiled = fs::read(data_folder().join(name)).unwrap();
        assert!(compiled == octets, "{name}: run `cargo xtask known-roots`");
    }
}

/// `family: first-last, …` as the history states it.
fn stated_ranges(root: &Value, family: &str) -> Vec<(String, String)> {
    let ranges = root["seen"][family].as_array();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    ranges
        .into_iter()
        .flatten()
        .map(|pair| (text(&pair[0]), text(&pair[1])))
        .collect()
}

fn ranges(root: KnownRoot<'_>, family: Family) -> Vec<(String, String)> {
    let of_family = root
        .ranges()
        .into_iter()
        .filter(|range| range.family == family);
    of_family
        .map(|range| (range.first.version, range.last.version))
        .collect()
}

#[test]
fn every_root_says_what_the_history_says() {
    let Some(file) = shared_history("every_root_says_what_the_history_says") else {
        return;
    };
    let reader = flate2::read::GzDecoder::new(fs::File::open(file).unwrap());
    let history: Value = serde_json::from_reader(reader).unwrap();
    let known = KnownRoots::built_in();
    let roots = history["roots"].as_array().unwrap();
    assert_eq!(roots.len(), known.len());
    for stated in roots {
        let id = stated["sha256"].as_str().unwrap();
        let root = known.search(id).into_iter().next().unwrap();
        let said = serde_json::json!({
            "sha256": root.sha256().to_string(),
            "sha1": root.sha1().to_string(),
            "spki_sha256": root.spki_sha256().to_string(),
            "not_before": root.not_before().to_string(),
            "not_after": root.not_after().to_string(),
            "key": root.key_description(),
            "sig": root.signature_description(),
            "x509": format!("{:?}", root.version()).to_lowercase(),
            "self_signed": root.is_self_signed(),
            "first_certifi": root.in_certifi_since().map(|release| release.version),
        });
        for (field, value) in said.as_object().unwrap() {
            assert_eq!(*value, stated[field], "{id}: {field}");
        }
        for (family, name) in [
            (Family::Certifi, "certifi"),
            (Family::Httplib2, "httplib2"),
            (Family::ShotgunApi3Certifi, "shotgun_api3 certifi"),
            (Family::ShotgunApi3Httplib2, "shotgun_api3 httplib2"),
            (Family::TkCoreCertifi, "tk-core certifi"),
            (Family::TkCoreHttplib2, "tk-core httplib2"),
        ] {
            assert_eq!(
                ranges(root, family),
                stated_ranges(stated, name),
                "{id}: {name}"
            );
        }
    }
}
