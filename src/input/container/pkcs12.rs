//! PKCS #12 (RFC 7292): `.p12`, `.pfx`, and Java's key stores since release 9.
//!
//! Certificates are taken out, whatever protects them; private keys are passed over as they are.

mod ber;
mod bmp;
mod cipher;
mod derive;
mod hash;
mod mac;
mod oid;
mod safe;
mod work;
pub(crate) mod writing;

pub(in super::super) use work::MOST_ROUNDS;

use super::super::collector::Collector;
use super::super::tlv::{self, SEQUENCE, Tlv};
use super::super::{Container, ContainerNote, NoteKind, Obstacle, Opened, Password};
use ber::{DEPTH, fields, octets};
use core::ops::Range;
use safe::Bags;
use work::Work;

/// Reads a container; `range` is that of the whole in the input, or of the text it was decoded from.
pub(in super::super) fn read(pfx: &[u8], range: Range<usize>, collector: &mut Collector<'_>) {
    let mut reading = Reading {
        whole: pfx,
        range,
        work: Work::new(collector.rounds),
        fitting: None,
        locked: false,
        bags: Bags::default(),
        collector,
    };
    if reading.contents().is_none() || reading.bags.is_damaged() {
        reading.obstacle(Obstacle::Damaged);
    }
    reading.finish();
}

/// A container being read.
struct Reading<'p, 'w, 'c> {
    whole: &'p [u8],
    range: Range<usize>,
    work: Work,
    /// The password that was found to fit.
    fitting: Option<Password>,
    /// Whether a part stays closed for want of a password.
    locked: bool,
    bags: Bags,
    collector: &'w mut Collector<'c>,
}

