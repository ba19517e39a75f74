//! How two bundles differ in what they trust. Order, repetitions, headings and encoding make no difference.

use crate::certificate::{CertSha256, SpkiSha256};
use crate::finding::Cert;
use std::collections::{HashMap, HashSet};

/// How a bundle differs from another.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// The other one, as the user knows it.
    pub other: String,
    /// How many certificates both hold.
    pub common: usize,
    /// What only this one holds.
    pub added: Vec<Cert>,
    /// What only the other one holds.
    pub removed: Vec<Cert>,
    /// Certificates of one key and one name that differ: re-issued.
    pub reissued: Vec<SameKey>,
    /// Certificates of one key under different names.
    pub renamed: Vec<SameKey>,
}

/// Two certificates of one key.
#[derive(Clone, Debug)]
pub struct SameKey {
    /// The one in the other bundle.
    pub other: Cert,
    /// The one in this bundle.
    pub this: Cert,
}

impl Comparison {
    /// Whether both trust the same.
    pub const fn is_empty(&self) -> bool {
        self.added.is_empty()
            && self.removed.is_empty()
            && self.reissued.is_empty()
            && self.renamed.is_empty()
    }
}

/// Compares two bundles, each without repetitions, in the order of their files.
pub(crate) fn compare(this: &[Cert], other: &[Cert], name: String) -> Comparison {
    let only_here = missing_in(this, other);
    let counterparts = missing_in(other, this);
    let mut comparison = Comparison {
        other: name,
        common: this.len() - only_here.len(),
        ..Comparison::default()
    };
    let mut by_key: HashMap<SpkiSha256, Vec<&Cert>> = HashMap::new();
    for certificate in counterparts.iter().rev() {
        let same_key = by_key.entry(certificate.public_key.sha256).or_default();
        same_key.push(certificate);
    }
    let mut paired = HashSet::new();
    for certificate in only_here {
        let counterpart = by_key
            .get_mut(&certificate.public_key.sha256)
            .and_then(Vec::pop);
        let Some(counterpart) = counterpart else {
            comparison.added.push(certificate);
            continue;
        };
        paired.insert(counterpart.sha256());
        let has_same_name = counterpart.subject == certificate.subject;
        let pair = SameKey {
            other: Cert::clone(counterpart),
            this: certificate,
        };
        if has_same_name {
            comparison.reissued.push(pair);
        } else {
            comparison.renamed.push(pair);
        }
    }
    let is_unpaired = |certificate: &&Cert| !paired.contains(&certificate.sha256());
    comparison.removed = counterparts.iter().filter(is_unpaired).cloned().collect();
    comparison
}

/// The certificates of one bundle that another lacks.
fn missing_in(bundle: &[Cert], other: &[Cert]) -> Vec<Cert> {
    let known: HashSet<CertSha256> = other
        .iter()
        .map(|certificate| certificate.sha256())
        .collect();
    let is_missing = |certificate: &&Cert| !known.contains(&certificate.sha256());
    bundle.iter().filter(is_missing).cloned().collect()
}
