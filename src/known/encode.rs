//! Writing a table. The built-in one is written once by `cargo xtask known-roots`; one given by the user at run
//! time goes the same way, so that there is one form to read.

use std::collections::HashMap;

use super::layout::{Counts, FLAG_SELF_SIGNED, FLAG_V1, MAGIC, NO_BUNDLE, NO_DATE, NO_FILE};
use super::name_hash::name_hash;
use super::reading::{RootFacts, RootVersion};
use super::source::{BundleSource, TableSource};
use crate::certificate::CertSha256;
use crate::moment::Moment;
use sha2::{Digest, Sha256};

/// A table's two parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoded {
    /// Everything but the certificates themselves.
    pub facts: Vec<u8>,
    /// The certificates, one after the other.
    pub der: Vec<u8>,
}

/// Writes a table. Equal sources give equal octets; roots are sorted, and each stands once.
pub fn encode(source: &TableSource) -> Encoded {
    let mut roots: Vec<&RootFacts> = source.roots.iter().collect();
    roots.sort_by_key(|root| root.sha256);
    roots.dedup_by_key(|root| root.sha256);
    let der: Vec<u8> = roots.iter().flat_map(|root| &root.der).copied().collect();

    let mut strings = Strings::default();
    let mut body = Sha256::digest(&der).to_vec();
    write_roots(&mut body, &roots, &mut strings);
    let members = write_bundles(&mut body, &source.bundles, &roots);
    write_releases(&mut body, source, &mut strings);
    strings.write(&mut body);
    let subjects = roots.iter().map(|root| root.subject.as_der());
    body.extend(subjects.clone().flatten());

    let counts = Counts {
        roots: roots.len(),
        bundles: source.bundles.len(),
        releases: source.releases.len(),
        strings: strings.ends.len(),
        members,
        subject_octets: subjects.map(<[u8]>::len).sum(),
        string_octets: strings.octets.len(),
    };
    let mut facts = header(counts, source.early);
    facts.append(&mut body);
    Encoded { facts, der }
}

fn header(counts: Counts, early: Option<usize>) -> Vec<u8> {
    let mut octets = MAGIC.to_vec();
    for count in [
        counts.roots,
        counts.bundles,
        counts.releases,
        counts.strings,
        counts.members,
        counts.subject_octets,
        counts.string_octets,
    ] {
        octets.extend(number(count));
    }
    octets.extend(early.map_or(NO_BUNDLE.to_le_bytes(), number));
    octets
}

fn write_roots(out: &mut Vec<u8>, roots: &[&RootFacts], strings: &mut Strings) {
    out.extend(roots.iter().flat_map(|root| *root.sha256.as_bytes()));
    out.extend(roots.iter().flat_map(|root| *root.sha1.as_bytes()));
    out.extend(roots.iter().flat_map(|root| *root.spki_sha256.as_bytes()));
    out.extend(
        roots
            .iter()
            .flat_map(|root| root.not_before.as_unix().to_le_bytes()),
    );
    out.extend(
        roots
            .iter()
            .flat_map(|root| root.not_after.as_unix().to_le_bytes()),
    );
    out.extend(
        roots
            .iter()
            .flat_map(|root| number(strings.index(&root.key))),
    );
    out.extend(
        roots
            .iter()
            .flat_map(|root| number(strings.index(&root.signature))),
    );
    out.extend(roots.iter().map(|root| flags(root)));
    out.extend(ends(roots.iter().map(|root| root.subject.as_der().len())));
    out.extend(ends(roots.iter().map(|root| root.der.len())));
    out.extend(sorted_by(roots, |root| root.sha1));
    out.extend(sorted_by(roots, |root| root.spki_sha256));
    out.extend(sorted_by(roots, |root| name_hash(&root.subject)));
    let mut hashes: Vec<u32> = roots.iter().map(|root| name_hash(&root.subject)).collect();
    hashes.sort_unstable();
    out.extend(hashes.into_iter().flat_map(u32::to_le_bytes));
}

