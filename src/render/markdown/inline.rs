//! Runs of words as Markdown.

use crate::doc::{Inline, Inlines};
use crate::render::escape;

/// The words on one line.
pub(super) fn inlines(words: &Inlines) -> String {
    let mut line = String::new();
    let mut runs = words.as_slice().iter().peekable();
    while let Some(run) = runs.next() {
        let after = runs.peek().and_then(|next| inline(next).chars().next());
        let shown = match delimiter(run) {
            Some((sign, inner)) => {
                emphasised(sign, &inlines(inner), (line.chars().next_back(), after))
            }
            None => inline(run),
        };
        // Two code spans, or two emphases, side by side would be read as one with other delimiters.
        if ['`', '*']
            .iter()
            .any(|sign| line.ends_with(*sign) && shown.starts_with(*sign))
        {
            line.push(' ');
        }
        line.push_str(&shown);
    }
    line
}

const fn delimiter(run: &Inline) -> Option<(&'static str, &Inlines)> {
    match run {
        Inline::Strong(inner) => Some(("**", inner)),
        Inline::Emphasis(inner) => Some(("*", inner)),
        Inline::Text(_)
        | Inline::Field(_)
        | Inline::Code(_)
        | Inline::Link { .. }
        | Inline::Term { .. } => None,
    }
}

/// Emphasised words between two neighbours. Where the delimiters would not be read as such (`CommonMark` 0.31 §6.2: a
/// letter outside and a sign inside, as Japanese without spaces has it), the words stand without emphasis.
fn emphasised(sign: &str, inner: &str, (before, after): (Option<char>, Option<char>)) -> String {
    let is_letter = |character: char| character.is_alphanumeric();
    let reads = |outside: Option<char>, inside: Option<char>| {
        inside.is_some_and(|inside| {
            !inside.is_whitespace() && (is_letter(inside) || !outside.is_some_and(is_letter))
        })
    };
    if reads(before, inner.chars().next()) && reads(after, inner.chars().next_back()) {
        format!("{sign}{inner}{sign}")
    } else {
        inner.to_owned()
    }
}

/// The words at the beginning of a block.
pub(super) fn paragraph(words: &Inlines) -> String {
    escape::line_start(&inlines(words))
}

fn inline(run: &Inline) -> String {
    match run {
        Inline::Text(text) | Inline::Term { text, .. } => escape::markdown_words(text),
        Inline::Field(text) | Inline::Code(text) => escape::code_span(&escape::field(text)),
        Inline::Strong(inner) => emphasised("**", &inlines(inner), (None, None)),
        Inline::Emphasis(inner) => emphasised("*", &inlines(inner), (None, None)),
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
    fn delimiters_do_not_touch() {
        assert_eq!(inlines(&Inlines::new().field("a").code("b")), "`a` `b`");
        let two = Inlines::from(strong("a")).then(strong("b"));
        assert_eq!(inlines(&two), "**a** **b**");
    }

    #[test]
    fn emphasis_only_where_it_is_read_as_such() {
        for (before, inner, after, markdown) in [
            ("", "a", "", "**a**"),
            ("鍵は", "弱い", "です", "鍵は**弱い**です"),
            ("鍵は", "「弱い」", "です", "鍵は「弱い」です"),
            ("is ", "\"a\"", ".", "is **\"a\"**."),
            ("is ", "a.", "b", "is a.b"),
            ("is ", "a ", ".", "is a ."),
        ] {
            let words = Inlines::from(before).then(strong(inner)).text(after);
            assert_eq!(inlines(&words), markdown);
        }
    }
}
