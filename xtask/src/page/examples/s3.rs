//! Amazon S3's way from one authority to the next, as its clients met it.

use super::{Example, Examples, File};
use certwhy::input::to_pem;
use certwhy::known::{KnownRoots, TableSource};
use std::fmt::Write as _;

/// A bundle of 2019 and 2020, made from the list that httplib2 had then: Baltimore and both Starfield roots, none of
/// Amazon's own.
const OF_2020: &str = "shotgun_api3 3.0.39";

/// The bundle that `examples/old-bundle.pem` holds.
const OF_2012: &str = "shotgun_api3 3.0.18";

const CHAIN_2020: &str = include_str!("../../../../www/examples/s3-2020.pem");
const CHAIN_2024: &str = include_str!("../../../../examples/s3-chain-2024-01.pem");
const CHAIN_2025: &str = include_str!("../../../../www/examples/s3-2025.pem");
const LEAF_ONLY: &str = include_str!("../../../../www/examples/s3-leaf-only.pem");
const OLD_BUNDLE: &str = include_str!("../../../../examples/old-bundle.pem");

/// Adds them, oldest first. One bundle meets three years: what it trusts at first by its own root, then through a
/// cross-certificate, it no longer trusts when that is not sent any more.
pub(super) fn add(all: &mut Examples) -> Result<(), String> {
    let bundle = published(OF_2020)?;
    for (id, at, chain) in [
        ("s3-2020", "2020-12-10T12:00:00Z", CHAIN_2020),
        ("s3-2024", "2024-01-15T12:00:00Z", CHAIN_2024),
        ("s3-2025", "2025-10-01T12:00:00Z", CHAIN_2025),
    ] {
        let bundle = File {
            vintage: Some(OF_2020),
            ..all.bundle("cacerts.txt", bundle.as_str())
        };
        let files = vec![bundle, all.chain("s3-chain.pem", chain)];
        all.examples.push(example(id, at, files));
    }
    let old = File {
        vintage: Some(OF_2012),
        ..all.bundle("old-bundle.pem", OLD_BUNDLE)
    };
    let files = vec![old, all.chain("s3-chain.pem", CHAIN_2024)];
    all.examples
        .push(example("s3-old-bundle", "2024-01-15T12:00:00Z", files));
    let files = vec![all.chain("s3-chain.pem", LEAF_ONLY)];
    all.examples
        .push(example("s3-leaf-only", "2024-08-01T12:00:00Z", files));
    Ok(())
}

fn example(id: &'static str, at: &'static str, files: Vec<File>) -> Example {
    Example {
        id,
        at,
        host: "s3.amazonaws.com",
        client: "openssl-3",
        known_roots: None,
        files,
    }
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
