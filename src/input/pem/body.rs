//! The content of a PEM block: base64 (RFC 4648 §4) with whatever stands between its characters.

use super::plain;
use base64::prelude::{BASE64_STANDARD_NO_PAD, Engine};
use std::ops::Range;

/// What stands at an offset of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Step {
    /// A character of the alphabet, and the offset behind it.
    Symbol(u8, usize),
    /// Padding, and the offset behind it.
    Pad(usize),
    /// Blanks, line breaks, quotes and escapes that mean a line break; the offset behind them.
    Blank(usize),
    /// Anything else.
    Bad,
    /// The end of the text.
    End,
}

/// Looks at what stands at an offset.
pub(in super::super) fn step(text: &[u8], at: usize) -> Step {
    let Some(rest) = text.get(at..) else {
        return Step::End;
    };
    match rest {
        [] => Step::End,
        [
            byte @ (b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'+' | b'/'),
            ..,
        ] => Step::Symbol(*byte, at + 1),
        [b'=', ..] => Step::Pad(at + 1),
        [b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C, ..] => Step::Blank(at + 1),
        [b'\\', escape @ ..] => escaped(escape, at + 1),
        [b'"' | b'\'', behind @ ..] => Step::Blank(at + 1 + joint(behind)),
        [0xC2, 0xA0, ..] => Step::Blank(at + 2),
        [0xE2, 0x80, 0x8B, ..] | [0xEF, 0xBB, 0xBF, ..] => Step::Blank(at + 3),
        _ => Step::Bad,
    }
}

/// What stands behind a backslash: escapes of JSON and of most programming languages.
fn escaped(escape: &[u8], at: usize) -> Step {
    match escape {
        [b'n' | b'r' | b't' | b'"' | b'\\' | b'\n' | b'\r', ..] => Step::Blank(at + 1),
        [b'/', ..] => Step::Symbol(b'/', at + 1),
        [b'u', b'0', b'0', high, low, ..] => match (high, low.to_ascii_uppercase()) {
            (b'2', b'B') => Step::Symbol(b'+', at + 5),
            (b'2', b'F') => Step::Symbol(b'/', at + 5),
            (b'3', b'D') => Step::Pad(at + 5),
            (b'0', b'A' | b'D') => Step::Blank(at + 5),
            _ => Step::Bad,
        },
        _ => Step::Bad,
    }
}

/// The length of what joins two string literals in source code, up to the quote that opens the second; else 0.
fn joint(behind: &[u8]) -> usize {
    let len = behind
        .iter()
        .take_while(|byte| byte.is_ascii_whitespace() || b"+.,\\".contains(byte))
        .count();
    match behind.get(len) {
        Some(b'"' | b'\'') => len,
        _ => 0,
    }
}

/// The content of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Content {
    /// What the base64 stands for.
    pub(super) bytes: Vec<u8>,
    /// Whether the padding is right.
    pub(super) padding: Padding,
    /// How it is written.
    pub(super) writing: Writing,
}

/// How a content is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// In lines of base64, none of them empty and with nothing else in them.
    Plain,
    /// In some other way, or that was not looked at.
    Other,
}

/// Whether the padding is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Padding {
    /// As RFC 4648 §4 asks.
    Right,
    /// Missing, or too long.
    Wrong,
}

/// Decodes a body.
///
/// # Errors
///
/// The offset of the first character that cannot stand there.
pub(super) fn decode(text: &[u8], body: Range<usize>) -> Result<Content, usize> {
    let plain = text.get(body.clone()).and_then(plain::decode);
    if let Some(bytes) = plain {
        return Ok(Content {
            bytes,
            padding: Padding::Right,
            writing: Writing::Plain,
        });
    }
    closely(text, body)
}

