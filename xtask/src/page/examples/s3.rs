//! Amazon S3's way from one authority to the next, as its clients met it.

use super::{example, file};
use certwhy::input::to_pem;
use certwhy::known::{KnownRoots, TableSource};
use certwhy::page::{ExampleFile, Examples, Place};
use std::fmt::Write as _;

/// The bundle of 2019, made from the list that httplib2 had then: Baltimore and both Starfield roots, none of
/// Amazon's own.
const OF_2019: &str = "shotgun_api3 3.0.39";

const CHAIN_2020: &str = include_str!("../../../../www/examples/s3-2020.pem");
const CHAIN_2024: &str = include_str!("../../../../examples/s3-chain-2024-01.pem");
const CHAIN_2025: &str = include_str!("../../../../www/examples/s3-2025.pem");
const LEAF_ONLY: &str = include_str!("../../../../www/examples/s3-leaf-only.pem");
/// That of 2012.
const OLD_BUNDLE: &str = include_str!("../../../../examples/old-bundle.pem");

/// Adds them, oldest first. One bundle meets three years: what it trusts at first by its own root, then through a
/// cross-certificate, it no longer trusts when that is not sent any more. An older one lacks the root from the beginning.
pub(super) fn add(all: &mut Examples) -> Result<(), String> {
    let bundle = file(all, "cacerts.txt", Place::Bundle, published(OF_2019)?);
    let old = file(all, "old-bundle.pem", Place::Bundle, OLD_BUNDLE);
    for (id, at, bundle, chain) in [
        ("s3-2020", "2020-12-10T12:00:00Z", Some(&bundle), CHAIN_2020),
        (
            "s3-2024-cross",
            "2024-01-15T12:00:00Z",
            Some(&bundle),
            CHAIN_2024,
        ),
        ("s3-2024", "2024-01-15T12:00:00Z", Some(&old), CHAIN_2024),
        ("s3-leaf-only", "2024-08-01T12:00:00Z", None, LEAF_ONLY),
        ("s3-2025", "2025-10-01T12:00:00Z", Some(&bundle), CHAIN_2025),
    ] {
        let mut files: Vec<ExampleFile> = bundle.cloned().into_iter().collect();
        files.push(file(all, "s3-chain.pem", Place::Chain, chain));
        all.all.push(example((id, at), "s3.amazonaws.com", files));
    }
    Ok(())
}

/// The certificates of the bundle that a release had from httplib2, in its order, with a comment of ours before each.
fn published(release: &str) -> Result<String, String> {
    let known = KnownRoots::built_in();
    let source = TableSource::from(&known);
    let name = format!("{release} (httplib2)");
    let found = source
        .releases
        .iter()
        .find(|row| row.release.to_string() == name)
        .and_then(|row| source.bundles.get(row.bundle))
        .ok_or_else(|| format!("the table of known roots has no {name}"))?;
    let mut text = format!("# The root certificates of {release}, each once.\n");
    for sha256 in &found.members {
        let root = known.by_sha256(sha256);
        let root = root.and_then(|root| Some((root.subject(), root.der()?)));
        let (subject, der) =
            root.ok_or_else(|| format!("the table of known roots lacks {sha256}"))?;
        write!(text, "\n# {subject}\n{}", to_pem(der)).map_err(|error| error.to_string())?;
    }
    Ok(text)
}
