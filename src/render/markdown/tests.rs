use super::*;
use crate::doc::{Step, field};
use crate::render::escape::tests::{HIDDEN, hostile_text};
use crate::render::sample;
use insta::assert_snapshot;
use proptest::prelude::*;

#[test]
fn english() {
    assert_snapshot!(markdown(&sample::english()));
}

#[test]
fn japanese() {
    assert_snapshot!(markdown(&sample::japanese()));
}

#[test]
fn blocks_inside_steps_are_indented() {
    let steps = Block::Steps(vec![Step::new("- Save it.").body(sample::pem())]);
    assert_snapshot!(blocks(&[steps]).join("\n"), @r"
    1. \- Save it.

       Append to `cacert.pem`:

       ```text
       -----BEGIN CERTIFICATE-----
       MIIDQTCCAimgAwIBAgITBmyfz5m
       -----END CERTIFICATE-----
       ```
    ");
}

#[test]
fn a_fence_in_the_text_does_not_end_the_block() {
    let shown = blocks(&[Code::quote("```\n# heading").into()]);
    assert_eq!(shown, ["````text", "```", "# heading", "````"]);
}

/// What stands outside code spans, as a `CommonMark` parser finds them: a run of backquotes up to the next run
/// of the same length.
fn outside_code(line: &str) -> String {
    let mut outside = String::new();
    let mut rest = line;
    while let Some(at) = rest.find('`') {
        outside.push_str(&rest[..at]);
        let ticks = rest[at..].len() - rest[at..].trim_start_matches('`').len();
        let after = &rest[at + ticks..];
        if let Some(end) = end_of_span(after, ticks) {
            rest = &after[end..];
        } else {
            outside.push_str(&rest[at..at + ticks]);
            rest = after;
        }
    }
    outside + rest
}

fn end_of_span(text: &str, ticks: usize) -> Option<usize> {
    let mut at = 0;
    while let Some(start) = text[at..].find('`') {
        let run = &text[at + start..];
        let length = run.len() - run.trim_start_matches('`').len();
        at += start + length;
        if length == ticks {
            return Some(at);
        }
    }
    None
}

#[test]
fn the_reader_of_code_spans_reads() {
    assert_eq!(outside_code("a `b` c ``d`e`` f ` g"), "a  c  f ` g");
}

#[test]
fn lists_nest() {
    let list = Block::List(vec![
        vec![Block::paragraph("one")],
        vec![Block::paragraph("two"), Block::list(["+ inner"])],
    ]);
    assert_eq!(blocks(&[list]), ["- one", "- two", "", "  - \\+ inner"]);
}

#[test]
fn paths_are_drawn_in_a_code_block() {
    assert_snapshot!(blocks(&[sample::broken_path().into(), Block::Rule]).join("\n"), @r"
    ```text
    ● www.example.com   sent by the server
    │ the signature does not match
    ✗ Example CA        sent by the server and in the bundle
      The client stops here.
    ```

    ---
    ");
}

proptest! {
    #[test]
    fn hostile_text_ends_no_line(hostile in hostile_text()) {
        let page = markdown(&sample::filled_with(&field(&*hostile).into(), &hostile));
        prop_assert!(page.chars().all(|character| character == '\n' || !character.is_control()));
        prop_assert!(!page.contains(HIDDEN));
    }

    #[test]
    fn fields_stay_in_code_spans(hostile in hostile_text(), other in hostile_text()) {
        let words = Inlines::from("A: ").field(&*hostile).code(&*other).then(field(&*hostile)).text(".");
        let shown = paragraph(&words);
        prop_assert!(!shown.contains('\n'));
        prop_assert_eq!(outside_code(&shown).replace(' ', ""), "A:.");
    }

    #[test]
    fn rows_keep_their_cells(hostile in hostile_text()) {
        let cell = || Inlines::from(field(&*hostile));
        let lines = table(&Table { header: vec![cell(), "B".into()], rows: vec![vec![cell(), cell()]] });
        prop_assert_eq!(lines.len(), 3);
        for line in lines {
            prop_assert_eq!(line.matches('|').count(), 3);
        }
    }

    #[test]
    fn code_blocks_end_where_they_should(hostile in hostile_text()) {
        let lines = code(&Code::quote(hostile));
        let fence = lines.last().unwrap();
        prop_assert!(fence.len() >= 3);
        prop_assert!(lines[1..lines.len() - 1].iter().all(|line| !line.contains(&**fence)));
        prop_assert!(lines.iter().all(|line| !line.chars().any(char::is_control)));
    }
}