/// Decodes a body whatever stands in it.
fn closely(text: &[u8], body: Range<usize>) -> Result<Content, usize> {
    let end = body.end.min(text.len());
    let start = behind_headers(text, body.start..end);
    let text = text.get(..end).unwrap_or_default();
    let mut symbols = Vec::with_capacity(end.saturating_sub(start));
    let mut pads = 0;
    let mut first_pad = start;
    let mut at = start;
    loop {
        at = match step(text, at) {
            Step::Symbol(..) if pads > 0 => return Err(first_pad),
            Step::Symbol(symbol, next) => {
                symbols.push(symbol);
                let run = plain_run(text, next);
                symbols.extend_from_slice(run);
                next + run.len()
            }
            Step::Pad(next) => {
                if pads == 0 {
                    first_pad = at;
                }
                pads += 1;
                next
            }
            Step::Blank(next) => next,
            Step::Bad => return Err(at),
            Step::End => break,
        };
    }
    let excess = symbols.len() % 4;
    let bytes = match BASE64_STANDARD_NO_PAD.decode(&symbols) {
        Ok(bytes) => bytes,
        // Every symbol is one of the alphabet, so only the last can be wrong.
        Err(_) if pads > 0 => {
            return Err(nth_symbol(text, start, symbols.len().saturating_sub(1)));
        }
        // Without padding the last group is what a cut left of it.
        Err(_) => {
            let whole = symbols.get(..symbols.len() - excess).unwrap_or_default();
            BASE64_STANDARD_NO_PAD.decode(whole).unwrap_or_default()
        }
    };
    let padding = if (excess + pads) % 4 == 0 && pads < 3 {
        Padding::Right
    } else {
        Padding::Wrong
    };
    Ok(Content {
        bytes,
        padding,
        writing: Writing::Other,
    })
}

/// The characters of the alphabet from an offset on, taken at once.
fn plain_run(text: &[u8], at: usize) -> &[u8] {
    let rest = text.get(at..).unwrap_or_default();
    let len = rest.iter().take_while(|byte| is_plain(**byte)).count();
    rest.get(..len).unwrap_or_default()
}

fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/')
}

/// The offset of the symbol with this number.
fn nth_symbol(text: &[u8], start: usize, number: usize) -> usize {
    let mut at = start;
    let mut seen = 0;
    loop {
        at = match step(text, at) {
            Step::Symbol(..) if seen == number => return at,
            Step::Symbol(_, next) => {
                seen += 1;
                next
            }
            Step::Pad(next) | Step::Blank(next) => next,
            Step::Bad | Step::End => return at,
        };
    }
}

/// Skips the headers of RFC 1421 §4.6 (`Proc-Type: 4,ENCRYPTED`), which an empty line ends.
fn behind_headers(text: &[u8], body: Range<usize>) -> usize {
    let mut at = body.start;
    let mut behind = body.start;
    for line in lines(text.get(body.clone()).unwrap_or_default()) {
        at += line.len();
        let content = line.trim_ascii();
        if content.contains(&b':') {
            behind = at;
        } else if !content.is_empty() {
            break;
        }
    }
    behind
}

/// What looks like a blank or like nothing, and is neither for programs.
const UNSEEN: [&str; 3] = ["\u{a0}", "\u{200b}", "\u{feff}"];

/// Where the first character of a body stands that nobody sees.
pub(in super::super) fn unseen(text: &[u8], body: Range<usize>) -> Option<Range<usize>> {
    let start = body.start;
    let rest = text.get(body)?;
    let foreign = rest.iter().enumerate().filter(|(_, byte)| !byte.is_ascii());
    let mut found = foreign.filter_map(|(at, _)| {
        let behind = rest.get(at..)?;
        let sign = UNSEEN
            .iter()
            .find(|sign| behind.starts_with(sign.as_bytes()))?;
        Some(start + at..start + at + sign.len())
    });
    found.next()
}

/// Where an empty line stands behind some content of a body.
pub(in super::super) fn empty_line(text: &[u8], body: Range<usize>) -> Option<usize> {
    let mut at = behind_headers(text, body.clone());
    let rest = text.get(at..body.end).unwrap_or_default();
    let mut has_content = false;
    for line in rest.split_inclusive(|byte| *byte == b'\n') {
        let is_empty = line.trim_ascii().is_empty();
        if is_empty && has_content && line.ends_with(b"\n") {
            return Some(at);
        }
        has_content |= !is_empty;
        at += line.len();
    }
    None
}

/// The lines in front of a range that hold nothing but base64.
pub(super) fn leading_lines(text: &[u8], range: Range<usize>) -> Range<usize> {
    let run = text.get(range.clone()).unwrap_or_default();
    let len: usize = lines(run)
        .take_while(|line| is_base64(line))
        .map(<[u8]>::len)
        .sum();
    range.start..range.start + len
}

/// The lines at the end of a range that hold nothing but base64.
pub(super) fn trailing_lines(text: &[u8], range: Range<usize>) -> Range<usize> {
    let run = text.get(range.clone()).unwrap_or_default();
    let mut start = 0;
    let mut at = 0;
    for line in lines(run) {
        at += line.len();
        if !is_base64(line) || line.trim_ascii().is_empty() {
            start = at;
        }
    }
    range.start + start..range.end.max(range.start + start)
}

