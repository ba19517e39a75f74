//! `EVP_DecodeUpdate` and `EVP_DecodeFinal`: base64 with blanks and line ends anywhere, up to a hyphen.

use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, Engine, GeneralPurpose, GeneralPurposeConfig};

/// Bits that the last character has too many are ignored.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::RequireCanonical)
        .with_decode_allow_trailing_bits(true),
);

/// Decodes; `None` where OpenSSL says `bad base64 decode`.
pub(super) fn decode(text: &[u8]) -> Option<Vec<u8>> {
    let mut symbols = Vec::with_capacity(text.len());
    let mut pads = 0;
    for &byte in text {
        match byte {
            b' ' | b'\t' | b'\n' | b'\r' => {}
            b'-' => break,
            b'=' => {
                pads += 1;
                symbols.push(byte);
            }
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'+' | b'/' if pads == 0 => {
                symbols.push(byte);
            }
            _ => return None,
        }
    }
    LENIENT.decode(symbols).ok()
}
