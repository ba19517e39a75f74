//! GnuTLS: `gnutls_x509_trust_list_add_trust_mem`, which looks for `-----BEGIN CERTIFICATE` anywhere, also within a line,
//! and refuses all for one block that is bad.

use super::der::{self, Decoder};
use super::forward::Forward;
use super::{Loaded, Reason};
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, Engine, GeneralPurpose, GeneralPurposeConfig};
use memchr::memmem;

const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::RequireCanonical)
        .with_decode_allow_trailing_bits(true),
);

const LABELS: [&[u8]; 2] = [b"-----BEGIN CERTIFICATE", b"-----BEGIN X509 CERTIFICATE"];
const HYPHENS: &[u8] = b"-----";
const END: &[u8] = b"-----END ";

/// Reads a file.
pub(super) fn read(text: &[u8]) -> Loaded {
    let mut labels = LABELS.map(|label| Forward::new(text, label));
    let mut ends = Forward::new(text, END);
    let mut found = Vec::new();
    let mut from = 0;
    // The older label counts only where the usual one does not follow any more.
    while let Some(at) = labels.iter_mut().find_map(|label| label.next(from)) {
        if let Err(reason) = block(text, at, &mut ends) {
            return Loaded::stopped(Vec::new(), at, reason);
        }
        found.push(at..at + 1);
        from = at + 1;
    }
    if found.is_empty() {
        Loaded::stopped(found, text.len(), Reason::NoCertificate)
    } else {
        Loaded::all(found)
    }
}

fn block(text: &[u8], at: usize, ends: &mut Forward<'_>) -> Result<(), Reason> {
    let head = text.get(at + 1..).unwrap_or_default();
    let head = memmem::find(head, HYPHENS).ok_or(Reason::BadBase64)?;
    let start = at + 1 + head + HYPHENS.len();
    let end = ends.next(start).ok_or(Reason::BadBase64)?;
    let symbols: Vec<u8> = text
        .get(start..end)
        .unwrap_or_default()
        .iter()
        .copied()
        .filter(|byte| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
        .take_while(|byte| *byte != b'-')
        .collect();
    let data = LENIENT.decode(symbols).map_err(|_| Reason::BadBase64)?;
    if der::is_certificate(&data, Decoder::GnuTls) {
        Ok(())
    } else {
        Err(Reason::BadCertificate)
    }
}
