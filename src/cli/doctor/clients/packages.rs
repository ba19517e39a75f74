//! A Python and the packages in it that open connections.

use super::Asked;
use crate::cli::doctor::python::Python;
use crate::client_roots::CaFile;
use crate::environment::Release;
use crate::error_text::{Call, Stack};
use std::path::{Path, PathBuf};

/// The Python itself and the packages in it.
pub(super) fn of_python(python: &Python) -> Vec<Asked> {
    let files = files_of(python);
    let asked = |program, release, path: &Path, call| {
        let mut asked = Asked::new(program, release, path);
        asked.environment.call = call;
        asked.files.clone_from(&files);
        asked.profile = profile(python.release);
        asked.python = Some(python.executable.clone());
        asked
    };
    let own = asked(
        Stack::PythonSsl,
        Some(python.release),
        python.executable.as_ref(),
        None,
    );
    let mut found = vec![own];
    for package in &python.packages {
        let Some((program, calls)) = calls(package.name) else {
            continue;
        };
        let of_call = |call: &Option<Call>| asked(program, package.release, &package.folder, *call);
        found.extend(calls.iter().map(of_call));
    }
    found
}

/// A package that opens connections, and its calls that may read different places.
fn calls(package: &str) -> Option<(Stack, &'static [Option<Call>])> {
    match package {
        "requests" => Some((Stack::Requests, &[None])),
        "httplib2" => Some((Stack::Httplib2, &[None])),
        "botocore" => Some((Stack::Botocore, &[None])),
        "shotgun_api3" => Some((
            Stack::ShotgunApi3,
            &[Some(Call::Api), Some(Call::UploadS3), Some(Call::Download)],
        )),
        _ => None,
    }
}

fn profile(python: Release) -> &'static str {
    if python < Release::new(3, 0, 0) {
        "python-2.7"
    } else if python < Release::new(3, 13, 0) {
        "python-3"
    } else {
        "python-3.13"
    }
}

/// The files of roots in its packages, and of its OpenSSL.
fn files_of(python: &Python) -> Vec<(CaFile, PathBuf)> {
    let packaged = [
        (CaFile::InstalledCertifi, "certifi", "cacert.pem"),
        (CaFile::Httplib2List, "httplib2", "cacerts.txt"),
        (
            CaFile::PackagedCertifi,
            "shotgun_api3",
            "lib/certifi/cacert.pem",
        ),
        (
            CaFile::PackagedList,
            "shotgun_api3",
            "lib/httplib2/cacerts.txt",
        ),
    ];
    let own = python
        .cafile
        .clone()
        .map(|file| (CaFile::OpensslDefault, file));
    packaged
        .into_iter()
        .filter_map(|(file, package, name)| Some((file, python.folder(package)?.join(name))))
        .chain(own)
        .collect()
}
