//! What rcgen writes: dates, alternative names, key usages, and the extensions handed to it.

use rcgen::{
    CertificateParams, CustomExtension, DistinguishedName, Issuer, PKCS_ECDSA_P256_SHA256,
    PublicKeyData, SerialNumber, SignatureAlgorithm, SigningKey,
};

use crate::extension::{Criticality, Extension};
use crate::name::Name;
use crate::template::Template;

/// The certificate as far as rcgen can write it.
pub(super) fn draft(template: &Template, extensions: &[Extension]) -> Vec<u8> {
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
    params.custom_extensions = extensions.iter().map(custom).collect();
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
