//! Runs of words as spans of a role.

use super::line::{Role, Span};
use crate::doc::{Inline, Inlines};
use crate::render::escape;
use crate::render::symbol::Charset;

/// The words in order; plain ones take the role given.
pub(super) fn spans(words: &Inlines, role: Role, charset: Charset) -> Vec<Span> {
    words
        .as_slice()
        .iter()
        .flat_map(|run| run_spans(run, role, charset))
        .collect()
}

fn run_spans(run: &Inline, role: Role, charset: Charset) -> Vec<Span> {
    let one = |role, text: String| vec![Span::new(role, charset.words(&text))];
    match run {
        Inline::Text(text) | Inline::Term { text, .. } => one(role, escape::visible(text)),
        Inline::Field(text) => one(role, escape::field(text)),
        Inline::Code(text) => one(Role::Code, escape::field(text)),
        Inline::Strong(inner) => spans(inner, instead_of_plain(role, Role::Strong), charset),
        Inline::Emphasis(inner) => spans(inner, instead_of_plain(role, Role::Emphasis), charset),
        Inline::Link { text, url } => {
            let mut shown = spans(text, role, charset);
            if let Some(url) = escape::safe_url(url) {
                shown.push(Span::new(role, " ("));
                shown.push(Span::new(Role::Link, url));
                shown.push(Span::new(role, ")"));
            }
            shown
        }
    }
}

fn instead_of_plain(role: Role, other: Role) -> Role {
    if role == Role::Plain { other } else { role }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::{code, link, strong};

    #[test]
    fn roles_nest() {
        let words = Inlines::from("a").then(strong(Inlines::from("b").then(code("c"))));
        let roles = |role| -> Vec<Role> {
            spans(&words, role, Charset::Unicode)
                .iter()
                .map(|span| span.role)
                .collect()
        };
        assert_eq!(roles(Role::Plain), [Role::Plain, Role::Strong, Role::Code]);
        assert_eq!(roles(Role::Error), [Role::Error, Role::Error, Role::Code]);
    }

    #[test]
    fn links_show_their_address_or_are_words() {
        let shown = |url: &'static str| -> String {
            let words = Inlines::from(link("RFC 5280", url));
            spans(&words, Role::Plain, Charset::Unicode)
                .iter()
                .map(|span| &*span.text)
                .collect()
        };
        assert_eq!(
            shown("https://example.com/a"),
            "RFC 5280 (https://example.com/a)"
        );
        assert_eq!(shown("javascript:x"), "RFC 5280");
    }
}
