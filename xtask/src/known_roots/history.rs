//! Reads a root history (`root-history/1`, gzipped JSON) into what a table is written from.

use std::collections::HashMap;
use std::fs::File;
use std::path::Path;

use certwhy::certificate::CertSha256;
use certwhy::known::{
    BundleSource, Family, LONGEST_FILE, Release, ReleaseSource, RootFacts, TableSource,
};
use data_encoding::{BASE64, HEXLOWER};
use flate2::read::GzDecoder;
use serde::Deserialize;

use super::dates;
use super::early;

#[derive(Deserialize)]
struct History {
    format: String,
    version_orders: HashMap<String, Vec<String>>,
    roots: Vec<Root>,
    bundles: Vec<Bundle>,
}

#[derive(Deserialize)]
struct Root {
    sha256: String,
    der: String,
}

#[derive(Deserialize)]
struct Bundle {
    file_sha256: String,
    /// In octets.
    size: usize,
    names: Vec<String>,
    order: Vec<usize>,
}

/// Reads a history file; the complaint says what is wrong with it.
pub(crate) fn read(path: &Path) -> Result<TableSource, String> {
    let complain = |problem: String| format!("{}: {problem}", path.display());
    let file = File::open(path).map_err(|error| complain(error.to_string()))?;
    let history: History = serde_json::from_reader(GzDecoder::new(file))
        .map_err(|error| complain(error.to_string()))?;
    if history.format != "root-history/1" {
        return Err(complain(format!(
            "format `{}` is not root-history/1",
            history.format
        )));
    }
    source(&history).map_err(complain)
}

fn source(history: &History) -> Result<TableSource, String> {
    let roots = history
        .roots
        .iter()
        .map(root)
        .collect::<Result<Vec<_>, _>>()?;
    let mut source = TableSource {
        bundles: history
            .bundles
            .iter()
            .map(|bundle| bundle_source(bundle, &roots))
            .collect::<Result<_, _>>()?,
        releases: releases(history)?,
        early: None,
        roots,
    };
    early::add(&mut source);
    Ok(source)
}

/// Reads the certificate itself and trusts nothing else, but the history must agree on what it is.
fn root(root: &Root) -> Result<RootFacts, String> {
    let der = BASE64
        .decode(root.der.as_bytes())
        .map_err(|error| format!("root {}: {error}", root.sha256))?;
    RootFacts::read(&der)
        .filter(|facts| facts.sha256.to_string() == root.sha256)
        .ok_or_else(|| format!("root {}: not the certificate it is said to be", root.sha256))
}

fn bundle_source(bundle: &Bundle, roots: &[RootFacts]) -> Result<BundleSource, String> {
    if bundle.size > LONGEST_FILE {
        return Err(too_long(&bundle.file_sha256, bundle.size));
    }
    let digest = HEXLOWER.decode(bundle.file_sha256.as_bytes()).ok();
    let members: Option<Vec<CertSha256>> = bundle
        .order
        .iter()
        .map(|&index| Some(roots.get(index)?.sha256))
        .collect();
    let file_sha256 = digest.and_then(|digest| digest.try_into().ok());
    match (file_sha256, members) {
        (Some(file_sha256), Some(members)) => Ok(BundleSource {
            file_sha256: Some(file_sha256),
            members,
        }),
        _ => Err(format!(
            "bundle {}: digest or order is damaged",
            bundle.file_sha256
        )),
    }
}

/// Why a file cannot be taken in.
pub(super) fn too_long(bundle: &str, octets: usize) -> String {
    format!("bundle {bundle}: {octets} octets; no file above {LONGEST_FILE} is told by its hash")
}

