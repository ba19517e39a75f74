//! One known root.

use super::layout::{FLAG_SELF_SIGNED, FLAG_V1};
use super::reading::RootVersion;
use super::release::{Family, Release, ReleaseRow};
use super::{KnownRoots, Octets};
use crate::certificate::{CertSha1, CertSha256, Certificate, Der, Name, SpkiSha256};
use crate::moment::Moment;
use crate::store::Held;
use core::fmt;
use core::ops::Range;
use std::sync::Arc;

/// A root of a table. Cheap to copy; what it says is read when asked for.
#[derive(Clone, Copy)]
pub struct KnownRoot<'a> {
    known: &'a KnownRoots,
    index: usize,
}

/// An unbroken run of releases of one family that hold a root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FamilyRange {
    /// Whose releases.
    pub family: Family,
    /// The first release that holds it.
    pub first: Release,
    /// The last release that holds it.
    pub last: Release,
    /// Whether `last` is the family's newest release.
    pub still_in: bool,
}

/// From when to when a root is on the public list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stay {
    /// The first certifi release with it.
    pub(crate) since: Option<Release>,
    /// The last certifi release with it; `None` when it was never in, or is in the newest.
    pub(crate) until: Option<Release>,
    /// When it left for good; `None` when it was never in, or is in the newest.
    pub(crate) removal: Option<Removal>,
}

/// A root's end in the public list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removal {
    /// The first certifi release without it.
    pub release: Release,
    /// When that was published.
    pub date: Moment,
}

impl<'a> KnownRoot<'a> {
    pub(super) const fn new(known: &'a KnownRoots, index: usize) -> Self {
        Self { known, index }
    }

    pub(super) const fn index(self) -> usize {
        self.index
    }

    /// SHA-256 of the certificate.
    pub fn sha256(self) -> CertSha256 {
        CertSha256::from_bytes(self.row(|layout| &layout.sha256).unwrap_or([0; 32]))
    }

    /// SHA-1 of the certificate, the thumbprint of Windows.
    pub fn sha1(self) -> CertSha1 {
        CertSha1::from_bytes(self.row(|layout| &layout.sha1).unwrap_or([0; 20]))
    }

    /// The certificate, where the table has its encoding. It is parsed once for all clones of the table.
    pub fn certificate(self) -> Option<Arc<Certificate>> {
        self.held()?.certificate().cloned()
    }

    /// The same, which is read in full when somebody asks.
    pub(crate) fn held(self) -> Option<Arc<Held>> {
        let read = || Held::read(self.encoded()?).ok().map(Arc::new);
        self.known.asked.get(self.index)?.get_or_init(read).clone()
    }

    /// The certificate's octets, where the table has them.
    pub(crate) fn encoded(self) -> Option<Der> {
        let der = self.der()?;
        Some(Der::with_sha256(der, self.sha256()))
    }

    /// SHA-256 of the key.
    pub fn spki_sha256(self) -> SpkiSha256 {
        SpkiSha256::from_bytes(self.row(|layout| &layout.spki_sha256).unwrap_or([0; 32]))
    }

    /// The subject; an empty name where the table is damaged.
    pub fn subject(self) -> Name {
        Name::from_der(self.subject_der()).unwrap_or_else(Name::empty)
    }

