//! Finds the bundle files in a published package.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;

/// The bundle files inside packages: the end of the path, and what the table calls that part of the release.
const BUNDLE_FILES: [(&str, &str, &str); 8] = [
    ("certifi", "certifi/cacert.pem", ""),
    ("httplib2", "python2/httplib2/cacerts.txt", "py2"),
    ("httplib2", "python3/httplib2/cacerts.txt", "py3"),
    ("httplib2", "httplib2/cacerts.txt", ""),
    ("shotgun_api3", "lib/certifi/cacert.pem", "certifi"),
    (
        "shotgun_api3",
        "lib/httplib2/python2/cacerts.txt",
        "httplib2/python2",
    ),
    (
        "shotgun_api3",
        "lib/httplib2/python3/cacerts.txt",
        "httplib2/python3",
    ),
    ("shotgun_api3", "lib/httplib2/cacerts.txt", "httplib2"),
];

/// A bundle file, and what the table calls that part of the release.
pub(crate) type BundleFile = (&'static str, Vec<u8>);

/// The bundle files of a package in its wheel or source archive.
pub(crate) fn bundles_in(package: &str, archive: &Path) -> Result<Vec<BundleFile>, String> {
    let complain = |problem: String| format!("{}: {problem}", archive.display());
    let is = |ending: &str| archive.extension().is_some_and(|found| found == ending);
    if is("whl") || is("zip") {
        zipped(package, archive).map_err(|error| complain(error.to_string()))
    } else if is("gz") {
        tarred(package, archive).map_err(|error| complain(error.to_string()))
    } else {
        Err(complain("neither a wheel nor a source archive".to_owned()))
    }
}

fn zipped(package: &str, archive: &Path) -> Result<Vec<BundleFile>, zip::result::ZipError> {
    let mut zip = zip::ZipArchive::new(fs::File::open(archive)?)?;
    let mut found = Vec::new();
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index)?;
        if let Some(part) = part_of(package, &PathBuf::from(entry.name())) {
            let mut octets = Vec::new();
            entry.read_to_end(&mut octets)?;
            found.push((part, octets));
        }
    }
    Ok(found)
}

fn tarred(package: &str, archive: &Path) -> Result<Vec<BundleFile>, std::io::Error> {
    let mut tar = tar::Archive::new(GzDecoder::new(fs::File::open(archive)?));
    let mut found = Vec::new();
    for entry in tar.entries()? {
        let mut entry = entry?;
        if let Some(part) = part_of(package, &entry.path()?) {
            let mut octets = Vec::new();
            entry.read_to_end(&mut octets)?;
            found.push((part, octets));
        }
    }
    Ok(found)
}

/// What the table calls this file of a package; the first fitting row decides.
fn part_of(package: &str, path: &Path) -> Option<&'static str> {
    BUNDLE_FILES
        .iter()
        .find(|(of, end, _)| *of == package && path.ends_with(end))
        .map(|(_, _, part)| *part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bundle_files_are_found_by_their_place() {
        for (package, path, part) in [
            ("certifi", "certifi-2026.10.18/certifi/cacert.pem", Some("")),
            ("certifi", "certifi/old_root.pem", None),
            ("certifi", "mycertifi/cacert.pem", None),
            (
                "httplib2",
                "httplib2-0.9/python3/httplib2/cacerts.txt",
                Some("py3"),
            ),
            ("httplib2", "httplib2/cacerts.txt", Some("")),
            (
                "shotgun_api3",
                "shotgun_api3/lib/certifi/cacert.pem",
                Some("certifi"),
            ),
            (
                "shotgun_api3",
                "shotgun_api3/lib/httplib2/python2/cacerts.txt",
                Some("httplib2/python2"),
            ),
            (
                "shotgun_api3",
                "shotgun_api3/lib/httplib2/cacerts.txt",
                Some("httplib2"),
            ),
            ("shotgun_api3", "certifi/cacert.pem", None),
        ] {
            assert_eq!(part_of(package, Path::new(path)), part, "{package} {path}");
        }
    }
}
