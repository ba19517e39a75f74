//! What stands behind the mark under a fault.

use crate::doc::{Inlines, field};
use crate::input::{Excerpt, Layout, Note, NoteKind, PemDefect};
use crate::location::LineNumber;
use crate::say;

/// Where the fault stands.
pub(crate) fn position(note: &Note, line: LineNumber, excerpt: &Excerpt) -> Inlines {
    say!(
        "{file}, line {line}, column {column} (byte {byte})",
        file = field(note.location.source.as_str()),
        line = line.0,
        column = excerpt.column,
        byte = excerpt.byte
    )
}

/// The fault in a few words.
pub(crate) const fn mark(kind: &NoteKind) -> &'static str {
    match kind {
        NoteKind::BadBase64 { .. } => "this character does not belong here",
        NoteKind::Truncated { .. } => "the certificate breaks off here",
        NoteKind::TrailingData { .. } => "there is more than the certificate",
        NoteKind::MissingNewlineBetweenBlocks { .. } => "a line break is missing before this",
        NoteKind::TrustSettings { .. } => "a certificate with trust settings",
        NoteKind::PublicKeyOnly(_) => "a public key, not a certificate",
        NoteKind::CertificateRequest => "a request, not a certificate",
        NoteKind::RevocationList => "a revocation list, not a certificate",
        NoteKind::HtmlPage { .. } => "a web page begins here",
        NoteKind::WrongEncoding(_) => "these bytes are not plain text",
        NoteKind::UnusualLayout { layout, .. } => match layout {
            Layout::Indented => "this should begin in the first column",
            Layout::EscapedLineBreaks => "line breaks are written as `\\n`",
            Layout::WithinLine => "this should stand on a line of its own",
            Layout::CarriageReturns => "this line ends in a carriage return only",
        },
        NoteKind::DamagedPem { defect, .. } => match defect {
            PemDefect::BeginWithoutEnd => "no `END` line follows",
            PemDefect::EndWithoutBegin => "no `BEGIN` line stands before",
            PemDefect::NestedBegin => "one `BEGIN` line too many",
            PemDefect::MismatchedLabels { .. } => "not the label of the `BEGIN` line",
            PemDefect::Dashes => "there must be five hyphens on each side",
            PemDefect::Empty => "nothing follows",
            PemDefect::EmptyLine => "an empty line within the content",
            PemDefect::UnseenCharacter => "nobody sees this character",
            PemDefect::Padding => "the content must end in other equals signs",
            PemDefect::NotDer => "what follows is not a certificate",
            PemDefect::CommentedOut => "a comment sign",
        },
        NoteKind::EmptyInput
        | NoteKind::NotACertificateFile(_)
        | NoteKind::PrivateKeyPresent(_)
        | NoteKind::UnsupportedFormat(_)
        | NoteKind::Container(_)
        | NoteKind::ChainOnlyNamed { .. }
        | NoteKind::NotesOmitted { .. } => "here",
    }
}
