//! The content of a block as nearly every program writes it: lines of base64 and nothing else.

use base64::prelude::{BASE64_STANDARD, Engine};

/// Decodes the text between the two lines of a block, if it is whole lines of base64, none of them empty, with the
/// padding that RFC 4648 §4 asks for. `None` says only that it has to be looked at more closely.
pub(super) fn decode(body: &[u8]) -> Option<Vec<u8>> {
    let mut rest = body
        .strip_prefix(b"\r")
        .unwrap_or(body)
        .strip_prefix(b"\n")?;
    let mut symbols = Vec::with_capacity(rest.len());
    while !rest.is_empty() {
        let (line, behind) = rest.split_at_checked(memchr::memchr(b'\n', rest)?)?;
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            return None;
        }
        symbols.extend_from_slice(line);
        rest = behind.get(1..)?;
    }
    BASE64_STANDARD.decode(symbols).ok()
}
