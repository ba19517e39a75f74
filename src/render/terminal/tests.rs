use super::*;
use crate::doc::{Block, Callout, Code, Inlines, Language, Severity, Status, Step, Table, code};
use crate::render::escape::tests::{HIDDEN, hostile_text};
use crate::render::{sample, width};
use insta::assert_snapshot;
use proptest::prelude::*;

fn plain(doc: &Doc, width: usize) -> String {
    let style = TerminalStyle {
        width,
        ..TerminalStyle::default()
    };
    terminal(doc, &style)
}

/// The block alone, without the title and the empty line below it.
fn alone(block: impl Into<Block>, width: usize) -> String {
    let text = plain(&sample::doc_of(block), width);
    text.lines().skip(3).collect::<Vec<_>>().join("\n")
}

#[test]
fn english_at_80() {
    assert_snapshot!(plain(&sample::english(), 80));
}

#[test]
fn english_at_40() {
    assert_snapshot!(plain(&sample::english(), 40));
}

#[test]
fn japanese_at_60() {
    assert_snapshot!(plain(&sample::japanese(), 60));
}

#[test]
fn coloured_ascii_summarised() {
    let style = TerminalStyle {
        width: 70,
        colour: Colour::Always,
        charset: Charset::Ascii,
        details: DetailBlocks::Summarised,
    };
    assert_snapshot!(terminal(&sample::english(), &style).replace('\u{1b}', "␛"));
}

#[test]
fn paths() {
    assert_snapshot!(alone(sample::missing_root_path(), 80), @r"
    ● s3.example.com         sent by the server
    │   valid 2023-10-10 to 2024-07-10
    ● Example RSA 2048 M01   sent by the server
    ┆
    ○ Example Root CA 1      missing: should be in your bundle
        SHA-1 8D:A7:F9:65:EC:5E:FC:37:91:0F:1C:6E:59:FD:C1:CC:6A:6E:DE:16
    ");
    assert_snapshot!(alone(sample::broken_path(), 80), @r"
    ● www.example.com   sent by the server
    │ the signature does not match
    ✗ Example CA        sent by the server and in the bundle
      The client stops here.
    ");
}

#[test]
fn narrow_paths_put_the_place_below() {
    assert_snapshot!(alone(sample::broken_path(), 36), @r"
    ● www.example.com
    │   sent by the server
    │ the signature does not match
    ✗ Example CA
        sent by the server and in the
        bundle
      The client stops here.
    ");
}

#[test]
fn each_severity_and_status_has_its_shape() {
    let callouts = [Severity::Error, Severity::Warning, Severity::Note]
        .map(|severity| alone(Callout::new(severity, "Word", "Title."), 80));
    assert_snapshot!(callouts.join("\n"), @r"
    ✗ Word
      Title.
    ! Word
      Title.
    • Word
      Title.
    ");
    let banners = [
        Status::Trusted,
        Status::NotTrusted,
        Status::Undecided,
        Status::Neutral,
    ]
    .map(|status| alone(Block::verdict(status, "Word", "Headline."), 80));
    assert_snapshot!(banners.join("\n"), @r"
    ┃ ✓ Word
    ┃   Headline.
    ┃ ✗ Word
    ┃   Headline.
    ┃ ? Word
    ┃   Headline.
    ┃ • Word
    ┃   Headline.
    ");
}

#[test]
fn commands_are_never_broken() {
    let command = format!("openssl s_client -connect {}:443", "a".repeat(200));
    let step = Step::new("Run this.").command(Language::Shell, command.clone());
    let shown = alone(Block::List(vec![vec![Block::Steps(vec![step])]]), 40);
    assert!(
        shown.lines().any(|line| line.trim_start() == command),
        "{shown}"
    );
}

#[test]
fn what_a_space_would_spoil_starts_at_the_margin() {
    let inside = |code: Code| {
        let steps = Block::Steps(vec![Step::new("Do.").body(code)]);
        alone(steps, 80).lines().last().map(str::to_owned)
    };
    for (code, last) in [
        (sample::pem(), "-----END CERTIFICATE-----"),
        (Code::command(Language::Shell, "cat >x <<E\na\nE"), "E"),
        (Code::command(Language::Python, "import ssl\nssl"), "ssl"),
        (Code::command(Language::PowerShell, "@'\na\n'@"), "'@"),
        (Code::command(Language::Shell, "cp a b"), "       cp a b"),
        (Code::quote("Traceback\n  File"), "         File"),
    ] {
        assert_eq!(inside(code.clone()).as_deref(), Some(last), "{code:?}");
    }
}

#[test]
fn short_rows_are_filled_and_long_ones_cut() {
    let table = Table {
        header: vec!["A".into(), "B".into()],
        rows: vec![vec!["1".into()], vec!["1".into(), "2".into(), "3".into()]],
    };
    assert_snapshot!(alone(table, 80), @r"
    A  B
    ─  ─
    1
    1  2
    ");
}

/// The characters of the text outside our own SGR sequences.
fn without_sgr(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |mut rest, part| {
        let (parameters, after) = part.split_once('m').expect("an SGR sequence ends in m");
        assert!(
            parameters
                .chars()
                .all(|sign| sign.is_ascii_digit() || sign == ';'),
            "{part}"
        );
        rest.push_str(after);
        rest
    })
}

fn hostile_doc(hostile: &str) -> Doc {
    let words = Inlines::from("The name is ").field(hostile).code(hostile);
    sample::filled_with(&words, hostile)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_controls_but_ours(hostile in hostile_text(), width in 0_usize..100) {
        let style = TerminalStyle { width, colour: Colour::Always, ..TerminalStyle::default() };
        let doc = hostile_doc(&hostile);
        let text = without_sgr(&terminal(&doc, &style));
        prop_assert!(text.chars().all(|character| character == '\n' || !character.is_control()));
        prop_assert!(!text.contains(HIDDEN));
        prop_assert_eq!(text, plain(&doc, width));
    }

    #[test]
    fn words_stay_within_the_width(hostile in hostile_text(), columns in 40_usize..100) {
        let words = Inlines::from("The name is ").field(&*hostile).then(code(&*hostile));
        let doc = sample::doc_of(Block::List(vec![vec![
            Callout::new(Severity::Note, "Note", words.clone()).body(Block::list([words.clone()])).into(),
            Block::facts([("Name", words)]),
        ]]));
        for line in plain(&doc, columns).lines() {
            prop_assert!(width::of_str(line) <= columns, "{}", line);
        }
    }
}
