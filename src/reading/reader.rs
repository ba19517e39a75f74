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
    /// Its own symbol for that; `None` where it says nothing.
    pub symbol: Option<&'static str>,
}

impl Native {
    /// What a client with this id says, and its symbol for that; `None` where it says nothing that can be told from other
    /// failures.
    pub(crate) fn of_client(self, id: &str) -> Option<(&'static str, &'static str)> {
        let is_python = id.starts_with("python");
        let text = self.python.filter(|_| is_python).or(self.text);
        text.zip(self.symbol)
    }
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
            Self::OpenSsl10 => openssl(reason, NOTHING_TO_1_0),
            Self::OpenSsl11 | Self::OpenSsl3 => openssl(reason, NOTHING),
            Self::Node | Self::Go => Native {
                text: None,
                python: None,
                symbol: None,
            },
            Self::GnuTls => {
                let (text, symbol) = match reason {
                    Reason::NoCertificate => {
                        ("No certificate was found.", "GNUTLS_E_NO_CERTIFICATE_FOUND")
                    }
                    Reason::BadBase64
                    | Reason::BadEndLine
                    | Reason::BadHeader
                    | Reason::EmptyBlock => (
                        "Base64 unexpected header error.",
                        "GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR",
                    ),
                    Reason::BadCertificate => (
                        "ASN1 parser: Error in DER parsing.",
                        "GNUTLS_E_ASN1_DER_ERROR",
                    ),
                };
                Native {
                    text: Some(text),
                    python: None,
                    symbol: Some(symbol),
                }
            }
            Self::Java => Native {
                text: Some("Failed to parse input"),
                python: None,
                symbol: Some("CertificateException"),
            },
        }
    }
}

/// What OpenSSL says of a file in which it sees nothing.
const NOTHING: Native = Native {
    text: Some("no certificate or crl found"),
    python: Some("[X509: NO_CERTIFICATE_OR_CRL_FOUND] no certificate or crl found"),
    symbol: Some("X509_R_NO_CERTIFICATE_OR_CRL_FOUND"),
};

/// To 1.0.2 it reports a failure without a reason, for which Python has these words.
const NOTHING_TO_1_0: Native = Native {
    text: None,
    python: Some("unknown error"),
    symbol: None,
};

const fn openssl(reason: Reason, nothing: Native) -> Native {
    let text = match reason {
        Reason::NoCertificate => return nothing,
        Reason::BadEndLine => "bad end line",
        Reason::BadBase64 => "bad base64 decode",
        Reason::BadCertificate => "ASN1 lib",
        Reason::BadHeader => "not proc type",
        Reason::EmptyBlock => "PEM lib",
    };
    Native {
        text: Some(text),
        python: Some("[X509] PEM lib"),
        symbol: Some("ERR_R_PEM_LIB"),
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
