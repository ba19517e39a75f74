//! Published bundles: whose, and which release.

use core::fmt;
use core::ops::Range;

use super::layout::NO_DATE;
use super::table::Table;
use crate::moment::Moment;

/// A line of releases that carried a CA bundle.
///
/// The order is one of preference: of several releases with the same bytes, the one of the first family is where the
/// file came from, and the others copied it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// certifi's `cacert.pem`: Mozilla's list, the public list that this project calls current.
    Certifi,
    /// httplib2's own `cacerts.txt`.
    Httplib2,
    /// The copy of certifi inside `shotgun_api3`.
    ShotgunApi3Certifi,
    /// The copy of httplib2 inside `shotgun_api3`.
    ShotgunApi3Httplib2,
    /// The copy of certifi inside Toolkit's core.
    TkCoreCertifi,
    /// The copy of httplib2 inside Toolkit's core.
    TkCoreHttplib2,
    /// Other bundles that certifi once shipped: `weak.pem`, `old_root.pem`, `mkcert.pem`.
    CertifiExtra,
    /// States of a source history that no release holds.
    Git,
    /// A table given by the user.
    Custom,
}

impl Family {
    /// All families, in order of preference.
    pub const ALL: [Self; 9] = [
        Self::Certifi,
        Self::Httplib2,
        Self::ShotgunApi3Certifi,
        Self::ShotgunApi3Httplib2,
        Self::TkCoreCertifi,
        Self::TkCoreHttplib2,
        Self::CertifiExtra,
        Self::Git,
        Self::Custom,
    ];

    /// The package, as it is called where it is published; empty where the version says it all.
    pub const fn package(self) -> &'static str {
        match self {
            Self::Certifi | Self::CertifiExtra => "certifi",
            Self::Httplib2 => "httplib2",
            Self::ShotgunApi3Certifi | Self::ShotgunApi3Httplib2 => "shotgun_api3",
            Self::TkCoreCertifi | Self::TkCoreHttplib2 => "tk-core",
            Self::Git | Self::Custom => "",
        }
    }

    /// The octet that stands for it in a table: its place in [`Family::ALL`].
    pub(super) fn octet(self) -> u8 {
        let place = Self::ALL.iter().position(|&family| family == self);
        place
            .and_then(|place| u8::try_from(place).ok())
            .unwrap_or(u8::MAX)
    }

    fn from_octet(octet: u8) -> Option<Self> {
        Self::ALL.get(usize::from(octet)).copied()
    }
}

/// One published bundle file, by name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Release {
    /// Whose bundle.
    pub family: Family,
    /// The version, as published.
    pub version: String,
    /// Which file of that release, where it has several or where the package is not the file's origin; else empty.
    pub part: String,
    /// When it was published (the first second of that day, UTC), where known.
    pub date: Option<Moment>,
}

/// `certifi 2026.10.18`, `shotgun_api3 3.2.6 (certifi)`.
impl fmt::Display for Release {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let package = self.family.package();
        let space = if package.is_empty() { "" } else { " " };
        write!(f, "{package}{space}{}", self.version)?;
        if self.part.is_empty() {
            return Ok(());
        }
        write!(f, " ({})", self.part)
    }
}

/// A row of the release columns.
#[derive(Clone, Copy, Debug)]
pub(super) struct ReleaseRow {
    pub(super) family: Family,
    pub(super) bundle: usize,
    /// Index of the version's text: equal for the files of one release.
    pub(super) version: usize,
    index: usize,
}

impl Table {
    /// Every release, in order of preference; within a family in order of publication.
    pub(super) fn releases(&self) -> impl DoubleEndedIterator<Item = ReleaseRow> + '_ {
        self.release_rows(0..self.layout.counts.releases)
    }

    /// The releases of one family, old to new.
    pub(super) fn releases_of(
        &self,
        family: Family,
    ) -> impl DoubleEndedIterator<Item = ReleaseRow> + '_ {
        let families: &[[u8; 1]] = self.rows(&self.layout.family);
        let start = families.partition_point(|[octet]| *octet < family.octet());
        let end = families.partition_point(|[octet]| *octet <= family.octet());
        self.release_rows(start..end)
    }

    fn release_rows(
        &self,
        range: Range<usize>,
    ) -> impl DoubleEndedIterator<Item = ReleaseRow> + '_ {
        range.filter_map(|index| {
            let [octet] = *self.row(&self.layout.family, index)?;
            Some(ReleaseRow {
                family: Family::from_octet(octet)?,
                bundle: self.index(&self.layout.bundle, index)?,
                version: self.index(&self.layout.version, index)?,
                index,
            })
        })
    }

    pub(super) fn date(&self, row: ReleaseRow) -> Option<Moment> {
        let days = i32::from_le_bytes(*self.row(&self.layout.date, row.index)?);
        (days != NO_DATE).then(|| Moment::from_unix(0).plus_days(days.into()))
    }

    pub(super) fn release(&self, row: ReleaseRow) -> Release {
        Release {
            family: row.family,
            version: self.string(Some(row.version)).to_owned(),
            part: self
                .string(self.index(&self.layout.part, row.index))
                .to_owned(),
            date: self.date(row),
        }
    }
}
