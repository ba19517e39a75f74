//! The bags of a safe (RFC 7292 §4.2).

use super::super::super::collector::{Collector, Entry};
use super::super::super::tlv::{self, SEQUENCE, Tlv};
use super::super::super::{NoteKind, PrivateKeyFormat, Role};
use super::Place;
use super::ber::{DEPTH, fields, octets};
use super::{bmp, oid};
use core::ops::Range;

/// How deep safes stand in safes.
const NESTED: u8 = 4;

/// What was found in the bags so far.
#[derive(Debug, Default)]
pub(super) struct Bags {
    certificates: Vec<CertificateBag>,
    keys: Vec<(PrivateKeyFormat, Range<usize>)>,
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
    /// Reads `SafeContents`; `None` where that is not what is there, and nothing is kept of it.
    pub(super) fn read(&mut self, contents: &[u8], place: Place) -> Option<()> {
        let sequence = tlv::first_ber(contents, DEPTH).filter(|it| it.tag == SEQUENCE)?;
        let mut read = Self::default();
        read.safe(&sequence, (contents, &place), NESTED)?;
        self.certificates.extend(read.certificates);
        self.keys.extend(read.keys);
        Some(())
    }

    fn safe(&mut self, sequence: &Tlv<'_>, at: (&[u8], &Place), depth: u8) -> Option<()> {
        let depth = depth.checked_sub(1)?;
        for bag in fields(sequence.contents) {
            self.bag(&bag, at, depth)?;
        }
        Some(())
    }

    fn bag(&mut self, bag: &Tlv<'_>, at: (&[u8], &Place), depth: u8) -> Option<()> {
        let (whole, place) = at;
        let mut parts = fields(bag.contents);
        let kind = parts.next()?.contents;
        let explicit = parts.next()?;
        let value = tlv::first_ber(explicit.contents, DEPTH)?;
        let range = || place.of_part(whole, bag.whole);
        match kind {
            oid::CERT_BAG => {
                let attributes = parts.next().map(|set| attributes(&set));
                self.certificate(&value, at, attributes.unwrap_or_default());
            }
            oid::KEY_BAG => self.keys.push((PrivateKeyFormat::Pkcs8, range())),
            oid::SHROUDED_KEY_BAG => self.keys.push((PrivateKeyFormat::EncryptedPkcs8, range())),
            oid::SECRET_BAG => self.keys.push((PrivateKeyFormat::Other, range())),
            oid::SAFE_CONTENTS_BAG => self.safe(&value, at, depth)?,
            // Revocation lists, and whatever others put in.
            _ => {}
        }
        Some(())
    }

    fn certificate(&mut self, bag: &Tlv<'_>, at: (&[u8], &Place), attributes: Attributes) {
        let mut parts = fields(bag.contents);
        let kind = parts.next();
        let value = parts
            .next()
            .and_then(|explicit| tlv::first_ber(explicit.contents, DEPTH));
        let Some(octets) = value.as_ref().and_then(octets) else {
            return;
        };
        let is_x509 = kind.is_some_and(|kind| kind.contents == oid::X509_CERTIFICATE);
        let Some(der) = tlv::first(&octets).filter(|it| is_x509 && it.tag == SEQUENCE) else {
            return;
        };
        let (whole, place) = at;
        let range = match &octets {
            std::borrow::Cow::Borrowed(_) => place.of_part(whole, der.whole),
            std::borrow::Cow::Owned(_) => place.of_part(whole, bag.whole),
        };
        self.certificates.push(CertificateBag {
            der: der.whole.to_vec(),
            range,
            attributes,
        });
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
            let kind = NoteKind::WithoutJavaTrust {
                certificates: unmarked,
            };
            collector.note(kind, whole);
        }
    }
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
