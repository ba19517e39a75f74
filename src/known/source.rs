//! What a table is written from, and what it can be turned back into.

use super::reading::RootFacts;
use super::release::Release;
use super::{KnownRoots, release::ReleaseRow};
use crate::certificate::CertSha256;

/// A bundle file as it was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundleSource {
    /// SHA-256 of the whole file; `None` for a set that never was one.
    pub file_sha256: Option<[u8; 32]>,
    /// Its certificates in file order, each once.
    pub members: Vec<CertSha256>,
}

/// A release and the bundle it carried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleaseSource {
    /// Its name.
    pub release: Release,
    /// Place of the bundle in [`TableSource::bundles`].
    pub bundle: usize,
}

/// Everything a table holds, in a form that can be changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableSource {
    /// The roots, in any order.
    pub roots: Vec<RootFacts>,
    /// The distinct bundle files.
    pub bundles: Vec<BundleSource>,
    /// The releases; within a family in order of publication.
    pub releases: Vec<ReleaseSource>,
    /// Place of the bundle that stands for the time before dated releases.
    pub early: Option<usize>,
}

impl TableSource {
    /// A table of one bundle without history.
    pub(super) fn of_certificates(ders: impl IntoIterator<Item = Vec<u8>>, name: Release) -> Self {
        let roots: Vec<RootFacts> = ders
            .into_iter()
            .filter_map(|der| RootFacts::read(&der))
            .collect();
        let mut members: Vec<CertSha256> = Vec::with_capacity(roots.len());
        let mut seen = std::collections::HashSet::new();
        members.extend(
            roots
                .iter()
                .map(|root| root.sha256)
                .filter(|&id| seen.insert(id)),
        );
        Self {
            roots,
            bundles: vec![BundleSource {
                file_sha256: None,
                members,
            }],
            releases: vec![ReleaseSource {
                release: name,
                bundle: 0,
            }],
            early: None,
        }
    }
}

impl From<&KnownRoots> for TableSource {
    /// Turns a table back; roots without DER are left out.
    fn from(known: &KnownRoots) -> Self {
        let table = &known.facts;
        let id = |root| known.root(root).sha256();
        let bundle = |bundle| BundleSource {
            file_sha256: table.file_sha256(bundle).copied(),
            members: table.members(bundle).map(id).collect(),
        };
        let release = |row: ReleaseRow| ReleaseSource {
            release: table.release(row),
            bundle: row.bundle,
        };
        Self {
            roots: known
                .iter()
                .filter_map(|root| RootFacts::read(root.der()?))
                .collect(),
            bundles: (0..table.layout.counts.bundles).map(bundle).collect(),
            releases: table.releases().map(release).collect(),
            early: table.layout.early,
        }
    }
}
