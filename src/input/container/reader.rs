//! Reads numbers and runs of bytes one after the other.

use core::ops::Range;

/// A place in some bytes. Every read that would go beyond the end yields `None` and leaves the place where it was.
#[derive(Clone, Debug)]
pub(super) struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Reader<'b> {
    /// At the beginning.
    pub(super) const fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The offset of what comes next.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// What has not been read.
    pub(super) fn rest(&self) -> &'b [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// So many bytes, and where they stand.
    pub(super) fn run(&mut self, len: usize) -> Option<(&'b [u8], Range<usize>)> {
        let end = self.at.checked_add(len)?;
        let run = self.bytes.get(self.at..end)?;
        let range = self.at..end;
        self.at = end;
        Some((run, range))
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.run(N)?.0.try_into().ok()
    }

    /// A number of two bytes, the high one first.
    pub(super) fn u16(&mut self) -> Option<usize> {
        self.array().map(u16::from_be_bytes).map(usize::from)
    }

    /// A number of four bytes, the high one first.
    pub(super) fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_be_bytes)
    }

    /// A number of four bytes, the low one first.
    pub(super) fn u32_le(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    /// A length of four bytes, the high one first.
    pub(super) fn length(&mut self) -> Option<usize> {
        self.u32().and_then(|length| usize::try_from(length).ok())
    }

    /// Goes to an offset.
    pub(super) const fn seek(&mut self, at: usize) {
        self.at = at;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_read_beyond_the_end() {
        let mut reader = Reader::new(&[0, 3, 1, 2]);
        assert_eq!(reader.u16(), Some(3));
        assert_eq!(reader.run(3), None);
        assert_eq!(reader.run(usize::MAX), None);
        assert_eq!(reader.u32(), None);
        assert_eq!(reader.run(2), Some((&[1, 2][..], 2..4)));
        assert_eq!((reader.at(), reader.rest()), (4, &[][..]));
        reader.seek(9);
        assert_eq!((reader.u16(), reader.rest()), (None, &[][..]));
    }
}
