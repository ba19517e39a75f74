//! What the page says.

use crate::page::Page;
use crate::samples::{self, MISSING_SHA1};
use serde_json::{Value, json};

/// The verdict and the cause of each example; `xtask` has the same table for the library.
const EXAMPLES: &[(&str, &str, Option<&str>)] = &[
    ("s3-2020", "trusted", None),
    ("s3-2024-cross", "trusted", None),
    ("s3-2024", "not-trusted", Some("missing-root")),
    ("s3-leaf-only", "not-trusted", Some("missing-intermediate")),
    ("s3-2025", "not-trusted", Some("missing-root")),
    ("proxy", "not-trusted", Some("interception-proxy")),
    (
        "damaged",
        "not-trusted",
        Some("missing-newline-between-blocks"),
    ),
];

pub(super) fn examples(page: &Page<'_>) {
    let offered = page.value("document.querySelectorAll('[data-do^=\"example:\"]').length");
    assert_eq!(offered, EXAMPLES.len());
    for (id, verdict, cause) in EXAMPLES {
        page.press(&format!("example:{id}"));
        assert_eq!(page.verdict().as_deref(), Some(*verdict), "{id}");
        let report = page.report();
        assert_eq!(report["verdict"], *verdict, "{id}");
        assert_eq!(report["cause"], json!(cause), "{id}");
        assert!(page.is_shown("remark"), "{id}: not said to be an example");
    }
    // What a user brings takes the example's place.
    page.drop(&[samples::s3_chain()], "body");
    assert_eq!(page.cards("chain").len(), 1);
    assert!(!page.is_shown("remark"));
}

pub(super) fn language(page: &Page<'_>) {
    let state = || {
        page.value("[document.documentElement.lang, new URLSearchParams(location.search).get('lang'), document.title]")
    };
    let before = state();
    assert_eq!(before[0], "en");
    page.fill(samples::S3.0, samples::S3.1);
    page.drop(&[samples::s3_chain(), samples::old_bundle()], "body");
    let english = page.text("answer");
    page.press("lang:ja");
    let after = state();
    assert_eq!(after[0], "ja");
    if page.relay.is_some() {
        // From a file, a browser may refuse to change the address.
        assert_eq!(after[1], "ja");
    }
    assert_ne!(before[2], after[2], "the title has one language");
    assert_ne!(page.text("answer"), english);
    assert!(
        page.text("answer").contains('。'),
        "the answer is not Japanese"
    );
    assert_eq!(
        (page.cards("bundle").len(), page.cards("chain").len()),
        (1, 1)
    );
    assert_eq!(
        page.value("document.getElementById('host').value"),
        samples::S3.0
    );
    assert_eq!(page.verdict().as_deref(), Some("not-trusted"));
    let focus = page.value("document.activeElement.closest('[data-do]')?.dataset.do ?? null");
    assert_eq!(focus, "lang:en", "the focus is lost");
    page.open_at("?lang=ja");
    assert_eq!(state()[0], "ja");
    page.open_at("?lang=en");
    assert_eq!(state()[0], "en");
}

pub(super) fn language_of_the_browser(page: &Page<'_>) {
    for (tag, expected) in [("ja-JP", "ja"), ("fr", "en"), ("en-US", "en")] {
        page.session.speak(tag);
        page.open();
        assert_eq!(
            page.value("document.documentElement.lang"),
            expected,
            "{tag}"
        );
    }
}

/// Types into the box; what comes of it.
const COMPARE: &str = "const box = document.getElementById('thumbprint');
    await T.act(() => { box.value = args; box.dispatchEvent(new Event('input', { bubbles: true })); });
    return document.getElementById('compared').textContent;";

pub(super) fn thumbprint(page: &Page<'_>) {
    page.fill(samples::S3.0, samples::S3.1);
    page.drop(&[samples::old_bundle(), samples::s3_chain()], "body");
    let compare = |print: &str| -> Value { page.run(COMPARE, json!(print)) };
    let pairs: Vec<&str> = (0..20)
        .map(|pair| &MISSING_SHA1[pair * 2..pair * 2 + 2])
        .collect();
    let plain = compare(MISSING_SHA1);
    assert!(
        plain
            .as_str()
            .is_some_and(|text| text.contains("Starfield")),
        "{plain}"
    );
    for print in [
        format!("\u{200e}{}", pairs.join(" ")),
        pairs.join(":").to_uppercase(),
        format!("SHA1 Fingerprint={}", pairs.join(":").to_uppercase()),
        format!(" \u{200e}{MISSING_SHA1}\u{200f} "),
    ] {
        assert_eq!(compare(&print), plain, "{print:?}");
    }
    let mut other = MISSING_SHA1.to_owned();
    other.replace_range(0..1, "0");
    let other = compare(&other);
    assert!(other != plain && other != "", "another thumbprint matches");
    let short = compare(&MISSING_SHA1[..30]);
    assert!(short != plain && short != other && short != "");
}
