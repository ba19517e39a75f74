//! Go: `encoding/pem.Decode` in a loop, as `x509.CertPool.AppendCertsFromPEM` runs it. What it cannot read it passes over.

use super::der::{self, Decoder};
use super::{Loaded, Reason};
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, Engine, GeneralPurpose, GeneralPurposeConfig};
use memchr::memmem;

const BEGIN: &[u8] = b"\n-----BEGIN ";
const END: &[u8] = b"\n-----END ";
const TAIL: &[u8] = b"-----";
/// Without the line break in front.
const BEGIN_AT_START: &[u8] = b"-----BEGIN ";
const END_AT_START: &[u8] = b"-----END ";

const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::RequireCanonical)
        .with_decode_allow_trailing_bits(true),
);

/// Reads a file.
pub(super) fn read(text: &[u8]) -> Loaded {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(block) = next(rest) {
        if block.is_certificate && der::is_certificate(&block.data, Decoder::Go) {
            let at = text.len() - block.body.len();
            found.push(at..at + 1);
        }
        rest = block.rest;
    }
    if found.is_empty() {
        Loaded::stopped(found, text.len(), Reason::NoCertificate)
    } else {
        Loaded::all(found)
    }
}

struct Block<'a> {
    is_certificate: bool,
    data: Vec<u8>,
    /// From its content on.
    body: &'a [u8],
    rest: &'a [u8],
}

/// The next block that can be read.
fn next(text: &[u8]) -> Option<Block<'_>> {
    let mut rest = text;
    loop {
        rest = match rest.strip_prefix(BEGIN_AT_START) {
            Some(after) => after,
            None => behind(rest, BEGIN)?,
        };
        let (type_line, after) = line(rest);
        rest = after;
        let Some(name) = type_line.strip_suffix(TAIL) else {
            continue;
        };
        let body = rest;
        let mut has_headers = false;
        loop {
            if rest.is_empty() {
                return None;
            }
            let (header, after) = line(rest);
            if !header.contains(&b':') {
                break;
            }
            has_headers = true;
            rest = after;
        }
        let Some((content, after)) = ended(rest, name, has_headers) else {
            continue;
        };
        let Some(data) = decode(content) else {
            continue;
        };
        return Some(Block {
            is_certificate: name == b"CERTIFICATE" && !has_headers,
            data,
            body,
            rest: after,
        });
    }
}

/// The content up to the `END` line of this name, and what follows that line.
fn ended<'a>(rest: &'a [u8], name: &[u8], has_headers: bool) -> Option<(&'a [u8], &'a [u8])> {
    let at_once = rest.strip_prefix(END_AT_START).filter(|_| !has_headers);
    let (content, trailer) = if let Some(trailer) = at_once {
        (&[][..], trailer)
    } else {
        let at = memmem::find(rest, END)?;
        (rest.get(..at)?, rest.get(at + END.len()..)?)
    };
    let behind_name = trailer.strip_prefix(name)?.strip_prefix(TAIL)?;
    let (remainder, _) = line(behind_name);
    remainder.is_empty().then_some(())?;
    Some((content, line(trailer).1))
}

/// A line without blanks at its end, and what follows it.
fn line(text: &[u8]) -> (&[u8], &[u8]) {
    let (line, rest) = match memchr::memchr(b'\n', text) {
        Some(at) => {
            let line = text.get(..at).unwrap_or_default();
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            (line, text.get(at + 1..).unwrap_or_default())
        }
        None => (text, &[][..]),
    };
    let kept = line
        .iter()
        .rposition(|byte| !matches!(byte, b' ' | b'\t'))
        .map_or(0, |last| last + 1);
    (line.get(..kept).unwrap_or_default(), rest)
}

fn behind<'a>(text: &'a [u8], needle: &[u8]) -> Option<&'a [u8]> {
    text.get(memmem::find(text, needle)? + needle.len()..)
}

fn decode(content: &[u8]) -> Option<Vec<u8>> {
    let symbols: Vec<u8> = content
        .iter()
        .copied()
        .filter(|byte| !matches!(byte, b' ' | b'\t' | b'\r' | b'\n'))
        .collect();
    LENIENT.decode(symbols).ok()
}
