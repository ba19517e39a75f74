//! The clients of a machine, and what each reads as it is set up now: the table of places, gone through with what is there.

mod packages;
mod programs;

use super::judge::{Reader, Server, trusts};
use super::python::{PROBE, Python};
use super::{FileState, FoundClient, ReadPlace, python};
use crate::client::Client;
use crate::client_roots::{CaFile, CertificateStore, Place, Read, RootSource, reads};
use crate::environment::{Environment, Release, Span};
use crate::error_text::Stack;
use crate::explain::{Purpose, Supplied};
use crate::location::SourceName;
use std::path::{Path, PathBuf};

/// Names under which a Python may be found.
const PYTHONS: &[&str] = &[
    "python",
    "python2",
    "python2.7",
    "python3",
    "python3.6",
    "python3.7",
    "python3.8",
    "python3.9",
    "python3.10",
    "python3.11",
    "python3.12",
    "python3.13",
    "python3.14",
    "py",
];

/// Every client that is found.
pub(super) fn found(reader: &Reader<'_>, servers: &[Server]) -> Vec<FoundClient> {
    let mut clients = Vec::new();
    for python in pythons(reader) {
        clients.extend(
            packages::of_python(&python)
                .iter()
                .map(|asked| client(reader, servers, asked)),
        );
    }
    let others = programs::found(reader);
    clients.extend(others.iter().map(|asked| client(reader, servers, asked)));
    clients
}

/// Each Python of the search path once, however many names it has.
fn pythons(reader: &Reader<'_>) -> Vec<Python> {
    let mut found: Vec<Python> = Vec::new();
    for name in PYTHONS {
        let answer = reader.machine.find(name).and_then(|path| {
            let output = reader.machine.ask(&path, &["-B", "-c", PROBE])?;
            python::read(&output)
        });
        if let Some(python) = answer
            && !found
                .iter()
                .any(|other| (&other.prefix, other.release) == (&python.prefix, python.release))
        {
            found.push(python);
        }
    }
    found
}

/// A client with the files that are its own.
#[derive(Default)]
struct Asked {
    environment: Environment,
    release: Option<Release>,
    path: String,
    python: Option<String>,
    /// The profile that judges as it does.
    profile: &'static str,
    /// Where its own files are.
    files: Vec<(CaFile, PathBuf)>,
    /// What it said by itself, for places without a file.
    told: Vec<(Place, Supplied)>,
    /// What its settings say.
    settings: Vec<(Place, PathBuf)>,
}

impl Asked {
    fn new(program: Stack, release: Option<Release>, path: &Path) -> Self {
        Self {
            environment: Environment {
                program: Some(program),
                release: release.map(Span::exactly),
                api: release
                    .filter(|_| program == Stack::ShotgunApi3)
                    .map(Span::exactly),
                ..Environment::default()
            },
            release,
            path: path.to_string_lossy().into_owned(),
            profile: "openssl-3",
            ..Self::default()
        }
    }
}

/// What a client reads, and whom it trusts by it.
fn client(reader: &Reader<'_>, servers: &[Server], asked: &Asked) -> FoundClient {
    let environment = Environment {
        system: Some(reader.machine.system()),
        ..asked.environment.clone()
    };
    let sources = reads(&environment);
    let found: Vec<Found> = sources
        .first()
        .map(|source| places(reader, asked, source))
        .unwrap_or_default();
    let roots: Vec<Supplied> = found
        .iter()
        .filter_map(|place| place.roots.clone())
        .collect();
    let profile = Client::find(asked.profile).unwrap_or_default();
    let complete = found
        .iter()
        .all(|place| place.roots.is_some() || !place.read.state.is_sound());
    let trusted = |server| {
        let answer = trusts(&roots, server, &profile);
        // A place that could not be opened may hold the root.
        answer.filter(|trusted| *trusted || complete)
    };
    FoundClient {
        program: asked.environment.program.unwrap_or(Stack::PythonSsl),
        call: asked.environment.call,
        release: asked.release,
        path: asked.path.clone(),
        python: asked.python.clone(),
        reads: found.iter().map(|place| place.read.clone()).collect(),
        trusts: servers.iter().map(trusted).collect(),
    }
}

