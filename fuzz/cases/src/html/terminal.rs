//! What a terminal is sent: no control sequence but the colours that were asked for.

use super::assert_nothing_acts;
use certwhy::doc::Doc;
use certwhy::render::{Charset, Colour, TerminalStyle, terminal};

pub(super) fn check(doc: &Doc) {
    for (width, charset) in [
        (0, Charset::Ascii),
        (40, Charset::Unicode),
        (100, Charset::Unicode),
    ] {
        let plain = TerminalStyle {
            width,
            charset,
            ..TerminalStyle::default()
        };
        assert_nothing_acts(&terminal(doc, &plain));
        let coloured = TerminalStyle {
            colour: Colour::Always,
            ..plain
        };
        assert_nothing_acts(&without_colours(&terminal(doc, &coloured)));
    }
}

/// The text without sequences that set colours (ECMA-48 §8.3.117).
fn without_colours(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.trim_start_matches(|it: char| it.is_ascii_digit() || it == ';');
        let rest = rest.strip_prefix('m');
        plain.push_str(rest.expect("a sequence that sets a colour"));
    }
    plain
}
