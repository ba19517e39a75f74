//! The bags of a safe (RFC 7292 §4.2).

use super::super::super::collector::{Collector, Entry};
use super::super::super::tlv::{self, SEQUENCE, Tlv};
use super::super::super::{ContainerNote, NoteKind, PrivateKeyFormat, Role};
use super::Place;
use super::ber::{DEPTH, fields, octets};
use super::{bmp, oid};
use core::ops::Range;
use memchr::memmem;

/// How deep safes stand in safes.
const NESTED: u8 = 4;

/// Type, value, attributes.
const FIELDS: usize = 3;

/// What was found in the bags so far.
#[derive(Debug, Default)]
pub(super) struct Bags {
    certificates: Vec<CertificateBag>,
    keys: Vec<(PrivateKeyFormat, Range<usize>)>,
    damaged: bool,
    /// Octets of the certificates so far.
    taken: usize,
}

#[derive(Debug)]
struct CertificateBag {
    der: Vec<u8>,
    range: Range<usize>,
    attributes: Attributes,
}

#[derive(Debug, Default)]
struct Attributes {
    name: Option<String>,
    java_trusts_it: bool,
    belongs_to_a_key: bool,
}

impl Bags {
    /// Reads `SafeContents`, and of a damaged one every bag that is whole; `None` where it is none at all, as after
    /// decryption by a wrong password.
    pub(super) fn read(&mut self, contents: &[u8], place: &Place) -> Option<()> {
        let sequence = tlv::first_ber(contents, DEPTH)
            .filter(|it| it.tag == SEQUENCE && it.whole.len() == contents.len())?;
        self.safe(&sequence, (contents, place), NESTED);
        Some(())
    }

    /// Whether some bag could not be read.
    pub(super) const fn is_damaged(&self) -> bool {
        self.damaged
    }

    fn safe(&mut self, sequence: &Tlv<'_>, at: (&[u8], &Place), depth: u8) {
        let Some(depth) = depth.checked_sub(1) else {
            self.damaged = true;
            return;
        };
        let mut rest = sequence.contents;
        while !rest.is_empty() {
            let bag = tlv::first_ber(rest, DEPTH).filter(|bag| self.bag(bag, at, depth).is_some());
            let behind = if let Some(bag) = bag {
                rest.get(bag.whole.len()..)
            } else {
                self.damaged = true;
                next_bag(rest)
            };
            rest = behind.unwrap_or_default();
        }
    }

    fn bag(&mut self, bag: &Tlv<'_>, at: (&[u8], &Place), depth: u8) -> Option<()> {
        let (whole, place) = at;
        // A length that is too large would swallow the bags behind.
        let read: usize = fields(bag.contents)
            .take(FIELDS)
            .map(|it| it.whole.len())
            .sum();
        if read != bag.contents.len() {
            return None;
        }
        let mut parts = fields(bag.contents);
        let kind = parts.next()?.contents;
        let explicit = parts.next()?;
        let value = tlv::first_ber(explicit.contents, DEPTH)?;
        let range = || place.of_part(whole, bag.whole);
        match kind {
            oid::CERT_BAG => {
                let attributes = parts.next().map(|set| attributes(&set));
                self.certificate(&value, at, attributes.unwrap_or_default())?;
            }
            oid::KEY_BAG => self.keys.push((PrivateKeyFormat::Pkcs8, range())),
            oid::SHROUDED_KEY_BAG => self.keys.push((PrivateKeyFormat::EncryptedPkcs8, range())),
            oid::SECRET_BAG => self.keys.push((PrivateKeyFormat::Other, range())),
            oid::SAFE_CONTENTS_BAG => self.safe(&value, at, depth),
            // Revocation lists, and whatever others put in.
            _ => {}
        }
        Some(())
    }

    /// A certificate; other kinds than X.509 are passed over.
    fn certificate(
        &mut self,
        bag: &Tlv<'_>,
        at: (&[u8], &Place),
        attributes: Attributes,
    ) -> Option<()> {
        let mut parts = fields(bag.contents);
        if parts.next()?.contents != oid::X509_CERTIFICATE {
            return Some(());
        }
        let value = tlv::first_ber(parts.next()?.contents, DEPTH)?;
        let octets = octets(&value)?;
        let der = tlv::first(&octets).filter(|it| it.tag == SEQUENCE)?;
        let (whole, place) = at;
        // Bags within bags must not make more of a file than it holds.
        self.taken = self.taken.saturating_add(der.whole.len());
        if self.taken > whole.len() {
            return None;
        }
        let range = match &octets {
            std::borrow::Cow::Borrowed(_) => place.of_part(whole, der.whole),
            std::borrow::Cow::Owned(_) => place.of_part(whole, bag.whole),
        };
        self.certificates.push(CertificateBag {
            der: der.whole.to_vec(),
            range,
            attributes,
        });
        Some(())
    }

    /// Records everything. What Java trusts is marked; where there is a key, what is not marked is the chain for it.
    pub(super) fn record(self, whole: Range<usize>, collector: &mut Collector<'_>) {
        let has_keys = !self.keys.is_empty();
        for (format, range) in self.keys {
            collector.note(NoteKind::PrivateKeyPresent(format), range);
        }
        let mut unmarked = 0;
        for bag in self.certificates {
            let Attributes {
                name,
                java_trusts_it,
                belongs_to_a_key,
            } = bag.attributes;
            let role = if has_keys && !java_trusts_it && !belongs_to_a_key {
                Role::KeyChain
            } else {
                Role::Unspecified
            };
            unmarked += usize::from(!has_keys && !java_trusts_it);
            collector.entry(&bag.der, Entry { role, alias: name }, bag.range);
        }
        if unmarked > 0 {
            let kind = NoteKind::Container(ContainerNote::WithoutJavaTrust {
                certificates: unmarked,
            });
            collector.note(kind, whole);
        }
    }
}

/// What begins with the next bag of a certificate behind a damaged one.
fn next_bag(damaged: &[u8]) -> Option<&[u8]> {
    memmem::find_iter(damaged, oid::CERT_BAG).find_map(|at| {
        // Tag and length of the identifier stand between, and before them those of the bag, in two to five octets.
        (2..=5).find_map(|header| {
            let start = at.checked_sub(2 + header).filter(|start| *start > 0)?;
            let bag = damaged.get(start..)?;
            tlv::header(bag)
                .is_some_and(|it| it.tag == SEQUENCE && it.len == header)
                .then_some(bag)
        })
    })
}

fn attributes(set: &Tlv<'_>) -> Attributes {
    let mut found = Attributes::default();
    for attribute in fields(set.contents) {
        let mut parts = fields(attribute.contents);
        let Some(kind) = parts.next() else { continue };
        match kind.contents {
            oid::FRIENDLY_NAME => {
                let value = parts.next().and_then(|set| fields(set.contents).next());
                found.name = value.map(|value| bmp::text(value.contents));
            }
            oid::LOCAL_KEY_ID => found.belongs_to_a_key = true,
            oid::TRUSTED_KEY_USAGE => found.java_trusts_it = true,
            _ => {}
        }
    }
    found
}
