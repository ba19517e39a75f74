//! The public roots and their history: which certificate is one, since and until when, and which published bundle a
//! file is.
//!
//! The table is an argument of the explanation. One is built in; a mock PKI brings its own. It comes in two parts,
//! the facts and the certificates themselves, so that a page can answer from the facts before the rest has arrived.

mod bundle;
mod content;
mod encode;
mod layout;
mod name_hash;
mod reading;
mod release;
mod root;
mod search;
mod source;
mod table;
mod vintage;

#[cfg(test)]
mod tests;

pub use bundle::{BundleName, BundleSet};
pub use encode::{Encoded, encode};
pub use reading::{RootFacts, RootVersion};
pub use release::{Family, Release};
pub use root::{FamilyRange, KnownRoot, Removal};
pub use source::{BundleSource, ReleaseSource, TableSource};
pub use vintage::{Nearest, Vintage};

use core::cmp::Ordering;
use core::ops::Range;
use std::sync::{Arc, OnceLock};

use crate::certificate::{CertSha1, CertSha256, Name, SpkiSha256};
use crate::store::Held;
use content::Lengths;
use name_hash::name_hash;
use release::ReleaseRow;
use sha2::{Digest, Sha256};
use table::{Octets, Table, place};

/// The roots of a table that somebody asked for.
type Asked = Arc<[OnceLock<Option<Arc<Held>>>]>;

/// A place for each root of a table.
fn unasked(facts: &Table) -> Asked {
    (0..facts.layout.counts.roots)
        .map(|_| OnceLock::new())
        .collect()
}

fn listed(facts: &Table) -> Arc<[ReleaseRow]> {
    facts.releases_of(Family::Certifi).collect()
}

static FACTS: &[u8] = include_bytes!("known/data/facts.bin");
static DER: &[u8] = include_bytes!("known/data/roots.der.bin");

/// No published bundle's file is longer, in octets: three times the longest one. Whoever adds one is told.
pub const LONGEST_FILE: usize = 1 << 20;

/// Where a table comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The table compiled into this program.
    BuiltIn,
    /// A table given by the user.
    Custom,
}

/// A table of known roots. Clones share their octets, and what was parsed of them.
#[derive(Clone, Debug)]
pub struct KnownRoots {
    facts: Table,
    der: Option<Octets>,
    origin: Origin,
    asked: Asked,
    /// Sorted when somebody asks.
    lengths: Arc<OnceLock<Lengths>>,
    /// The releases of the public list, old to new.
    listed: Arc<[ReleaseRow]>,
}

impl KnownRoots {
    /// The built-in table, facts and certificates.
    pub fn built_in() -> Self {
        Self {
            // The two files are written together and compared by a test: no need to hash them at each start.
            der: Some(Octets::Static(DER)),
            ..Self::built_in_facts()
        }
    }

    /// The built-in table without the certificates: [`KnownRoot::der`] gives `None` until [`Self::with_der`].
    pub fn built_in_facts() -> Self {
        let facts = Table::open(Octets::Static(FACTS));
        Self {
            asked: unasked(&facts),
            lengths: Arc::default(),
            listed: listed(&facts),
            facts,
            der: None,
            origin: Origin::BuiltIn,
        }
    }

    /// Attaches the certificates of a table opened without them. `None` when they are not those it was made with.
    pub fn with_der(&self, der: impl Into<Arc<[u8]>>) -> Option<Self> {
        let der = der.into();
        let expected = self.facts.slice(&self.facts.layout.der_sha256);
        (Sha256::digest(&der).as_slice() == expected).then(|| Self {
            der: Some(Octets::Shared(der)),
            ..self.clone()
        })
    }

    /// A table without history in which every given certificate is a public root at all times. What is no
    /// certificate is left out; what stands twice is taken once.
    pub fn from_certificates(ders: impl IntoIterator<Item = Vec<u8>>) -> Self {
        let name = Release {
            family: Family::Custom,
            version: "custom".to_owned(),
            part: String::new(),
            date: None,
        };
        let encoded = encode(&TableSource::of_certificates(ders, name));
        let facts = Table::open(Octets::Shared(encoded.facts.into()));
        Self {
            asked: unasked(&facts),
            lengths: Arc::default(),
            listed: listed(&facts),
            facts,
            der: Some(Octets::Shared(encoded.der.into())),
            origin: Origin::Custom,
        }
    }

    /// Where the table comes from.
    pub const fn origin(&self) -> Origin {
        self.origin
    }

    /// How many roots it knows.
    pub const fn len(&self) -> usize {
        self.facts.layout.counts.roots
    }

    /// Whether it knows none.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All roots, by ascending SHA-256.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = KnownRoot<'_>> + Clone {
        (0..self.len()).map(|index| self.root(index))
    }

    /// The root with this SHA-256.
    pub fn by_sha256(&self, sha256: &CertSha256) -> Option<KnownRoot<'_>> {
        let column: &[[u8; 32]] = self.facts.rows(&self.facts.layout.sha256);
        let index = column.binary_search(sha256.as_bytes()).ok()?;
        Some(self.root(index))
    }

    /// The root with this SHA-1, the thumbprint of Windows.
    pub fn by_sha1(&self, sha1: &CertSha1) -> Option<KnownRoot<'_>> {
        let run = self.equal(&self.facts.layout.by_sha1, |root| root.sha1().cmp(sha1));
        self.roots_of(run).next()
    }

    /// The roots with this key: several when a root was re-issued.
    pub fn by_key<'a>(&'a self, key: &SpkiSha256) -> impl Iterator<Item = KnownRoot<'a>> + use<'a> {
        let column = &self.facts.layout.by_spki_sha256;
        self.roots_of(self.equal(column, |root| root.spki_sha256().cmp(key)))
    }

    /// The roots with this subject, compared as RFC 5280 §7.1 says.
    pub fn by_subject<'a>(
        &'a self,
        subject: &Name,
    ) -> impl Iterator<Item = KnownRoot<'a>> + use<'a> {
        let subject = subject.clone();
        let wanted = name_hash(&subject);
        let hash = |row: &[u8; 4]| u32::from_le_bytes(*row);
        let hashes: &[[u8; 4]] = self.facts.rows(&self.facts.layout.subject_hash);
        let start = hashes.partition_point(|row| hash(row) < wanted);
        let end = hashes.partition_point(|row| hash(row) <= wanted);
        let rows: &[[u8; 4]] = self.facts.rows(&self.facts.layout.by_subject);
        self.roots_of(rows.get(start..end).unwrap_or_default())
            .filter(move |root| root.subject() == subject)
    }

    const fn root(&self, index: usize) -> KnownRoot<'_> {
        KnownRoot::new(self, index)
    }

    /// The run of equal roots in a column of root indexes that is sorted by what `compare` looks at.
    fn equal(
        &self,
        column: &Range<usize>,
        compare: impl Fn(KnownRoot<'_>) -> Ordering,
    ) -> &[[u8; 4]] {
        let order = |row: &[u8; 4]| compare(self.root(place(*row)));
        let rows: &[[u8; 4]] = self.facts.rows(column);
        let start = rows.partition_point(|row| order(row).is_lt());
        let rest = rows.get(start..).unwrap_or_default();
        let length = rest.iter().take_while(|row| order(row).is_eq()).count();
        rest.get(..length).unwrap_or_default()
    }

    fn roots_of<'a>(
        &'a self,
        rows: &'a [[u8; 4]],
    ) -> impl Iterator<Item = KnownRoot<'a>> + use<'a> {
        rows.iter().map(|row| self.root(place(*row)))
    }
}
