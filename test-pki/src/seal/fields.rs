//! The parts of a certificate's signed half, to be exchanged one by one.

use crate::der;

/// The fields of `TBSCertificate` (RFC 5280 §4.1), each in DER.
pub(super) struct Fields {
    pub(super) version: Vec<u8>,
    pub(super) serial: Vec<u8>,
    pub(super) algorithm: Vec<u8>,
    pub(super) issuer: Vec<u8>,
    pub(super) validity: Vec<u8>,
    pub(super) subject: Vec<u8>,
    pub(super) public_key: Vec<u8>,
    pub(super) extensions: Vec<u8>,
}

impl Fields {
    pub(super) fn of(certificate: &[u8]) -> Self {
        let tbs = der::parts(certificate)
            .into_iter()
            .next()
            .expect("a certificate begins with its TBS");
        let mut fields = der::parts(tbs).into_iter().map(<[u8]>::to_vec);
        let mut next = || fields.next().unwrap_or_default();
        Self {
            version: next(),
            serial: next(),
            algorithm: next(),
            issuer: next(),
            validity: next(),
            subject: next(),
            public_key: next(),
            extensions: next(),
        }
    }

    pub(super) fn der(&self) -> Vec<u8> {
        der::sequence([
            &self.version,
            &self.serial,
            &self.algorithm,
            &self.issuer,
            &self.validity,
            &self.subject,
            &self.public_key,
            &self.extensions,
        ])
    }
}
