//! `shotgun_api3`: its releases read different places for calls, uploads and downloads. Read in the source of each
//! published release.

use super::{Argument, CaFile, CaSetting, CertificateStore, Place, Read, Row, Trap};
use crate::environment::Span;
use crate::error_text::{CaVariable, Call, Stack};

const ARGUMENT: Place = Place::Argument(Argument::CaCerts);
const VARIABLE: Place = Place::Variable(CaVariable::ShotgunApiCacerts);
const SSL_CERT_FILE: Place = Place::Variable(CaVariable::SslCertFile);
const REQUESTS: Place = Place::Variable(CaVariable::RequestsCaBundle);
const HTTPLIB2: Place = Place::Variable(CaVariable::Httplib2CaCerts);
const LIST: Place = Place::File(CaFile::PackagedList);
const CERTIFI: Place = Place::File(CaFile::PackagedCertifi);
const INSTALLED: Place = Place::File(CaFile::InstalledCertifi);
const LOCATER: Place = Place::Setting(CaSetting::CaCertsLocater);
const WINDOWS: Place = Place::Store(CertificateStore::Windows);
const KEYCHAIN: Place = Place::Store(CertificateStore::Keychain);
const LINUX: Place = Place::Store(CertificateStore::Linux);
const SYSTEM: &[Place] = &[
    SSL_CERT_FILE,
    REQUESTS,
    WINDOWS,
    KEYCHAIN,
    LINUX,
    INSTALLED,
    HTTPLIB2,
];

/// `ca_certs=` or the variable, and else something.
const GIVEN_OR_CERTIFI: &[Read] = &[
    Read::Instead(ARGUMENT),
    Read::Instead(VARIABLE),
    Read::Instead(CERTIFI),
];
const GIVEN_OR_PYTHON: &[Read] = &[
    Read::Instead(ARGUMENT),
    Read::Instead(VARIABLE),
    Read::PythonDefaults,
];
const PYTHON: &[Read] = &[Read::PythonDefaults];
/// What does nothing where Python's own places are read.
const NOT_PYTHON: &[Place] = &[
    ARGUMENT, VARIABLE, LIST, CERTIFI, INSTALLED, REQUESTS, HTTPLIB2,
];
/// What does nothing where `ca_certs=` or the variable goes before Python's own places.
const NOT_GIVEN: &[Place] = &[LIST, INSTALLED, REQUESTS, HTTPLIB2];
/// What does nothing where the packaged certifi is read.
const NOT_CERTIFI: &[Place] = &[
    SSL_CERT_FILE,
    REQUESTS,
    WINDOWS,
    KEYCHAIN,
    LINUX,
    INSTALLED,
    HTTPLIB2,
    LIST,
];

const UPLOADS: &[Call] = &[Call::UploadSite, Call::UploadS3];
const TRANSFERS: &[Call] = &[Call::UploadSite, Call::UploadS3, Call::Download];

const fn row(releases: Span, calls: &'static [Call], reads: &'static [Read]) -> Row {
    Row {
        program: Stack::ShotgunApi3,
        releases,
        calls,
        systems: &[],
        reads,
        ignores: &[],
        traps: &[],
        source: "",
    }
}

