//! The one place where JSON is made harmless beyond what JSON asks for.

use crate::render::escape::is_treacherous;
use serde_json::ser::{CharEscape, Formatter};
use std::io::{Result, Write};

/// A layout whose strings are safe to show in a terminal and to embed in HTML, also within `<script>`: what a reader
/// could not see, line separators, and `<`, `>` and `&` are written as `\u` escapes. JSON readers see no difference.
pub(super) struct Plain<F>(pub(super) F);

impl<F: Formatter> Formatter for Plain<F> {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, text: &str) -> Result<()> {
        let mut rest = text;
        while let Some((place, character)) = rest
            .char_indices()
            .find(|(_, character)| is_escaped(*character))
        {
            let (before, from) = rest.split_at(place);
            self.0.write_string_fragment(out, before)?;
            escape(out, character)?;
            rest = from.get(character.len_utf8()..).unwrap_or_default();
        }
        self.0.write_string_fragment(out, rest)
    }

    fn write_char_escape<W: ?Sized + Write>(&mut self, out: &mut W, it: CharEscape) -> Result<()> {
        self.0.write_char_escape(out, it)
    }

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> Result<()> {
        self.0.begin_array(out)
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> Result<()> {
        self.0.end_array(out)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> Result<()> {
        self.0.begin_array_value(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, out: &mut W) -> Result<()> {
        self.0.end_array_value(out)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> Result<()> {
        self.0.begin_object(out)
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> Result<()> {
        self.0.end_object(out)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> Result<()> {
        self.0.begin_object_key(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> Result<()> {
        self.0.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> Result<()> {
        self.0.end_object_value(out)
    }
}

fn is_escaped(character: char) -> bool {
    matches!(character, '<' | '>' | '&') || is_treacherous(character)
}

/// Beyond U+FFFF as a surrogate pair (RFC 8259 §7).
fn escape<W: ?Sized + Write>(out: &mut W, character: char) -> Result<()> {
    for unit in character.encode_utf16(&mut [0; 2]) {
        write!(out, "\\u{unit:04x}")?;
    }
    Ok(())
}