fn flags(root: &RootFacts) -> u8 {
    let self_signed = if root.is_self_signed() {
        FLAG_SELF_SIGNED
    } else {
        0
    };
    let version = match root.version {
        RootVersion::V1 => FLAG_V1,
        RootVersion::V3 => 0,
    };
    self_signed | version
}

/// Root indexes sorted by a property; equal ones in the order of the roots.
fn sorted_by<K: Ord>(roots: &[&RootFacts], key: impl Fn(&RootFacts) -> K) -> Vec<u8> {
    let mut indexed: Vec<(K, usize)> = roots
        .iter()
        .enumerate()
        .map(|(index, root)| (key(root), index))
        .collect();
    indexed.sort();
    indexed
        .into_iter()
        .flat_map(|(_, index)| number(index))
        .collect()
}

/// Writes files, member lists and bit sets; gives the length of all member lists. A member that is no root is
/// left out.
fn write_bundles(out: &mut Vec<u8>, bundles: &[BundleSource], roots: &[&RootFacts]) -> usize {
    let places: HashMap<CertSha256, usize> = roots
        .iter()
        .enumerate()
        .map(|(index, root)| (root.sha256, index))
        .collect();
    let members: Vec<Vec<usize>> = bundles
        .iter()
        .map(|bundle| {
            bundle
                .members
                .iter()
                .filter_map(|id| places.get(id).copied())
                .collect()
        })
        .collect();
    out.extend(
        bundles
            .iter()
            .flat_map(|bundle| bundle.file_sha256.unwrap_or(NO_FILE)),
    );
    out.extend(ends(members.iter().map(Vec::len)));
    for list in &members {
        let mut bits = vec![0_u8; roots.len().div_ceil(8)];
        for &member in list {
            if let Some(octet) = bits.get_mut(member / 8) {
                *octet |= 1 << (member % 8);
            }
        }
        out.append(&mut bits);
    }
    out.extend(members.iter().flatten().copied().flat_map(number));
    members.iter().map(Vec::len).sum()
}

fn write_releases(out: &mut Vec<u8>, source: &TableSource, strings: &mut Strings) {
    let mut rows: Vec<_> = source.releases.iter().collect();
    rows.sort_by_key(|row| row.release.family);
    out.extend(rows.iter().map(|row| row.release.family.octet()));
    out.extend(
        rows.iter()
            .flat_map(|row| number(strings.index(&row.release.version))),
    );
    out.extend(
        rows.iter()
            .flat_map(|row| number(strings.index(&row.release.part))),
    );
    out.extend(rows.iter().flat_map(|row| number(row.bundle)));
    out.extend(
        rows.iter()
            .flat_map(|row| days(row.release.date).to_le_bytes()),
    );
}

fn days(date: Option<Moment>) -> i32 {
    date.map(|date| Moment::from_unix(0).days_until(date))
        .and_then(|days| i32::try_from(days).ok())
        .unwrap_or(NO_DATE)
}

fn number(value: usize) -> [u8; 4] {
    u32::try_from(value).unwrap_or(u32::MAX).to_le_bytes()
}

/// Where each of the given lengths ends when they are laid one after the other.
fn ends(lengths: impl Iterator<Item = usize>) -> Vec<u8> {
    lengths
        .scan(0_usize, |end, length| {
            *end = end.saturating_add(length);
            Some(number(*end))
        })
        .flatten()
        .collect()
}

#[derive(Default)]
struct Strings {
    places: HashMap<String, usize>,
    ends: Vec<usize>,
    octets: Vec<u8>,
}

impl Strings {
    fn index(&mut self, text: &str) -> usize {
        if let Some(&place) = self.places.get(text) {
            return place;
        }
        let place = self.ends.len();
        self.octets.extend_from_slice(text.as_bytes());
        self.ends.push(self.octets.len());
        self.places.insert(text.to_owned(), place);
        place
    }

    fn write(&self, out: &mut Vec<u8>) {
        out.extend(self.ends.iter().copied().flat_map(number));
        out.extend_from_slice(&self.octets);
    }
}
