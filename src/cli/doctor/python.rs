//! What a Python tells of itself. It is asked by a script that imports nothing but the standard library, and writes
//! nothing: packages are found, not run.

use crate::environment::Release;
use std::path::{Path, PathBuf};

/// Prints `key<TAB>value`. Runs on Python 2.7 and 3; `-B` keeps it from writing byte code. The folder that one happens to
/// be in is taken out of the search first: a file there may be called `ssl.py`, and would be run.
pub(super) const PROBE: &str = r#"
import sys
sys.path[:] = [folder for folder in sys.path if folder]
import os, re, ssl
def put(key, value):
    if value:
        sys.stdout.write('%s\t%s\n' % (key, value))
put('executable', sys.executable)
put('prefix', os.path.realpath(sys.prefix))
put('version', '%d.%d.%d' % sys.version_info[:3])
put('openssl', ssl.OPENSSL_VERSION)
paths = ssl.get_default_verify_paths()
put('cafile', paths.openssl_cafile)
put('capath', paths.openssl_capath)
def folder(name):
    try:
        from importlib.util import find_spec
    except ImportError:
        import imp
        try:
            return imp.find_module(name)[1]
        except ImportError:
            return None
    try:
        spec = find_spec(name)
    except (ImportError, ValueError):
        return None
    return os.path.dirname(spec.origin) if spec and spec.origin else None
for name in ('certifi', 'requests', 'httplib2', 'shotgun_api3', 'botocore'):
    where = folder(name)
    put(name, where)
    if where:
        for part in ('__init__.py', '__version__.py', 'shotgun.py'):
            path = os.path.join(where, part)
            if os.path.isfile(path):
                with open(path, 'rb') as source:
                    text = source.read().decode('utf-8', 'replace')
                found = re.search(r'^__version__\s*=\s*["\']([^"\']+)', text, re.M)
                if found:
                    put(name + '.version', found.group(1))
                    break
"#;

/// What it said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Python {
    /// The program.
    pub(super) executable: String,
    /// Where it is installed; a virtual environment is another place.
    pub(super) prefix: String,
    /// Its release.
    pub(super) release: Release,
    /// The file of its OpenSSL.
    pub(super) cafile: Option<PathBuf>,
    /// Packages: name, folder, release.
    pub(super) packages: Vec<Package>,
}

/// A package of a Python.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Package {
    /// Its name.
    pub(super) name: &'static str,
    /// Its folder.
    pub(super) folder: PathBuf,
    /// Its release.
    pub(super) release: Option<Release>,
}

const PACKAGES: &[&str] = &[
    "certifi",
    "requests",
    "httplib2",
    "shotgun_api3",
    "botocore",
];

/// Reads what the script printed.
pub(super) fn read(output: &str) -> Option<Python> {
    let value = |key: &str| {
        output.lines().find_map(|line| {
            let (found, value) = line.split_once('\t')?;
            (found == key).then(|| value.trim_end().to_owned())
        })
    };
    let package = |name: &&'static str| {
        Some(Package {
            name,
            folder: PathBuf::from(value(name)?),
            release: value(&format!("{name}.version")).and_then(|version| Release::parse(&version)),
        })
    };
    Some(Python {
        executable: value("executable")?,
        prefix: value("prefix")?,
        release: Release::parse(&value("version")?)?,
        cafile: value("cafile").map(PathBuf::from),
        packages: PACKAGES.iter().filter_map(package).collect(),
    })
}

impl Python {
    /// The folder of a package.
    pub(super) fn folder(&self, name: &str) -> Option<&Path> {
        let found = self.packages.iter().find(|package| package.name == name);
        found.map(|package| package.folder.as_path())
    }
}
