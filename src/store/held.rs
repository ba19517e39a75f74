//! A certificate that is read in full when somebody asks for more than its name.

use crate::certificate::{CertSha256, Certificate, Malformed, Outline};
use std::sync::{Arc, OnceLock};

/// A certificate at hand: its bytes, what it is found by, and the rest once it was asked for.
#[derive(Debug)]
pub struct Held {
    der: Vec<u8>,
    sha256: CertSha256,
    subject: Vec<u8>,
    /// The inner `None` never happens as long as what has an outline can be read.
    full: OnceLock<Option<Arc<Certificate>>>,
}

impl Held {
    /// Takes a certificate in. What is not of the usual kind is read in full at once.
    pub(crate) fn read(der: Vec<u8>) -> Result<Self, Malformed> {
        let Some(outline) = Outline::of(&der) else {
            return Certificate::parse(&der).map(|certificate| Self::of(Arc::new(certificate)));
        };
        Ok(Self {
            sha256: CertSha256::of(&der),
            subject: outline.subject,
            full: OnceLock::new(),
            der,
        })
    }

    /// A certificate that was read before.
    pub(crate) fn of(certificate: Arc<Certificate>) -> Self {
        Self {
            der: certificate.as_der().to_vec(),
            sha256: certificate.sha256(),
            subject: certificate.subject.comparison_key().to_vec(),
            full: OnceLock::from(Some(certificate)),
        }
    }

    /// The certificate.
    pub fn certificate(&self) -> Option<&Arc<Certificate>> {
        let read = || Certificate::parse(&self.der).ok().map(Arc::new);
        self.full.get_or_init(read).as_ref()
    }

    /// The whole certificate in DER.
    pub fn as_der(&self) -> &[u8] {
        &self.der
    }

    /// SHA-256 of the DER: its identity.
    pub const fn sha256(&self) -> CertSha256 {
        self.sha256
    }

    /// What its subject is compared by.
    pub(super) fn subject(&self) -> &[u8] {
        &self.subject
    }
}

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        self.sha256 == other.sha256
    }
}

impl Eq for Held {}
