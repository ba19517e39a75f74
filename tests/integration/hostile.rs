//! Names in certificates are written by whoever made them, and must do no harm wherever they are shown.

use crate::mock;
use crate::shared::options;
use certwhy::explain::{Purpose, explain};
use certwhy::lang::Lang;
use certwhy::render::{TerminalStyle, html_document, json, markdown, terminal};
use certwhy::report::Report;
use certwhy::text;
use certwhy::verdict::Verdict;
use test_pki::der::implicit;
use test_pki::{AlternativeName, Certified, Extension, Name, ca, leaf};

const HOST: &str = "www.mock.example";
const NOW: &str = "2024-06-01T12:00:00Z";

/// What tries to get out of its place.
const TEXTS: &[&str] = &[
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'; DROP TABLE roots; --",
    "</pre></code></body></html>",
    "&lt;b&gt;&amp;#x3c;script&#62;",
    "\u{1b}[2J\u{1b}]0;owned\u{7}\u{1b}]8;;http://evil.example\u{1b}\\link",
    "\u{9b}31mred\u{85}next",
    "\u{202e}elpmaxe.kcom\u{202c}\u{2066}isolate\u{2069}\u{200e}\u{200f}\u{61c}",
    "zero\u{200b}width\u{feff}\u{2028}line\u{2029}paragraph\u{ad}",
    "www.mock.example\0.evil.example",
    "line\r\nVerdict: trusted\n\n# heading\n- item\n",
    "[link](javascript:alert(1)) ![image](http://evil.example/x.png) <http://evil.example>",
    "**bold** `code` ``` fence ```\n~~~\n| a | b |\n|---|---|",
    "$(rm -rf ~); `id` | sh & %PATH% ${HOME} \\",
    "{\"json\": \"\\u0000\"}",
    "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} e\u{301}\u{301}\u{301}\u{301}",
];

/// A root, an intermediate and a server's certificate of such names.
struct Chain {
    root: Certified,
    intermediate: Certified,
    leaf: Certified,
}

fn named(text: &str) -> Chain {
    let name = |role: &str| {
        Name::new()
            .with_o(text)
            .with_ou(text)
            .with_cn(&format!("{role} {text}"))
    };
    let root = ca(name("Root")).self_signed();
    let intermediate = ca(name("CA")).issued_by(&root);
    // Octets outside ASCII are not allowed here (RFC 5280 §4.2.1.6), and come all the same.
    let names = [HOST, text].map(|name| implicit(2, name.as_bytes()));
    let server = leaf(HOST).subject(name("Server")).no_san();
    let server = server.extension(Extension::alternative_names(names));
    let leaf = server.issued_by(&intermediate);
    Chain {
        root,
        intermediate,
        leaf,
    }
}

/// Reports in which the names stand in every place: trusted, nowhere to go, wrong host, self-signed root sent.
fn reports(chain: &Chain) -> Vec<Report> {
    let Chain {
        root,
        intermediate,
        leaf,
    } = chain;
    let known = mock::known();
    let stranger = ca("Mock Stranger").self_signed();
    let namesake = root.template().clone();
    let namesake = namesake.key(test_pki::Key::p256("another")).self_signed();
    let sent: &[(&[&Certified], &Certified, &str)] = &[
        (&[leaf, intermediate], root, HOST),
        (&[leaf, intermediate], &stranger, HOST),
        (&[leaf, intermediate], root, "other.mock.example"),
        (&[leaf, intermediate, root], &stranger, HOST),
        (&[leaf, intermediate], &namesake, HOST),
        (&[leaf], root, HOST),
        (&[leaf], intermediate, HOST),
        (&[root], &stranger, HOST),
        (&[leaf, root, intermediate, leaf], root, HOST),
    ];
    let judged = sent.iter().map(|(presented, bundled, host)| {
        let inputs = [
            mock::pem(Purpose::Chain, presented.iter().copied()),
            mock::pem(Purpose::Bundle, [*bundled]),
        ];
        explain(&inputs, &options(&known, "openssl-3", (Some(host), NOW)))
    });
    judged.collect()
}

/// Characters that act on what is around them instead of being shown.
fn acts(character: char) -> bool {
    character.is_control() && character != '\n'
        || matches!(
            character,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}' | '\u{ad}'
        )
        || ('\u{2028}'..='\u{202e}').contains(&character)
        || ('\u{2066}'..='\u{2069}').contains(&character)
}

fn assert_no_acting_character(format: &str, output: &str, name: &str) {
    let found = output.chars().find(|character| acts(*character));
    assert_eq!(found, None, "{format} for {name:?}");
}

