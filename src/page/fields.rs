//! Texts in a row, each with its length before it: the least that carries a message. A description of types, such as
//! JSON's, would cost more code than everything else that the page waits for.

/// Texts that are being written.
#[derive(Debug, Default)]
pub(super) struct Writer(String);

impl Writer {
    /// Adds a text.
    pub(super) fn push(mut self, text: &str) -> Self {
        self.0.push_str(&text.len().to_string());
        self.0.push(':');
        self.0.push_str(text);
        self
    }

    /// Everything as one text.
    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// Texts that are being read.
#[derive(Debug)]
pub(super) struct Reader<'t>(&'t str);

impl<'t> Reader<'t> {
    /// Reads what a [`Writer`] wrote.
    pub(super) const fn new(text: &'t str) -> Self {
        Self(text)
    }

    /// The next text; `None` at the end, and where the row is broken.
    pub(super) fn text(&mut self) -> Option<&'t str> {
        let (length, rest) = self.0.split_once(':')?;
        let (text, rest) = rest.split_at_checked(length.parse().ok()?)?;
        self.0 = rest;
        Some(text)
    }

    /// The next text as a number.
    pub(super) fn number(&mut self) -> Option<usize> {
        self.text()?.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn texts_come_back(texts: Vec<String>) {
            let written = texts.iter().fold(Writer::default(), |row, text| row.push(text)).finish();
            let mut row = Reader::new(&written);
            let read: Vec<&str> = core::iter::from_fn(|| row.text()).collect();
            prop_assert_eq!(read, texts);
        }

        #[test]
        fn any_text_can_be_read(text: String) {
            let mut row = Reader::new(&text);
            while row.text().is_some() {}
        }
    }

    #[test]
    fn a_broken_row_ends() {
        for broken in ["", "x", "3:ab", "1:é", "-1:a", "99999999999999999999:a"] {
            assert_eq!(Reader::new(broken).text(), None, "{broken}");
        }
    }
}
