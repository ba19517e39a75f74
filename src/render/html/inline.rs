//! Runs of words as HTML.

use crate::doc::{Inline, Inlines};
use crate::render::escape::{self, html};

/// The words in order.
pub(super) fn inlines(words: &Inlines) -> String {
    words.as_slice().iter().map(inline).collect()
}

/// Fields are isolated (`bdi`): right-to-left names must not reorder the sentence around them.
fn inline(run: &Inline) -> String {
    match run {
        Inline::Text(text) => html(text),
        Inline::Field(text) => {
            let text = html(&escape::field(text));
            format!("<bdi class=\"cw-field\">{text}</bdi>")
        }
        Inline::Code(text) => format!(
            "<code translate=\"no\">{}</code>",
            html(&escape::field(text))
        ),
        Inline::Strong(inner) => format!("<strong>{}</strong>", inlines(inner)),
        Inline::Emphasis(inner) => format!("<em>{}</em>", inlines(inner)),
        Inline::Link { text, url } => match escape::safe_url(url) {
            Some(url) => format!(
                "<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>",
                html(url),
                inlines(text)
            ),
            None => inlines(text),
        },
        Inline::Term { text, explanation } => match explanation {
            Some(why) => format!(
                "<span class=\"cw-term\" title=\"{}\">{}</span>",
                html(why),
                html(text)
            ),
            None => html(text),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::{code, emphasis, field, link, strong, term};

    #[test]
    fn runs() {
        for (run, markup) in [
            (field("<b>"), "<bdi class=\"cw-field\">&lt;b&gt;</bdi>"),
            (code("a'"), "<code translate=\"no\">a&#39;</code>"),
            (strong("a"), "<strong>a</strong>"),
            (emphasis("a&"), "<em>a&amp;</em>"),
            (
                term("root", "\"top\""),
                "<span class=\"cw-term\" title=\"&quot;top&quot;\">root</span>",
            ),
            (
                link("RFC", "https://example.com/?a&b"),
                "<a href=\"https://example.com/?a&amp;b\" rel=\"noopener noreferrer\">RFC</a>",
            ),
            (link("RFC", "javascript:x"), "RFC"),
        ] {
            assert_eq!(inline(&run), markup);
        }
    }
}
