//! A certification path: the picture, and under it the same certificates as an ordered list.

use super::inline::inlines;
#[cfg(feature = "pictures")]
use super::picture::picture;
use crate::doc::{NodeState, Path, PathNode, Place};
use crate::render::symbol::Charset;

/// The drawing with its caption.
pub(super) fn path(path: &Path) -> String {
    let nodes: Vec<String> = path.nodes.iter().map(node).collect();
    let caption = if path.caption.is_empty() {
        String::new()
    } else {
        format!("<figcaption>{}</figcaption>\n", inlines(&path.caption))
    };
    let end = match &path.end {
        Some(words) => format!("<p class=\"cw-end\">{}</p>\n", inlines(words)),
        None => String::new(),
    };
    format!(
        "<figure class=\"cw-path\">\n{caption}{}{end}<details class=\"cw-details cw-twin\">\n\
         <summary>{}</summary>\n<ol>\n{}</ol>\n</details>\n</figure>\n",
        picture(path),
        inlines(&path.in_words),
        nodes.concat()
    )
}

#[cfg(not(feature = "pictures"))]
fn picture(_path: &Path) -> &'static str {
    ""
}

fn node(node: &PathNode) -> String {
    let state = match node.state {
        NodeState::Ok => "cw-ok",
        NodeState::Problem => "cw-problem",
        NodeState::Missing => "cw-missing",
        NodeState::LeftOut => "cw-left-out",
    };
    let place = match node.place {
        Place::SentByServer => "cw-sent",
        Place::InBundle => "cw-in-bundle",
        Place::Both => "cw-sent cw-in-bundle",
        Place::KnownRoot => "cw-known-root",
        Place::Missing => "cw-nowhere",
        Place::Several => "cw-several",
    };
    let sign = Charset::Unicode.node(node.state);
    let (label, words) = (inlines(&node.label), inlines(&node.place_words));
    let detail: Vec<String> = node
        .detail
        .iter()
        .map(|line| format!("<p class=\"cw-detail\">{}</p>\n", inlines(line)))
        .collect();
    let link = match &node.link_below {
        Some(words) => format!("<p class=\"cw-link\">{}</p>\n", inlines(words)),
        None => String::new(),
    };
    format!(
        "<li class=\"{state} {place}\">\n<p><span class=\"cw-mark\" aria-hidden=\"true\">{sign}</span> \
         <strong class=\"cw-label\">{label}</strong> <span class=\"cw-place\">{words}</span></p>\n{}{link}</li>\n",
        detail.concat()
    )
}
