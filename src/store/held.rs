//! A certificate that is read in full when somebody asks for more than its name.

use crate::certificate::outline;
use crate::certificate::{CertSha256, Certificate, Der, Malformed, Outline};
use std::sync::{Arc, OnceLock};

/// A certificate at hand: its bytes, what it is found by, and the rest once it was asked for.
#[derive(Debug)]
pub struct Held {
    der: Der,
    subject: Arc<[u8]>,
    /// The inner `None` never happens as long as what has an outline can be read.
    full: OnceLock<Option<Arc<Certificate>>>,
}

impl Held {
    /// Takes a certificate in. What is not of the usual kind is read in full at once.
    pub(crate) fn read(der: Der) -> Result<Self, Malformed> {
        let Some(outline) = Outline::of(&der) else {
            return Certificate::read(&der).map(|certificate| Self::of(Arc::new(certificate)));
        };
        Ok(Self {
            subject: outline.subject.into(),
            full: OnceLock::new(),
            der,
        })
    }

    /// A certificate that was read before.
    pub(crate) fn of(certificate: Arc<Certificate>) -> Self {
        Self {
            der: certificate.der().clone(),
            subject: certificate.subject.comparison_key().into(),
            full: OnceLock::from(Some(certificate)),
        }
    }

    /// The certificate.
    pub fn certificate(&self) -> Option<&Arc<Certificate>> {
        let read = || Certificate::read(&self.der).ok().map(Arc::new);
        self.full.get_or_init(read).as_ref()
    }

    /// The whole certificate, shared.
    pub(super) const fn der(&self) -> &Der {
        &self.der
    }

    /// The whole certificate in DER.
    pub fn as_der(&self) -> &[u8] {
        &self.der
    }

    /// SHA-256 of the DER: its identity.
    pub fn sha256(&self) -> CertSha256 {
        self.der.sha256()
    }

    /// Its SHA-256, where somebody knows it.
    pub(crate) fn set_sha256(&self, sha256: CertSha256) {
        self.der.set_sha256(sha256);
    }

    /// The encoding of its subject. It is found without reading the rest.
    pub(crate) fn subject_der(&self) -> &[u8] {
        match self.full.get() {
            None => outline::subject_der(&self.der).unwrap_or_default(),
            Some(full) => full.as_ref().map_or(&[], |full| full.subject.as_der()),
        }
    }

    /// What its subject is compared by.
    pub(super) const fn subject(&self) -> &Arc<[u8]> {
        &self.subject
    }
}

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        self.der == other.der
    }
}

impl Eq for Held {}
