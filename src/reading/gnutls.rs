//! GnuTLS: `gnutls_x509_trust_list_add_trust_mem`, which looks for `-----BEGIN CERTIFICATE` anywhere, also within a line,
//! and refuses all for one block that is bad.

use super::der::{self, Decoder};
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
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = next_label(text, from) {
        if let Err(reason) = block(text.get(at..).unwrap_or_default()) {
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

/// The older label counts only where the usual one does not follow any more.
fn next_label(text: &[u8], from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    LABELS
        .iter()
        .find_map(|label| memmem::find(rest, label))
        .map(|at| from + at)
}

fn block(text: &[u8]) -> Result<(), Reason> {
    let behind =
        |text: &[u8], needle: &[u8]| memmem::find(text, needle).map(|at| at + needle.len());
    let head = behind(text.get(1..).unwrap_or_default(), HYPHENS).ok_or(Reason::BadBase64)? + 1;
    let content = text.get(head..).unwrap_or_default();
    let len = memmem::find(content, END).ok_or(Reason::BadBase64)?;
    let symbols: Vec<u8> = content
        .get(..len)
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