/// Elements and attributes that our own pages never hold.
fn assert_inert_html(page: &str, name: &str) {
    let page = page.to_lowercase();
    for tag in [
        "<script",
        "<img",
        "<b>",
        "<iframe",
        " onerror=",
        "href=\"javascript:",
    ] {
        let attribute_in_text = tag.starts_with(' ') && page.contains("&lt;img");
        assert!(
            attribute_in_text || !page.contains(tag),
            "{tag} for {name:?}"
        );
    }
    for closing in ["</body>", "</html>"] {
        assert_eq!(page.matches(closing).count(), 1, "{closing} for {name:?}");
    }
}

/// No link, image, heading or item begins in what a certificate says; code shows such things and does nothing.
fn assert_inert_markdown(text: &str, name: &str) {
    for line in outside_code(text) {
        for mark in [
            "](javascript:",
            "![image](",
            "<script",
            "<img",
            "<http",
            "**bold**",
        ] {
            assert!(!line.contains(mark), "{mark:?} for {name:?}: {line}");
        }
        for start in ["# heading", "- item", "| a | b |"] {
            assert!(!line.starts_with(start), "{start:?} for {name:?}: {line}");
        }
    }
}

/// The lines of Markdown that are no code, without their code spans (`CommonMark` §4.5, §6.1).
fn outside_code(text: &str) -> Vec<String> {
    let mut is_code = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        let fence = line.trim_start().starts_with("```");
        is_code ^= fence;
        if !is_code && !fence {
            lines.push(without_code_spans(line));
        }
    }
    lines
}

fn without_code_spans(line: &str) -> String {
    let run = |text: &str| text.len() - text.trim_start_matches('`').len();
    let mut kept = String::new();
    let mut rest = line;
    while let Some(start) = rest.find('`') {
        kept.push_str(&rest[..start]);
        let ticks = run(&rest[start..]);
        let inside = &rest[start + ticks..];
        let mut at = 0;
        let closing = loop {
            let Some(next) = inside[at..].find('`') else {
                break None;
            };
            let length = run(&inside[at + next..]);
            if length == ticks {
                break Some(at + next + length);
            }
            at += next + length;
        };
        if let Some(end) = closing {
            rest = &inside[end..];
        } else {
            kept.push_str(&rest[start..start + ticks]);
            rest = inside;
        }
    }
    kept + rest
}

#[test]
fn code_spans_end_where_they_began() {
    for (line, kept) in [
        ("a `b` c", "a  c"),
        ("a ``b ` c`` d", "a  d"),
        ("a ``b` c", "a ``b` c"),
        ("`x` and `[l](u)`", " and "),
    ] {
        assert_eq!(without_code_spans(line), kept);
    }
}

fn assert_harmless(report: &Report, name: &str) {
    for lang in [Lang::En, Lang::Ja] {
        let doc = text::write(lang, report);
        let page = html_document(&doc);
        let shown = terminal(&doc, &TerminalStyle::default());
        let ticket = markdown(&doc);
        let data = json(report, lang);
        assert_inert_html(&page, name);
        assert_inert_markdown(&ticket, name);
        for (format, output) in [("html", &page), ("text", &shown), ("markdown", &ticket)] {
            assert_no_acting_character(format, output, name);
        }
        assert!(
            !data
                .chars()
                .any(|character| character.is_control() && character != '\n'),
            "json for {name:?}"
        );
        let parsed: serde_json::Value = serde_json::from_str(&data).expect("JSON");
        assert_eq!(parsed["schema"], 1);
    }
}

#[test]
fn hostile_names_are_harmless_in_every_format() {
    for text in TEXTS {
        let chain = named(text);
        for report in reports(&chain) {
            assert_harmless(&report, text);
        }
    }
}

#[test]
fn a_very_long_name_is_harmless() {
    let text = "A very long name. ".repeat(5_000);
    let chain = named(&text);
    let [trusted, ..] = &reports(&chain)[..] else {
        panic!("no report")
    };
    assert_eq!(trusted.verdict, Some(Verdict::Trusted));
    assert_harmless(trusted, "a very long name");
}

/// A line break or a NUL in a name never makes it another one.
#[test]
fn a_name_with_nul_is_not_its_beginning() {
    let root = ca("Mock Root").self_signed();
    let cut = AlternativeName::Dns(format!("{HOST}\0.evil.example"));
    let server = leaf("evil.example").no_san().san(cut);
    let inputs = [
        mock::pem(Purpose::Chain, [&server.issued_by(&root)]),
        mock::pem(Purpose::Bundle, [&root]),
    ];
    let known = mock::known();
    for profile in certwhy::client::profiles() {
        let report = explain(&inputs, &options(&known, profile.id, (Some(HOST), NOW)));
        assert_eq!(report.verdict, Some(Verdict::NotTrusted), "{}", profile.id);
    }
}
