use super::*;
use proptest::prelude::*;

/// Some of the characters that must never come through, listed apart from the code under test.
pub(in crate::render) const HIDDEN: [char; 8] = [
    '\u{202e}',
    '\u{2066}',
    '\u{200b}',
    '\u{e0041}',
    '\u{61c}',
    '\u{200e}',
    '\u{2028}',
    '\u{feff}',
];

/// Text as an attacker would write it: any characters, with the dangerous ones frequent.
pub(in crate::render) fn hostile_text() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        any::<char>().prop_map(String::from),
        "[ -~]{1,6}",
        proptest::sample::select(vec![
            "\u{1b}[31m",
            "\u{202e}",
            "\u{2066}",
            "\u{200b}",
            "\u{9b}",
            "\r\n",
            "\n",
            "\t",
            "\0",
            "<script>",
            "</code>",
            "&lt;",
            "\"onload=",
            "`",
            "```",
            "](javascript:x)",
            "![x](y)",
            "@user",
            "#1",
            "|",
            "\\",
            "\u{e0041}",
            "証明書",
            "e\u{301}",
        ])
        .prop_map(String::from),
    ];
    proptest::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat())
}

#[test]
fn what_is_hidden_is_shown() {
    for (text, shown) in [
        ("Amazon Root CA 1", "Amazon Root CA 1"),
        ("証明書 é", "証明書 é"),
        ("a\u{1b}[2Jb", "a\\u{1b}[2Jb"),
        ("a\nb\tc\u{7f}", "a\\u{a}b\\u{9}c\\u{7f}"),
        ("\u{9b}31m", "\\u{9b}31m"),
        ("moc.elgoog\u{202e}", "moc.elgoog\\u{202e}"),
        (
            "\u{feff}\u{200d}\u{e0001}\u{2028}\u{61c}",
            "\\u{feff}\\u{200d}\\u{e0001}\\u{2028}\\u{61c}",
        ),
        ("\u{ffff}\u{10fffe}", "\\u{ffff}\\u{10fffe}"),
    ] {
        assert_eq!(visible(text), shown);
    }
}

#[test]
fn long_fields_are_cut_visibly() {
    let exact = "x".repeat(FIELD_LIMIT);
    assert_eq!(field(&exact), exact);
    let cut = field(&format!("{exact}y"));
    assert_eq!(cut.chars().count(), FIELD_LIMIT);
    assert!(cut.ends_with("x…"));
}

#[test]
fn code_keeps_its_lines() {
    let lines: Vec<_> = code_lines("a\r\n\tb\u{1b}\n\n c\n\n").collect();
    assert_eq!(lines, ["a", "    b\\u{1b}", "", " c"]);
}

#[test]
fn addresses() {
    for (url, good) in [
        ("https://www.rfc-editor.org/rfc/rfc5280#section-6.1", true),
        ("http://example.com/", false),
        ("javascript:alert(1)", false),
        ("https://a/\"onload", false),
        ("https://a/)b", false),
        ("https://a/ b", false),
    ] {
        assert_eq!(safe_url(url).is_some(), good, "{url}");
    }
}

proptest! {
    #[test]
    fn nothing_treacherous_is_left(text in hostile_text()) {
        prop_assert!(!field(&text).chars().any(is_treacherous));
        prop_assert_eq!(visible(&visible(&text)), visible(&text));
        for line in code_lines(&text) {
            prop_assert!(!line.chars().any(is_treacherous));
        }
    }

    #[test]
    fn html_has_no_markup_of_its_own(text in hostile_text()) {
        prop_assert!(!html(&text).contains(['<', '>', '"', '\'']));
    }

    #[test]
    fn nothing_leaves_a_code_span(text in hostile_text()) {
        let span = code_span(&text);
        let ticks = span.len() - span.trim_start_matches('`').len();
        let inner = &span[ticks..span.len() - ticks];
        prop_assert!(ticks >= 1 && span.ends_with(&"`".repeat(ticks)));
        prop_assert!(inner.split(|character| character != '`').all(|run| run.len() != ticks));
        prop_assert!(!inner.starts_with('`') && !inner.ends_with('`'));
        prop_assert!(!span.contains(['|', '\n']));
    }
}
