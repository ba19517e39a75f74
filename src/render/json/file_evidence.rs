//! What a finding about a file rests on.

mod names;

use crate::input::{BlockNumber, ChainEntry, ContainerNote, Note, NoteKind, PemDefect};
use crate::location::Location;
use names::{
    algorithm, container, defect, encoding, file_kind, layout, limit, obstacle, private_key,
    public_key, tried,
};
use serde::Serialize;

/// Codes about files, such as `damaged-pem`, `bad-base64` and `private-key-present`: where it is, and what.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct FileEvidence {
    #[serde(flatten)]
    place: Place,
    #[serde(flatten)]
    detail: FileDetail,
}

/// A place in an input.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Place {
    /// The base name of the input.
    source: String,
    /// The line on which it begins, counted from 1; 1 in a binary input.
    line: u32,
    /// Its first byte in the input as given, counted from 0.
    start: usize,
    /// One past its last byte.
    end: usize,
}

/// What is there. `block` is the number of a PEM block, counted from 1; null in DER.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "note", rename_all = "kebab-case")]
enum FileDetail {
    /// `empty-input`.
    EmptyInput,
    /// `not-a-certificate-file`: what it is instead.
    NotACertificateFile { kind: &'static str },
    /// `html-page`: its title, shortened.
    HtmlPage { title: Option<String> },
    /// `public-key-only`.
    PublicKeyOnly { format: &'static str },
    /// `private-key-present`: never a byte of it.
    PrivateKeyPresent { format: &'static str },
    /// `not-a-certificate-file`: a certificate signing request.
    CertificateRequest,
    /// `not-a-certificate-file`: a certificate revocation list.
    RevocationList,
    /// `damaged-pem`; labels only for mismatched labels.
    DamagedPem {
        block: u32,
        defect: &'static str,
        begin_label: Option<String>,
        end_label: Option<String>,
    },
    /// `missing-newline-between-blocks`: the second of the two blocks.
    MissingNewlineBetweenBlocks { block: u32 },
    /// `truncated`: how many bytes the outermost length declares, and how many are present.
    Truncated {
        block: Option<u32>,
        declared: Option<usize>,
        present: Option<usize>,
    },
    /// `bad-base64`: the first such character; its column counted in characters from 1.
    BadBase64 {
        block: u32,
        character_line: u32,
        column: u32,
        character: char,
    },
    /// `wrong-encoding`.
    WrongEncoding { encoding: &'static str },
    /// `damaged-pem`: how the blocks are laid out, and how many are.
    UnusualLayout { layout: &'static str, blocks: usize },
    /// `unsupported-format`: the container.
    UnsupportedFormat { container: &'static str },
    /// `password-needed`: the container, and which passwords were tried.
    PasswordNeeded {
        container: &'static str,
        tried: &'static str,
    },
    /// `password-wrong` and `integrity-unchecked`: the container, and which passwords were tried.
    IntegrityUnproven {
        container: &'static str,
        tried: &'static str,
    },
    /// `unsupported-format` and, where it is damaged, `truncated`: the container, what stands against opening it, and the algorithm that is not known.
    NotOpened {
        container: &'static str,
        obstacle: &'static str,
        algorithm: Option<String>,
    },
    /// `limited-trust`: so many certificates are no anchors, or not without limits; why.
    LimitedTrust {
        limit: &'static str,
        certificates: usize,
    },
    /// `without-java-trust`: so many certificates do not bear Java's attribute.
    WithoutJavaTrust { certificates: usize },
    /// `damaged-pem`: trust settings of OpenSSL follow the certificate.
    TrustSettings { block: u32 },
    /// `damaged-pem`: so many bytes follow the certificate.
    TrailingData { block: Option<u32>, bytes: usize },
    /// `truncated`: a transcript names more certificates than it shows.
    ChainOnlyNamed {
        entries: Vec<NamedCertificate>,
        shown: usize,
    },
    /// `damaged-pem`: so many more notes were left out.
    NotesOmitted { count: usize },
}

/// A certificate that a transcript names, as printed there.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct NamedCertificate {
    /// Its subject.
    subject: String,
    /// Its issuer.
    issuer: String,
}

impl From<&Location> for Place {
    fn from(location: &Location) -> Self {
        Self {
            source: location.source.to_string(),
            line: location.line.0,
            start: location.start,
            end: location.end,
        }
    }
}

impl From<&Note> for FileEvidence {
    fn from(note: &Note) -> Self {
        Self {
            place: Place::from(&note.location),
            detail: FileDetail::from(&note.kind),
        }
    }
}

impl From<&NoteKind> for FileDetail {
    fn from(kind: &NoteKind) -> Self {
        match kind {
            NoteKind::EmptyInput => Self::EmptyInput,
            NoteKind::NotACertificateFile(kind) => Self::NotACertificateFile {
                kind: file_kind(*kind),
            },
            NoteKind::HtmlPage { title } => Self::HtmlPage {
                title: title.clone(),
            },
            NoteKind::PublicKeyOnly(format) => Self::PublicKeyOnly {
                format: public_key(*format),
            },
            NoteKind::PrivateKeyPresent(format) => Self::PrivateKeyPresent {
                format: private_key(*format),
            },
            NoteKind::CertificateRequest => Self::CertificateRequest,
            NoteKind::RevocationList => Self::RevocationList,
            NoteKind::WrongEncoding(it) => Self::WrongEncoding {
                encoding: encoding(*it),
            },
            NoteKind::UnsupportedFormat(it) => Self::UnsupportedFormat {
                container: container(*it),
            },
            NoteKind::Container(said) => Self::of_container(said),
            NoteKind::ChainOnlyNamed { entries, shown } => Self::ChainOnlyNamed {
                entries: entries.iter().map(NamedCertificate::from).collect(),
                shown: *shown,
            },
            NoteKind::NotesOmitted { count } => Self::NotesOmitted { count: *count },
            NoteKind::DamagedPem { block, defect } => Self::damaged(*block, defect),
            NoteKind::MissingNewlineBetweenBlocks { block } => {
                Self::MissingNewlineBetweenBlocks { block: block.0 }
            }
            NoteKind::Truncated { block, extent } => Self::Truncated {
                block: block.map(|block| block.0),
                declared: extent.map(|extent| extent.declared),
                present: extent.map(|extent| extent.present),
            },
            NoteKind::BadBase64 {
                block,
                line,
                column,
                character,
            } => Self::BadBase64 {
                block: block.0,
                character_line: line.0,
                column: *column,
                character: *character,
            },
            NoteKind::UnusualLayout { layout: it, blocks } => Self::UnusualLayout {
                layout: layout(*it),
                blocks: *blocks,
            },
            NoteKind::TrustSettings { block } => Self::TrustSettings { block: block.0 },
            NoteKind::TrailingData { block, bytes } => Self::TrailingData {
                block: block.map(|block| block.0),
                bytes: *bytes,
            },
        }
    }
}

impl FileDetail {
    fn of_container(said: &ContainerNote) -> Self {
        match said {
            ContainerNote::PasswordNeeded {
                container: it,
                tried: what,
            } => Self::PasswordNeeded {
                container: container(*it),
                tried: tried(*what),
            },
            ContainerNote::IntegrityUnproven {
                container: it,
                tried: what,
            } => Self::IntegrityUnproven {
                container: container(*it),
                tried: tried(*what),
            },
            ContainerNote::NotOpened {
                container: it,
                obstacle: what,
            } => Self::NotOpened {
                container: container(*it),
                obstacle: obstacle(what),
                algorithm: algorithm(what),
            },
            ContainerNote::LimitedTrust {
                limit: it,
                certificates,
            } => Self::LimitedTrust {
                limit: limit(*it),
                certificates: *certificates,
            },
            ContainerNote::WithoutJavaTrust { certificates } => Self::WithoutJavaTrust {
                certificates: *certificates,
            },
        }
    }

    fn damaged(block: BlockNumber, kind: &PemDefect) -> Self {
        let labels = match kind {
            PemDefect::MismatchedLabels { begin, end } => Some((begin.clone(), end.clone())),
            PemDefect::BeginWithoutEnd
            | PemDefect::EndWithoutBegin
            | PemDefect::NestedBegin
            | PemDefect::EmptyLine
            | PemDefect::UnseenCharacter
            | PemDefect::Dashes
            | PemDefect::Empty
            | PemDefect::Padding
            | PemDefect::NotDer
            | PemDefect::CommentedOut => None,
        };
        let (begin_label, end_label) = labels.unzip();
        Self::DamagedPem {
            block: block.0,
            defect: defect(kind),
            begin_label,
            end_label,
        }
    }
}

impl From<&ChainEntry> for NamedCertificate {
    fn from(entry: &ChainEntry) -> Self {
        Self {
            subject: entry.subject.clone(),
            issuer: entry.issuer.clone(),
        }
    }
}
