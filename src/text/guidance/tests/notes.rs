use super::samples::{note_article, notes};
use super::shown::{article_doc, our_own, plain};
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
    for note in notes("<zzyzx>`\u{202e}") {
        for lang in Lang::ALL {
            let article = note_article(*lang, &note);
            for words in article.paragraphs.iter().chain([&article.title]) {
                assert!(!our_own(words).contains("zzyzx"), "{lang}: {:?}", note.kind);
            }
        }
    }
}
