//! The words of every finding, side by side; whole documents; and that no language leaks into the other.

mod error_text;
mod leak;
mod length;
mod places;
mod report;
pub(super) mod samples;

use super::{FindingWords, plain};
use crate::doc::Inlines;
use crate::finding::{Code, Finding};
use crate::lang::Lang;
use insta::assert_snapshot;
use samples::Group;
use std::fmt::Write as _;

#[test]
fn each_finding_in_both_languages() {
    for group in samples::GROUPS {
        let Group { name, findings } = group;
        assert_snapshot!(*name, side_by_side(&findings()));
    }
}

fn side_by_side(findings: &[Finding]) -> String {
    let mut page = String::new();
    for finding in findings {
        let _ = writeln!(page, "## {}\n", finding.code());
        for lang in Lang::ALL {
            let headline = words!(*lang, verdict::headline(finding));
            let FindingWords { title, detail } = super::finding(*lang, finding);
            for words in [headline, title].iter().chain(&detail) {
                let _ = writeln!(page, "{lang}: {}", plain(words));
            }
            page.push('\n');
        }
    }
    page
}

/// A finding that `explain` can make is in the samples, so that every test below sees it.
#[test]
fn the_samples_hold_every_finding() {
    let sampled: Vec<Code> = samples::all().iter().map(Finding::code).collect();
    let missing: Vec<&Code> = Code::ALL
        .iter()
        .filter(|code| !sampled.contains(code) && !samples::NEVER_BY_FINDING.contains(code))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_finding_has_a_title_and_details_in_whole_sentences() {
    for finding in samples::all() {
        for lang in Lang::ALL {
            let FindingWords { title, detail } = super::finding(*lang, &finding);
            let code = finding.code();
            assert_sentence(*lang, &title, code);
            assert!(!detail.is_empty(), "{code} {lang}");
            for paragraph in &detail {
                assert_sentence(*lang, paragraph, code);
            }
        }
    }
}

fn assert_sentence(lang: Lang, words: &Inlines, code: Code) {
    let words = plain(words);
    let stop = match lang {
        Lang::En => '.',
        Lang::Ja => '。',
    };
    assert!(words.ends_with(stop), "{code} {lang}: {words}");
    assert!(!words.contains(['!', '！']), "{code} {lang}: {words}");
}

/// The headline is read at a glance, in a banner.
#[test]
fn headlines_are_short() {
    for finding in samples::all() {
        let english = plain(&super::en::verdict::headline(&finding));
        let japanese = plain(&super::ja::verdict::headline(&finding));
        assert!(english.split_whitespace().count() <= 15, "{english}");
        assert!(japanese.chars().count() <= 60, "{japanese}");
    }
}