    /// The encoding of its subject.
    pub(super) fn subject_der(self) -> &'a [u8] {
        let facts = &self.known.facts;
        let span = facts.span(&facts.layout.subject_end, self.index);
        span.and_then(|span| facts.slice(&facts.layout.subject_octets).get(span))
            .unwrap_or_default()
    }

    /// What a person would call it.
    pub fn friendly(self) -> String {
        self.subject().friendly()
    }

    /// First moment of its validity.
    pub fn not_before(self) -> Moment {
        self.moment(|layout| &layout.not_before)
    }

    /// Last moment of its validity.
    pub fn not_after(self) -> Moment {
        self.moment(|layout| &layout.not_after)
    }

    /// Kind and size of the key: `RSA 2048`, `EC secp384r1`.
    pub fn key_description(self) -> &'a str {
        let facts = &self.known.facts;
        facts.string(facts.index(&facts.layout.key, self.index))
    }

    /// The signature algorithm, by the name of its standard: `sha256WithRSAEncryption`.
    pub fn signature_description(self) -> &'a str {
        let facts = &self.known.facts;
        facts.string(facts.index(&facts.layout.signature, self.index))
    }

    /// Whether subject and issuer are the same name. A few bundles hold intermediates, which are not.
    pub fn is_self_signed(self) -> bool {
        self.flags() & FLAG_SELF_SIGNED != 0
    }

    /// The X.509 version.
    pub fn version(self) -> RootVersion {
        if self.flags() & FLAG_V1 == 0 {
            RootVersion::V3
        } else {
            RootVersion::V1
        }
    }

    /// The certificate; `None` while the table has no certificates attached.
    pub fn der(self) -> Option<&'a [u8]> {
        let facts = &self.known.facts;
        let span = facts.span(&facts.layout.der_end, self.index)?;
        self.known.der.as_ref().map(Octets::as_slice)?.get(span)
    }

    /// The releases that hold it: for each family, in order of preference, its unbroken runs from old to new.
    pub fn ranges(self) -> Vec<FamilyRange> {
        Family::ALL
            .into_iter()
            .flat_map(|family| self.runs(family))
            .collect()
    }

    /// The first certifi release with it.
    pub fn in_certifi_since(self) -> Option<Release> {
        self.stay().since
    }

    /// The last certifi release with it; `None` when it was never in, or is in the newest.
    pub fn in_certifi_until(self) -> Option<Release> {
        self.stay().until
    }

    /// When it left the public list for good; `None` when it was never in, or is in the newest.
    pub fn removal(self) -> Option<Removal> {
        self.stay().removal
    }

    /// Its stay on the public list, in one pass over the releases.
    pub(crate) fn stay(self) -> Stay {
        let facts = &self.known.facts;
        let mut first = None;
        let mut last = None;
        let mut first_without = None;
        // The first file of the release that is looked at, and whether one of its files holds the root.
        let mut current: Option<(ReleaseRow, bool)> = None;
        for &row in &*self.known.listed {
            let holds = facts.holds(row.bundle, self.index);
            let (release, held) = match current {
                Some((release, held)) if release.version == row.version => (release, held || holds),
                Some(_) | None => (row, holds),
            };
            current = Some((release, held));
            if held {
                first.get_or_insert(release);
                last = Some(release);
            }
            if holds {
                first_without = None;
            } else if first.is_some() {
                first_without.get_or_insert(row);
            }
        }
        let is_newest = |(_, held): (ReleaseRow, bool)| held;
        let until = last.filter(|_| !current.is_some_and(is_newest));
        Stay {
            since: first.map(|row| facts.release(row)),
            until: until.map(|row| facts.release(row)),
            removal: first_without.and_then(|row| {
                let release = facts.release(row);
                let date = release.date?;
                Some(Removal { release, date })
            }),
        }
    }

    /// Whether it was in the public list in force at a moment.
    pub fn is_current_at(self, at: Moment) -> bool {
        self.known.current_at(at).contains(self)
    }

    /// Runs over the family's releases, each release once whatever the number of its files.
    fn runs(self, family: Family) -> Vec<FamilyRange> {
        let facts = &self.known.facts;
        let mut versions: Vec<(ReleaseRow, bool)> = Vec::new();
        for row in facts.releases_of(family) {
            let holds = facts.holds(row.bundle, self.index);
            match versions.last_mut() {
                Some((last, held)) if last.version == row.version => *held |= holds,
                Some(_) | None => versions.push((row, holds)),
            }
        }
        let newest = versions.last().map(|(row, _)| row.version);
        versions
            .chunk_by(|(_, left), (_, right)| left == right)
            .filter_map(|run| match run {
                [(first, true), ..] => Some((*first, run.last()?.0)),
                _ => None,
            })
            .map(|(first, last)| FamilyRange {
                family,
                first: facts.release(first),
                last: facts.release(last),
                still_in: Some(last.version) == newest,
            })
            .collect()
    }

    fn flags(self) -> u8 {
        self.row(|layout| &layout.flags).map_or(0, |[flags]| flags)
    }

    fn moment(self, column: impl Fn(&super::layout::Layout) -> &Range<usize>) -> Moment {
        Moment::from_unix(self.row(column).map_or(0, i64::from_le_bytes))
    }

    fn row<const WIDTH: usize>(
        self,
        column: impl Fn(&super::layout::Layout) -> &Range<usize>,
    ) -> Option<[u8; WIDTH]> {
        let facts = &self.known.facts;
        facts.row(column(&facts.layout), self.index).copied()
    }
}

/// The same certificate, whatever the table.
impl PartialEq for KnownRoot<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.sha256() == other.sha256()
    }
}

impl Eq for KnownRoot<'_> {}

impl fmt::Debug for KnownRoot<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KnownRoot({}, {})", self.subject(), self.sha256())
    }
}
