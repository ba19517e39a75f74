//! The readers, who uses them, and what they say.

use super::openssl::{self, Form};
use super::{Loaded, Reason, gnutls, go, java};

/// A way to read a file of certificates that programs have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reader {
    /// OpenSSL to 1.1.0, the file as a whole.
    OpenSsl10,
    /// OpenSSL 1.1.1, the file as a whole.
    OpenSsl11,
    /// OpenSSL since 3.0, the file as a whole.
    OpenSsl3,
    /// Node's option `ca`: one certificate after the other, as far as it gets.
    Node,
    /// GnuTLS.
    GnuTls,
    /// Go's `crypto/x509`.
    Go,
    /// Java's `CertificateFactory` and `keytool`.
    Java,
}

/// What a program says when it refuses a file, as its own text has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Native {
    /// The end of its text, from where it is the same in all releases; `None` where it says nothing.
    pub text: Option<&'static str>,
    /// What Python says, if it reads with this reader.
    pub python: Option<&'static str>,
}

impl Reader {
    /// All readers, OpenSSL's own by release first.
    pub const ALL: &[Self] = &[
        Self::OpenSsl10,
        Self::OpenSsl11,
        Self::OpenSsl3,
        Self::Node,
        Self::GnuTls,
        Self::Go,
        Self::Java,
    ];

    /// Those of OpenSSL itself.
    pub const OPENSSL: &[Self] = &[Self::OpenSsl10, Self::OpenSsl11, Self::OpenSsl3];

    /// Its public name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OpenSsl10 => "openssl-1.0",
            Self::OpenSsl11 => "openssl-1.1.1",
            Self::OpenSsl3 => "openssl-3",
            Self::Node => "node",
            Self::GnuTls => "gnutls",
            Self::Go => "go",
            Self::Java => "java",
        }
    }

    /// The reader of a client, by the client's id; `None` where the client reads no files of its own, or where its reader
    /// is not known.
    pub fn of_client(id: &str) -> Option<Self> {
        READERS_OF_CLIENTS
            .iter()
            .find(|(family, _)| id.starts_with(family))
            .map(|(_, reader)| *reader)
    }

    /// Reads a file as this reader does.
    pub fn read(self, bytes: &[u8]) -> Loaded {
        match self {
            Self::OpenSsl10 => openssl::whole_file(Form::First, bytes),
            Self::OpenSsl11 => openssl::whole_file(Form::Rewritten, bytes),
            Self::OpenSsl3 => openssl::whole_file(Form::PassesMark, bytes),
            Self::Node => openssl::one_by_one(Form::PassesMark, bytes),
            Self::GnuTls => gnutls::read(bytes),
            Self::Go => go::read(bytes),
            Self::Java => java::read(bytes),
        }
    }

    /// What it says for this reason.
    pub const fn native(self, reason: Reason) -> Native {
        match self {
            Self::OpenSsl10 => Native {
                text: openssl_text(reason, None),
                python: Some(match reason {
                    Reason::NoCertificate => "unknown error",
                    Reason::BadEndLine
                    | Reason::BadBase64
                    | Reason::BadCertificate
                    | Reason::BadHeader
                    | Reason::EmptyBlock => PEM_LIB,
                }),
            },
            Self::OpenSsl11 | Self::OpenSsl3 => Native {
                text: openssl_text(reason, Some("no certificate or crl found")),
                python: Some(match reason {
                    Reason::NoCertificate => {
                        "[X509: NO_CERTIFICATE_OR_CRL_FOUND] no certificate or crl found"
                    }
                    Reason::BadEndLine
                    | Reason::BadBase64
                    | Reason::BadCertificate
                    | Reason::BadHeader
                    | Reason::EmptyBlock => PEM_LIB,
                }),
            },
            Self::Node | Self::Go => Native::SILENT,
            Self::GnuTls => Native::of(match reason {
                Reason::NoCertificate => "No certificate was found.",
                Reason::BadBase64 | Reason::BadEndLine | Reason::BadHeader | Reason::EmptyBlock => {
                    "Base64 unexpected header error."
                }
                Reason::BadCertificate => "ASN1 parser: Error in DER parsing.",
            }),
            Self::Java => Native::of("Failed to parse input"),
        }
    }
}

const PEM_LIB: &str = "[X509] PEM lib";

impl Native {
    const SILENT: Self = Self {
        text: None,
        python: None,
    };

    const fn of(text: &'static str) -> Self {
        Self {
            text: Some(text),
            python: None,
        }
    }
}

/// The end of what OpenSSL's library `PEM routines` says.
const fn openssl_text(reason: Reason, nothing: Option<&'static str>) -> Option<&'static str> {
    match reason {
        Reason::NoCertificate => nothing,
        Reason::BadEndLine => Some("bad end line"),
        Reason::BadBase64 => Some("bad base64 decode"),
        Reason::BadCertificate => Some("ASN1 lib"),
        Reason::BadHeader => Some("not proc type"),
        Reason::EmptyBlock => Some("PEM lib"),
    }
}

/// Families of client ids, the longer before the shorter.
const READERS_OF_CLIENTS: &[(&str, Reader)] = &[
    ("openssl-1.0", Reader::OpenSsl10),
    ("openssl-1.1.0", Reader::OpenSsl10),
    ("openssl-1.1", Reader::OpenSsl11),
    ("openssl", Reader::OpenSsl3),
    ("python-2", Reader::OpenSsl10),
    ("python", Reader::OpenSsl3),
    ("curl", Reader::OpenSsl3),
    ("node", Reader::Node),
    ("gnutls", Reader::GnuTls),
    ("go", Reader::Go),
    ("java", Reader::Java),
];
