//! What is said of a file.

mod block;
mod container;
mod damage;
mod kind;
mod mark;
mod other_file;

use crate::doc::{Inlines, field};
use crate::input::{BlockNumber, Note, NoteKind};
use crate::say;
use crate::text::guidance::Article;

pub(crate) use mark::{mark, position};

/// What is wrong or remarkable, as a short phrase.
pub(crate) fn title(note: &Note) -> Inlines {
    article(note).title
}

/// What it is, where it stands, and what to do.
pub(crate) fn detail(note: &Note) -> Vec<Inlines> {
    article(note).paragraphs
}

fn article(note: &Note) -> Article {
    match &note.kind {
        NoteKind::EmptyInput => kind::empty(note),
        NoteKind::NotACertificateFile(found) => other_file::other_file(note, *found),
        NoteKind::HtmlPage { title } => kind::html_page(note, title.as_deref()),
        NoteKind::PublicKeyOnly(format) => kind::public_key(note, *format),
        NoteKind::PrivateKeyPresent(format) => kind::private_key(note, *format),
        NoteKind::CertificateRequest => kind::request(note),
        NoteKind::RevocationList => kind::revocation_list(note),
        NoteKind::DamagedPem { block, defect } => damage::damaged(note, *block, defect),
        NoteKind::MissingNewlineBetweenBlocks { block } => damage::glued(note, *block),
        NoteKind::Truncated { block, extent } => damage::truncated(note, *block, *extent),
        NoteKind::BadBase64 {
            block,
            line,
            column,
            character,
        } => damage::bad_base64(note, *block, (*line, *column, *character)),
        NoteKind::WrongEncoding(encoding) => kind::encoding(note, *encoding),
        NoteKind::UnusualLayout { layout, blocks } => block::layout(note, *layout, *blocks),
        NoteKind::UnsupportedFormat(container) => other_file::container(note, *container),
        NoteKind::Container(said) => container::article(note, said),
        NoteKind::TrustSettings { block } => block::trust_settings(note, *block),
        NoteKind::TrailingData { block, bytes } => block::trailing(note, *block, *bytes),
        NoteKind::ChainOnlyNamed { entries, shown } => block::only_named(note, entries, *shown),
        NoteKind::NotesOmitted { count } => block::omitted(note, *count),
    }
}

/// The input as the user knows it.
fn source(note: &Note) -> Inlines {
    field(note.location.source.as_str()).into()
}

/// Where it begins, in a sentence.
fn place(note: &Note) -> Inlines {
    say!(
        "{source} の {line} 行目から始まります。",
        line = note.location.line.0,
        source = source(note)
    )
}

/// Where it is: the block's place, or the file as a whole where it has no blocks.
fn place_of(note: &Note, block: Option<BlockNumber>) -> Inlines {
    if block.is_some() {
        place(note)
    } else {
        say!("ファイルは {source} です。", source = source(note))
    }
}
