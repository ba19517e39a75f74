//! A certification path as a picture: inline SVG, drawn for a width of 320 and scaled by the style sheet.
//!
//! Attributes say where things are, classes what they look like. Whatever colour says, a shape and a word say too. The
//! picture has no `id`, so that a page may hold any number of them.

mod layout;
mod shape;

use super::plain;
use crate::doc::{NodeState, Path, PathNode, Place};
use crate::render::escape::html;
use layout::{Box, LEFT, Link, RIGHT, TEXT, layout};

/// The picture with its text alternative: what it shows, and each certificate with its place.
pub(super) fn picture(path: &Path) -> String {
    let (rows, height) = layout(path);
    let drawn: Vec<String> = rows
        .iter()
        .map(|(certificate, link)| {
            let link = link.as_ref().map(draw_link).unwrap_or_default();
            draw_box(certificate) + &link
        })
        .collect();
    format!(
        "<svg class=\"cw-picture\" role=\"img\" viewBox=\"0 0 320 {height}\" focusable=\"false\">\n\
         <title>{}</title>\n<desc>{}</desc>\n{}</svg>\n",
        html(&plain(&path.caption)),
        html(&description(path)),
        drawn.concat()
    )
}

/// Each certificate with its place and what is wrong, in the order of the picture.
fn description(path: &Path) -> String {
    let each = path.nodes.iter().map(|node| {
        let words = [
            Some(&node.place_words),
            node.problem.as_ref(),
            node.link_below.as_ref(),
        ];
        let words: Vec<String> = words.into_iter().flatten().map(plain).collect();
        format!("{}: {}", plain(&node.label), words.join(" / "))
    });
    each.collect::<Vec<_>>().join("; ")
}

fn draw_box(drawn: &Box<'_>) -> String {
    let node = drawn.node;
    let class = match node.state {
        NodeState::Ok => "cw-ok",
        NodeState::Problem => "cw-problem",
        NodeState::Missing => "cw-missing",
        NodeState::LeftOut => "cw-left-out",
    };
    let frame = frame(node, drawn);
    let icon = shape::place(node.place, drawn.middle());
    let sign = match node.state {
        NodeState::Problem => shape::triangle(RIGHT - 23, drawn.top + 22),
        NodeState::Ok | NodeState::Missing | NodeState::LeftOut => String::new(),
    };
    format!(
        "<g class=\"{class}\">\n{frame}{icon}{sign}{}{}{}</g>\n",
        text("cw-label", &drawn.label),
        text("cw-place", &drawn.place),
        text("cw-wrong", &drawn.problem),
    )
}

/// One outline for what was sent, a double one for what is trusted already, a dashed one for what is not there; none for
/// what is left out.
fn frame(node: &PathNode, drawn: &Box<'_>) -> String {
    let outline = |class: &str, inset: u32| {
        format!(
            "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"/>\n",
            LEFT + inset,
            drawn.top + inset,
            RIGHT - LEFT - 2 * inset,
            drawn.height.saturating_sub(2 * inset),
            8 - inset,
        )
    };
    let outer = outline("cw-box", 0);
    match node.place {
        Place::SentByServer | Place::KnownRoot | Place::Missing => outer,
        Place::InBundle | Place::Both => outer + &outline("cw-inner", 4),
        Place::Several => String::new(),
    }
}

/// Lines of text, each at its place.
fn text(class: &str, lines: &layout::Lines) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let spans = lines
        .iter()
        .map(|(y, line)| format!("<tspan x=\"{TEXT}\" y=\"{y}\">{}</tspan>", html(line)));
    format!(
        "<text class=\"{class}\">{}</text>\n",
        spans.collect::<String>()
    )
}

fn draw_link(link: &Link) -> String {
    let class = match link.to {
        NodeState::Ok | NodeState::Problem | NodeState::LeftOut => "cw-line",
        NodeState::Missing => "cw-gap",
    };
    let drawn = format!(
        "<path class=\"{class}\" d=\"M{x} {}V{}\"/>\n",
        link.top,
        link.bottom,
        x = layout::AXIS
    );
    let (cross, words) = match link.from {
        NodeState::Problem if !link.words.is_empty() => {
            (shape::cross(layout::AXIS, link.middle()), "cw-wrong")
        }
        NodeState::Ok | NodeState::Problem | NodeState::Missing | NodeState::LeftOut => {
            (String::new(), "cw-place")
        }
    };
    drawn + &cross + &text(words, &link.words)
}

#[cfg(test)]
mod tests;