/// The rows, by call and then by release.
pub(super) const ROWS: &[Row] = &[
    Row {
        ignores: &[
            ARGUMENT,
            VARIABLE,
            SSL_CERT_FILE,
            REQUESTS,
            WINDOWS,
            KEYCHAIN,
            LINUX,
            INSTALLED,
        ],
        traps: &[Trap::PackagedListIsOld],
        source: "shotgun_api3 3.0.8 to 3.0.11, lib/httplib2: its own cacerts.txt alone",
        ..row(Span::to((3, 0, 11)), &[Call::Api], &[Read::Instead(LIST)])
    },
    Row {
        ignores: &[
            VARIABLE,
            SSL_CERT_FILE,
            REQUESTS,
            WINDOWS,
            KEYCHAIN,
            LINUX,
            INSTALLED,
        ],
        traps: &[Trap::PackagedListIsOld],
        source: "shotgun_api3 HISTORY.rst, 3.0.12: adds ca_certs",
        ..row(
            Span::of((3, 0, 12), (3, 0, 18)),
            &[Call::Api],
            &[Read::Instead(ARGUMENT), Read::Instead(LIST)],
        )
    },
    Row {
        ignores: SYSTEM,
        traps: &[Trap::FileReplacesAll],
        source: "shotgun_api3 HISTORY.rst, 3.0.19: adds SHOTGUN_API_CACERTS",
        ..row(
            Span::of((3, 0, 19), (3, 0, 38)),
            &[Call::Api],
            &[
                Read::Instead(ARGUMENT),
                Read::Instead(VARIABLE),
                Read::Instead(LIST),
            ],
        )
    },
    Row {
        ignores: &[SSL_CERT_FILE, REQUESTS, WINDOWS, KEYCHAIN, LINUX],
        traps: &[Trap::FileReplacesAll],
        source: "shotgun_api3 3.0.39 to 3.2.5, lib/httplib2/certs.py: where()",
        ..row(
            Span::of((3, 0, 39), (3, 2, 5)),
            &[Call::Api],
            &[
                Read::Instead(ARGUMENT),
                Read::Instead(VARIABLE),
                Read::Instead(HTTPLIB2),
                Read::Instead(LOCATER),
                Read::Instead(INSTALLED),
                Read::Instead(LIST),
            ],
        )
    },
    Row {
        ignores: NOT_CERTIFI,
        traps: &[Trap::FileReplacesAll],
        source: "shotgun_api3 HISTORY.rst, 3.2.6: bundles certifi; shotgun.py: _get_certs_file",
        ..row(Span::from((3, 2, 6)), &[Call::Api], GIVEN_OR_CERTIFI)
    },
    Row {
        ignores: NOT_PYTHON,
        source: "shotgun_api3 to 3.0.35, shotgun.py: urllib2.urlopen without a handler for roots",
        ..row(
            Span::to((3, 0, 35)),
            &[Call::UploadSite, Call::Download],
            PYTHON,
        )
    },
    Row {
        ignores: NOT_GIVEN,
        traps: &[Trap::StorageReadsElsewhere],
        source: "shotgun_api3 HISTORY.rst, 3.0.36: SHOTGUN_API_CACERTS for uploads; shotgun.py: _build_opener",
        ..row(
            Span::of((3, 0, 36), (3, 0, 38)),
            &[Call::UploadSite],
            GIVEN_OR_PYTHON,
        )
    },
    Row {
        ignores: NOT_PYTHON,
        source: "shotgun_api3 3.0.33 to 3.0.38, shotgun.py: _upload_data_to_storage builds its own opener",
        ..row(Span::of((3, 0, 33), (3, 0, 38)), &[Call::UploadS3], PYTHON)
    },
    Row {
        ignores: NOT_GIVEN,
        traps: &[Trap::FileReplacesAll],
        source: "shotgun_api3 3.0.39 (2019-02-20), shotgun.py: _upload_data_to_storage calls _build_opener",
        ..row(Span::of((3, 0, 39), (3, 2, 5)), UPLOADS, GIVEN_OR_PYTHON)
    },
    Row {
        ignores: NOT_CERTIFI,
        traps: &[Trap::FileReplacesAll],
        source: "shotgun_api3 HISTORY.rst, 3.2.6: bundles certifi; shotgun.py: _build_opener",
        ..row(Span::of((3, 2, 6), (3, 8, 1)), UPLOADS, GIVEN_OR_CERTIFI)
    },
    Row {
        ignores: NOT_PYTHON,
        traps: &[Trap::DownloadDependsOnAddress],
        source: "shotgun_api3 3.0.36 to 3.6.0, shotgun.py: download_attachment calls urlopen without an opener",
        ..row(Span::of((3, 0, 36), (3, 6, 0)), &[Call::Download], PYTHON)
    },
    Row {
        ignores: NOT_CERTIFI,
        traps: &[Trap::FileReplacesAll],
        source: "shotgun_api3 HISTORY.rst, 3.6.1: downloads read the same roots",
        ..row(
            Span::of((3, 6, 1), (3, 8, 1)),
            &[Call::Download],
            GIVEN_OR_CERTIFI,
        )
    },
    Row {
        ignores: NOT_PYTHON,
        source: "shotgun_api3 3.8.2 to 3.8.5, run: uploads and downloads ignore ca_certs and the variable",
        ..row(Span::of((3, 8, 2), (3, 8, 5)), TRANSFERS, PYTHON)
    },
    Row {
        ignores: NOT_CERTIFI,
        traps: &[Trap::FileReplacesAll, Trap::NameIsCheckedNow],
        source: "shotgun_api3 3.9.0, shotgun.py: ssl.create_default_context(cafile=...)",
        ..row(Span::from((3, 9, 0)), TRANSFERS, GIVEN_OR_CERTIFI)
    },
];
