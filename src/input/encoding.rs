//! How the characters of an input are encoded, and a view of it with one byte per character unit.

use std::borrow::Cow;
use std::ops::Range;

/// How the characters of an input are encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Encoding {
    /// UTF-8 or ASCII without a mark.
    Utf8,
    /// UTF-8 with a byte order mark in front.
    Utf8WithMark,
    /// UTF-16, low byte first.
    Utf16Le(ByteOrderMark),
    /// UTF-16, high byte first.
    Utf16Be(ByteOrderMark),
    /// None of these: binary data, or text in an older 8-bit encoding.
    Binary,
}

/// Whether UTF-16 announces itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ByteOrderMark {
    /// U+FEFF stands in front.
    Present,
    /// Recognised by its zero bytes.
    Absent,
}

/// Stands in the view of UTF-16 for a character beyond ASCII; the same byte is never valid in UTF-8.
const BEYOND_ASCII: u8 = 0xFF;
/// Stands for any dash beyond ASCII; it is the en dash of Windows-1252.
const DASH: u8 = 0x96;
/// How far UTF-16 without a mark is looked for, in bytes.
const SAMPLE: usize = 1024;

/// An input with one byte per character unit, so that every scanner sees ASCII as ASCII.
///
/// UTF-8 and 8-bit text are seen as they are; of UTF-16 each unit becomes one byte, so that offsets still convert by a
/// multiplication. What is beyond ASCII is a placeholder there: [`View::text`] decodes from the input itself.
pub(super) struct View<'a> {
    original: &'a [u8],
    bytes: Cow<'a, [u8]>,
    encoding: Encoding,
    mark: usize,
}

impl<'a> View<'a> {
    /// Detects the encoding and makes the view.
    pub(super) fn new(original: &'a [u8]) -> Self {
        let (encoding, mark) = detect(original);
        let body = original.get(mark..).unwrap_or_default();
        let bytes = match encoding {
            Encoding::Utf16Le(_) => narrowed(body, u16::from_le_bytes),
            Encoding::Utf16Be(_) => narrowed(body, u16::from_be_bytes),
            Encoding::Utf8 | Encoding::Utf8WithMark | Encoding::Binary => Cow::Borrowed(body),
        };
        Self {
            original,
            bytes,
            encoding,
            mark,
        }
    }

    /// The view of what is known to be no text.
    #[cfg(feature = "containers")]
    pub(super) const fn of_binary(original: &'a [u8]) -> Self {
        Self {
            original,
            bytes: Cow::Borrowed(original),
            encoding: Encoding::Binary,
            mark: 0,
        }
    }

    /// The view; offsets in it are what the other methods take.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How the input is encoded.
    pub(super) fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Whether there is nothing but blanks.
    pub(super) fn is_blank(&self) -> bool {
        self.bytes.iter().all(u8::is_ascii_whitespace)
    }

    /// Where a range of the view stands in the input as given.
    pub(super) fn original_range(&self, range: Range<usize>) -> Range<usize> {
        let offset = |at: usize| {
            at.saturating_mul(self.unit())
                .saturating_add(self.mark)
                .min(self.original.len())
        };
        offset(range.start)..offset(range.end)
    }

    /// The text of a range of the view, with U+FFFD for what is no character.
    pub(super) fn text(&self, range: Range<usize>) -> String {
        let bytes = self
            .original
            .get(self.original_range(range))
            .unwrap_or_default();
        match self.encoding {
            Encoding::Utf16Le(_) => decoded(bytes, u16::from_le_bytes),
            Encoding::Utf16Be(_) => decoded(bytes, u16::from_be_bytes),
            Encoding::Utf8 | Encoding::Utf8WithMark | Encoding::Binary => {
                String::from_utf8_lossy(bytes).into_owned()
            }
        }
    }

