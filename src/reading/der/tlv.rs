//! Values of tag, length and content (X.690 §8.1), lengths in any definite form.

/// What is left to read of a value's content.
#[derive(Clone, Copy)]
pub(super) struct Der<'a>(pub(super) &'a [u8]);

impl<'a> Der<'a> {
    pub(super) const fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn tag(self) -> Option<u8> {
        self.0.first().copied()
    }

    /// The next value, of any type.
    pub(super) fn value(&mut self) -> Option<(u8, &'a [u8])> {
        let (&tag, rest) = self.0.split_first()?;
        if tag & 0x1F == 0x1F {
            return None;
        }
        let (&first, rest) = rest.split_first()?;
        let (len, rest) = match first {
            0..=0x7F => (usize::from(first), rest),
            0x80 => return None,
            _ => long_length(first & 0x7F, rest)?,
        };
        let (content, rest) = rest.split_at_checked(len)?;
        self.0 = rest;
        Some((tag, content))
    }

    /// The content of the next value, which must be of this type.
    pub(super) fn take(&mut self, wanted: u8) -> Option<&'a [u8]> {
        (self.tag()? == wanted).then_some(())?;
        self.value().map(|(_, content)| content)
    }

    pub(super) fn enter(&mut self, wanted: u8) -> Option<Self> {
        self.take(wanted).map(Self)
    }

    pub(super) fn optional(
        &mut self,
        tag: u8,
        read: impl Fn(&'a [u8]) -> Option<()>,
    ) -> Option<()> {
        if self.tag() == Some(tag) {
            read(self.take(tag)?)
        } else {
            Some(())
        }
    }

    /// Nothing may be left.
    pub(super) fn end(self) -> Option<()> {
        self.is_empty().then_some(())
    }

    /// One after the other until nothing is left.
    pub(super) fn each(mut self, read: impl Fn(&mut Self) -> Option<()>) -> Option<()> {
        while !self.is_empty() {
            read(&mut self)?;
        }
        Some(())
    }
}

fn long_length(octets: u8, rest: &[u8]) -> Option<(usize, &[u8])> {
    let (length, rest) = rest.split_at_checked(usize::from(octets))?;
    let length = length.iter().try_fold(0_usize, |length, octet| {
        length.checked_mul(256)?.checked_add(usize::from(*octet))
    });
    Some((length?, rest))
}
