//! Host names in constraints: `dNSName`, and the hosts of mail and URI names.

use std::collections::BTreeMap;

use super::forms::Place;
use super::subtrees::Subtrees;

/// A host with its labels in reverse order, in lower case, each with a zero octet after it: the names below a domain
/// are those that begin with its key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct HostKey(Vec<u8>);

impl HostKey {
    /// `None` for what is no host: an empty label, or an octet that is no visible ASCII. No text is no host either.
    pub(super) fn read(host: &[u8]) -> Option<Self> {
        let mut key = Vec::with_capacity(host.len().saturating_add(1));
        for label in host.rsplit(|octet| *octet == b'.') {
            if label.is_empty() || !label.iter().all(u8::is_ascii_graphic) {
                return None;
            }
            key.extend(label.iter().map(u8::to_ascii_lowercase));
            key.push(0);
        }
        Some(Self(key))
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The domain above.
    pub(super) fn parent(&self) -> &[u8] {
        let labels = self.0.split_last().map_or(&[][..], |(_, labels)| labels);
        let end = labels.iter().rposition(|octet| *octet == 0);
        end.and_then(|end| self.0.get(..=end)).unwrap_or_default()
    }

    /// Whether the first label holds an asterisk. A wildcard of part of a label is taken as one of all of it.
    pub(super) fn is_wildcard(&self) -> bool {
        self.0
            .get(self.parent().len()..)
            .is_some_and(|label| label.contains(&b'*'))
    }
}

/// Host constraints while they are gathered.
#[derive(Default)]
pub(super) struct HostsBuilder {
    /// Hosts that are meant alone, and whole mailboxes.
    pub(super) exact: BTreeMap<Vec<u8>, Place>,
    /// Domains that are meant with all below; the empty key is everything.
    pub(super) within: Vec<(Vec<u8>, Place)>,
    /// Domains of which only what is below is meant.
    pub(super) below: Vec<(Vec<u8>, Place)>,
    /// How many there are, with those that meet no name.
    pub(super) count: usize,
}

/// Host constraints of one form.
#[derive(Debug, Default)]
pub(super) struct Hosts {
    exact: BTreeMap<Vec<u8>, Place>,
    within: Subtrees,
    below: Subtrees,
    /// The domains above those of `within`: what a wildcard must stand below to cover one of them.
    above: BTreeMap<Vec<u8>, Place>,
    count: usize,
}

impl HostsBuilder {
    pub(super) fn finish(self) -> Hosts {
        let above = self
            .within
            .iter()
            .rev()
            .filter(|(key, _)| !key.is_empty())
            .map(|(key, constraint)| (HostKey(key.clone()).parent().to_vec(), *constraint))
            .collect();
        Hosts {
            exact: self.exact,
            within: Subtrees::new(self.within),
            below: Subtrees::new(self.below),
            above,
            count: self.count,
        }
    }
}

impl Hosts {
    pub(super) const fn count(&self) -> usize {
        self.count
    }

    /// The constraint that covers a host.
    pub(super) fn covering(&self, host: &HostKey) -> Option<Place> {
        self.exactly(host.as_bytes())
            .or_else(|| self.within.covering(host.as_bytes()))
            .or_else(|| self.below.covering(host.parent()))
    }

    /// The constraint that is this very host or mailbox.
    pub(super) fn exactly(&self, key: &[u8]) -> Option<Place> {
        self.exact.get(key).copied()
    }

    /// The constraint that covers a host or, for a wildcard, one of the hosts it stands for.
    pub(super) fn touching(&self, host: &HostKey) -> Option<Place> {
        self.covering(host).or_else(|| {
            host.is_wildcard()
                .then(|| self.above.get(host.parent()).copied())
                .flatten()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys() {
        for (host, key, parent) in [
            (
                "a.Example.COM",
                &b"com\0example\0a\0"[..],
                &b"com\0example\0"[..],
            ),
            ("com", b"com\0", b""),
        ] {
            let read = HostKey::read(host.as_bytes()).unwrap();
            assert_eq!((read.as_bytes(), read.parent()), (key, parent));
            assert!(!read.is_wildcard());
        }
        for wildcard in ["*.example.com", "f*o.example.com", "*"] {
            assert!(HostKey::read(wildcard.as_bytes()).unwrap().is_wildcard());
        }
        for bad in ["", ".", ".a", "a.", "a..b", "a b", "a\0b", "\u{e4}"] {
            assert_eq!(HostKey::read(bad.as_bytes()), None, "{bad:?}");
        }
    }
}