/// All releases, in order of publication within a family; of one release the parts by name.
fn releases(history: &History) -> Result<Vec<ReleaseSource>, String> {
    let mut releases = Vec::new();
    for (bundle, entry) in history.bundles.iter().enumerate() {
        for name in &entry.names {
            let release = parse_name(name).ok_or_else(|| format!("release `{name}`: unknown"))?;
            releases.push(ReleaseSource { release, bundle });
        }
    }
    let place = |release: &Release| {
        let order = history.version_orders.get(order_key(release.family)?)?;
        order.iter().position(|version| *version == release.version)
    };
    releases.sort_by_cached_key(|row| {
        let Release {
            family,
            version,
            part,
            ..
        } = &row.release;
        (*family, place(&row.release), version.clone(), part.clone())
    });
    Ok(releases)
}

/// `package version` or `package version (part)`, or a state of a source history.
pub(crate) fn parse_name(name: &str) -> Option<Release> {
    let (head, part) = match name
        .strip_suffix(')')
        .and_then(|name| name.rsplit_once(" ("))
    {
        Some((head, part)) => (head, part),
        None => (name, ""),
    };
    let (package, version) = head.split_once(' ')?;
    let copy_of = |origin: &str| part == origin || part.starts_with(&format!("{origin}/"));
    let family = match package {
        _ if version.starts_with("git ") => Family::Git,
        "certifi" if part.is_empty() => Family::Certifi,
        "certifi" => Family::CertifiExtra,
        "httplib2" => Family::Httplib2,
        "shotgun_api3" if copy_of("certifi") => Family::ShotgunApi3Certifi,
        "shotgun_api3" if copy_of("httplib2") => Family::ShotgunApi3Httplib2,
        "tk-core" if copy_of("certifi") => Family::TkCoreCertifi,
        "tk-core" if copy_of("httplib2") => Family::TkCoreHttplib2,
        _ => return None,
    };
    let version = if family == Family::Git { head } else { version };
    Some(Release {
        family,
        version: version.to_owned(),
        part: part.to_owned(),
        date: dates::of(family, version),
    })
}

/// What the history calls the order of a family's versions.
const fn order_key(family: Family) -> Option<&'static str> {
    Some(match family {
        Family::Certifi | Family::CertifiExtra => "certifi",
        Family::Httplib2 => "httplib2",
        Family::ShotgunApi3Certifi => "shotgun_api3 certifi",
        Family::ShotgunApi3Httplib2 => "shotgun_api3 httplib2",
        Family::TkCoreCertifi => "tk-core certifi",
        Family::TkCoreHttplib2 => "tk-core httplib2",
        Family::Git | Family::Custom => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_and_written_alike() {
        for (name, family, date) in [
            ("certifi 2022.5.18.1", Family::Certifi, Some("2022-05-18")),
            ("certifi 14.5.14", Family::Certifi, Some("2014-05-14")),
            ("certifi 0.0.3", Family::Certifi, None),
            (
                "certifi 2016.2.28 (weak.pem)",
                Family::CertifiExtra,
                Some("2016-02-28"),
            ),
            ("httplib2 0.9 (py2)", Family::Httplib2, None),
            (
                "shotgun_api3 3.2.6 (certifi)",
                Family::ShotgunApi3Certifi,
                None,
            ),
            (
                "shotgun_api3 3.2.6 (httplib2/python2)",
                Family::ShotgunApi3Httplib2,
                None,
            ),
            ("tk-core 0.24.0 (certifi)", Family::TkCoreCertifi, None),
            ("tk-core 0.18.163 (httplib2)", Family::TkCoreHttplib2, None),
            (
                "httplib2 git 1560161 2011-06-23",
                Family::Git,
                Some("2011-06-23"),
            ),
            (
                "python-api git dfe92a3 2011-09-23 (httplib2)",
                Family::Git,
                Some("2011-09-23"),
            ),
        ] {
            let release = parse_name(name).unwrap();
            assert_eq!(release.to_string(), name);
            assert_eq!(release.family, family, "{name}");
            let day = release.date.map(certwhy::moment::Moment::date);
            assert_eq!(day.as_deref(), date, "{name}");
        }
        for unknown in ["", "certifi", "requests 2.0", "tk-core 0.1 (requests)"] {
            assert_eq!(parse_name(unknown), None, "{unknown}");
        }
    }
}
