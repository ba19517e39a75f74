//! Markdown as an independent reader of `CommonMark` reads it.

#![allow(
    clippy::wildcard_enum_match_arm,
    reason = "what is read is of another crate, and most of it is of no interest"
)]

use super::assert_nothing_acts;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

/// No HTML, no images, no links but our own kind.
pub(super) fn check(markdown: &str) {
    assert_nothing_acts(markdown);
    for event in parser(markdown) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => panic!("HTML: {html:?}"),
            Event::Start(Tag::HtmlBlock | Tag::Image { .. }) => panic!("{event:?}"),
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => {
                assert_eq!(link_type, LinkType::Inline, "{dest_url}");
                assert!(dest_url.starts_with("https://"), "{dest_url}");
            }
            _ => {}
        }
    }
}

/// What kinds of things stand one in another, without their text.
pub(super) fn structure(markdown: &str) -> Vec<String> {
    let kind = |event: Event<'_>| match event {
        Event::Start(tag) => Some(format!("{:?}", tag.to_end())),
        Event::End(end) => Some(format!("/{end:?}")),
        Event::Code(_) => Some("code".to_owned()),
        Event::Text(_) | Event::SoftBreak => None,
        other => Some(format!("{other:?}")),
    };
    parser(markdown).filter_map(kind).collect()
}

fn parser(markdown: &str) -> Parser<'_> {
    Parser::new_ext(
        markdown,
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH,
    )
}
