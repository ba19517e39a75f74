//! The binary form of the table: fixed-width columns, sorted, read in place.
//!
//! A start-up must not pay for parsing hundreds of certificates, so opening a table only computes where its columns
//! begin; everything else is decoded when it is asked for. All integers are little endian. After the magic come the
//! counts of [`Counts`] as `u32`, the SHA-256 of the companion DER file, and the columns of [`Layout`] in the order
//! of its fields. Whatever does not fit its bytes is absent: a damaged table is an empty or a smaller one.

use core::ops::Range;

/// The first bytes of a table; the digit is the version of this layout.
pub(super) const MAGIC: &[u8; 8] = b"cwroots1";

/// Stands for "no bundle" where a column holds a bundle's index.
pub(super) const NO_BUNDLE: u32 = u32::MAX;

/// Stands for "no file" where a column holds the SHA-256 of one.
pub(super) const NO_FILE: [u8; 32] = [0; 32];

/// Stands for "no date" where a column holds days since 1970-01-01.
pub(super) const NO_DATE: i32 = i32::MIN;

/// How many rows and octets there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) roots: usize,
    pub(super) bundles: usize,
    pub(super) releases: usize,
    pub(super) strings: usize,
    /// Entries of all member lists together.
    pub(super) members: usize,
    /// Octets of all subjects together.
    pub(super) subject_octets: usize,
    /// Octets of all strings together.
    pub(super) string_octets: usize,
}

impl Counts {
    /// Octets of one bundle's bit set.
    pub(super) const fn bit_octets(&self) -> usize {
        self.roots.div_ceil(8)
    }
}

/// Where each column lies in the octets of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    pub(super) counts: Counts,
    /// The bundle that stands for the time before dated releases.
    pub(super) early: Option<usize>,
    pub(super) der_sha256: Range<usize>,
    /// Roots, in the order of this column.
    pub(super) sha256: Range<usize>,
    pub(super) sha1: Range<usize>,
    pub(super) spki_sha256: Range<usize>,
    /// Seconds since 1970, `i64`.
    pub(super) not_before: Range<usize>,
    pub(super) not_after: Range<usize>,
    /// Indexes of strings, `u32`.
    pub(super) key: Range<usize>,
    pub(super) signature: Range<usize>,
    /// One octet: see `FLAG_…`.
    pub(super) flags: Range<usize>,
    /// Where each root's subject and DER end in their blobs, `u32`.
    pub(super) subject_end: Range<usize>,
    pub(super) der_end: Range<usize>,
    /// Root indexes, `u32`, sorted by the named property.
    pub(super) by_sha1: Range<usize>,
    pub(super) by_spki_sha256: Range<usize>,
    pub(super) by_subject: Range<usize>,
    /// Hashes of the subjects in that order, `u32`, ascending.
    pub(super) subject_hash: Range<usize>,
    /// Bundles: SHA-256 of the file, end of the member list, bit set over the roots.
    pub(super) file_sha256: Range<usize>,
    pub(super) members_end: Range<usize>,
    pub(super) bits: Range<usize>,
    /// All member lists, root indexes in file order, `u32`.
    pub(super) members: Range<usize>,
    /// Releases, in order of preference as a name for their bundle: family octet, strings, bundle, days since 1970.
    pub(super) family: Range<usize>,
    pub(super) version: Range<usize>,
    pub(super) part: Range<usize>,
    pub(super) bundle: Range<usize>,
    pub(super) date: Range<usize>,
    pub(super) string_end: Range<usize>,
    pub(super) string_octets: Range<usize>,
    pub(super) subject_octets: Range<usize>,
}

/// The root's issuer is its subject.
pub(super) const FLAG_SELF_SIGNED: u8 = 1;
/// The root is an X.509 v1 certificate.
pub(super) const FLAG_V1: u8 = 2;

impl Layout {
    /// Finds the columns; an empty layout when the octets are no table of this version or are cut short.
    pub(super) fn of(octets: &[u8]) -> Self {
        Self::try_of(octets).unwrap_or_default()
    }

    fn try_of(octets: &[u8]) -> Option<Self> {
        let mut cursor = Cursor { octets, at: 0 };
        if octets.get(cursor.take(1, MAGIC.len())?) != Some(MAGIC) {
            return None;
        }
        let counts = cursor.counts()?;
        let early = usize::try_from(cursor.number()?)
            .ok()
            .filter(|&bundle| bundle < counts.bundles);
        let layout = cursor.columns(counts, early)?;
        (cursor.at == octets.len()).then_some(layout)
    }
}

struct Cursor<'a> {
    octets: &'a [u8],
    at: usize,
}

impl Cursor<'_> {
    fn take(&mut self, rows: usize, width: usize) -> Option<Range<usize>> {
        let end = self.at.checked_add(rows.checked_mul(width)?)?;
        let range = self.at..end;
        (end <= self.octets.len()).then(|| self.at = end)?;
        Some(range)
    }

    fn number(&mut self) -> Option<u32> {
        let range = self.take(1, 4)?;
        let octets = self.octets.get(range)?.try_into().ok()?;
        Some(u32::from_le_bytes(octets))
    }

    fn count(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    fn counts(&mut self) -> Option<Counts> {
        Some(Counts {
            roots: self.count()?,
            bundles: self.count()?,
            releases: self.count()?,
            strings: self.count()?,
            members: self.count()?,
            subject_octets: self.count()?,
            string_octets: self.count()?,
        })
    }

    fn columns(&mut self, counts: Counts, early: Option<usize>) -> Option<Layout> {
        let Counts {
            roots,
            bundles,
            releases,
            strings,
            ..
        } = counts;
        // Fields are evaluated in the order written, which is the order of the octets.
        Some(Layout {
            counts,
            early,
            der_sha256: self.take(1, 32)?,
            sha256: self.take(roots, 32)?,
            sha1: self.take(roots, 20)?,
            spki_sha256: self.take(roots, 32)?,
            not_before: self.take(roots, 8)?,
            not_after: self.take(roots, 8)?,
            key: self.take(roots, 4)?,
            signature: self.take(roots, 4)?,
            flags: self.take(roots, 1)?,
            subject_end: self.take(roots, 4)?,
            der_end: self.take(roots, 4)?,
            by_sha1: self.take(roots, 4)?,
            by_spki_sha256: self.take(roots, 4)?,
            by_subject: self.take(roots, 4)?,
            subject_hash: self.take(roots, 4)?,
            file_sha256: self.take(bundles, 32)?,
            members_end: self.take(bundles, 4)?,
            bits: self.take(bundles, counts.bit_octets())?,
            members: self.take(counts.members, 4)?,
            family: self.take(releases, 1)?,
            version: self.take(releases, 4)?,
            part: self.take(releases, 4)?,
            bundle: self.take(releases, 4)?,
            date: self.take(releases, 4)?,
            string_end: self.take(strings, 4)?,
            string_octets: self.take(counts.string_octets, 1)?,
            subject_octets: self.take(counts.subject_octets, 1)?,
        })
    }
}
