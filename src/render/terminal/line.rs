//! Lines of styled words, and how they are written out.

use crate::render::width;

/// What a run of words is for; how that looks is decided in [`Role::sgr`] alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    #[default]
    Plain,
    Heading,
    Strong,
    Emphasis,
    Code,
    Link,
    Dim,
    Ok,
    Error,
    Warning,
    Note,
}

impl Role {
    /// The parameters of the terminal's "select graphic rendition" (ECMA-48 §8.3.117); `None` for plain words.
    const fn sgr(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Heading | Self::Strong => Some("1"),
            Self::Emphasis => Some("3"),
            Self::Code => Some("36"),
            Self::Link => Some("4"),
            Self::Dim => Some("2"),
            Self::Ok => Some("1;32"),
            Self::Error => Some("1;31"),
            Self::Warning => Some("1;33"),
            Self::Note => Some("1;34"),
        }
    }
}

/// A run of words of one role, without line breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) text: String,
    pub(super) role: Role,
}

impl Span {
    pub(super) fn new(role: Role, text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            role,
        }
    }

    pub(super) fn spaces(count: usize) -> Self {
        Self::new(Role::Plain, " ".repeat(count))
    }
}

/// The columns of several runs side by side.
pub(super) fn columns(spans: &[Span]) -> usize {
    spans.iter().map(|span| width::of_str(&span.text)).sum()
}

/// Whether a line moves with the text around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Margin {
    /// It is indented with its block.
    #[default]
    Indented,
    /// It starts at the first column, since a leading space would change its meaning when copied.
    Flush,
}

/// One line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) spans: Vec<Span>,
    pub(super) margin: Margin,
}

impl From<Vec<Span>> for Line {
    fn from(spans: Vec<Span>) -> Self {
        Self {
            spans,
            margin: Margin::Indented,
        }
    }
}

impl Line {
    pub(super) fn flush(text: String) -> Self {
        Self {
            spans: vec![Span::new(Role::Code, text)],
            margin: Margin::Flush,
        }
    }

    /// The line in a terminal's terms, without trailing spaces and without the line break.
    pub(super) fn write(&self, colour: super::Colour) -> String {
        let last = self
            .spans
            .iter()
            .rposition(|span| !span.text.trim_end().is_empty());
        let shown = last.map_or(0, |last| last.saturating_add(1));
        let mut line = String::new();
        for (index, span) in self.spans.iter().take(shown).enumerate() {
            let text = if Some(index) == last {
                span.text.trim_end()
            } else {
                &span.text
            };
            match (colour, span.role.sgr()) {
                (super::Colour::Always, Some(sgr)) => {
                    line.extend(["\u{1b}[", sgr, "m", text, "\u{1b}[0m"]);
                }
                (super::Colour::Always, None) | (super::Colour::Never, _) => line.push_str(text),
            }
        }
        line
    }
}

/// Lines behind a mark, the further ones aligned with the first.
pub(super) fn hang(mark: &Span, lines: Vec<Line>) -> Vec<Line> {
    let rest = Span::spaces(width::of_str(&mark.text));
    prefix(mark, &rest, lines)
}

/// Lines moved right.
pub(super) fn indent(count: usize, lines: Vec<Line>) -> Vec<Line> {
    hang(&Span::spaces(count), lines)
}

/// Lines with something before the first and something before the others.
pub(super) fn prefix(first: &Span, rest: &Span, lines: Vec<Line>) -> Vec<Line> {
    let marks = core::iter::once(first).chain(core::iter::repeat(rest));
    lines
        .into_iter()
        .zip(marks)
        .map(|(mut line, mark)| {
            match line.margin {
                Margin::Indented => line.spans.insert(0, mark.clone()),
                Margin::Flush => {}
            }
            line
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::Colour;
    use super::*;

    #[test]
    fn trailing_spaces_go_and_colours_close() {
        let line = Line::from(vec![
            Span::new(Role::Error, "✗ "),
            Span::new(Role::Plain, "a "),
            Span::new(Role::Dim, "  "),
        ]);
        assert_eq!(line.write(Colour::Never), "✗ a");
        assert_eq!(line.write(Colour::Always), "\u{1b}[1;31m✗ \u{1b}[0ma");
        assert_eq!(Line::default().write(Colour::Always), "");
    }

    #[test]
    fn flush_lines_stay() {
        let lines = vec![
            Line::from(vec![Span::new(Role::Plain, "a")]),
            Line::flush("b".into()),
        ];
        let written: Vec<_> = hang(&Span::new(Role::Plain, "- "), indent(2, lines))
            .iter()
            .map(|line| line.write(Colour::Never))
            .collect();
        assert_eq!(written, ["-   a", "b"]);
    }
}