    /// The character at an offset of the view; U+FFFD if there is none.
    pub(super) fn character(&self, offset: usize) -> char {
        const LONGEST: usize = 4;
        let text = self.text(offset..offset.saturating_add(LONGEST));
        text.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    fn unit(&self) -> usize {
        match self.encoding {
            Encoding::Utf16Le(_) | Encoding::Utf16Be(_) => 2,
            Encoding::Utf8 | Encoding::Utf8WithMark | Encoding::Binary => 1,
        }
    }
}

/// The encoding, and the length of its byte order mark.
fn detect(bytes: &[u8]) -> (Encoding, usize) {
    if bytes.starts_with(&[0xEF, 0xBB, 0xBF]) {
        return (Encoding::Utf8WithMark, 3);
    }
    if bytes.starts_with(&[0xFF, 0xFE]) {
        return (Encoding::Utf16Le(ByteOrderMark::Present), 2);
    }
    if bytes.starts_with(&[0xFE, 0xFF]) {
        return (Encoding::Utf16Be(ByteOrderMark::Present), 2);
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    if is_mostly_ascii(sample, u16::from_le_bytes) {
        (Encoding::Utf16Le(ByteOrderMark::Absent), 0)
    } else if is_mostly_ascii(sample, u16::from_be_bytes) {
        (Encoding::Utf16Be(ByteOrderMark::Absent), 0)
    } else if std::str::from_utf8(bytes).is_ok() {
        (Encoding::Utf8, 0)
    } else {
        (Encoding::Binary, 0)
    }
}

/// Whether nearly all units are printable ASCII when read as 16 bits; eight-bit text never is.
fn is_mostly_ascii(sample: &[u8], unit: fn([u8; 2]) -> u16) -> bool {
    let units = sample.len() / 2;
    let printable = units_of(sample, unit)
        .filter(|&unit| matches!(unit, 0x20..=0x7E | 0x09 | 0x0A | 0x0D))
        .count();
    units >= 2 && printable * 10 >= units * 9
}

fn units_of(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> impl Iterator<Item = u16> {
    bytes.as_chunks::<2>().0.iter().map(move |&pair| unit(pair))
}

fn narrowed(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Cow<'static, [u8]> {
    Cow::Owned(units_of(bytes, unit).map(narrow).collect())
}

fn narrow(unit: u16) -> u8 {
    match unit {
        0x2010..=0x2015 | 0x2212 => DASH,
        0x00A0 | 0x200B | 0xFEFF => b' ',
        _ => u8::try_from(unit)
            .ok()
            .filter(u8::is_ascii)
            .unwrap_or(BEYOND_ASCII),
    }
}

fn decoded(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    char::decode_utf16(units_of(bytes, unit))
        .map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn encodings_are_told_apart() {
        use ByteOrderMark::{Absent, Present};
        let cases: [(Vec<u8>, Encoding); 9] = [
            (b"plain".to_vec(), Encoding::Utf8),
            ("\u{feff}plain".into(), Encoding::Utf8WithMark),
            (
                utf16("\u{feff}a", u16::to_le_bytes),
                Encoding::Utf16Le(Present),
            ),
            (
                utf16("\u{feff}a", u16::to_be_bytes),
                Encoding::Utf16Be(Present),
            ),
            (
                utf16("-----BEGIN", u16::to_le_bytes),
                Encoding::Utf16Le(Absent),
            ),
            (
                utf16("-----BEGIN", u16::to_be_bytes),
                Encoding::Utf16Be(Absent),
            ),
            (vec![0; 64], Encoding::Utf8),
            (vec![0x30, 0x82, 0xFF, 0xFF], Encoding::Binary),
            (Vec::new(), Encoding::Utf8),
        ];
        for (bytes, expected) in cases {
            assert_eq!(View::new(&bytes).encoding(), expected, "{bytes:x?}");
        }
    }

    #[test]
    fn offsets_convert_back_to_the_input() {
        for bytes in [utf16, utf16].map(|make| make("\u{feff}é–x", u16::to_le_bytes)) {
            let view = View::new(&bytes);
            assert_eq!(view.bytes(), [BEYOND_ASCII, DASH, b'x']);
            assert_eq!(view.original_range(2..3), 6..8);
            assert_eq!(view.text(0..3), "é–x");
            assert_eq!(view.character(1), '–');
        }
    }

    #[test]
    fn what_is_beyond_the_end_is_empty() {
        let view = View::new(b"ab");
        assert_eq!(view.original_range(5..9), 2..2);
        assert_eq!(view.character(9), char::REPLACEMENT_CHARACTER);
    }
}
