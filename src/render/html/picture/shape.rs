//! The shapes: where a certificate is, and that something is wrong. They are drawn about a point.

use super::layout::AXIS;
use crate::doc::Place;

/// A shape for a place, on the axis at a height.
pub(super) fn place(place: Place, y: u32) -> String {
    match place {
        Place::SentByServer => server(y),
        Place::InBundle => key(y),
        Place::Both => server(y.saturating_sub(13)) + &key(y + 13),
        Place::KnownRoot => shield(y),
        Place::Missing => vacancy(y),
        Place::Several => dots(y),
    }
}

/// Two units of a server, each with its lamp.
fn server(y: u32) -> String {
    icon(
        y,
        "M-9 -9h18v7.5h-18zM-9 1.5h18v7.5h-18zM-5.5 -5.25h.01M-5.5 5.25h.01M-1 -5.25h6M-1 5.25h6",
    )
}

/// A key: what the reader holds already.
fn key(y: u32) -> String {
    icon(
        y,
        "M-9 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0M0 0h9.5v4M5.5 0v3",
    )
}

/// A shield: vouched for by the public list.
fn shield(y: u32) -> String {
    icon(
        y,
        "M0 -9.5l8 3v5.5c0 5 -3.5 8.5 -8 10.5c-4.5 -2 -8 -5.5 -8 -10.5v-5.5z",
    )
}

/// An empty place with an exclamation mark.
fn vacancy(y: u32) -> String {
    format!(
        "<circle class=\"cw-vacancy\" cx=\"{AXIS}\" cy=\"{y}\" r=\"11\"/>\n{}",
        icon(y, "M0 -5.5v6.5M0 5v.01")
    )
}

/// Dots on the line: others are in between.
fn dots(y: u32) -> String {
    icon(y, "M0 -8v.01M0 0v.01M0 8v.01")
}

/// A triangle with an exclamation mark.
pub(super) fn triangle(x: u32, y: u32) -> String {
    sign(x, y, "M0 -9l10 17.5h-20zM0 -3v5.5M0 5.5v.01")
}

/// A cross on a line.
pub(super) fn cross(x: u32, y: u32) -> String {
    sign(x, y, "M-6 -6l12 12M6 -6l-12 12")
}

fn icon(y: u32, outline: &str) -> String {
    format!("<path class=\"cw-icon\" transform=\"translate({AXIS} {y})\" d=\"{outline}\"/>\n")
}

fn sign(x: u32, y: u32, outline: &str) -> String {
    format!("<path class=\"cw-sign\" transform=\"translate({x} {y})\" d=\"{outline}\"/>\n")
}
