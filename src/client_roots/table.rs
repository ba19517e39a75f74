//! All clients but `shotgun_api3`.

use super::{Argument, CaFile, CaSetting, CertificateStore, Place, Read, Row, Trap};
use crate::environment::Span;
use crate::error_text::{CaVariable, Call, Stack, System};

/// The releases of Toolkit core in which the packaged file goes before `SHOTGUN_API_CACERTS` (tk-core 0.23.10, release
/// notes: mended).
pub(super) const TOOLKIT_IGNORES_VARIABLE: Span = Span::of((0, 23, 7), (0, 23, 9));

const SHOTGUN: Place = Place::Variable(CaVariable::ShotgunApiCacerts);
const SSL_CERT_FILE: Place = Place::Variable(CaVariable::SslCertFile);
const SSL_CERT_DIR: Place = Place::Variable(CaVariable::SslCertDir);
const REQUESTS: Place = Place::Variable(CaVariable::RequestsCaBundle);
const CURL: Place = Place::Variable(CaVariable::CurlCaBundle);
const AWS: Place = Place::Variable(CaVariable::AwsCaBundle);
const HTTPLIB2: Place = Place::Variable(CaVariable::Httplib2CaCerts);
const NODE: Place = Place::Variable(CaVariable::NodeExtraCaCerts);
const GIT: Place = Place::Variable(CaVariable::GitSslCaInfo);
const PIP: Place = Place::Variable(CaVariable::PipCert);
const WINDOWS: Place = Place::Store(CertificateStore::Windows);
const KEYCHAIN: Place = Place::Store(CertificateStore::Keychain);
const LINUX: Place = Place::Store(CertificateStore::Linux);
const CERTIFI: Place = Place::File(CaFile::InstalledCertifi);
const OPENSSL: Place = Place::File(CaFile::OpensslDefault);
const JAVA: Place = Place::File(CaFile::JavaCacerts);
const BUILT_IN: Place = Place::File(CaFile::BuiltIn);

const SELDOM_PYTHON: &[Place] = &[SHOTGUN, REQUESTS, CURL, CERTIFI, AWS, NODE];
const NOT_REQUESTS: &[Place] = &[
    SHOTGUN,
    SSL_CERT_FILE,
    SSL_CERT_DIR,
    WINDOWS,
    KEYCHAIN,
    LINUX,
    NODE,
];
const NOT_SYSTEM: &[Place] = &[SHOTGUN, REQUESTS, CERTIFI, CURL, AWS, NODE];

const fn row(program: Stack, reads: &'static [Read]) -> Row {
    Row {
        program,
        releases: Span::ALL,
        calls: &[],
        systems: &[],
        reads,
        ignores: &[],
        traps: &[],
        source: "",
    }
}

/// OpenSSL's own order.
const OPENSSL_DEFAULTS: &[Read] = &[
    Read::Instead(SSL_CERT_FILE),
    Read::Instead(SSL_CERT_DIR),
    Read::Instead(OPENSSL),
];
const WINDOWS_ONLY: &[Read] = &[Read::Instead(WINDOWS)];
const KEYCHAIN_ONLY: &[Read] = &[Read::Instead(KEYCHAIN)];
const CAFILE_OR_DEFAULTS: &[Read] = &[
    Read::Instead(Place::Argument(Argument::CaFile)),
    Read::PythonDefaults,
];
const NOT_WINDOWS: &[Place] = &[
    SHOTGUN,
    SSL_CERT_FILE,
    REQUESTS,
    CERTIFI,
    CURL,
    AWS,
    NODE,
    JAVA,
];

