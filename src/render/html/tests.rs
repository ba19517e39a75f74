use super::*;
use crate::doc::{Block, Callout, Inlines, Level, Severity, Status, Table, code, field};
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

/// Put together again, the pieces are the part as a whole.
#[test]
fn a_part_in_pieces_is_the_same_part() {
    let paragraphs = |count| vec![Block::paragraph(field("<b>")); count];
    for (count, most, expected) in [(0, 2, 0), (2, 2, 0), (3, 2, 1), (7, 3, 2), (3, 0, 2)] {
        let folded = Block::details("more", paragraphs(count));
        let blocks = [folded, Block::paragraph("after")];
        let (mut shown, pieces) = html_in_pieces(Lang::Ja, &blocks, most);
        assert_eq!(pieces.len(), expected);
        for piece in &pieces {
            shown = shown.replacen("<div class=\"cw-piece\"></div>\n", piece, 1);
        }
        assert_eq!(shown, html_part(Lang::Ja, &blocks));
    }
}

/// The text between two others.
fn between<'t>(text: &'t str, open: &str, close: &str) -> &'t str {
    let (_, after) = text.split_once(open).expect(open);
    let (inside, _) = after.split_once(close).expect(close);
    inside
}

#[test]
fn the_page_carries_its_style_and_nothing_else() {
    let page = html_document(&sample::japanese());
    let style = between(&page, "<style>", "</style>");
    let hash = between(&page, "style-src 'sha256-", "'");
    assert_eq!(hash, data_encoding::BASE64.encode(&Sha256::digest(style)));
    assert_snapshot!(page.replace(style, "(style)").replace(hash, "(hash)"));
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

/// The tags of the text without the values of their attributes, so that texts can be compared for their structure. How
/// many lines words take in a picture is no matter of structure.
fn tags(text: &str) -> Vec<String> {
    let after = text.split('<').skip(1);
    let tags = after.map(|part| part.split('>').next().unwrap_or_default());
    tags.map(|tag| tag.split('"').step_by(2).collect())
        .filter(|tag: &String| tag != "tspan x= y=" && tag != "/tspan")
        .collect()
}

fn doc_with(hostile: &str) -> Doc {
    let words = Inlines::from(field(hostile)).then(code(hostile));
    sample::filled_with(&words, hostile)
}

#[test]
fn heading_ranks() {
    let headings = |page: &str| -> Vec<String> {
        tags(page)
            .into_iter()
            .filter(|tag| tag.starts_with('h') && tag.len() == 2 && tag != "hr")
            .collect()
    };
    let mut doc = sample::doc_of(Block::heading(Level::Section, "a"));
    doc.blocks.extend([
        Block::heading(Level::Subsection, "b"),
        Block::heading(Level::Topic, "c"),
    ]);
    assert_eq!(headings(&html_fragment(&doc)), ["h2", "h3", "h4", "h5"]);
    assert_eq!(headings(&html_document(&doc)), ["h1", "h2", "h3", "h4"]);
}

#[test]
fn lists_and_rows() {
    let list = Block::List(vec![
        vec![Block::paragraph("one")],
        vec![Block::paragraph("two"), Block::list(["inner"])],
    ]);
    let table = Table {
        header: vec!["A".into(), "B".into()],
        rows: vec![vec!["1".into()], vec!["1".into(), "2".into(), "3".into()]],
    };
    assert_snapshot!(block::blocks(&[list, table.into()], HeadingRank(2)), @r#"
    <ul>
    <li>one</li>
    <li><p>two</p>
    <ul>
    <li>inner</li>
    </ul>
    </li>
    </ul>
    <div class="cw-scroll" tabindex="0">
    <table>
    <thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>
    <tbody>
    <tr><td>1</td><td></td></tr>
    <tr><td>1</td><td>2</td></tr>
    </tbody>
    </table>
    </div>
    "#);
}

#[test]
fn each_status_and_severity_has_its_class() {
    let page = |block: Block| html_fragment(&sample::doc_of(block));
    for (status, class) in [
        (Status::Trusted, "cw-trusted"),
        (Status::NotTrusted, "cw-not-trusted"),
        (Status::Undecided, "cw-undecided"),
        (Status::Neutral, "cw-neutral"),
    ] {
        assert!(
            page(Block::verdict(status, "w", "h")).contains(&format!("\"cw-verdict {class}\""))
        );
    }
    for (severity, class) in [
        (Severity::Error, "cw-error"),
        (Severity::Warning, "cw-warning"),
        (Severity::Note, "cw-note"),
    ] {
        let callout = Callout::new(severity, "w", "t").into();
        assert!(page(callout).contains(&format!("\"cw-callout {class}\"")));
    }
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
