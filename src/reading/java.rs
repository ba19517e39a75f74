//! Java: `CertificateFactory.generateCertificates` for X.509, which `keytool` uses: one bad block and nothing is read.

use super::der::{self, Decoder};
use super::{Loaded, Reason};
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, Engine, GeneralPurpose, GeneralPurposeConfig};

/// Padding may be left out altogether.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

const SEQUENCE: u8 = 0x30;
const HYPHENS: &[u8] = b"-----";

/// Reads a file.
pub(super) fn read(text: &[u8]) -> Loaded {
    let mut found = Vec::new();
    let mut at = 0;
    loop {
        let block = match next(text, at) {
            Ok(Some(block)) => block,
            Ok(None) if found.is_empty() => {
                return Loaded::stopped(Vec::new(), text.len(), Reason::NoCertificate);
            }
            Ok(None) => return Loaded::all(found),
            Err((at, reason)) => return Loaded::stopped(Vec::new(), at, reason),
        };
        // A PKCS #7 message is taken whole, and ends the file.
        if found.is_empty() && der::is_signed_data(&block.data) {
            return Loaded::all(core::iter::once(block.at..block.end).collect());
        }
        if !der::is_certificate(&block.data, Decoder::Java) {
            return Loaded::stopped(Vec::new(), block.at, Reason::BadCertificate);
        }
        found.push(block.at..block.at + 1);
        at = block.end;
    }
}

struct Block {
    at: usize,
    end: usize,
    data: Vec<u8>,
}

type Bad = (usize, Reason);

fn next(text: &[u8], from: usize) -> Result<Option<Block>, Bad> {
    let rest = text.get(from..).unwrap_or_default();
    if rest.first() == Some(&SEQUENCE) {
        return binary(rest, from).map(Some);
    }
    let Some(at) = header(rest).map(|header| from + header) else {
        return Ok(None);
    };
    let bad = |reason| (at, reason);
    let behind_hyphens = text.get(at + HYPHENS.len()..).unwrap_or_default();
    // Everything up to a line end of any kind is the header, and the same kind ends the footer.
    let head_len = memchr::memchr2(b'\n', b'\r', behind_hyphens).ok_or(bad(Reason::BadEndLine))?;
    let head = behind_hyphens.get(..head_len).unwrap_or_default();
    let line_end = behind_hyphens.get(head_len..).unwrap_or_default();
    let ends_with_return = matches!(line_end, [b'\r', next, ..] if *next != b'\n');
    let content_from = at + HYPHENS.len() + head_len;
    let content = text.get(content_from..).unwrap_or_default();
    let len = memchr::memchr(b'-', content).ok_or(bad(Reason::BadEndLine))?;
    let footer_from = content_from + len;
    let footer = text.get(footer_from..).unwrap_or_default();
    let is_end = |byte: &u8| *byte == b'\n' || (ends_with_return && *byte == b'\r');
    let foot_len = footer.iter().position(is_end).unwrap_or(footer.len());
    let foot = footer.get(..foot_len).unwrap_or_default();
    if !belong_together(head, foot) {
        return Err(bad(Reason::BadEndLine));
    }
    let symbols = content.get(..len).unwrap_or_default().iter().copied();
    let symbols: Vec<u8> = symbols
        .filter(|byte| !matches!(byte, b'\t' | b'\n' | b'\r' | b' '))
        .collect();
    let data = decode(&symbols).ok_or(bad(Reason::BadBase64))?;
    Ok(Some(Block {
        at,
        end: footer_from + (foot_len + 1).min(footer.len()),
        data,
    }))
}

/// Where five hyphens stand at the beginning of a line.
fn header(rest: &[u8]) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + memchr::memmem::find(rest.get(from..)?, HYPHENS)?;
        let before = at.checked_sub(1).and_then(|before| rest.get(before));
        if matches!(before, None | Some(b'\n' | b'\r')) {
            return Some(at);
        }
        from = at + 1;
    }
}

/// DER in place of PEM.
fn binary(rest: &[u8], at: usize) -> Result<Block, Bad> {
    let data = der::first_value(rest).ok_or((at, Reason::BadCertificate))?;
    Ok(Block {
        at,
        end: at + data.len(),
        data: data.to_vec(),
    })
}

fn belong_together(head: &[u8], foot: &[u8]) -> bool {
    let name = |line: &[u8], begins: &[u8]| {
        let line = line.trim_ascii_end();
        line.strip_prefix(begins)
            .and_then(|rest| rest.strip_suffix(HYPHENS))
            .map(<[u8]>::to_vec)
    };
    let foot: Vec<u8> = foot.iter().copied().filter(|byte| *byte != b'\r').collect();
    match (name(head, b"BEGIN "), name(&foot, b"-----END ")) {
        (Some(begin), Some(end)) => begin == end,
        (None, _) | (_, None) => false,
    }
}

/// `Base64.getDecoder()`: padding is either right or left out.
fn decode(symbols: &[u8]) -> Option<Vec<u8>> {
    let is_padded = symbols.last() == Some(&b'=');
    if is_padded && !symbols.len().is_multiple_of(4) {
        return None;
    }
    LENIENT.decode(symbols).ok()
}