impl Reading<'_, '_, '_> {
    /// `PFX`: version, authenticated safe, MAC (§4). `None` where that is not what is there.
    fn contents(&mut self) -> Option<()> {
        let whole = self.whole;
        let pfx = tlv::first_ber(whole, DEPTH)?;
        let mut parts = fields(pfx.contents);
        let _version = parts.next()?;
        let safe = parts.next()?;
        let (kind, content) = content_info(&safe)?;
        if kind != oid::DATA {
            self.obstacle(Obstacle::PublicKey);
            return Some(());
        }
        let authenticated = octets(&content?)?;
        let candidates = match parts.next() {
            Some(mac) => self.authenticated(&mac, &authenticated),
            None => self.collector.passwords().candidates(),
        };
        let sequence = tlv::first_ber(&authenticated, DEPTH).filter(|it| it.tag == SEQUENCE)?;
        for part in fields(sequence.contents) {
            self.part(&part, &candidates)
                .unwrap_or_else(|| self.obstacle(Obstacle::Damaged));
        }
        Some(())
    }

    /// Finds the password that the MAC fits. What to try where none does: the content may be readable all the same.
    fn authenticated(&mut self, mac: &Tlv<'_>, content: &[u8]) -> Vec<Password> {
        let candidates = self.collector.passwords().candidates();
        let mac = match mac::Mac::of(mac) {
            Ok(mac) => mac,
            Err(obstacle) => {
                self.obstacle(obstacle);
                return candidates;
            }
        };
        for candidate in &candidates {
            match mac.fits(candidate, content, &mut self.work) {
                Ok(true) => {
                    self.fitting = Some(candidate.clone());
                    return vec![candidate.clone()];
                }
                Ok(false) => {}
                Err(obstacle) => {
                    self.obstacle(obstacle);
                    return candidates;
                }
            }
        }
        let kind = NoteKind::Container(ContainerNote::IntegrityUnproven {
            container: Container::Pkcs12,
            tried: self.collector.tried(),
        });
        self.collector.note(kind, self.range.clone());
        candidates
    }

    /// One `ContentInfo` of the safe (§4.1): bags as they are, or encrypted.
    fn part(&mut self, part: &Tlv<'_>, candidates: &[Password]) -> Option<()> {
        let (kind, content) = content_info(part)?;
        match kind {
            oid::DATA => {
                let bags = octets(&content?)?;
                let place = self.place(&bags);
                self.bags.read(&bags, &place)
            }
            oid::ENCRYPTED_DATA => self.encrypted(&content?, candidates),
            _ => {
                self.obstacle(Obstacle::PublicKey);
                Some(())
            }
        }
    }

    /// `EncryptedData` (RFC 5652 §8), with the first password that makes bags of it.
    fn encrypted(&mut self, content: &Tlv<'_>, candidates: &[Password]) -> Option<()> {
        let info = fields(content.contents).nth(1)?;
        let mut parts = fields(info.contents);
        let _kind = parts.next()?;
        let algorithm = parts.next()?;
        let encrypted = octets(&parts.next()?)?;
        let protection = match cipher::Protection::of(&algorithm) {
            Ok(protection) => protection,
            Err(obstacle) => {
                self.obstacle(obstacle);
                return Some(());
            }
        };
        let known = self.fitting.clone();
        for candidate in known.iter().chain(candidates) {
            match protection.open(candidate, &encrypted, &mut self.work) {
                Ok(Some(bags)) => {
                    if self
                        .bags
                        .read(&bags, &Place::Hidden(self.range.clone()))
                        .is_some()
                    {
                        self.fitting.get_or_insert_with(|| candidate.clone());
                        return Some(());
                    }
                }
                Ok(None) => {}
                Err(obstacle) => {
                    self.obstacle(obstacle);
                    return Some(());
                }
            }
        }
        self.locked = true;
        Some(())
    }

    /// Where decoded bytes stand in the input: exactly, where they are a part of it.
    fn place(&self, bytes: &[u8]) -> Place {
        let is_plain = self.range.len() == self.whole.len();
        let offset = bytes
            .as_ptr()
            .addr()
            .checked_sub(self.whole.as_ptr().addr());
        let within = |offset: &usize| offset.saturating_add(bytes.len()) <= self.whole.len();
        match offset.filter(within) {
            Some(offset) if is_plain => Place::At(self.range.start + offset),
            Some(_) | None => Place::Hidden(self.range.clone()),
        }
    }

    fn obstacle(&mut self, obstacle: Obstacle) {
        let kind = NoteKind::Container(ContainerNote::NotOpened {
            container: Container::Pkcs12,
            obstacle,
        });
        self.collector.note(kind, self.range.clone());
    }

    /// Records what was found.
    fn finish(self) {
        let container = Container::Pkcs12;
        self.collector.rounds = self.work.left();
        if self.locked {
            let tried = self.collector.tried();
            let kind = NoteKind::Container(ContainerNote::PasswordNeeded { container, tried });
            self.collector.replace_unproven(kind, self.range.clone());
        }
        self.bags.record(self.range.clone(), self.collector);
        if self.collector.is_empty() {
            self.collector.note(NoteKind::EmptyInput, self.range);
        }
        self.collector.opened(Opened {
            container,
            password: self.fitting,
        });
    }
}

/// Where something stands in the input.
#[derive(Clone, Debug)]
enum Place {
    /// From this offset on.
    At(usize),
    /// Somewhere in this range, encrypted or in pieces.
    Hidden(Range<usize>),
}

impl Place {
    /// The place of a part of something that stands here.
    fn of_part(&self, whole: &[u8], part: &[u8]) -> Range<usize> {
        match self {
            Self::At(start) => {
                let offset = part.as_ptr().addr().saturating_sub(whole.as_ptr().addr());
                start + offset..start + offset + part.len()
            }
            Self::Hidden(range) => range.clone(),
        }
    }
}

/// Type and content of a `ContentInfo` (RFC 5652 §3).
fn content_info<'b>(info: &Tlv<'b>) -> Option<(&'b [u8], Option<Tlv<'b>>)> {
    let mut parts = fields(info.contents);
    let kind = parts.next().filter(|it| it.tag == tlv::OBJECT_IDENTIFIER)?;
    let content = parts
        .next()
        .filter(|it| it.tag == tlv::CONTEXT_0)
        .and_then(|explicit| tlv::first_ber(explicit.contents, DEPTH));
    Some((kind.contents, content))
}

#[cfg(test)]
mod tests;
