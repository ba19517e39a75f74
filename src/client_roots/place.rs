//! Places where clients look for roots.

use crate::error_text::CaVariable;

/// A place where some client looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// An argument or option.
    Argument(Argument),
    /// An environment variable.
    Variable(CaVariable),
    /// A setting in a file of settings.
    Setting(CaSetting),
    /// A file that comes with the client, or that it was built to read.
    File(CaFile),
    /// A store of the system.
    Store(CertificateStore),
}

/// An argument of a function or an option of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Argument {
    /// `ca_certs=` of `shotgun_api3.Shotgun`, httplib2 and urllib3.
    CaCerts,
    /// `verify=` of requests, httpx and boto3.
    Verify,
    /// `cafile=` of `ssl.create_default_context`.
    CaFile,
    /// `--cacert` of curl.
    CurlCacert,
    /// `--ca-certificate` of wget.
    WgetCaCertificate,
    /// `-CAfile` of `openssl s_client`.
    OpensslCaFile,
    /// `--ca-bundle` of the AWS command line.
    AwsCaBundle,
    /// `--cert` of pip.
    PipCert,
    /// `-Djavax.net.ssl.trustStore` of Java.
    JavaTrustStore,
    /// `--use-system-ca` of Node.
    NodeSystemCa,
}

/// A setting in a file of settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CaSetting {
    /// `http.sslCAInfo` of git.
    GitSslCaInfo,
    /// `ca_bundle` of the AWS command line's configuration.
    AwsCaBundle,
    /// `cafile` of npm.
    NpmCafile,
    /// The module `ca_certs_locater` of httplib2.
    CaCertsLocater,
}

/// A file that comes with a client, or that it was built to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CaFile {
    /// `lib/httplib2/cacerts.txt` inside `shotgun_api3`.
    PackagedList,
    /// `lib/certifi/cacert.pem` inside `shotgun_api3`.
    PackagedCertifi,
    /// `cacert.pem` of the Python package certifi.
    InstalledCertifi,
    /// `cacerts.txt` of the Python package httplib2.
    Httplib2List,
    /// The file and folder that the OpenSSL of the program was built to read.
    OpensslDefault,
    /// The list that curl was built to read, or that lies beside it.
    CurlDefault,
    /// `lib/security/cacerts` of the Java in use.
    JavaCacerts,
    /// The list inside the program.
    BuiltIn,
    /// The first of the files where Linux distributions keep their list.
    SystemList,
}

/// A store of the operating system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CertificateStore {
    /// "Trusted Root Certification Authorities" of Windows.
    Windows,
    /// The keychains of macOS.
    Keychain,
    /// The list that a Linux distribution makes from its trust settings.
    Linux,
}

impl Argument {
    /// As it is written.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CaCerts => "ca_certs=",
            Self::Verify => "verify=",
            Self::CaFile => "cafile=",
            Self::CurlCacert => "--cacert",
            Self::WgetCaCertificate => "--ca-certificate",
            Self::OpensslCaFile => "-CAfile",
            Self::AwsCaBundle => "--ca-bundle",
            Self::PipCert => "--cert",
            Self::JavaTrustStore => "-Djavax.net.ssl.trustStore",
            Self::NodeSystemCa => "--use-system-ca",
        }
    }
}

impl CaSetting {
    /// As it is written.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::GitSslCaInfo => "http.sslCAInfo",
            Self::AwsCaBundle => "ca_bundle",
            Self::NpmCafile => "cafile",
            Self::CaCertsLocater => "ca_certs_locater",
        }
    }
}

impl CaFile {
    /// Its stable name, as in JSON; the end of its path where it has one.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PackagedList => "shotgun_api3/lib/httplib2/cacerts.txt",
            Self::PackagedCertifi => "shotgun_api3/lib/certifi/cacert.pem",
            Self::InstalledCertifi => "certifi/cacert.pem",
            Self::Httplib2List => "httplib2/cacerts.txt",
            Self::OpensslDefault => "openssl-default",
            Self::CurlDefault => "curl-default",
            Self::JavaCacerts => "lib/security/cacerts",
            Self::BuiltIn => "built-in",
            Self::SystemList => "system-list",
        }
    }
}

impl CertificateStore {
    /// Its stable name, as in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Windows => "windows-root-store",
            Self::Keychain => "macos-keychain",
            Self::Linux => "linux-trust-store",
        }
    }
}

impl Place {
    /// Its stable name, as in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Argument(argument) => argument.as_str(),
            Self::Variable(variable) => variable.name(),
            Self::Setting(setting) => setting.as_str(),
            Self::File(file) => file.as_str(),
            Self::Store(store) => store.as_str(),
        }
    }

    /// What kind of place it is, as in JSON.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Argument(_) => "argument",
            Self::Variable(_) => "variable",
            Self::Setting(_) => "setting",
            Self::File(_) => "file",
            Self::Store(_) => "store",
        }
    }
}
