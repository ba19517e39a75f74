//! Words wrapped by the columns they take; Japanese between any two characters, with basic kinsoku.

use super::line::{Line, Role, Span};
use crate::render::width;

/// Closing signs, small kana and marks that must not begin a line (JIS X 4051, basic set).
const NOT_AT_START: &str = "、。，．・：；？！）」』】〕〉》”’ー々…‥ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ)]},.:;!?%";
/// Opening signs that must not end a line.
const NOT_AT_END: &str = "（「『【〔〈《“‘([{";

/// A character with the combining ones after it: what a break never parts.
#[derive(Clone, Debug)]
struct Glyph {
    text: String,
    base: char,
    columns: usize,
    role: Role,
}

impl Glyph {
    /// Code is not broken at its spaces: a command must stay on one line where it can.
    fn is_space(&self) -> bool {
        self.base == ' ' && self.role != Role::Code
    }
}

/// Glyphs that stay together, and the spaces before them.
#[derive(Debug, Default)]
struct Word {
    spaces: Vec<Glyph>,
    glyphs: Vec<Glyph>,
}

/// Plain words as lines, for a picture.
#[cfg(feature = "pictures")]
pub(in crate::render) fn lines(text: &str, columns: usize) -> Vec<String> {
    let lines = wrap(&[Span::new(Role::Plain, text)], columns).into_iter();
    lines
        .map(|line| line.spans.into_iter().map(|span| span.text).collect())
        .collect()
}

/// Runs of words as lines of at most `columns`; only an address, which must stay whole to be followed, and a single
/// character wider than the line go beyond.
/// Spaces at a break are dropped; nothing else is lost. At least one line, maybe empty.
pub(super) fn wrap(spans: &[Span], columns: usize) -> Vec<Line> {
    let mut filler = Filler {
        columns: columns.max(1),
        ..Filler::default()
    };
    for word in words(glyphs(spans)) {
        filler.place(word);
    }
    filler.finish()
}

#[derive(Debug, Default)]
struct Filler {
    columns: usize,
    lines: Vec<Line>,
    current: Vec<Glyph>,
    used: usize,
}

impl Filler {
    fn place(&mut self, word: Word) {
        let spaces = total(&word.spaces);
        let needed = total(&word.glyphs);
        if self.used.saturating_add(spaces).saturating_add(needed) <= self.columns {
            word.spaces.into_iter().for_each(|glyph| self.push(glyph));
        } else if self.used > 0 {
            self.end_line();
        }
        for glyph in word.glyphs {
            if self.is_full_for(&glyph) {
                self.end_line();
            }
            self.push(glyph);
        }
    }

    /// Inside a word. Once an address has gone beyond the end of the line, what is joined to it follows.
    fn is_full_for(&self, glyph: &Glyph) -> bool {
        let overflows = self.used.saturating_add(glyph.columns) > self.columns;
        let may_end = self.used > 0 && self.used <= self.columns && glyph.role != Role::Link;
        overflows && may_end
    }

    fn push(&mut self, glyph: Glyph) {
        self.used = self.used.saturating_add(glyph.columns);
        self.current.push(glyph);
    }

    fn end_line(&mut self) {
        let glyphs = core::mem::take(&mut self.current);
        self.lines.push(Line::from(spans_of(glyphs)));
        self.used = 0;
    }

    fn finish(mut self) -> Vec<Line> {
        if self.lines.is_empty() || !self.current.is_empty() {
            self.end_line();
        }
        self.lines
    }
}

fn total(glyphs: &[Glyph]) -> usize {
    glyphs.iter().map(|glyph| glyph.columns).sum()
}

fn glyphs(spans: &[Span]) -> Vec<Glyph> {
    let mut glyphs: Vec<Glyph> = Vec::new();
    for span in spans {
        for character in span.text.chars() {
            let columns = width::of_char(character);
            match glyphs.last_mut() {
                Some(previous) if columns == 0 => previous.text.push(character),
                Some(_) | None => glyphs.push(Glyph {
                    text: character.to_string(),
                    base: character,
                    columns,
                    role: span.role,
                }),
            }
        }
    }
    glyphs
}

fn words(glyphs: Vec<Glyph>) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = Word::default();
    for glyph in glyphs {
        let breaks = match word.glyphs.last() {
            Some(previous) => glyph.is_space() || may_part(previous, &glyph),
            None => false,
        };
        if breaks {
            words.push(core::mem::take(&mut word));
        }
        if glyph.is_space() {
            word.spaces.push(glyph);
        } else {
            word.glyphs.push(glyph);
        }
    }
    if !word.glyphs.is_empty() {
        words.push(word);
    }
    words
}

fn may_part(before: &Glyph, after: &Glyph) -> bool {
    (before.columns == 2 || after.columns == 2)
        && !NOT_AT_END.contains(before.base)
        && !NOT_AT_START.contains(after.base)
}

fn spans_of(glyphs: Vec<Glyph>) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for glyph in glyphs {
        match spans.last_mut() {
            Some(span) if span.role == glyph.role => span.text.push_str(&glyph.text),
            Some(_) | None => spans.push(Span::new(glyph.role, glyph.text)),
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::super::Colour;
    use super::super::line::columns;
    use super::*;
    use crate::render::escape;
    use proptest::prelude::*;

    fn wrapped(text: &str, columns: usize) -> Vec<String> {
        wrap(&[Span::new(Role::Plain, text)], columns)
            .iter()
            .map(|line| line.write(Colour::Never))
            .collect()
    }

    #[test]
    fn lines() {
        for (text, columns, lines) in [
            ("", 10, &[""][..]),
            ("one two three", 7, &["one two", "three"]),
            ("one  two", 8, &["one  two"]),
            ("one  two", 7, &["one", "two"]),
            ("abcdefgh ij", 3, &["abc", "def", "gh", "ij"]),
            ("証明書がない。", 12, &["証明書がな", "い。"]),
            ("それは「証明書」だ", 8, &["それは", "「証明", "書」だ"]),
            ("鍵はRSA 2048です", 8, &["鍵はRSA", "2048です"]),
            ("(a)証明", 5, &["(a)証", "明"]),
        ] {
            assert_eq!(wrapped(text, columns), lines, "{text} at {columns}");
        }
    }

    #[test]
    fn code_stays_together() {
        let spans = [
            Span::new(Role::Plain, "run "),
            Span::new(Role::Code, "a b c"),
        ];
        let lines = wrap(&spans, 7);
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[1].write(Colour::Never), "a b c");
    }

    #[test]
    fn addresses_stay_whole() {
        let spans = [
            Span::new(Role::Plain, "see ("),
            Span::new(Role::Link, "https://a.example/b"),
            Span::new(Role::Plain, ")"),
        ];
        let lines = wrap(&spans, 8);
        let written: Vec<_> = lines.iter().map(|line| line.write(Colour::Never)).collect();
        assert_eq!(written, ["see", "(https://a.example/b)"]);
    }

    proptest! {
        #[test]
        fn never_too_wide_and_nothing_lost(text in escape::tests::hostile_text(), limit in 2_usize..40) {
            let text = escape::visible(&text);
            let lines = wrap(&[Span::new(Role::Plain, text.clone())], limit);
            for line in &lines {
                prop_assert!(columns(&line.spans) <= limit);
            }
            let kept: String = lines.iter().flat_map(|line| &line.spans).map(|span| &*span.text).collect();
            prop_assert_eq!(kept.replace(' ', ""), text.replace(' ', ""));
        }
    }
}
