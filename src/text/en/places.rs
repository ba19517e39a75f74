//! Where clients look for roots.

use super::error_text::call;
use crate::client_roots::{CaFile, CertificateStore, Place, RootSource, Trap};
use crate::doc::{Inlines, code};
use crate::environment::{Release, Span};
use crate::error_text::Stack;
use crate::say;

/// A place.
pub(in crate::text) fn place(place: Place) -> Inlines {
    match place {
        Place::Argument(argument) => say!("the argument {name}", name = code(argument.as_str())),
        Place::Variable(variable) => say!("the variable {name}", name = code(variable.name())),
        Place::Setting(setting) => say!("the setting {name}", name = code(setting.as_str())),
        Place::File(file) => self::file(file),
        Place::Store(CertificateStore::Windows) => {
            say!("“Trusted Root Certification Authorities” of Windows")
        }
        Place::Store(CertificateStore::Keychain) => say!("the keychains of macOS"),
        Place::Store(CertificateStore::Linux) => {
            say!("the list of roots of the Linux distribution")
        }
    }
}

fn file(file: CaFile) -> Inlines {
    match file {
        CaFile::PackagedList => say!("`lib/httplib2/cacerts.txt` inside shotgun_api3"),
        CaFile::PackagedCertifi => say!("`lib/certifi/cacert.pem` inside shotgun_api3"),
        CaFile::InstalledCertifi => say!("the installed Python package certifi"),
        CaFile::Httplib2List => say!("`cacerts.txt` of the Python package httplib2"),
        CaFile::OpensslDefault => say!("the file that its OpenSSL was built to read"),
        CaFile::CurlDefault => say!("the file that curl was built to read"),
        CaFile::JavaCacerts => say!("`lib/security/cacerts` of the Java in use"),
        CaFile::BuiltIn => say!("the list inside the program"),
        CaFile::SystemList => say!("the list of roots of the Linux distribution"),
    }
}

/// Several places, in order.
pub(in crate::text) fn in_order(places: &[Place]) -> Inlines {
    Inlines::join(places.iter().map(|one| place(*one)), ", then ")
}

/// Several places, side by side.
pub(in crate::text) fn listed(places: &[Place]) -> Inlines {
    Inlines::join(places.iter().map(|one| place(*one)), ", ")
}

/// Releases of a program.
pub(in crate::text) fn releases(span: Span) -> Inlines {
    let number = |release: Release| release.to_string();
    if span.first == span.last {
        number(span.first).into()
    } else if let Some(series) = span.series() {
        series.into()
    } else if span == Span::ALL {
        say!("any release")
    } else if span.first == Release::FIRST {
        say!("up to {last}", last = number(span.last))
    } else if span.last == Release::LAST {
        say!("{first} and later", first = number(span.first))
    } else {
        say!(
            "{first} to {last}",
            first = number(span.first),
            last = number(span.last)
        )
    }
}

/// Where a client looks, as one sentence.
pub(in crate::text) fn reads(
    (program, release): (Stack, Option<Span>),
    source: &RootSource,
) -> Inlines {
    let places: Vec<Place> = source.places().collect();
    let program = match release {
        Some(span) => say!(
            "{name} {span}",
            name = program.name(),
            span = releases(span)
        ),
        None => program.name().into(),
    };
    let is_one = places.len() == 1;
    let places = in_order(&places);
    if source.adds() || is_one {
        say!("{program} reads: {places}.", program, places)
    } else {
        say!(
            "{program} looks for its roots in this order, and the first that is there counts: {places}.",
            program,
            places
        )
    }
}

/// One of several that are possible.
pub(in crate::text) fn possible(source: &RootSource) -> Inlines {
    let calls: Vec<Inlines> = source.row.calls.iter().map(|one| call(*one)).collect();
    let places: Vec<Place> = source.places().collect();
    let places = in_order(&places);
    let releases = releases(source.row.releases);
    if calls.is_empty() {
        say!("{releases}: {places}", releases, places)
    } else {
        say!(
            "{releases}, {calls}: {places}",
            releases,
            calls = Inlines::join(calls, ", "),
            places
        )
    }
}

/// What does nothing, as one sentence.
pub(in crate::text) fn ignores(source: &RootSource) -> Inlines {
    say!(
        "It takes no notice of {places}.",
        places = listed(&source.ignores)
    )
}

/// Several releases or calls are possible, and they differ.
pub(in crate::text) fn several() -> Inlines {
    say!(
        "Where it looks depends on the release and on what it was doing, and what is known does not say which of these it was. On the command line, `--program` and `--call` say it."
    )
}

/// What to know beside.
pub(in crate::text) fn trap(trap: Trap) -> Inlines {
    match trap {
        Trap::NoArgumentInToolkit => say!(
            "Toolkit makes the connection itself, so that `ca_certs=` cannot be passed: with Toolkit the variable is the only way."
        ),
        Trap::ToolkitIgnoresVariable => say!(
            "Toolkit core 0.23.7 to 0.23.9 ignore `SHOTGUN_API_CACERTS`; 0.23.10 reads it again."
        ),
        Trap::DownloadDependsOnAddress => say!(
            "For downloads, `SHOTGUN_API_CACERTS` counts only where the address holds the name of the site; a file on Amazon S3 is fetched without it. From 3.6.1 on it counts always."
        ),
        Trap::StorageReadsElsewhere => say!(
            "The same releases ignore `SHOTGUN_API_CACERTS` when they upload straight to Amazon S3, and read what Python reads. Set `SSL_CERT_FILE` to the same file as well."
        ),
        Trap::FileReplacesAll => say!(
            "A file that is named takes the place of all other roots: it has to hold the public ones and your company's own."
        ),
        Trap::NameIsCheckedNow => say!(
            "From 3.9.0 on the server's name is checked as well. A message about names after an upgrade is new and right."
        ),
        Trap::PackagedListIsOld => say!(
            "Its own list has 28 roots of 2011 and none of those that Amazon S3 needs today. Only an upgrade brings others."
        ),
        Trap::WindowsFetchesForItselfOnly => say!(
            "Windows fetches a public root when a program of its own first needs it, and not for Python. That is why a browser can connect when Python cannot."
        ),
        Trap::SilentWithoutFile => say!(
            "If `SSL_CERT_FILE` names a file that is not there, nothing complains: no root is read then."
        ),
        Trap::MacPythonWithoutRoots => say!(
            "Python from python.org comes without roots on macOS, until `Install Certificates.command` was run. It does not read the keychains."
        ),
        Trap::NothingIsVerified => say!(
            "This Python does not verify certificates at all. Upgrade it: anybody can read along."
        ),
        Trap::DependsOnBuild => say!(
            "How the program was built decides what it reads; `--version` names the library for TLS."
        ),
        Trap::SystemStoreBySwitch => {
            say!("From 22.15 on, Node reads the store of the system with `--use-system-ca`.")
        }
    }
}
