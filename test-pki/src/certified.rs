//! A finished certificate together with what made it.

use std::fmt::Write as _;

use crate::hash::Hash;
use crate::key::Key;
use crate::name::Name;
use crate::template::Template;

/// A signed certificate, its key, and the template it came from.
#[derive(Debug, Clone)]
pub struct Certified {
    der: Vec<u8>,
    template: Template,
    issuer: Name,
    serial: Vec<u8>,
}

impl Certified {
    pub(crate) fn new(der: Vec<u8>, template: Template, issuer: Name, serial: Vec<u8>) -> Self {
        Self {
            der,
            template,
            issuer,
            serial,
        }
    }

    /// The certificate in DER.
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// The certificate as one PEM block.
    pub fn pem(&self) -> String {
        crate::pem_of(&self.der)
    }

    /// The key of the subject.
    pub fn key(&self) -> &Key {
        &self.template.key
    }

    /// The subject.
    pub fn name(&self) -> &Name {
        &self.template.subject
    }

    /// The issuer.
    pub fn issuer_name(&self) -> &Name {
        &self.issuer
    }

    /// Content octets of the serial number.
    pub fn serial(&self) -> &[u8] {
        &self.serial
    }

    /// SHA-256 of the DER, in lower-case hexadecimal.
    pub fn sha256(&self) -> String {
        hex(&Hash::Sha256.digest(&self.der))
    }

    /// What the certificate was made from, to make a sibling: same name and key unless changed.
    pub fn template(&self) -> &Template {
        &self.template
    }

    /// The same name and key certified by another CA, as cross-certificates are.
    #[must_use]
    pub fn cross_signed_by(&self, issuer: &Self) -> Self {
        self.template.clone().issued_by(issuer)
    }

    /// The same certificate with its bytes changed after signing: malformed, as a test wants it.
    #[must_use]
    pub fn edited(mut self, edit: impl FnOnce(&mut Vec<u8>)) -> Self {
        edit(&mut self.der);
        self
    }

    /// The same certificate with the last byte of the signature changed.
    #[must_use]
    pub fn with_broken_signature(self) -> Self {
        self.edited(|der| {
            if let Some(last) = der.last_mut() {
                *last ^= 1;
            }
        })
    }
}

impl AsRef<[u8]> for Certified {
    fn as_ref(&self) -> &[u8] {
        &self.der
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a String takes everything");
        text
    })
}
