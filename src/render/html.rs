//! A document as HTML: semantic elements and classes, no script, no inline style.

mod block;
mod inline;
mod path;
#[cfg(feature = "pictures")]
mod picture;

use super::escape;
use crate::doc::{Block, Doc, Inline, Inlines};
use crate::lang::Lang;
use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

/// The style sheet for what [`html_fragment`] writes; every class in it begins with `cw-`.
pub const STYLE: &str = include_str!("html/style.css");

/// The document as an `article` element, for a page that has a heading of its own and includes [`STYLE`].
pub fn html_fragment(doc: &Doc) -> String {
    article(doc, HeadingRank(2))
}

/// A part of a document, for a page that puts elements of its own between two parts.
pub fn html_part(lang: Lang, blocks: &[Block]) -> String {
    let blocks = block::blocks(blocks, HeadingRank(2));
    format!("<div class=\"cw-doc\" lang=\"{lang}\">\n{blocks}</div>\n")
}

/// A part in which what is long and folded away is cut into pieces of so many blocks, so that a browser need not take all
/// of it at once: the part, in which an empty element of the class `cw-piece` stands for each piece but the first, and those
/// pieces in order.
pub fn html_in_pieces(lang: Lang, all: &[Block], most: usize) -> (String, Vec<String>) {
    let rank = HeadingRank(2);
    let mut pieces = Vec::new();
    let mut shown = String::new();
    for one in all {
        if let Block::Details {
            summary,
            blocks: inside,
        } = one
        {
            let mut cut = inside
                .chunks(most.max(1))
                .map(|piece| block::blocks(piece, rank));
            let mut content = cut.next().unwrap_or_default();
            for piece in cut {
                content.push_str("<div class=\"cw-piece\"></div>\n");
                pieces.push(piece);
            }
            shown.push_str(&block::details(summary, &content));
        } else {
            shown.push_str(&block::blocks(core::slice::from_ref(one), rank));
        }
    }
    let shown = format!("<div class=\"cw-doc\" lang=\"{lang}\">\n{shown}</div>\n");
    (shown, pieces)
}

/// A sentence as HTML.
pub fn html_words(words: &Inlines) -> String {
    inline::inlines(words)
}

/// Any text as HTML, fit for an element and for a quoted attribute.
pub fn html_text(text: &str) -> String {
    escape::html(text)
}

/// The document as a page that needs nothing else and can load nothing: its Content-Security-Policy
/// allows only the style sheet it carries, by hash.
pub fn html_document(doc: &Doc) -> String {
    let lang = doc.lang;
    let title = escape::html(&plain(&doc.title));
    // HTML parsers read CR LF as LF before they hash, and a checkout may have turned one into the other.
    let style = STYLE.replace('\r', "");
    let hash = BASE64_STANDARD.encode(Sha256::digest(style.as_bytes()));
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'"
    );
    let article = article(doc, HeadingRank(1));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{title}</title>\n<style>{style}</style>\n</head>\n\
         <body class=\"cw-page\">\n<main>\n{article}</main>\n</body>\n</html>\n"
    )
}

/// The rank of the document's heading, 1 to 6 as in `h1` to `h6`.
#[derive(Clone, Copy, Debug)]
struct HeadingRank(u8);

impl HeadingRank {
    fn below(self, levels: u8) -> Self {
        Self(self.0.saturating_add(levels).min(6))
    }
}

fn article(doc: &Doc, rank: HeadingRank) -> String {
    let HeadingRank(number) = rank;
    let lang = doc.lang;
    let title = inline::inlines(&doc.title);
    let blocks = block::blocks(&doc.blocks, rank);
    format!(
        "<article class=\"cw-doc\" lang=\"{lang}\">\n<h{number}>{title}</h{number}>\n{blocks}</article>\n"
    )
}

/// The words without structure, for places that take no elements.
fn plain(words: &Inlines) -> String {
    let runs = words.as_slice().iter().map(|run| match run {
        Inline::Text(text) | Inline::Term { text, .. } => text.clone().into_owned(),
        Inline::Field(text) | Inline::Code(text) => escape::field(text),
        Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => {
            plain(inner)
        }
    });
    runs.collect()
}

#[cfg(test)]
mod tests;
