//! Numbers and texts as octets: a number in groups of seven bits, the lowest first (LEB128); a text as its length and its
//! octets; what may be absent as 0, or as 1 and itself.

use super::Problem;

/// Writes.
#[derive(Debug, Default)]
pub(super) struct Writer(Vec<u8>);

impl Writer {
    pub(super) fn finish(self) -> Vec<u8> {
        self.0
    }

    pub(super) fn fixed(&mut self, octets: &[u8]) {
        self.0.extend_from_slice(octets);
    }

    pub(super) fn number(&mut self, mut number: usize) {
        while number >= 0x80 {
            self.octet((number & 0x7f) | 0x80);
            number >>= 7;
        }
        self.octet(number);
    }

    fn octet(&mut self, octet: usize) {
        // Below 256 by what the callers mask.
        self.0.push(u8::try_from(octet).unwrap_or(u8::MAX));
    }

    pub(super) fn counted(&mut self, octets: &[u8]) {
        self.number(octets.len());
        self.fixed(octets);
    }

    pub(super) fn text(&mut self, text: &str) {
        self.counted(text.as_bytes());
    }

    pub(super) fn optional<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) {
        self.number(usize::from(value.is_some()));
        if let Some(value) = value {
            write(self, value);
        }
    }
}

/// Reads the same.
#[derive(Debug)]
pub(super) struct Reader<'o>(&'o [u8]);

impl<'o> Reader<'o> {
    pub(super) const fn new(octets: &'o [u8]) -> Self {
        Self(octets)
    }

    pub(super) fn fixed<const LENGTH: usize>(&mut self) -> Result<[u8; LENGTH], Problem> {
        let (octets, rest) = self.0.split_first_chunk().ok_or(Problem::Damaged)?;
        self.0 = rest;
        Ok(*octets)
    }

    /// A number below 2^28: no link is so long that it needs more.
    pub(super) fn number(&mut self) -> Result<usize, Problem> {
        let mut number = 0;
        for shift in [0, 7, 14, 21] {
            let [octet] = self.fixed()?;
            number |= usize::from(octet & 0x7f) << shift;
            if octet < 0x80 {
                return Ok(number);
            }
        }
        Err(Problem::Damaged)
    }

    pub(super) fn counted(&mut self) -> Result<&'o [u8], Problem> {
        let length = self.number()?;
        let (octets, rest) = self.0.split_at_checked(length).ok_or(Problem::Damaged)?;
        self.0 = rest;
        Ok(octets)
    }

    pub(super) fn text(&mut self) -> Result<String, Problem> {
        let octets = self.counted()?.to_vec();
        String::from_utf8(octets).map_err(|_| Problem::Damaged)
    }

    pub(super) fn optional<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Problem>,
    ) -> Result<Option<T>, Problem> {
        match self.number()? {
            0 => Ok(None),
            1 => read(self).map(Some),
            _ => Err(Problem::Damaged),
        }
    }

    /// Nothing may be left.
    pub(super) fn end(self) -> Result<(), Problem> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(Problem::Damaged)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_come_back(numbers in prop::collection::vec(0_usize..1 << 28, 0..8)) {
            let mut writer = Writer::default();
            for number in &numbers {
                writer.number(*number);
            }
            let octets = writer.finish();
            let mut reader = Reader::new(&octets);
            for number in numbers {
                prop_assert_eq!(reader.number(), Ok(number));
            }
            prop_assert_eq!(reader.end(), Ok(()));
        }
    }
}
