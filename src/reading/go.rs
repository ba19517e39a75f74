//! Go: `encoding/pem.Decode` in a loop, as `x509.CertPool.AppendCertsFromPEM` runs it. What it cannot read it passes over.

use super::der::{self, Decoder};
use super::forward::Forward;
use super::{Loaded, Reason};
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, Engine, GeneralPurpose, GeneralPurposeConfig};

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
    let mut scan = Scan {
        text,
        begins: Forward::new(text, BEGIN),
        ends: Forward::new(text, END),
    };
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(block) = scan.next(from) {
        if block.is_certificate && der::is_certificate(&block.data, Decoder::Go) {
            found.push(block.body..block.body + 1);
        }
        from = block.end;
    }
    if found.is_empty() {
        Loaded::stopped(found, text.len(), Reason::NoCertificate)
    } else {
        Loaded::all(found)
    }
}

struct Block {
    is_certificate: bool,
    data: Vec<u8>,
    /// Where what follows its `BEGIN` line begins.
    body: usize,
    /// Where what follows its `END` line begins.
    end: usize,
}

/// Whether a block has headers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Headers {
    None,
    Some,
}

struct Scan<'a> {
    text: &'a [u8],
    begins: Forward<'a>,
    ends: Forward<'a>,
}

impl<'a> Scan<'a> {
    /// The next block that can be read. Only at the beginning of what is left may the line break before it be missing.
    fn next(&mut self, from: usize) -> Option<Block> {
        let mut at = from;
        loop {
            at = if self.rest(at).starts_with(BEGIN_AT_START) {
                at + BEGIN_AT_START.len()
            } else {
                self.begins.next(at)? + BEGIN.len()
            };
            let (type_line, body) = self.line(at);
            at = body;
            let Some(name) = type_line.strip_suffix(TAIL) else {
                continue;
            };
            let mut headers = Headers::None;
            loop {
                if self.rest(at).is_empty() {
                    return None;
                }
                let (header, after) = self.line(at);
                if !header.contains(&b':') {
                    break;
                }
                headers = Headers::Some;
                at = after;
            }
            let Some((content, end)) = self.ended(at, name, headers) else {
                continue;
            };
            let Some(data) = decode(self.text.get(at..content).unwrap_or_default()) else {
                continue;
            };
            return Some(Block {
                is_certificate: name == b"CERTIFICATE" && headers == Headers::None,
                data,
                body,
                end,
            });
        }
    }

    /// Where the content ends, if it does with the `END` line of this name, and where what follows that line begins.
    fn ended(&mut self, at: usize, name: &[u8], headers: Headers) -> Option<(usize, usize)> {
        let at_once = self.rest(at).starts_with(END_AT_START) && headers == Headers::None;
        let (content, trailer) = if at_once {
            (at, at + END_AT_START.len())
        } else {
            let end = self.ends.next(at)?;
            (end, end + END.len())
        };
        let behind_name = self.rest(trailer).strip_prefix(name)?.strip_prefix(TAIL)?;
        line(behind_name).0.is_empty().then_some(())?;
        Some((content, self.line(trailer).1))
    }

    fn rest(&self, at: usize) -> &'a [u8] {
        self.text.get(at..).unwrap_or_default()
    }

    /// The line at an offset, and where the next one begins.
    fn line(&self, at: usize) -> (&'a [u8], usize) {
        let (line, rest) = line(self.rest(at));
        (line, self.text.len() - rest.len())
    }
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

/// Decodes; ends at the first character that cannot stand there, as the content may reach over many blocks.
fn decode(content: &[u8]) -> Option<Vec<u8>> {
    let mut symbols = Vec::new();
    for byte in content {
        match byte {
            b' ' | b'\t' | b'\r' | b'\n' => {}
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'+' | b'/' | b'=' => symbols.push(*byte),
            _ => return None,
        }
    }
    LENIENT.decode(symbols).ok()
}
