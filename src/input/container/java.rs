//! Java's own key stores: JKS, and JCEKS of the Java Cryptography Extension.
//!
//! The layout is that of `sun.security.provider.JavaKeyStore` and `com.sun.crypto.provider.JceKeyStore`: a magic number, a
//! version, a count, the entries, and a SHA-1 over the password and everything before. The certificates are not encrypted.

use super::super::collector::{Collector, Entry};
use super::super::tlv;
use super::super::{Container, NoteKind, Opened, Password, PrivateKeyFormat, Role};
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

/// Reads a key store; what stands before damage is kept.
pub(super) fn read(container: Container, bytes: &[u8], collector: &mut Collector<'_>) {
    let mut store = Store {
        reader: Reader::new(bytes),
        version: 0,
        collector,
    };
    if store.entries().is_none() {
        let range = store.reader.at().min(bytes.len())..bytes.len();
        let kind = NoteKind::Truncated {
            block: None,
            extent: None,
        };
        collector.note(kind, range);
        collector.opened(Opened {
            container,
            password: None,
        });
        return;
    }
    let end = store.reader.at();
    verify(container, (bytes, end), collector);
}

/// A key store being read.
struct Store<'s, 'b, 'c> {
    reader: Reader<'b>,
    version: u32,
    collector: &'s mut Collector<'c>,
}

impl Store<'_, '_, '_> {
    /// All entries; `None` where one is cut or unknown.
    fn entries(&mut self) -> Option<()> {
        let _magic = self.reader.u32()?;
        self.version = self.reader.u32()?;
        let mut left = self.reader.u32()?;
        while left > 0 {
            left = left.saturating_sub(self.entry()?);
        }
        Some(())
    }

    /// The next entry, or several that cannot be told apart; how many.
    fn entry(&mut self) -> Option<u32> {
        let start = self.reader.clone();
        let tag = self.reader.u32()?;
        let alias = self.text()?;
        let _date = self.reader.run(8)?;
        match tag {
            TRUSTED_CERTIFICATE => self.certificate(Role::Unspecified, Some(alias)).map(|()| 1),
            PRIVATE_KEY => self.private_key(&alias).map(|()| 1),
            SECRET_KEY => self.secret_key(),
            _ => {
                self.reader = start;
                None
            }
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
        let rest = self.reader.rest();
        let found = memmem::find_iter(rest, X509).find(|at| {
            let mut probe = self.reader.clone();
            probe.seek(from + at + X509.len());
            certificate_in(&mut probe).is_some()
        });
        let end = found.map_or(from + rest.len().checked_sub(DIGEST)?, |at| from + at);
        let kind = NoteKind::PrivateKeyPresent(PrivateKeyFormat::Other);
        self.collector.note(kind, from..end);
        self.reader.seek(end);
        if found.is_none() {
            return Some(u32::MAX);
        }
        self.certificate(Role::Unspecified, None)?;
        while self.reader.rest().starts_with(X509) {
            self.certificate(Role::KeyChain, None)?;
        }
        Some(2)
    }

    fn certificate(&mut self, role: Role, alias: Option<String>) -> Option<()> {
        if self.version >= 2 {
            let _type = self.text()?;
        }
        let (der, range) = certificate_in(&mut self.reader)?;
        self.collector.entry(der, Entry { role, alias }, range);
        Some(())
    }

    /// A text in Java's variant of UTF-8, which differs for characters that names rarely have.
    fn text(&mut self) -> Option<String> {
        let length = self.reader.u16()?;
        let (text, _) = self.reader.run(length)?;
        Some(String::from_utf8_lossy(text).into_owned())
    }
}

/// A certificate behind its length: exactly one SEQUENCE.
fn certificate_in<'b>(reader: &mut Reader<'b>) -> Option<(&'b [u8], Range<usize>)> {
    let length = reader.length()?;
    let start = reader.clone();
    let (der, range) = reader.run(length)?;
    if tlv::header(der).is_some_and(|it| it.tag == tlv::SEQUENCE && it.total == der.len()) {
        Some((der, range))
    } else {
        *reader = start;
        None
    }
}

/// Looks for the password whose digest stands at the end of the entries.
fn verify(container: Container, (bytes, end): (&[u8], usize), collector: &mut Collector<'_>) {
    let (entries, rest) = bytes.split_at_checked(end).unwrap_or((bytes, &[]));
    let Some((digest, behind)) = rest.split_at_checked(DIGEST) else {
        let kind = NoteKind::Truncated {
            block: None,
            extent: None,
        };
        collector.note(kind, end..bytes.len());
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
        let kind = NoteKind::IntegrityUnproven {
            container,
            tried: collector.tried(),
        };
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