/// The rows, by program.
pub(super) const ROWS: &[Row] = &[
    Row {
        calls: &[Call::ToolkitDownload],
        ignores: &[SHOTGUN, REQUESTS, CERTIFI],
        source: "tk-core, python/tank/util/shotgun/download.py: urlopen without an opener",
        ..row(Stack::Toolkit, &[Read::PythonDefaults])
    },
    Row {
        releases: Span::to((2, 7, 8)),
        traps: &[Trap::NothingIsVerified],
        source: "PEP 476: verification by default from 2.7.9",
        ..row(Stack::PythonUrllib2, CAFILE_OR_DEFAULTS)
    },
    Row {
        releases: Span::from((2, 7, 9)),
        ignores: SELDOM_PYTHON,
        source: "CPython 2.7.9, Lib/ssl.py: create_default_context, load_default_certs",
        ..row(Stack::PythonUrllib2, CAFILE_OR_DEFAULTS)
    },
    Row {
        systems: &[System::Windows, System::Linux],
        ignores: SELDOM_PYTHON,
        source: "CPython, Lib/ssl.py: create_default_context, load_default_certs",
        ..row(Stack::PythonUrllib, CAFILE_OR_DEFAULTS)
    },
    Row {
        systems: &[System::MacOs],
        ignores: SELDOM_PYTHON,
        traps: &[Trap::MacPythonWithoutRoots],
        source: "CPython, Mac/BuildScript/resources: Install Certificates.command",
        ..row(Stack::PythonUrllib, CAFILE_OR_DEFAULTS)
    },
    Row {
        systems: &[System::Windows, System::Linux],
        ignores: SELDOM_PYTHON,
        source: "CPython, Lib/ssl.py: create_default_context, load_default_certs",
        ..row(Stack::PythonSsl, CAFILE_OR_DEFAULTS)
    },
    Row {
        systems: &[System::MacOs],
        ignores: SELDOM_PYTHON,
        traps: &[Trap::MacPythonWithoutRoots],
        source: "CPython, Mac/BuildScript/resources: Install Certificates.command",
        ..row(Stack::PythonSsl, CAFILE_OR_DEFAULTS)
    },
    Row {
        ignores: NOT_REQUESTS,
        traps: &[Trap::FileReplacesAll],
        source: "requests, sessions.py: merge_environment_settings; certs.py: where",
        ..row(
            Stack::Requests,
            &[
                Read::Instead(Place::Argument(Argument::Verify)),
                Read::Instead(REQUESTS),
                Read::Instead(CURL),
                Read::Instead(CERTIFI),
            ],
        )
    },
    Row {
        releases: Span::to((24, 1, u32::MAX)),
        ignores: &[
            SHOTGUN,
            SSL_CERT_FILE,
            SSL_CERT_DIR,
            WINDOWS,
            KEYCHAIN,
            LINUX,
            CERTIFI,
        ],
        source: "pip before 24.2, documentation: HTTPS certificates",
        ..row(
            Stack::Pip,
            &[
                Read::Instead(Place::Argument(Argument::PipCert)),
                Read::Instead(PIP),
                Read::Instead(REQUESTS),
                Read::Instead(CURL),
                Read::Instead(BUILT_IN),
            ],
        )
    },
    Row {
        releases: Span::from((24, 2, 0)),
        ignores: &[SHOTGUN, CERTIFI],
        source: "pip 24.2, documentation: HTTPS certificates, truststore",
        ..row(
            Stack::Pip,
            &[
                Read::Instead(Place::Argument(Argument::PipCert)),
                Read::Instead(PIP),
                Read::Instead(REQUESTS),
                Read::Instead(CURL),
                Read::Beside(WINDOWS),
                Read::Beside(KEYCHAIN),
                Read::Beside(LINUX),
                Read::Beside(SSL_CERT_FILE),
                Read::Beside(BUILT_IN),
            ],
        )
    },
    Row {
        releases: Span::to((0, 11, u32::MAX)),
        ignores: &[
            SHOTGUN,
            SSL_CERT_FILE,
            REQUESTS,
            WINDOWS,
            KEYCHAIN,
            LINUX,
            CERTIFI,
            HTTPLIB2,
        ],
        traps: &[Trap::FileReplacesAll],
        source: "httplib2 before 0.12, __init__.py: CA_CERTS",
        ..row(
            Stack::Httplib2,
            &[
                Read::Instead(Place::Argument(Argument::CaCerts)),
                Read::Instead(Place::Setting(CaSetting::CaCertsLocater)),
                Read::Instead(Place::File(CaFile::Httplib2List)),
            ],
        )
    },
    Row {
        releases: Span::from((0, 12, 0)),
        ignores: &[SHOTGUN, SSL_CERT_FILE, REQUESTS, WINDOWS, KEYCHAIN, LINUX],
        traps: &[Trap::FileReplacesAll],
        source: "httplib2, certs.py: where",
        ..row(
            Stack::Httplib2,
            &[
                Read::Instead(Place::Argument(Argument::CaCerts)),
                Read::Instead(HTTPLIB2),
                Read::Instead(Place::Setting(CaSetting::CaCertsLocater)),
                Read::Instead(CERTIFI),
                Read::Instead(Place::File(CaFile::Httplib2List)),
            ],
        )
    },
    Row {
        ignores: &[
            SHOTGUN,
            SSL_CERT_FILE,
            SSL_CERT_DIR,
            WINDOWS,
            KEYCHAIN,
            LINUX,
            NODE,
        ],
        traps: &[Trap::FileReplacesAll],
        source: "botocore, session.py: ca_bundle; httpsession.py: get_cert_path; AWS CLI documentation: AWS_CA_BUNDLE",
        ..row(
            Stack::Botocore,
            &[
                Read::Instead(Place::Argument(Argument::Verify)),
                Read::Instead(Place::Argument(Argument::AwsCaBundle)),
                Read::Instead(AWS),
                Read::Instead(Place::Setting(CaSetting::AwsCaBundle)),
                Read::Instead(REQUESTS),
                Read::Instead(CERTIFI),
            ],
        )
    },
    Row {
        ignores: SELDOM_PYTHON,
        source: "aiohttp, connector.py: ssl.create_default_context",
        ..row(Stack::Aiohttp, CAFILE_OR_DEFAULTS)
    },
    Row {
        ignores: &[SHOTGUN, REQUESTS, CURL, WINDOWS, KEYCHAIN, LINUX],
        traps: &[Trap::FileReplacesAll],
        source: "httpx, _config.py: create_ssl_context",
        ..row(
            Stack::Httpx,
            &[
                Read::Instead(Place::Argument(Argument::Verify)),
                Read::Instead(SSL_CERT_FILE),
                Read::Instead(SSL_CERT_DIR),
                Read::Instead(CERTIFI),
            ],
        )
    },
    Row {
        ignores: SELDOM_PYTHON,
        source: "urllib3, util/ssl_.py: load_default_certs where no ca_certs is given",
        ..row(
            Stack::Urllib3,
            &[
                Read::Instead(Place::Argument(Argument::CaCerts)),
                Read::PythonDefaults,
            ],
        )
    },
    Row {
        systems: &[System::MacOs, System::Linux],
        ignores: &[SHOTGUN, REQUESTS, CERTIFI, AWS, NODE],
        traps: &[Trap::FileReplacesAll, Trap::DependsOnBuild],
        source: "curl, manual: --cacert, ENVIRONMENT",
        ..row(
            Stack::Curl,
            &[
                Read::Instead(Place::Argument(Argument::CurlCacert)),
                Read::Instead(CURL),
                Read::Instead(SSL_CERT_DIR),
                Read::Instead(SSL_CERT_FILE),
                Read::Instead(Place::File(CaFile::CurlDefault)),
            ],
        )
    },
    Row {
        systems: &[System::Windows],
        ignores: &[SHOTGUN, REQUESTS, CERTIFI, AWS, NODE],
        traps: &[Trap::DependsOnBuild],
        source: "curl, manual: --cacert (Schannel); Windows brings a curl on Schannel",
        ..row(
            Stack::Curl,
            &[
                Read::Instead(Place::Argument(Argument::CurlCacert)),
                Read::Instead(WINDOWS),
            ],
        )
    },
    Row {
        ignores: NOT_SYSTEM,
        traps: &[Trap::DependsOnBuild],
        source: "GNU Wget manual: --ca-certificate; OpenSSL: SSL_CERT_FILE",
        ..row(
            Stack::Wget,
            &[
                Read::Instead(Place::Argument(Argument::WgetCaCertificate)),
                Read::Instead(SSL_CERT_FILE),
                Read::Instead(Place::File(CaFile::SystemList)),
            ],
        )
    },
    Row {
        systems: &[System::MacOs, System::Linux],
        ignores: NOT_SYSTEM,
        traps: &[Trap::FileReplacesAll],
        source: "git-config manual: http.sslCAInfo, GIT_SSL_CAINFO",
        ..row(
            Stack::Git,
            &[
                Read::Instead(GIT),
                Read::Instead(Place::Setting(CaSetting::GitSslCaInfo)),
                Read::Instead(Place::File(CaFile::CurlDefault)),
            ],
        )
    },
    Row {
        systems: &[System::Windows],
        ignores: NOT_SYSTEM,
        traps: &[Trap::DependsOnBuild],
        source: "git-config manual: http.sslBackend, http.schannelUseSSLCAInfo",
        ..row(
            Stack::Git,
            &[
                Read::Instead(GIT),
                Read::Instead(Place::Setting(CaSetting::GitSslCaInfo)),
                Read::Instead(WINDOWS),
            ],
        )
    },
    Row {
        ignores: NOT_SYSTEM,
        source: "openssl-s_client manual: -CAfile; openssl-env manual: SSL_CERT_FILE",
        ..row(
            Stack::OpensslSClient,
            &[
                Read::Instead(Place::Argument(Argument::OpensslCaFile)),
                Read::Instead(SSL_CERT_FILE),
                Read::Instead(SSL_CERT_DIR),
                Read::Instead(OPENSSL),
            ],
        )
    },
    Row {
        ignores: &[SHOTGUN, REQUESTS, CERTIFI, CURL, KEYCHAIN, WINDOWS],
        source: "Ruby, OpenSSL::X509::DEFAULT_CERT_FILE_ENV",
        ..row(Stack::Ruby, OPENSSL_DEFAULTS)
    },
    Row {
        ignores: &[
            SHOTGUN,
            REQUESTS,
            CERTIFI,
            CURL,
            SSL_CERT_FILE,
            WINDOWS,
            KEYCHAIN,
            LINUX,
        ],
        traps: &[Trap::SystemStoreBySwitch],
        source: "Node.js documentation: NODE_EXTRA_CA_CERTS, --use-system-ca, --use-openssl-ca",
        ..row(
            Stack::Node,
            &[
                Read::Beside(NODE),
                Read::Beside(Place::Argument(Argument::NodeSystemCa)),
                Read::Instead(BUILT_IN),
            ],
        )
    },
    Row {
        systems: &[System::Linux],
        ignores: NOT_SYSTEM,
        source: "Go, crypto/x509/root_unix.go, root_linux.go",
        ..row(
            Stack::Go,
            &[
                Read::Instead(SSL_CERT_FILE),
                Read::Instead(SSL_CERT_DIR),
                Read::Instead(Place::File(CaFile::SystemList)),
            ],
        )
    },
    Row {
        systems: &[System::Windows],
        ignores: NOT_WINDOWS,
        source: "Go, crypto/x509/root_windows.go: systemVerify",
        ..row(Stack::Go, WINDOWS_ONLY)
    },
    Row {
        systems: &[System::MacOs],
        ignores: NOT_WINDOWS,
        source: "Go, crypto/x509/root_darwin.go: systemVerify",
        ..row(Stack::Go, KEYCHAIN_ONLY)
    },
    Row {
        ignores: &[
            SHOTGUN,
            SSL_CERT_FILE,
            SSL_CERT_DIR,
            REQUESTS,
            CURL,
            CERTIFI,
            AWS,
            NODE,
            WINDOWS,
            KEYCHAIN,
            LINUX,
        ],
        traps: &[Trap::FileReplacesAll],
        source: "JSSE Reference Guide: the trust store is javax.net.ssl.trustStore, jssecacerts, cacerts",
        ..row(
            Stack::Java,
            &[
                Read::Instead(Place::Argument(Argument::JavaTrustStore)),
                Read::Instead(JAVA),
            ],
        )
    },
    Row {
        systems: &[System::Windows],
        ignores: NOT_WINDOWS,
        source: ".NET documentation: cross-platform cryptography, X.509 stores",
        ..row(Stack::Dotnet, WINDOWS_ONLY)
    },
    Row {
        systems: &[System::Linux],
        ignores: NOT_SYSTEM,
        source: ".NET documentation: cross-platform cryptography, X.509 stores",
        ..row(Stack::Dotnet, OPENSSL_DEFAULTS)
    },
    Row {
        systems: &[System::MacOs],
        ignores: NOT_WINDOWS,
        source: ".NET documentation: cross-platform cryptography, X.509 stores",
        ..row(Stack::Dotnet, KEYCHAIN_ONLY)
    },
    Row {
        ignores: NOT_SYSTEM,
        traps: &[Trap::DependsOnBuild],
        source: "rustls-native-certs and webpki-roots, README",
        ..row(
            Stack::Rustls,
            &[
                Read::Instead(SSL_CERT_FILE),
                Read::Instead(SSL_CERT_DIR),
                Read::Instead(BUILT_IN),
            ],
        )
    },
    Row {
        ignores: NOT_WINDOWS,
        source: "Microsoft Learn: CertGetCertificateChain; configure trusted roots (fetched on demand)",
        ..row(Stack::Schannel, WINDOWS_ONLY)
    },
    Row {
        ignores: NOT_WINDOWS,
        source: "Apple documentation: Security framework, SecTrust",
        ..row(Stack::Apple, KEYCHAIN_ONLY)
    },
];
