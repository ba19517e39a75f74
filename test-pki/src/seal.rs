//! The one place where certificates are written and signed.
//!
//! rcgen writes the part to be signed, for a placeholder key. What it cannot say is then exchanged in
//! the DER, field by field: algorithms (SHA-1, MD5, P-521), names (repeated attributes, old string
//! types), the raw serial number, version 1. At last the result is signed, once.

use crate::certified::Certified;
use crate::der;
use crate::extension::{Criticality, Extension};
use crate::hash::Hash;
use crate::key::Key;
use crate::name::Name;
use crate::template::{AuthorityKeyId, KeyId, Template, Version};
use draft::draft;
use fields::Fields;

mod draft;
mod fields;

/// Who signs.
pub(crate) struct Signer {
    pub(crate) name: Name,
    pub(crate) key: Key,
    /// The issuer's own subject key identifier; none in a self-signed certificate.
    pub(crate) key_id: Option<Vec<u8>>,
}

impl Signer {
    pub(crate) fn of(issuer: &Certified) -> Self {
        let template = issuer.template();
        let key_id = match &template.subject_key_id {
            KeyId::Bytes(bytes) => bytes.clone(),
            KeyId::OfKey | KeyId::Absent => template.key.identifier(),
        };
        Self {
            name: template.subject.clone(),
            key: template.key.clone(),
            key_id: Some(key_id),
        }
    }
}

/// Writes and signs the certificate.
pub(crate) fn seal(template: Template, signer: &Signer) -> Certified {
    let hash = template.hash.unwrap_or_else(|| signer.key.usual_hash());
    let algorithm = match template.signature_algorithm {
        Some(oid) => der::sequence([der::oid(oid)]),
        None => signer.key.signature_algorithm(hash),
    };

    let mut tbs = Fields::of(&draft(&template, &extensions(&template, signer)));
    tbs.algorithm.clone_from(&algorithm);
    tbs.issuer = signer.name.der();
    tbs.subject = template.subject.der();
    tbs.public_key = template.key.public_key_info();
    if template.version == Version::V1 {
        tbs.version.clear();
        tbs.extensions.clear();
    }
    let serial = template
        .serial
        .clone()
        .unwrap_or_else(|| usual_serial(&tbs, &signer.key));
    tbs.serial = der::tlv(der::tag::INTEGER, &serial);
    let tbs = tbs.der();
    let signature = der::bit_string(&signer.key.sign(hash, &tbs));
    Certified::new(
        der::sequence([tbs, algorithm, signature]),
        template,
        signer.name.clone(),
        serial,
    )
}

/// A digest of all that the certificate says and of who signs: one serial per certificate, always the same.
fn usual_serial(tbs: &Fields, signer: &Key) -> Vec<u8> {
    let identity = der::concat([&tbs.der(), signer.subject_public_key()]);
    let mut serial: Vec<u8> = Hash::Sha256
        .digest(&identity)
        .into_iter()
        .take(16)
        .collect();
    if let Some(first) = serial.first_mut() {
        // Positive, and of the full length.
        *first = *first & 0x3f | 0x40;
    }
    serial
}

fn extensions(template: &Template, signer: &Signer) -> Vec<Extension> {
    let mut list = Vec::new();
    if let Some(value) = template.basic_constraints.der() {
        list.push(Extension::new(
            "2.5.29.19",
            template.basic_constraints_criticality,
            value,
        ));
    }
    if !template.permitted.is_empty() || !template.excluded.is_empty() {
        list.push(Extension::name_constraints(
            template.name_constraints_criticality,
            &template.permitted,
            &template.excluded,
        ));
    }
    match &template.subject_key_id {
        KeyId::OfKey => list.push(Extension::subject_key_identifier(
            &template.key.identifier(),
        )),
        KeyId::Bytes(bytes) => list.push(Extension::subject_key_identifier(bytes)),
        KeyId::Absent => {}
    }
    list.extend(authority_key_identifier(&template.authority_key_id, signer));
    list.extend_from_slice(&template.extensions);
    list
}

fn authority_key_identifier(id: &AuthorityKeyId, signer: &Signer) -> Option<Extension> {
    let key_id = |bytes: &[u8]| der::implicit(0, bytes);
    let content = match id {
        AuthorityKeyId::Absent => return None,
        AuthorityKeyId::OfIssuer => key_id(signer.key_id.as_deref()?),
        AuthorityKeyId::Always => match &signer.key_id {
            Some(bytes) => key_id(bytes),
            None => key_id(&signer.key.identifier()),
        },
        AuthorityKeyId::Bytes(bytes) => key_id(bytes),
        AuthorityKeyId::IssuerAndSerial { issuer, serial } => der::concat([
            der::constructed(1, &der::constructed(4, &issuer.der())),
            der::implicit(2, serial),
        ]),
    };
    let value = der::sequence([content]);
    Some(Extension::new("2.5.29.35", Criticality::NonCritical, value))
}
