//! Asks the package index, through its ordinary client, for releases newer than the table's.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use certwhy::certificate::CertSha256;
use certwhy::known::{BundleSource, Family, LONGEST_FILE, ReleaseSource, RootFacts, TableSource};
use sha2::{Digest, Sha256};

use super::archive::{self, BundleFile};
use super::{history, pem};

/// The packages that carry a bundle, and the family by which to tell what the table already has.
const PACKAGES: [(&str, &[Family]); 3] = [
    ("certifi", &[Family::Certifi]),
    ("httplib2", &[Family::Httplib2]),
    (
        "shotgun_api3",
        &[Family::ShotgunApi3Certifi, Family::ShotgunApi3Httplib2],
    ),
];

/// A release that the table does not have.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct NewRelease {
    package: &'static str,
    /// Its parts, for the order of publication.
    version: Vec<u32>,
    text: String,
}

impl std::fmt::Display for NewRelease {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.package, self.text)
    }
}

/// What upstream has beyond the table, oldest first within a package.
pub(crate) fn newer_than(source: &TableSource) -> Result<Vec<NewRelease>, String> {
    let mut found = Vec::new();
    for (package, families) in PACKAGES {
        let listed = pip(&["index", "versions", package])?;
        found.extend(newer_of(package, &listed, &newest(source, families)));
    }
    Ok(found)
}

fn newer_of(package: &'static str, listed: &str, newest: &[u32]) -> BTreeSet<NewRelease> {
    let line = listed
        .lines()
        .find_map(|line| line.strip_prefix("Available versions:"));
    line.unwrap_or_default()
        .split(',')
        .map(str::trim)
        .filter_map(|text| {
            let version = numbers(text)?;
            (version.as_slice() > newest).then(|| NewRelease {
                package,
                version,
                text: text.to_owned(),
            })
        })
        .collect()
}

fn newest(source: &TableSource, families: &[Family]) -> Vec<u32> {
    let of_package = source
        .releases
        .iter()
        .filter(|row| families.contains(&row.release.family));
    of_package
        .filter_map(|row| numbers(&row.release.version))
        .max()
        .unwrap_or_default()
}

/// `2026.10.18` as numbers; `None` for pre-releases.
fn numbers(version: &str) -> Option<Vec<u32>> {
    version.split('.').map(|part| part.parse().ok()).collect()
}

/// Downloads a release and adds its bundles; says how many it had.
pub(crate) fn add(source: &mut TableSource, new: &NewRelease) -> Result<usize, String> {
    let folder = env::temp_dir().join(format!("certwhy-known-roots-{}", std::process::id()));
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let added = download(&folder, new).and_then(|files| {
        files
            .iter()
            .try_for_each(|(part, file)| add_bundle(source, new, (part, file)))?;
        Ok(files.len())
    });
    // Left-overs in the temporary folder do no harm.
    drop(fs::remove_dir_all(&folder));
    added
}

fn download(folder: &Path, new: &NewRelease) -> Result<Vec<BundleFile>, String> {
    let wanted = format!("{}=={}", new.package, new.text);
    let place = folder.display().to_string();
    pip(&[
        "download",
        "--no-deps",
        "--no-binary",
        ":none:",
        "-d",
        &place,
        &wanted,
    ])?;
    let mut files = Vec::new();
    let entries = fs::read_dir(folder).map_err(|error| format!("{place}: {error}"))?;
    for entry in entries.flatten() {
        files.extend(archive::bundles_in(new.package, &entry.path())?);
    }
    if files.is_empty() {
        return Err(format!(
            "{wanted}: no bundle file where the earlier releases have it"
        ));
    }
    Ok(files)
}

fn add_bundle(
    source: &mut TableSource,
    new: &NewRelease,
    (part, file): (&str, &[u8]),
) -> Result<(), String> {
    let name = if part.is_empty() {
        new.to_string()
    } else {
        format!("{new} ({part})")
    };
    let release = history::parse_name(&name).ok_or_else(|| format!("{name}: unknown"))?;
    if file.len() > LONGEST_FILE {
        return Err(history::too_long(&name, file.len()));
    }
    let digest: [u8; 32] = Sha256::digest(file).into();
    let known = source
        .bundles
        .iter()
        .position(|bundle| bundle.file_sha256 == Some(digest));
    let bundle = known.unwrap_or(source.bundles.len());
    if known.is_none() {
        let members = read_members(source, file).map_err(|problem| format!("{name}: {problem}"))?;
        source.bundles.push(BundleSource {
            file_sha256: Some(digest),
            members,
        });
    }
    source.releases.push(ReleaseSource { release, bundle });
    Ok(())
}

/// The certificates of a bundle, each once; those the table does not have are added to it.
fn read_members(source: &mut TableSource, file: &[u8]) -> Result<Vec<CertSha256>, String> {
    let mut members = Vec::new();
    for der in pem::certificates(file)? {
        let facts = RootFacts::read(&der).ok_or("a block is no certificate")?;
        let id = facts.sha256;
        if !members.contains(&id) {
            members.push(id);
        }
        if !source.roots.iter().any(|root| root.sha256 == id) {
            source.roots.push(facts);
        }
    }
    if members.is_empty() {
        Err("no certificate in it".to_owned())
    } else {
        Ok(members)
    }
}

/// Runs the index's client; `PIP` names another one.
fn pip(args: &[&str]) -> Result<String, String> {
    let program = env::var("PIP").unwrap_or_else(|_| "pip".to_owned());
    let output = Command::new(&program)
        .args(args)
        .args(["--disable-pip-version-check", "--no-input"])
        .output()
        .map_err(|error| format!("{program}: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    Err(format!(
        "{program} {}: {}",
        args.join(" "),
        complaint.trim()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_newer_final_releases_count() {
        let listed = "certifi (2026.10.18)\nAvailable versions: 2026.11.2, 2026.10.18, 2027.1.1rc1, 2026.10.18.1, 0.0.1\n";
        let newer = newer_of("certifi", listed, &[2026, 10, 18]);
        let names: Vec<String> = newer.iter().map(ToString::to_string).collect();
        assert_eq!(names, ["certifi 2026.10.18.1", "certifi 2026.11.2"]);
        assert!(newer_of("certifi", "no such line", &[]).is_empty());
    }
}
