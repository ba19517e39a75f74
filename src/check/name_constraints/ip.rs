//! Address ranges.

use std::collections::{BTreeMap, BTreeSet};

use super::IpMask;
use super::forms::Place;

/// The octets of an address, of either family, at the high end of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Address {
    family: Family,
    bits: u128,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Family {
    V4,
    V6,
}

impl Address {
    /// Four octets or sixteen.
    pub(super) fn read(octets: &[u8]) -> Option<Self> {
        if let Ok(octets) = <[u8; 4]>::try_from(octets) {
            let bits = u128::from(u32::from_be_bytes(octets)) << 96;
            return Some(Self {
                family: Family::V4,
                bits,
            });
        }
        let octets = <[u8; 16]>::try_from(octets).ok()?;
        Some(Self {
            family: Family::V6,
            bits: u128::from_be_bytes(octets),
        })
    }

    const fn masked(self, mask: u128) -> Self {
        Self {
            family: self.family,
            bits: self.bits & mask,
        }
    }
}

/// A range: an address and a mask.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range {
    network: Address,
    mask: u128,
}

impl Range {
    /// Eight octets or thirty-two (RFC 5280 §4.2.1.10).
    pub(super) fn read(octets: &[u8], masks: IpMask) -> Option<Self> {
        let (network, mask) = octets.split_at_checked(octets.len() / 2)?;
        let (network, mask) = (Address::read(network)?, Address::read(mask)?);
        let host_bits = !mask.bits;
        let contiguous = host_bits & host_bits.wrapping_add(1) == 0;
        let accepted = network.family == mask.family
            && match masks {
                IpMask::Contiguous => contiguous,
                IpMask::AnyBits => true,
            };
        accepted.then_some(Self {
            network: network.masked(mask.bits),
            mask: mask.bits,
        })
    }
}

/// Ranges by mask: one look-up for each mask in use, of which sane constraints have at most 162.
#[derive(Debug, Default)]
pub(super) struct Ranges {
    masks: BTreeSet<(Family, u128)>,
    networks: BTreeMap<(u128, Address), Place>,
}

impl Ranges {
    pub(super) fn insert(&mut self, range: Range, constraint: Place) {
        self.masks.insert((range.network.family, range.mask));
        self.networks
            .entry((range.mask, range.network))
            .or_insert(constraint);
    }

    /// How many look-ups one address costs.
    pub(super) fn count(&self) -> usize {
        self.masks.len()
    }

    pub(super) fn covering(&self, address: Address) -> Option<Place> {
        self.masks
            .range((address.family, 0)..=(address.family, u128::MAX))
            .find_map(|(_, mask)| self.networks.get(&(*mask, address.masked(*mask))))
            .copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_and_addresses() {
        let mut ranges = Ranges::default();
        for octets in [
            &[192, 0, 2, 77, 255, 255, 255, 0][..],
            &[10, 0, 0, 0, 255, 0, 0, 0],
            &[[0xfd; 16], [0xff; 16]].concat(),
        ] {
            let range = Range::read(octets, IpMask::Contiguous).unwrap();
            ranges.insert(range, Place::default());
        }
        assert_eq!(ranges.count(), 3);
        for (octets, inside) in [
            (&[192, 0, 2, 1][..], true),
            (&[192, 0, 3, 1], false),
            (&[10, 255, 0, 1], true),
            (&[0xfd; 16], true),
            (&[10, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], false),
        ] {
            let address = Address::read(octets).unwrap();
            assert_eq!(ranges.covering(address).is_some(), inside, "{octets:?}");
        }
    }

    #[test]
    fn masks() {
        for (mask, contiguous) in [
            ([0, 0, 0, 0], true),
            ([255; 4], true),
            ([255, 255, 254, 0], true),
            ([255, 0, 255, 0], false),
            ([0, 0, 0, 255], false),
        ] {
            let octets = [[10, 0, 0, 0], mask].concat();
            let strict = Range::read(&octets, IpMask::Contiguous);
            assert_eq!(strict.is_some(), contiguous, "{mask:?}");
            assert!(Range::read(&octets, IpMask::AnyBits).is_some());
        }
        for length in [0, 4, 7, 9, 16, 20, 31, 33] {
            assert!(Range::read(&vec![0; length], IpMask::AnyBits).is_none());
        }
    }
}
