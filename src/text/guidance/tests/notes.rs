use super::samples::{article_doc, note_article, notes, plain};
use crate::input::NoteKind;
use crate::lang::Lang;
use crate::render::markdown;
use insta::assert_snapshot;

#[test]
fn every_note_in_both_languages() {
    let mut text = String::new();
    for note in notes("cacerts.txt") {
        for lang in Lang::ALL {
            text.push_str(&markdown(&article_doc(*lang, &note_article(*lang, &note))));
            text.push('\n');
        }
    }
    assert_snapshot!(text);
}

#[test]
fn every_note_says_in_which_input_it_is() {
    for note in notes("cacerts.txt") {
        for lang in Lang::ALL {
            let article = note_article(*lang, &note);
            let words: String = article.paragraphs.iter().map(plain).collect();
            assert!(words.contains("cacerts.txt"), "{lang}: {:?}", note.kind);
            assert!(
                !plain(&article.title).ends_with(['.', '。']),
                "{:?}",
                note.kind
            );
        }
    }
}

#[test]
fn a_bad_character_is_told_by_line_column_and_number() {
    for note in notes("x")
        .iter()
        .filter(|note| matches!(note.kind, NoteKind::BadBase64 { .. }))
    {
        for lang in Lang::ALL {
            let words: String = note_article(*lang, note)
                .paragraphs
                .iter()
                .map(plain)
                .collect();
            assert!(
                ["18", "7", "U+201C"]
                    .iter()
                    .all(|part| words.contains(part)),
                "{words}"
            );
        }
    }
}

/// Hostile text stays a field, which renderers make harmless; it never becomes words or code of ours.
#[test]
fn hostile_text_is_only_ever_a_field() {
    use crate::doc::Inline;
    let hostile = "<zzyzx>`\u{202e}";
    for note in notes(hostile) {
        for lang in Lang::ALL {
            let article = note_article(*lang, &note);
            for run in article
                .paragraphs
                .iter()
                .chain([&article.title])
                .flat_map(|words| words.as_slice())
            {
                let trusted = match run {
                    Inline::Field(_) => continue,
                    Inline::Text(text) | Inline::Term { text, .. } => text.to_string(),
                    Inline::Code(text) => text.clone(),
                    Inline::Strong(inner)
                    | Inline::Emphasis(inner)
                    | Inline::Link { text: inner, .. } => plain(inner),
                };
                assert!(!trusted.contains("zzyzx"), "{lang}: {:?}", note.kind);
            }
        }
    }
}