/// Whether a line holds base64 and no words.
fn is_base64(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    let mut at = 0;
    loop {
        at = match step(line, at) {
            Step::Blank(_) if line.get(at) == Some(&b' ') => return false,
            Step::Symbol(_, next) | Step::Pad(next) | Step::Blank(next) => next,
            Step::Bad => return false,
            Step::End => return true,
        };
    }
}

/// The lines of a text with their ends; LF or CR ends one.
fn lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.split_inclusive(|byte| matches!(byte, b'\n' | b'\r'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(text: &str) -> Result<(Vec<u8>, Padding), usize> {
        decode(text.as_bytes(), 0..text.len()).map(|content| (content.bytes, content.padding))
    }

    #[test]
    fn whatever_stands_between_the_characters() {
        for text in [
            "Zm9vYmE=",
            "\r\nZm9v\r\nYmE=\r\n",
            "  Zm9v\n\tYmE=",
            "Zm9v\\nYmE=\\n",
            "Zm9v\\r\\nYmE\\u003d",
            "\"Zm9v\\n\" +\n  \"YmE=\\n\"",
            "'Zm9v'\n'YmE='",
            "Zm9v\u{a0}\u{200b}\u{feff}YmE=",
            "\nProc-Type: 4,CLEAR\nX: y\n\nZm9vYmE=",
        ] {
            assert_eq!(
                decoded(text),
                Ok((b"fooba".to_vec(), Padding::Right)),
                "{text}"
            );
        }
        assert_eq!(
            decoded("\\u002b\\/\\u002F+"),
            Ok((vec![0xFB, 0xFF, 0xFE], Padding::Right))
        );
    }

    /// What is plain says the same when it is looked at closely.
    #[test]
    fn plain_lines_are_decoded_at_once() {
        let cases = [
            ("\nZm9v\nYmE=\n", Writing::Plain),
            ("\r\nZm9v\r\nYmE=\r\n", Writing::Plain),
            ("\nZ\nm9v\n", Writing::Plain),
            ("\n", Writing::Plain),
            ("\nZm9v\nYmE=", Writing::Other),
            ("\nZm9v\n\nYmE=\n", Writing::Other),
            ("\nZm9v\r\n\r\nYmE=\n", Writing::Other),
            ("\nZm9v\n YmE=\n", Writing::Other),
            ("\nZm9v \nYmE=\n", Writing::Other),
            ("\nZm9v\rYmE=\n", Writing::Other),
            ("\nZm9v\nYmE\n", Writing::Other),
            ("\nZm9v\nYmF=\n", Writing::Other),
            ("\nZg==\nZg==\n", Writing::Other),
            ("\nA: b\nZm9v\n", Writing::Other),
            ("Zm9v\n", Writing::Other),
            ("", Writing::Other),
        ];
        for (text, expected) in cases {
            let range = || 0..text.len();
            let (at_once, closely) = (
                decode(text.as_bytes(), range()),
                closely(text.as_bytes(), range()),
            );
            let writing = at_once
                .as_ref()
                .map_or(Writing::Other, |content| content.writing);
            assert_eq!(writing, expected, "{text:?}");
            let content = |found: Result<Content, usize>| found.map(|it| (it.bytes, it.padding));
            assert_eq!(content(at_once), content(closely), "{text:?}");
            if expected == Writing::Plain {
                assert_eq!(empty_line(text.as_bytes(), range()), None, "{text:?}");
                assert_eq!(unseen(text.as_bytes(), range()), None, "{text:?}");
            }
        }
    }

    #[test]
    fn padding_may_be_wrong() {
        for text in [
            "Zm9vYmE",
            "Zm9vYmE==",
            "Zm9vYmE=====",
            "Zm9vYmFyZ",
            "Zm9vYmF",
        ] {
            assert_eq!(decoded(text).unwrap().1, Padding::Wrong, "{text}");
        }
    }

    #[test]
    fn the_first_bad_character_is_named() {
        let cases = [
            ("Zm9*v", 3),
            ("Zm9v\nYm\u{e9}=", 7),
            ("Zg==\nZg==", 2),
            ("Zm9\\x", 3),
            ("Zm9vYmF=", 6),
        ];
        for (text, offset) in cases {
            assert_eq!(decoded(text).map(|_| ()), Err(offset), "{text}");
        }
    }
}
