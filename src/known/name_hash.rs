//! A short hash of names, by which a subject is looked up without reading the names of the table.

use crate::certificate::Name;
use core::hash::{Hash, Hasher};

/// The same for equal names (RFC 5280 §7.1), on every machine: it is stored in the table.
pub(super) fn name_hash(name: &Name) -> u32 {
    let mut hasher = Fnv1a(0x811c_9dc5);
    name.key_entries().hash(&mut hasher);
    hasher.0
}

/// FNV-1a with 32 bits. Enough to tell names apart; equality is always checked on the names themselves.
struct Fnv1a(u32);

impl Hasher for Fnv1a {
    fn write(&mut self, octets: &[u8]) {
        for &octet in octets {
            self.0 = (self.0 ^ u32::from(octet)).wrapping_mul(0x0100_0193);
        }
    }

    /// Lengths must not depend on the width of the machine's words.
    fn write_usize(&mut self, length: usize) {
        self.write(&u64::try_from(length).unwrap_or(u64::MAX).to_le_bytes());
    }

    fn finish(&self) -> u64 {
        self.0.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The stored hashes are of this form; another one needs a new table.
    #[test]
    fn the_form_in_the_table() {
        assert_eq!(name_hash(&Name::empty()), 0x9be1_7165);
    }

    #[test]
    fn equal_names_have_equal_hashes() {
        // C=XX, once in capitals and once not.
        let name = |text: [u8; 2]| {
            let head = [
                0x30, 0x0d, 0x31, 0x0b, 0x30, 0x09, 0x06, 0x03, 0x55, 0x04, 0x06, 0x13, 0x02,
            ];
            Name::from_der(&[&head[..], &text].concat()).unwrap()
        };
        assert_eq!(name_hash(&name(*b"XX")), name_hash(&name(*b"xx")));
        assert_ne!(name_hash(&name(*b"XX")), name_hash(&name(*b"XY")));
    }
}
