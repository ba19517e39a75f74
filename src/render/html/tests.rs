use super::*;
use crate::doc::{Block, Callout, Code, Inlines, Severity, Status, Table, code, field};
use crate::render::escape::tests::{HIDDEN, hostile_text};
use crate::render::sample;
use insta::assert_snapshot;
use proptest::prelude::*;

#[test]
fn english() {
    assert_snapshot!(html_fragment(&sample::english()));
}

#[test]
fn japanese() {
    assert_snapshot!(html_fragment(&sample::japanese()));
}

#[test]
fn the_page_carries_its_style_and_nothing_else() {
    let page = html_document(&sample::japanese());
    assert!(page.contains(STYLE));
    assert_snapshot!(page.replace(STYLE, "…"));
}

#[test]
fn the_style_loads_nothing_and_cannot_end_its_element() {
    for forbidden in ["url(", "@import", "<", "expression"] {
        assert!(!STYLE.contains(forbidden), "{forbidden}");
    }
}

/// Every class that is written is in the style sheet, or in this list for scripts and for the reader.
#[test]
fn classes_have_a_style() {
    let unstyled = [
        "cw-field",
        "cw-file",
        "cw-quote",
        "cw-sent",
        "cw-in-bundle",
        "cw-known-root",
        "cw-nowhere",
    ];
    let mut doc = sample::english();
    doc.blocks.push(sample::broken_path().into());
    let page = html_fragment(&doc);
    let lists = page
        .split("class=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    for class in lists.flat_map(str::split_whitespace) {
        let styled = STYLE.contains(&format!(".{class}"));
        assert!(styled || unstyled.contains(&class), "{class}");
    }
}

/// WCAG 2.2 §1.4.3: a contrast of at least 4.5 for text, in both colour schemes.
#[test]
fn contrasts_suffice() {
    let schemes: Vec<&str> = STYLE.split(".cw-doc, .cw-page {").skip(1).take(2).collect();
    assert_eq!(schemes.len(), 2);
    for scheme in schemes {
        for (ink, ground) in [
            ("ink", "ground"),
            ("quiet", "ground"),
            ("link", "ground"),
            ("ink", "panel"),
            ("error", "ground"),
            ("warning", "ground"),
            ("ok", "ground"),
            ("error", "error-ground"),
            ("warning", "warning-ground"),
            ("ok", "ok-ground"),
            ("note", "note-ground"),
            ("ink", "error-ground"),
            ("ink", "warning-ground"),
            ("quiet", "error-ground"),
            ("link", "warning-ground"),
            ("link", "note-ground"),
        ] {
            let (one, other) = (luminance(scheme, ink), luminance(scheme, ground));
            let contrast = (one.max(other) + 0.05) / (one.min(other) + 0.05);
            assert!(contrast >= 4.5, "{ink} on {ground}: {contrast:.2}");
        }
    }
}

/// Relative luminance (WCAG 2.2) of a custom property in the scheme.
fn luminance(scheme: &str, name: &str) -> f64 {
    let (_, after) = scheme.split_once(&format!("--cw-{name}: #")).expect(name);
    let channel = |at: usize| {
        let octet = u8::from_str_radix(&after[at..at + 2], 16).unwrap();
        let value = f64::from(octet) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}

/// The tags of the text, so that two texts can be compared for their structure.
fn tags(text: &str) -> Vec<String> {
    let after = text.split('<').skip(1);
    after
        .map(|part| part.split('>').next().unwrap_or_default().to_owned())
        .collect()
}

fn doc_with(hostile: &str) -> Doc {
    let words = || Inlines::from(field(hostile)).then(code(hostile));
    let mut doc = sample::doc_of(words());
    doc.title = words();
    doc.blocks.extend([
        Block::verdict(Status::Trusted, words(), words()),
        Block::list([words()]),
        Block::facts([(words(), words())]),
        Code::quote(hostile).label(words()).into(),
        Table {
            header: vec![words()],
            rows: vec![vec![words()]],
        }
        .into(),
        Callout::new(Severity::Warning, words(), words())
            .code(hostile.to_owned())
            .into(),
        Block::details(words(), vec![]),
    ]);
    doc
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn hostile_text_adds_no_markup(hostile in hostile_text()) {
        let page = html_document(&doc_with(&hostile));
        prop_assert_eq!(tags(&page), tags(&html_document(&doc_with("x"))));
        prop_assert!(page.chars().all(|character| character == '\n' || !character.is_control()));
        prop_assert!(!page.contains(HIDDEN));
    }
}
