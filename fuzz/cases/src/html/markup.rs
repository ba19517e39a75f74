//! HTML as an independent tokenizer reads it.

use super::assert_nothing_acts;
use html5gum::{StartTag, Token, Tokenizer};

/// Elements that documents are made of.
const ELEMENTS: &[&str] = &[
    "a",
    "article",
    "bdi",
    "br",
    "code",
    "dd",
    "desc",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "g",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "line",
    "ol",
    "p",
    "path",
    "pre",
    "rect",
    "circle",
    "section",
    "span",
    "strong",
    "summary",
    "svg",
    "table",
    "tbody",
    "td",
    "text",
    "th",
    "thead",
    "title",
    "tr",
    "tspan",
    "ul",
];
/// Elements around a document that is a page of its own.
const FRAME: &[&str] = &["html", "head", "meta", "style", "body", "main"];
/// Attributes, none of which does anything but `href`.
const ATTRIBUTES: &[&str] = &[
    "aria-hidden",
    "class",
    "cx",
    "cy",
    "d",
    "data-language",
    "dir",
    "focusable",
    "height",
    "href",
    "lang",
    "r",
    "rel",
    "role",
    "rx",
    "scope",
    "tabindex",
    "title",
    "transform",
    "translate",
    "viewbox",
    "width",
    "x",
    "y",
];
/// Attributes of the frame.
const OF_FRAME: &[&str] = &["charset", "content", "http-equiv", "name"];

/// A part of a page.
pub(super) fn check(html: &str) {
    for token in tokens(html) {
        match token {
            Token::StartTag(tag) => check_tag(&tag, ELEMENTS, ATTRIBUTES),
            Token::String(text) => assert_nothing_acts(&string(&text)),
            Token::EndTag(_) => {}
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {
                panic!("{token:?} in a document")
            }
        }
    }
}

/// A whole page: each element of the frame once, and one declaration of its type.
pub(super) fn check_page(html: &str) {
    let mut doctypes = 0;
    let mut frames = Vec::new();
    for token in tokens(html) {
        match token {
            Token::StartTag(tag) => {
                let name = string(&tag.name);
                if FRAME.contains(&name.as_str()) {
                    check_tag(&tag, FRAME, &[ATTRIBUTES, OF_FRAME].concat());
                    frames.push(name);
                } else {
                    check_tag(&tag, ELEMENTS, ATTRIBUTES);
                }
            }
            Token::String(text) => assert_nothing_acts(&string(&text)),
            Token::EndTag(_) => {}
            Token::Doctype(_) => doctypes += 1,
            Token::Comment(_) | Token::Error(_) => panic!("{token:?} in a page"),
        }
    }
    assert_eq!(doctypes, 1);
    frames.retain(|name| name != "meta");
    assert_eq!(frames, ["html", "head", "style", "body", "main"]);
}

/// Elements with their attributes' names, and no text.
pub(super) fn structure(html: &str) -> Vec<String> {
    let of_tag = |tag: StartTag<()>| {
        let names: Vec<String> = tag.attributes.keys().map(|name| string(name)).collect();
        format!("{} {}", string(&tag.name), names.join(" "))
    };
    tokens(html)
        .filter_map(|token| match token {
            Token::StartTag(tag) => Some(of_tag(tag)),
            Token::EndTag(tag) => Some(format!("/{}", string(&tag.name))),
            Token::String(_) | Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => None,
        })
        .collect()
}

/// The text of all elements, in order, one for each run between tags.
pub(super) fn texts(html: &str) -> Vec<String> {
    let mut texts = vec![String::new()];
    for token in tokens(html) {
        match token {
            Token::String(text) => {
                if let Some(last) = texts.last_mut() {
                    last.push_str(&string(&text));
                }
            }
            Token::StartTag(_) | Token::EndTag(_) => texts.push(String::new()),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    texts
}

fn tokens(html: &str) -> impl Iterator<Item = Token<()>> {
    Tokenizer::new(html).map(|token| match token {
        Ok(token) => token,
    })
}

fn string(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("what was rendered is UTF-8")
}

fn check_tag(tag: &StartTag<()>, elements: &[&str], attributes: &[&str]) {
    let name = string(&tag.name);
    assert!(elements.contains(&name.as_str()), "<{name}>");
    for (attribute, value) in &tag.attributes {
        let (attribute, value) = (string(attribute), string(value));
        assert!(
            attributes.contains(&attribute.as_str()),
            "<{name} {attribute}>"
        );
        assert_nothing_acts(&value);
        match attribute.as_str() {
            "href" => assert!(value.starts_with("https://"), "a link to {value}"),
            "class" => {
                let is_ours = |class: &str| class.starts_with("cw-");
                assert!(value.split(' ').all(is_ours), "class {value}");
            }
            _ => {}
        }
    }
}
