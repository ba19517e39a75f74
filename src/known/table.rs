//! Reading rows and columns out of a table's octets.

use core::ops::Range;
use std::sync::Arc;

use super::layout::{Layout, NO_FILE};

/// Octets compiled in, or shared between clones.
#[derive(Clone, Debug)]
pub(super) enum Octets {
    Static(&'static [u8]),
    Shared(Arc<[u8]>),
}

impl Octets {
    pub(super) fn as_slice(&self) -> &[u8] {
        match self {
            Self::Static(octets) => octets,
            Self::Shared(octets) => octets,
        }
    }
}

/// An opened table: its octets, and where the columns lie.
#[derive(Clone, Debug)]
pub(super) struct Table {
    octets: Octets,
    pub(super) layout: Layout,
}

impl Table {
    pub(super) fn open(octets: Octets) -> Self {
        let layout = Layout::of(octets.as_slice());
        Self { octets, layout }
    }

    /// A column of fixed-width rows.
    pub(super) fn rows<const WIDTH: usize>(&self, column: &Range<usize>) -> &[[u8; WIDTH]] {
        self.slice(column).as_chunks().0
    }

    pub(super) fn row<const WIDTH: usize>(
        &self,
        column: &Range<usize>,
        index: usize,
    ) -> Option<&[u8; WIDTH]> {
        self.rows(column).get(index)
    }

    /// An index or an offset of a column.
    pub(super) fn index(&self, column: &Range<usize>, index: usize) -> Option<usize> {
        self.row(column, index).copied().map(place)
    }

    /// The octets of a column.
    pub(super) fn slice(&self, column: &Range<usize>) -> &[u8] {
        self.octets
            .as_slice()
            .get(column.clone())
            .unwrap_or_default()
    }

    /// The range of row `index` in a blob whose rows end where `ends` says.
    pub(super) fn span(&self, ends: &Range<usize>, index: usize) -> Option<Range<usize>> {
        let start = match index.checked_sub(1) {
            Some(previous) => self.index(ends, previous)?,
            None => 0,
        };
        Some(start..self.index(ends, index)?)
    }

    /// A text of the string section; empty when there is none.
    pub(super) fn string(&self, index: Option<usize>) -> &str {
        index
            .and_then(|index| self.span(&self.layout.string_end, index))
            .and_then(|span| self.slice(&self.layout.string_octets).get(span))
            .and_then(|octets| core::str::from_utf8(octets).ok())
            .unwrap_or_default()
    }

    /// SHA-256 of a bundle's file, where it was one.
    pub(super) fn file_sha256(&self, bundle: usize) -> Option<&[u8; 32]> {
        self.row(&self.layout.file_sha256, bundle)
            .filter(|digest| **digest != NO_FILE)
    }

    /// A bundle's bit set over the roots.
    pub(super) fn bits(&self, bundle: usize) -> &[u8] {
        let width = self.layout.counts.bit_octets();
        bundle
            .checked_mul(width)
            .and_then(|start| {
                self.slice(&self.layout.bits)
                    .get(start..start.checked_add(width)?)
            })
            .unwrap_or_default()
    }

    /// Whether a bundle holds a root.
    pub(super) fn holds(&self, bundle: usize, root: usize) -> bool {
        self.bits(bundle)
            .get(root / 8)
            .is_some_and(|octet| octet & (1 << (root % 8)) != 0)
    }

    /// A bundle's roots in file order.
    pub(super) fn members(&self, bundle: usize) -> impl ExactSizeIterator<Item = usize> + Clone {
        self.span(&self.layout.members_end, bundle)
            .and_then(|span| self.rows::<4>(&self.layout.members).get(span))
            .unwrap_or_default()
            .iter()
            .map(|octets| place(*octets))
    }
}

/// An index or offset as it stands in a table; one that no memory can have where the machine's is smaller.
pub(super) fn place(octets: [u8; 4]) -> usize {
    usize::try_from(u32::from_le_bytes(octets)).unwrap_or(usize::MAX)
}
