//! The forms of an answer.

use super::arguments::{Format, Output};
use super::environment::Environment;
use crate::doc::{Block, Doc, Inlines};
use crate::lang::Lang;
use crate::render::{DetailBlocks, TerminalStyle, html_document, markdown, terminal};
use crate::text;

/// Wide enough for every sentence: those on standard error are not wrapped, so that they can be searched for.
const UNWRAPPED: usize = 10_000;

/// How an answer is to be written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    format: Format,
    style: TerminalStyle,
    /// In which language.
    pub(super) lang: Lang,
}

impl Form {
    /// What was asked for, or else what the surroundings suggest.
    pub(super) fn new(output: Output, environment: &Environment) -> Self {
        Self {
            format: output.format,
            style: TerminalStyle {
                details: if output.details {
                    DetailBlocks::Shown
                } else {
                    DetailBlocks::Summarised
                },
                ..environment.style
            },
            lang: output.language.lang.unwrap_or(environment.lang),
        }
    }

    /// Writes a document, or its data as JSON.
    pub(super) fn write(
        &self,
        doc: impl FnOnce(Lang) -> Doc,
        json: impl FnOnce() -> String,
    ) -> String {
        match self.format {
            Format::Text => terminal(&self.with_hint(doc(self.lang)), &self.style),
            Format::Json => json(),
            Format::Html => html_document(&doc(self.lang)),
            Format::Markdown => markdown(&doc(self.lang)),
        }
    }

    /// The document with a word on how to see what is folded in it.
    fn with_hint(&self, mut doc: Doc) -> Doc {
        let is_folded = self.style.details == DetailBlocks::Summarised
            && doc
                .blocks
                .iter()
                .any(|block| matches!(block, Block::Details { .. }));
        if is_folded {
            doc.blocks.push(Block::paragraph(text::folded(self.lang)));
        }
        doc
    }
}

/// A sentence for standard error: one line, and harmless whatever was in the input.
pub(super) fn sentence(lang: Lang, words: Inlines) -> String {
    let doc = Doc {
        lang,
        title: Inlines::new(),
        blocks: vec![Block::paragraph(Inlines::from("certwhy: ").then(words))],
    };
    let style = TerminalStyle {
        width: UNWRAPPED,
        ..TerminalStyle::default()
    };
    terminal(&doc, &style)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::code;

    #[test]
    fn sentences_are_one_harmless_line() {
        let words = Inlines::from("Cannot read ").then(code("a\u{1b}[31m\nb".repeat(90)));
        let line = sentence(Lang::En, words);
        assert!(line.starts_with("certwhy: Cannot read "), "{line}");
        assert!(!line.contains('\u{1b}'), "{line:?}");
        assert_eq!(line.lines().count(), 1, "{line}");
    }
}
