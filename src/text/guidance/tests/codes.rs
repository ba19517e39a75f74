use super::samples::code_article;
use super::shown::{article_doc, plain};
use crate::finding::{Code, Severity};
use crate::lang::Lang;
use crate::render::markdown;
use insta::assert_snapshot;

/// Both languages side by side: a reader of the snapshot sees where they differ.
fn both(wanted: impl Fn(&Code) -> bool) -> String {
    let mut text = String::new();
    for code in Code::ALL.iter().filter(|code| wanted(code)) {
        for lang in Lang::ALL {
            text.push_str(&markdown(&article_doc(*lang, &code_article(*lang, *code))));
            text.push('\n');
        }
    }
    text
}

fn is_about_files(code: Code) -> bool {
    code >= Code::NotACertificateFile
}

#[test]
fn causes() {
    assert_snapshot!(both(
        |code| !is_about_files(*code) && code.severity() == Severity::Error
    ));
}

#[test]
fn warnings() {
    assert_snapshot!(both(
        |code| !is_about_files(*code) && code.severity() != Severity::Error
    ));
}

#[test]
fn files() {
    assert_snapshot!(both(|code| is_about_files(*code)));
}

#[test]
fn every_code_has_a_title_and_two_to_five_paragraphs_in_each_language() {
    for code in Code::ALL {
        let counts = Lang::ALL.iter().map(|lang| {
            let article = code_article(*lang, *code);
            let title = plain(&article.title);
            assert!(
                !title.is_empty() && title.chars().count() <= 80,
                "{code} {lang}: {title}"
            );
            assert!(!title.ends_with(['.', '。']), "{code} {lang}: {title}");
            article.paragraphs.len()
        });
        let counts: Vec<usize> = counts.collect();
        assert!((2..=5).contains(&counts[0]), "{code}: {counts:?}");
        assert!(
            counts.iter().all(|count| *count == counts[0]),
            "{code}: {counts:?}"
        );
    }
}

#[test]
fn titles_are_distinct() {
    for lang in Lang::ALL {
        let mut titles: Vec<String> = Code::ALL
            .iter()
            .map(|code| plain(&code_article(*lang, *code).title))
            .collect();
        titles.sort();
        let all = titles.len();
        titles.dedup();
        assert_eq!(titles.len(), all, "{lang}");
    }
}

/// Error strings, versions and names must be the same in both languages: a word in code font that one has and the
/// other lacks is a slip of translation.
#[test]
fn both_languages_quote_the_same_strings() {
    for code in Code::ALL {
        let [english, japanese] = [Lang::En, Lang::Ja].map(|lang| {
            let mut codes: Vec<String> = code_article(lang, *code)
                .paragraphs
                .iter()
                .flat_map(|words| words.as_slice().to_vec())
                .filter_map(|run| match run {
                    crate::doc::Inline::Code(text) => Some(text),
                    crate::doc::Inline::Text(_)
                    | crate::doc::Inline::Field(_)
                    | crate::doc::Inline::Strong(_)
                    | crate::doc::Inline::Emphasis(_)
                    | crate::doc::Inline::Link { .. }
                    | crate::doc::Inline::Term { .. } => None,
                })
                .collect();
            codes.sort();
            codes.dedup();
            codes
        });
        assert_eq!(english, japanese, "{code}");
    }
}
