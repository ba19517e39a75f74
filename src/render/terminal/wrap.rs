//! Words wrapped by the columns they take; Japanese between any two characters, with basic kinsoku.

use super::line::{Line, Role, Span};
use crate::render::width;
use std::borrow::Cow;

/// Closing signs, small kana and marks that must not begin a line (JIS X 4051, basic set).
const NOT_AT_START: &str = "、。，．・：；？！）」』】〕〉》”’ー々…‥ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ)]},.:;!?%";
/// Opening signs that must not end a line.
const NOT_AT_END: &str = "（「『【〔〈《“‘([{";

/// A character with the combining ones after it: what a break never parts.
#[derive(Clone, Debug)]
struct Glyph<'s> {
    text: Cow<'s, str>,
    base: char,
    columns: usize,
    role: Role,
}

impl Glyph<'_> {
    /// Code is not broken at its spaces: a command must stay on one line where it can.
    fn is_space(&self) -> bool {
        self.base == ' ' && self.role != Role::Code
    }
}

/// Glyphs that stay together, and the spaces before them.
#[derive(Debug)]
struct Word<'g, 's> {
    spaces: &'g [Glyph<'s>],
    glyphs: &'g [Glyph<'s>],
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
    for word in words(&glyphs(spans)) {
        filler.place(&word);
    }
    filler.finish()
}

#[derive(Debug, Default)]
struct Filler {
    columns: usize,
    lines: Vec<Line>,
    current: Vec<Span>,
    used: usize,
}

impl Filler {
    fn place(&mut self, word: &Word<'_, '_>) {
        let needed = total(word.spaces).saturating_add(total(word.glyphs));
        if self.used.saturating_add(needed) <= self.columns {
            word.spaces.iter().for_each(|glyph| self.push(glyph));
        } else if self.used > 0 {
            self.end_line();
        }
        for glyph in word.glyphs {
            if self.is_full_for(glyph) {
                self.end_line();
            }
            self.push(glyph);
        }
    }

    /// Inside a word. Once an address has gone beyond the end of the line, what is joined to it follows.
    fn is_full_for(&self, glyph: &Glyph<'_>) -> bool {
        let overflows = self.used.saturating_add(glyph.columns) > self.columns;
        let may_end = self.used > 0 && self.used <= self.columns && glyph.role != Role::Link;
        overflows && may_end
    }

    fn push(&mut self, glyph: &Glyph<'_>) {
        self.used = self.used.saturating_add(glyph.columns);
        match self.current.last_mut() {
            Some(span) if span.role == glyph.role => span.text.push_str(&glyph.text),
            Some(_) | None => self.current.push(Span::new(glyph.role, &*glyph.text)),
        }
    }

    fn end_line(&mut self) {
        let spans = core::mem::take(&mut self.current);
        self.lines.push(Line::from(spans));
        self.used = 0;
    }

    fn finish(mut self) -> Vec<Line> {
        if self.lines.is_empty() || !self.current.is_empty() {
            self.end_line();
        }
        self.lines
    }
}

fn total(glyphs: &[Glyph<'_>]) -> usize {
    glyphs.iter().map(|glyph| glyph.columns).sum()
}

fn glyphs(spans: &[Span]) -> Vec<Glyph<'_>> {
    let octets = spans.iter().map(|span| span.text.len()).sum();
    let mut glyphs: Vec<Glyph<'_>> = Vec::with_capacity(octets);
    for span in spans {
        let mut rest = span.text.as_str();
        while let Some(character) = rest.chars().next() {
            let (text, behind) = rest.split_at(character.len_utf8());
            rest = behind;
            let columns = width::of_char(character);
            match glyphs.last_mut() {
                Some(previous) if columns == 0 => previous.text.to_mut().push(character),
                Some(_) | None => glyphs.push(Glyph {
                    text: Cow::Borrowed(text),
                    base: character,
                    columns,
                    role: span.role,
                }),
            }
        }
    }
    glyphs
}

fn words<'g, 's>(glyphs: &'g [Glyph<'s>]) -> Vec<Word<'g, 's>> {
    let mut words = Vec::new();
    let mut rest = glyphs;
    while !rest.is_empty() {
        let spaces = rest.iter().take_while(|glyph| glyph.is_space()).count();
        let (spaces, behind) = rest.split_at(spaces);
        let parts = |pair: &[Glyph<'_>]| match pair {
            [before, after] => after.is_space() || may_part(before, after),
            _ => false,
        };
        let end = behind.windows(2).position(parts);
        let length = end.map_or(behind.len(), |end| end.saturating_add(1));
        let (glyphs, behind) = behind.split_at(length);
        if !glyphs.is_empty() {
            words.push(Word { spaces, glyphs });
        }
        rest = behind;
    }
    words
}

fn may_part(before: &Glyph<'_>, after: &Glyph<'_>) -> bool {
    (before.columns == 2 || after.columns == 2)
        && !NOT_AT_END.contains(before.base)
        && !NOT_AT_START.contains(after.base)
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
