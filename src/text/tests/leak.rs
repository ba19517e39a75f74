//! That each language stays in its own text: in Japanese no English sentence, in English nothing Japanese.

use super::{report, samples};
use crate::doc::{Block, Doc, Inline, Inlines, Path, PathNode, Step, Table};
use crate::finding::Code;
use crate::known::KnownRoots;
use crate::lang::Lang;
use crate::text::PageWord;
use crate::text::label::Label;

#[test]
fn findings() {
    for finding in samples::all() {
        for lang in Lang::ALL {
            let words = crate::text::finding(*lang, &finding);
            for words in core::iter::once(&words.title).chain(&words.detail) {
                assert_stays(*lang, words);
            }
            assert_stays(*lang, &words!(*lang, verdict::headline(&finding)));
        }
    }
}

#[test]
fn labels() {
    // Names that are the same in both languages.
    let same = [Label::Sha256];
    for label in Label::ALL {
        let (en, ja) = (
            crate::text::en::labels::label(*label),
            crate::text::ja::labels::label(*label),
        );
        assert!(en.is_ascii(), "{en}");
        assert!(same.contains(label) || is_japanese(ja), "{ja}");
    }
}

#[test]
fn the_page() {
    // The one word of each language that stands in the other, and names.
    let others = [
        PageWord::OtherLanguage,
        PageWord::SaveMarkdown,
        PageWord::SaveJson,
        PageWord::SystemLabel,
    ];
    for word in PageWord::ALL.iter().filter(|word| !others.contains(word)) {
        let [en, ja] = [Lang::En, Lang::Ja].map(|lang| crate::text::page_word(lang, *word));
        assert!(!is_japanese(en), "{en}");
        assert!(is_japanese(ja), "{ja}");
    }
}

#[test]
fn documents() {
    let reports = [
        report::missing_root(),
        report::trusted_for_now(),
        report::bundle_check(),
    ];
    for lang in Lang::ALL {
        for report in &reports {
            assert_doc_stays(&crate::text::write(*lang, report));
        }
        assert_doc_stays(&crate::text::clients(*lang, &crate::client::profiles()));
        assert_doc_stays(&crate::text::codes(*lang));
        let known = KnownRoots::built_in();
        for query in ["", "no such root", "amazon root ca 1"] {
            assert_doc_stays(&crate::text::roots(*lang, &known.search(query), query));
        }
        for code in Code::ALL {
            assert_doc_stays(&crate::text::code(*lang, *code));
        }
    }
}

fn assert_doc_stays(doc: &Doc) {
    let mut all = vec![doc.title.clone()];
    collect(&doc.blocks, &mut all);
    for words in &all {
        assert_stays(doc.lang, words);
    }
}

/// Every run of words in blocks, but not the values of facts and the cells of tables, which are often names.
fn collect(blocks: &[Block], all: &mut Vec<Inlines>) {
    for block in blocks {
        match block {
            Block::Verdict(verdict) => all.extend([verdict.word.clone(), verdict.headline.clone()]),
            Block::Heading(_, words) | Block::Paragraph(words) => all.push(words.clone()),
            Block::List(items) => items.iter().for_each(|item| collect(item, all)),
            Block::Steps(steps) => {
                for Step { title, body, .. } in steps {
                    all.push(title.clone());
                    collect(body, all);
                }
            }
            Block::Table(Table { header, .. }) => all.extend(header.clone()),
            Block::Callout(callout) => {
                all.extend([callout.word.clone(), callout.title.clone()]);
                collect(&callout.body, all);
            }
            Block::Path(Path {
                caption,
                in_words,
                nodes,
                end,
            }) => {
                all.extend([caption.clone(), in_words.clone()]);
                all.extend(end.clone());
                for PathNode {
                    place_words,
                    link_below,
                    detail,
                    ..
                } in nodes
                {
                    all.push(place_words.clone());
                    all.extend(link_below.clone());
                    all.extend(detail.clone());
                }
            }
            Block::Details { summary, blocks } => {
                all.push(summary.clone());
                collect(blocks, all);
            }
            Block::Code(_) | Block::Facts(_) | Block::Rule => {}
        }
    }
}

fn assert_stays(lang: Lang, words: &Inlines) {
    let own = own_words(words);
    match lang {
        // Where nothing but names and abbreviations is left, there is no language either.
        Lang::Ja if own.chars().any(char::is_lowercase) => {
            assert!(is_japanese(&own), "{own}");
            let longest = own
                .split(|c: char| !c.is_ascii() || ".,:".contains(c))
                .map(|run| {
                    run.split_whitespace()
                        .filter(|word| word.chars().any(|c| c.is_ascii_lowercase()))
                        .count()
                });
            assert!(longest.max().unwrap_or(0) < 5, "an English sentence: {own}");
        }
        Lang::Ja => {}
        Lang::En => assert!(!is_japanese(&own), "{own}"),
    }
}

/// The words without what comes from certificates, files and users, and without what is typed.
fn own_words(words: &Inlines) -> String {
    words
        .as_slice()
        .iter()
        .map(|run| match run {
            Inline::Text(words) | Inline::Term { text: words, .. } => words.to_string(),
            Inline::Field(_) | Inline::Code(_) => String::new(),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => {
                own_words(inner)
            }
        })
        .collect()
}

/// Whether there is a kana or a kanji in it.
fn is_japanese(words: &str) -> bool {
    words
        .chars()
        .any(|c| matches!(c, '\u{3041}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'))
}
