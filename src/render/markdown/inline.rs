//! Runs of words as Markdown.

use crate::doc::{Inline, Inlines};
use crate::render::escape;

/// The words on one line.
pub(super) fn inlines(words: &Inlines) -> String {
    words
        .as_slice()
        .iter()
        .fold(String::new(), |mut line, run| {
            let next = inline(run);
            // Two code spans side by side would be read as one with other delimiters.
            if line.ends_with('`') && next.starts_with('`') {
                line.push(' ');
            }
            line.push_str(&next);
            line
        })
}

/// The words at the beginning of a block.
pub(super) fn paragraph(words: &Inlines) -> String {
    escape::line_start(&inlines(words))
}

fn inline(run: &Inline) -> String {
    match run {
        Inline::Text(text) | Inline::Term { text, .. } => escape::markdown_words(text),
        Inline::Field(text) | Inline::Code(text) => escape::code_span(&escape::field(text)),
        Inline::Strong(inner) => format!("**{}**", inlines(inner)),
        Inline::Emphasis(inner) => format!("*{}*", inlines(inner)),
        Inline::Link { text, url } => match escape::safe_url(url) {
            Some(url) => format!("[{}]({url})", inlines(text)),
            None => inlines(text),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::{code, emphasis, field, link, strong, term};

    #[test]
    fn runs() {
        for (run, markdown) in [
            (field("a*b"), "`a*b`"),
            (code("A_B"), "`A_B`"),
            (strong("a"), "**a**"),
            (emphasis("a"), "*a*"),
            (term("root", "the top"), "root"),
            (
                link("RFC", "https://example.com/x"),
                "[RFC](https://example.com/x)",
            ),
            (link("RFC", "https://example.com/)"), "RFC"),
        ] {
            assert_eq!(inline(&run), markdown);
        }
    }

    #[test]
    fn code_spans_do_not_touch() {
        assert_eq!(inlines(&Inlines::new().field("a").code("b")), "`a` `b`");
    }
}
