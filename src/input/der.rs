//! Binary inputs that are DER, and what to do with a DER value wherever it was found.

use super::collector::{Collector, Origin};
use super::structure::{self, Structure};
use super::tlv::{self, INTEGER, OBJECT_IDENTIFIER, SEQUENCE};
use super::{Container, Extent, FileKind, NoteKind, pkcs7};
use std::ops::Range;

/// How deep values of indefinite length nest.
const DEPTH: u8 = 16;
/// Tag and length of a value of indefinite length.
const INDEFINITE_HEADER: usize = 2;

/// Reads an input that is one DER value or several in a row. Says whether it was one.
pub(super) fn read(bytes: &[u8], collector: &mut Collector<'_>) -> bool {
    if !is_der(bytes) {
        return false;
    }
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| is_der(rest)) {
        let range = match tlv::first_ber(rest, DEPTH) {
            Some(value) => at..at + value.whole.len(),
            None if note_cut(rest, at, collector) => return true,
            None if at == 0 => return false,
            None => break,
        };
        let value = rest.get(..range.len()).unwrap_or_default();
        if !accept(value, Origin::BARE, range.clone(), collector) {
            break;
        }
        at = range.end;
    }
    let rest = bytes.get(at..).unwrap_or_default();
    if at == 0 {
        collector.note(
            NoteKind::NotACertificateFile(FileKind::OtherDer),
            0..bytes.len(),
        );
    } else if !rest
        .iter()
        .all(|byte| *byte == 0 || byte.is_ascii_whitespace())
    {
        let kind = NoteKind::TrailingData {
            block: None,
            bytes: rest.len(),
        };
        collector.note(kind, at..bytes.len());
    }
    true
}

/// Records what a DER value is. Says whether that is known; nothing is recorded if not.
///
/// `range` is the value itself in a binary input, else that of the text it was decoded from.
pub(super) fn accept(
    der: &[u8],
    origin: Origin,
    range: Range<usize>,
    collector: &mut Collector<'_>,
) -> bool {
    let Some(value) = tlv::first_ber(der, DEPTH) else {
        return false;
    };
    match structure::classify(value.contents) {
        // A certificate of indefinite length, or that is no SEQUENCE, is not DER (RFC 5280 §4.1), and no client takes it.
        Structure::Certificate if !is_sequence(der) => return false,
        Structure::Certificate => collector.certificate(value.whole, origin, range),
        Structure::Pkcs7 => accept_pkcs7(der, origin, range, collector),
        Structure::CertificateRequest => collector.note(NoteKind::CertificateRequest, range),
        Structure::RevocationList => collector.note(NoteKind::RevocationList, range),
        #[cfg(feature = "containers")]
        Structure::Pkcs12 => super::container::read_pkcs12(value.whole, range, collector),
        #[cfg(not(feature = "containers"))]
        Structure::Pkcs12 => {
            collector.note(NoteKind::UnsupportedFormat(Container::Pkcs12), range);
        }
        Structure::PrivateKey(format) => {
            collector.note(NoteKind::PrivateKeyPresent(format), range);
        }
        Structure::PublicKey(format) => collector.note(NoteKind::PublicKeyOnly(format), range),
        Structure::Other => return false,
    }
    true
}

/// Whether a value has the tag of a SEQUENCE, and a definite length.
fn is_sequence(der: &[u8]) -> bool {
    tlv::header(der).is_some_and(|header| header.tag == SEQUENCE)
}

fn accept_pkcs7(
    message: &[u8],
    origin: Origin,
    range: Range<usize>,
    collector: &mut Collector<'_>,
) {
    let certificates = pkcs7::certificates(message);
    if certificates.is_empty() {
        let kind = NoteKind::UnsupportedFormat(Container::Pkcs7WithoutCertificates);
        collector.note(kind, range.clone());
    }
    for der in certificates {
        let range = if range.len() == message.len() {
            let offset = der.as_ptr().addr().saturating_sub(message.as_ptr().addr());
            let start = range.start + offset;
            start..start + der.len()
        } else {
            range.clone()
        };
        collector.certificate(der, origin, range);
    }
}

/// Whether bytes begin like a DER SEQUENCE and cannot be text: the length is in the long form or indefinite, whose first
/// octet cannot follow an ASCII `0` in UTF-8.
fn is_der(bytes: &[u8]) -> bool {
    matches!(bytes, [SEQUENCE, 0x80..=0x84, ..])
}

/// Notes a value that is cut off, if it begins like one that we know. Says whether it does.
fn note_cut(rest: &[u8], at: usize, collector: &mut Collector<'_>) -> bool {
    let kind = cut(rest);
    let known = kind.is_some();
    if let Some(kind) = kind {
        collector.note(kind, at..at + rest.len());
    }
    known
}

/// What to say of a value that is cut off, if it begins like one that we know: a key is still a key.
fn cut(bytes: &[u8]) -> Option<NoteKind> {
    let header = tlv::header(bytes);
    let contents = bytes.get(header.map_or(INDEFINITE_HEADER, |header| header.len)..)?;
    if let Structure::PrivateKey(format) = structure::classify(contents) {
        return Some(NoteKind::PrivateKeyPresent(format));
    }
    let extent = header.map(|header| Extent {
        declared: header.total,
        present: bytes.len(),
    });
    matches!(
        contents.first(),
        Some(&(SEQUENCE | INTEGER | OBJECT_IDENTIFIER))
    )
    .then_some(NoteKind::Truncated {
        block: None,
        extent,
    })
}