/// A place with the roots in it, where they could be read.
struct Found {
    read: ReadPlace,
    roots: Option<Supplied>,
}

/// The first place that is set or there, and every one that is read beside it.
fn places(reader: &Reader<'_>, asked: &Asked, source: &RootSource) -> Vec<Found> {
    let mut found = Vec::new();
    let mut is_decided = false;
    for read in &source.reads {
        match read {
            Read::Instead(place) if !is_decided => {
                let place = at(reader, asked, *place);
                is_decided = place.is_some();
                found.extend(place);
            }
            Read::Beside(place) => found.extend(at(reader, asked, *place)),
            Read::Instead(_) | Read::PythonDefaults => {}
        }
    }
    found
}

/// What is at a place of this machine; `None` where it is not set, or only the program's user could say.
fn at(reader: &Reader<'_>, asked: &Asked, place: Place) -> Option<Found> {
    if let Some((_, told)) = asked.told.iter().find(|(of, _)| *of == place) {
        return Some(Found {
            read: ReadPlace {
                place,
                path: None,
                state: reader.state_of(told),
            },
            roots: Some(told.clone()),
        });
    }
    let path = match place {
        Place::Argument(_) => None,
        Place::Variable(variable) => value(reader, variable.name()).map(PathBuf::from),
        Place::Setting(_) => own(&asked.settings, &place),
        Place::File(CaFile::SystemList | CaFile::CurlDefault) => programs::system_list(reader),
        Place::File(file) => own(&asked.files, &file),
        Place::Store(store) => {
            return programs::store(reader, store).map(|found| Found {
                read: ReadPlace {
                    place,
                    path: found.0,
                    state: found
                        .1
                        .as_ref()
                        .map_or(FileState::Unknown, |roots| reader.state_of(roots)),
                },
                roots: found.1,
            });
        }
    };
    let path = path?;
    let of_openssl = place == Place::File(CaFile::OpensslDefault);
    let path = if of_openssl {
        beside(reader, path)
    } else {
        path
    };
    let state = reader.state(&path);
    Some(Found {
        roots: reader
            .file(&path)
            .ok()
            .filter(|_| state != FileState::Unknown),
        read: ReadPlace {
            place,
            path: Some(path),
            state,
        },
    })
}

/// OpenSSL reads its folder as well as its file. Where there is no file, the folder of Debian holds all of it in one.
fn beside(reader: &Reader<'_>, file: PathBuf) -> PathBuf {
    if reader.state(&file) != FileState::Missing {
        return file;
    }
    let list = file
        .parent()
        .map(|folder| folder.join("certs/ca-certificates.crt"));
    list.filter(|list| reader.file(list).is_ok())
        .unwrap_or(file)
}

fn own<K: PartialEq>(of: &[(K, PathBuf)], key: &K) -> Option<PathBuf> {
    let found = of.iter().find(|(known, _)| known == key);
    found.map(|(_, path)| path.clone())
}

/// A variable that is set to something.
fn value(reader: &Reader<'_>, name: &str) -> Option<String> {
    let is_windows = reader.machine.system() == crate::error_text::System::Windows;
    let is_it = |known: &str| known == name || (is_windows && known.eq_ignore_ascii_case(name));
    let variables = reader.machine.variables().into_iter();
    let mut set = variables.filter(|(known, value)| is_it(known) && !value.is_empty());
    set.next().map(|(_, value)| value)
}

/// Text with certificates, as an input.
fn told(name: &str, text: &str) -> Supplied {
    Supplied::read(Purpose::Bundle, &SourceName::new(name), text.as_bytes())
}

/// A store with its roots.
type Store = (Option<PathBuf>, Option<Supplied>);

const fn is_of(store: CertificateStore, system: crate::error_text::System) -> bool {
    use crate::error_text::System;
    matches!(
        (store, system),
        (CertificateStore::Windows, System::Windows)
            | (CertificateStore::Keychain, System::MacOs)
            | (CertificateStore::Linux, System::Linux)
    )
}
