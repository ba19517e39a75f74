//! Files in which there is nothing to read differently: then no reader has to be asked.
//!
//! Nearly all files are so, and the models together take several times as long as recognising a file and reading its
//! certificates. What makes a file regular is chosen so that each model, line by line, comes to the same end.

use super::der::{self, Decoder};
use crate::input::{Content, Encoding, PemLabel, Recognised};
use core::ops::Range;
use memchr::memmem;

const BEGIN: &[u8] = b"-----BEGIN CERTIFICATE-----";
const END: &[u8] = b"-----END CERTIFICATE-----";
const HYPHENS: &[u8] = b"-----";
/// Well below the buffer of any reader, and above the lines that programs write.
const LONGEST_LINE: usize = 128;
/// What an octet `0` is taken for where a block might begin: DER.
const SEQUENCE: u8 = b'0';

/// Whether every reader takes every certificate of a file. `false` says nothing: then the models know.
pub(super) fn is_regular(bytes: &[u8], recognised: &Recognised) -> bool {
    recognised.encoding == Encoding::Utf8
        && recognised.notes.is_empty()
        && every_block_is_regular(bytes, recognised).is_some()
}

fn every_block_is_regular(bytes: &[u8], recognised: &Recognised) -> Option<()> {
    let mut behind = None;
    for item in recognised.items.iter().filter(|item| item.is_certificate()) {
        let Content::Certificate {
            der,
            label: Some(PemLabel::Certificate),
            ..
        } = &item.content
        else {
            return None;
        };
        let place = item.location.bytes();
        let before = bytes.get(behind.unwrap_or(0)..place.start)?;
        let begins_line = before.is_empty() || before.ends_with(b"\n");
        (begins_line && is_ignored(before)).then_some(())?;
        behind = Some(block(bytes, place, der)?);
    }
    is_ignored(bytes.get(behind?..)?).then_some(())
}

/// Whether no reader finds anything in some text between blocks.
fn is_ignored(text: &[u8]) -> bool {
    text.first() != Some(&SEQUENCE)
        && memchr::memchr(0, text).is_none()
        && memmem::find(text, HYPHENS).is_none()
}

/// Where what follows a block begins, if all readers take its certificate.
fn block(bytes: &[u8], place: Range<usize>, der: &[u8]) -> Option<usize> {
    let inside = bytes.get(place.clone())?.strip_prefix(BEGIN)?;
    let inside = inside.strip_suffix(END)?;
    let line_end: &[u8] = match inside {
        [b'\n', ..] => b"\n",
        _ => b"\r\n",
    };
    let body = inside.strip_prefix(line_end)?;
    (decoded_len(body, line_end)? == der.len()).then_some(())?;
    der::is_certificate(der, Decoder::Strictest).then_some(())?;
    let rest = bytes.get(place.end..)?;
    match rest.strip_prefix(line_end) {
        Some(_) => Some(place.end + line_end.len()),
        None => rest.is_empty().then_some(place.end),
    }
}

/// How many octets the content of a block stands for if it is nothing but base64 in lines of one length, the last
/// perhaps shorter.
///
/// Its characters are not looked at. Whatever is no base64 was passed over when the certificate was recognised, and then
/// the certificate has fewer octets than this.
fn decoded_len(body: &[u8], line_end: &[u8]) -> Option<usize> {
    let line = memchr::memchr(b'\n', body)? + 1;
    let is_line = |line: &[u8]| line.len() > line_end.len() && line.ends_with(line_end);
    (line <= LONGEST_LINE && body.chunks(line).all(is_line)).then_some(())?;
    let symbols = body.len() - body.len().div_ceil(line) * line_end.len();
    let text = body.strip_suffix(line_end)?;
    let pads = text.iter().rev().take_while(|byte| **byte == b'=').count();
    let is_whole = pads <= 2 && symbols.is_multiple_of(4);
    is_whole.then(|| (symbols / 4 * 3).checked_sub(pads))?
}
