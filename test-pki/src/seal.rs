//! The one place where certificates are written and signed.
//!
//! rcgen writes the part to be signed, for a placeholder key. What it cannot say is then exchanged in
//! the DER, field by field: algorithms (SHA-1, MD5, P-521), names (repeated attributes, old string
//! types), the raw serial number, version 1. At last the result is signed, once.

use rcgen::{
    CertificateParams, CustomExtension, DistinguishedName, Issuer, PKCS_ECDSA_P256_SHA256,
    PublicKeyData, SerialNumber, SignatureAlgorithm, SigningKey,
};

use crate::certified::Certified;
use crate::der;
use crate::extension::{Criticality, Extension};
use crate::hash::Hash;
use crate::key::Key;
use crate::name::Name;
use crate::template::{AuthorityKeyId, KeyId, Template, Version};

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

    let mut tbs = Fields::of(&draft(&template, signer));
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

/// The certificate as far as rcgen can write it.
fn draft(template: &Template, signer: &Signer) -> Vec<u8> {
    let mut params = CertificateParams::default();
    params.not_before = template.not_before;
    params.not_after = template.not_after;
    params.serial_number = Some(SerialNumber::from_slice(&[1]));
    params.distinguished_name = placeholder_name(&template.subject);
    params.subject_alt_names = template.alternative_names.iter().map(Into::into).collect();
    params.key_usages = template
        .key_usage
        .iter()
        .map(|&usage| usage.into())
        .collect();
    params.extended_key_usages = template.extended_key_usage.iter().map(Into::into).collect();
    params.custom_extensions = extensions(template, signer).iter().map(custom).collect();
    let issuer = Issuer::from_params(&params, Placeholder);
    let certificate = params.signed_by(&Placeholder, &issuer);
    certificate
        .expect("rcgen refuses only what the builder cannot say")
        .der()
        .to_vec()
}

/// An empty name makes rcgen mark the alternative names critical, as RFC 5280 §4.1.2.6 asks.
fn placeholder_name(subject: &Name) -> DistinguishedName {
    let mut name = DistinguishedName::new();
    if *subject != Name::new() {
        name.push(rcgen::DnType::CommonName, "placeholder");
    }
    name
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

fn custom(extension: &Extension) -> CustomExtension {
    let arcs: Vec<u64> = extension
        .oid
        .split('.')
        .map(|arc| arc.parse().expect("an object identifier is numbers"))
        .collect();
    let mut custom = CustomExtension::from_oid_content(&arcs, extension.value.clone());
    custom.set_criticality(extension.criticality == Criticality::Critical);
    custom
}

/// Stands in for every key while rcgen writes.
struct Placeholder;

impl PublicKeyData for Placeholder {
    fn der_bytes(&self) -> &[u8] {
        &[]
    }

    fn algorithm(&self) -> &'static SignatureAlgorithm {
        &PKCS_ECDSA_P256_SHA256
    }
}

impl SigningKey for Placeholder {
    fn sign(&self, _: &[u8]) -> Result<Vec<u8>, rcgen::Error> {
        Ok(Vec::new())
    }
}

/// The fields of `TBSCertificate` (RFC 5280 §4.1), each in DER.
struct Fields {
    version: Vec<u8>,
    serial: Vec<u8>,
    algorithm: Vec<u8>,
    issuer: Vec<u8>,
    validity: Vec<u8>,
    subject: Vec<u8>,
    public_key: Vec<u8>,
    extensions: Vec<u8>,
}

impl Fields {
    fn of(certificate: &[u8]) -> Self {
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

    fn der(&self) -> Vec<u8> {
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
