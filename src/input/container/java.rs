//! Java's own key stores: JKS, and JCEKS of the Java Cryptography Extension.
//!
//! The layout is that of `sun.security.provider.JavaKeyStore` and `com.sun.crypto.provider.JceKeyStore`: a magic number, a
//! version, a count, the entries, and a SHA-1 over the password and everything before. The certificates are not encrypted.

use super::super::collector::{Collector, Entry};
use super::super::tlv;
use super::super::{Container, ContainerNote, NoteKind, Opened, Password, PrivateKeyFormat, Role};
use super::reader::Reader;
use core::ops::Range;
use memchr::memmem;
use sha1::{Digest, Sha1};

const PRIVATE_KEY: u32 = 1;
const TRUSTED_CERTIFICATE: u32 = 2;
const SECRET_KEY: u32 = 3;
/// Length of the SHA-1 at the end.
const DIGEST: usize = 20;
/// What the digest mixes in, so that it is no plain digest of the password.
const WHITENER: &[u8] = b"Mighty Aphrodite";
/// A certificate's type as it stands before every certificate of version 2: length and name.
const X509: &[u8] = b"\x00\x05X.509";

/// Reads a key store; of a damaged one every certificate that is whole.
pub(super) fn read(container: Container, bytes: &[u8], collector: &mut Collector<'_>) {
    let mut store = Store {
        reader: Reader::new(bytes),
        container,
        version: 0,
        damage: Damage::None,
        passed: 0,
        collector,
    };
    let found = store.entries();
    let (damage, end) = (store.damage, store.reader.at());
    match (found, damage) {
        (Some(()), Damage::None) => verify(container, (bytes, end), collector),
        (Some(()) | None, Damage::None | Damage::Some) => collector.opened(Opened {
            container,
            password: None,
        }),
    }
}

/// Whether something could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Damage {
    None,
    Some,
}

/// A key store being read.
struct Store<'s, 'b, 'c> {
    reader: Reader<'b>,
    container: Container,
    version: u32,
    damage: Damage,
    /// The end of the last whole certificate, or the beginning of a damaged one behind it.
    passed: usize,
    collector: &'s mut Collector<'c>,
}

