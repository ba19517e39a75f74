//! `BMPString`: UTF-16, the high byte first.

/// A text as a `BMPString`. What is beyond the first plane takes two units, as all implementations write it.
pub(crate) fn bmp_string(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_be_bytes).collect()
}

/// The text of a `BMPString`, with U+FFFD for what is no character.
pub(super) fn text(bytes: &[u8]) -> String {
    let (pairs, _) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| u16::from_be_bytes(*pair)).collect();
    String::from_utf16_lossy(&units)
}
