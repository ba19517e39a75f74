//! What stands behind the mark under a fault.

use crate::doc::{Inlines, field};
use crate::input::{Excerpt, Layout, Note, NoteKind, PemDefect};
use crate::location::LineNumber;
use crate::say;

/// Where the fault stands.
pub(crate) fn position(note: &Note, line: LineNumber, excerpt: &Excerpt) -> Inlines {
    say!(
        "{file}、{line} 行目、{column} 文字目（{byte} バイト目）",
        file = field(note.location.source.as_str()),
        line = line.0,
        column = excerpt.column,
        byte = excerpt.byte
    )
}

/// The fault in a few words.
pub(crate) const fn mark(kind: &NoteKind) -> &'static str {
    match kind {
        NoteKind::BadBase64 { .. } => "ここにあってはならない文字です",
        NoteKind::Truncated { .. } => "証明書がここで途切れています",
        NoteKind::TrailingData { .. } => "証明書の後に余分なデータがあります",
        NoteKind::MissingNewlineBetweenBlocks { .. } => "この前に改行がありません",
        NoteKind::TrustSettings { .. } => "信頼の設定が付いた証明書です",
        NoteKind::PublicKeyOnly(_) => "証明書ではなく公開鍵です",
        NoteKind::CertificateRequest => "証明書ではなく証明書署名要求です",
        NoteKind::RevocationList => "証明書ではなく失効リストです",
        NoteKind::HtmlPage { .. } => "ここからウェブページが始まっています",
        NoteKind::WrongEncoding(_) => "通常のテキストではないバイトです",
        NoteKind::UnusualLayout { layout, .. } => match layout {
            Layout::Indented => "行の先頭から始まる必要があります",
            Layout::EscapedLineBreaks => "改行が `\\n` と書かれています",
            Layout::WithinLine => "単独の行である必要があります",
            Layout::CarriageReturns => "行の終わりが CR だけです",
        },
        NoteKind::DamagedPem { defect, .. } => match defect {
            PemDefect::BeginWithoutEnd => "対応する `END` の行がありません",
            PemDefect::EndWithoutBegin => "対応する `BEGIN` の行がありません",
            PemDefect::NestedBegin => "余分な `BEGIN` の行です",
            PemDefect::MismatchedLabels { .. } => "`BEGIN` の行と種類が異なります",
            PemDefect::Dashes => "両側にハイフンがちょうど五つ必要です",
            PemDefect::Empty => "この後に何もありません",
            PemDefect::EmptyLine => "ブロックの途中の空行です",
            PemDefect::UnseenCharacter => "目に見えない文字です",
            PemDefect::Padding => "終わりの等号の数が正しくありません",
            PemDefect::NotDer => "この後の内容は証明書ではありません",
            PemDefect::CommentedOut => "コメントの記号です",
        },
        NoteKind::EmptyInput
        | NoteKind::NotACertificateFile(_)
        | NoteKind::PrivateKeyPresent(_)
        | NoteKind::UnsupportedFormat(_)
        | NoteKind::Container(_)
        | NoteKind::ChainOnlyNamed { .. }
        | NoteKind::NotesOmitted { .. } => "ここです",
    }
}