impl Store<'_, '_, '_> {
    /// All entries; `None` where they cannot be followed to the end.
    fn entries(&mut self) -> Option<()> {
        let header = (self.reader.u32(), self.reader.u32(), self.reader.u32());
        let (_, Some(version), Some(mut left)) = header else {
            self.damaged(self.reader.at());
            return None;
        };
        self.version = version;
        while left > 0 {
            let start = self.reader.at();
            let read = if let Some(read) = self.entry() {
                read
            } else {
                self.reader.seek(start.max(self.passed));
                self.damaged(self.reader.at());
                self.next_certificate()?;
                self.certificates_here()?;
                // The number of entries may be what is damaged: on to the last certificate.
                0
            };
            left = left.saturating_sub(read);
        }
        Some(())
    }

    /// Notes damage that begins here.
    fn damaged(&mut self, from: usize) {
        // What follows the first damage may be its consequence.
        if self.damage == Damage::None {
            self.damage = Damage::Some;
            let end = from + self.reader.rest().len();
            self.collector.damaged(self.container, from..end);
        }
    }

    /// Goes to the next certificate that is whole, wherever its entry begins.
    fn next_certificate(&mut self) -> Option<()> {
        let from = self.reader.at();
        let found = memmem::find_iter(self.reader.rest(), X509).find(|at| {
            let mut probe = self.reader.clone();
            probe.seek(from + at + X509.len());
            certificate_in(&mut probe).is_some_and(is_whole)
        })?;
        self.reader.seek(from + found);
        Some(())
    }

    /// A certificate without its name, and those behind it that belong to the same key.
    fn certificates_here(&mut self) -> Option<()> {
        self.certificate(Role::Unspecified, None)?;
        while self.reader.rest().starts_with(X509) {
            self.certificate(Role::KeyChain, None)?;
        }
        Some(())
    }

    /// The next entry, or several that cannot be told apart; how many.
    fn entry(&mut self) -> Option<u32> {
        let tag = self.reader.u32()?;
        let alias = self.text()?;
        let _date = self.reader.run(8)?;
        match tag {
            TRUSTED_CERTIFICATE => self.certificate(Role::Unspecified, Some(alias)).map(|()| 1),
            PRIVATE_KEY => self.private_key(&alias).map(|()| 1),
            SECRET_KEY => self.secret_key(),
            _ => None,
        }
    }

    /// A key, passed over, and its chain, the certificate for the key first.
    fn private_key(&mut self, alias: &str) -> Option<()> {
        let length = self.reader.length()?;
        let (_, range) = self.reader.run(length)?;
        let kind = NoteKind::PrivateKeyPresent(PrivateKeyFormat::EncryptedPkcs8);
        self.collector.note(kind, range);
        for number in 0..self.reader.u32()? {
            let role = if number == 0 {
                Role::Unspecified
            } else {
                Role::KeyChain
            };
            self.certificate(role, (number == 0).then(|| alias.to_owned()))?;
        }
        Some(())
    }

    /// A key that Java serialised as an object, whose length only Java knows: the certificates of the next entry are
    /// looked for. Its name and date stand between and cannot be told from the object.
    fn secret_key(&mut self) -> Option<u32> {
        let from = self.reader.at();
        let end = from + self.reader.rest().len().checked_sub(DIGEST)?;
        let found = self.next_certificate();
        if found.is_none() {
            self.reader.seek(end);
        }
        let kind = NoteKind::PrivateKeyPresent(PrivateKeyFormat::Other);
        self.collector.note(kind, from..self.reader.at());
        if found.is_none() {
            return Some(u32::MAX);
        }
        self.certificates_here()?;
        Some(2)
    }

    fn certificate(&mut self, role: Role, alias: Option<String>) -> Option<()> {
        if self.version >= 2 {
            let _type = self.text()?;
        }
        let (der, range) = certificate_in(&mut self.reader)?;
        if is_whole((der, range.clone())) {
            self.passed = range.end;
            self.collector.entry(der, Entry { role, alias }, range);
            Some(())
        } else {
            // Its length may be what is wrong, and lead past the next one.
            self.passed = range.start;
            None
        }
    }

    /// A text in Java's variant of UTF-8, which differs for characters that names rarely have.
    fn text(&mut self) -> Option<String> {
        let length = self.reader.u16()?;
        let (text, _) = self.reader.run(length)?;
        Some(String::from_utf8_lossy(text).into_owned())
    }
}

/// A certificate behind its length.
fn certificate_in<'b>(reader: &mut Reader<'b>) -> Option<(&'b [u8], Range<usize>)> {
    let start = reader.clone();
    let found = reader.length().and_then(|length| reader.run(length));
    if found.is_none() {
        *reader = start;
    }
    found
}

/// Whether it is exactly one SEQUENCE.
fn is_whole((der, _): (&[u8], Range<usize>)) -> bool {
    tlv::header(der).is_some_and(|it| it.tag == tlv::SEQUENCE && it.total == der.len())
}

/// Looks for the password whose digest stands at the end of the entries.
fn verify(container: Container, (bytes, end): (&[u8], usize), collector: &mut Collector<'_>) {
    let (entries, rest) = bytes.split_at_checked(end).unwrap_or((bytes, &[]));
    let Some((digest, behind)) = rest.split_at_checked(DIGEST) else {
        collector.opened(Opened {
            container,
            password: None,
        });
        collector.damaged(container, end..bytes.len());
        return;
    };
    if !behind.is_empty() {
        let kind = NoteKind::TrailingData {
            block: None,
            bytes: behind.len(),
        };
        collector.note(kind, end + DIGEST..bytes.len());
    }
    let candidates = collector.passwords().candidates();
    let password = candidates
        .into_iter()
        .find(|password| digest_of(password, entries) == digest);
    if password.is_none() {
        let kind = NoteKind::Container(ContainerNote::IntegrityUnproven {
            container,
            tried: collector.tried(),
        });
        collector.note(kind, 0..bytes.len());
    }
    collector.opened(Opened {
        container,
        password,
    });
}

/// The digest of a key store under a password.
pub(crate) fn digest_of(password: &Password, entries: &[u8]) -> [u8; DIGEST] {
    let mut digest = Sha1::new();
    for unit in password.reveal().encode_utf16() {
        digest.update(unit.to_be_bytes());
    }
    digest.update(WHITENER);
    digest.update(entries);
    digest.finalize().into()
}
