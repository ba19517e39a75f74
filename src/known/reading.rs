//! What the table says of a certificate, read from its DER.

use x509_parser::prelude::{FromDer, X509Certificate, X509Version};
use x509_parser::public_key::PublicKey;
use x509_parser::x509::SubjectPublicKeyInfo;

use crate::certificate::{CertSha1, CertSha256, Name, SpkiSha256};
use crate::moment::Moment;

/// The version of a certificate (RFC 5280 §4.1.2.1), as far as it matters for a root: v1 has no extensions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RootVersion {
    /// X.509 v1.
    V1,
    /// X.509 v3 (or the forgotten v2).
    V3,
}

/// The facts of one root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RootFacts {
    /// The certificate.
    pub der: Vec<u8>,
    /// Its SHA-256.
    pub sha256: CertSha256,
    /// Its SHA-1.
    pub sha1: CertSha1,
    /// SHA-256 of its `SubjectPublicKeyInfo`.
    pub spki_sha256: SpkiSha256,
    /// Its subject.
    pub subject: Name,
    /// Its issuer: another name than the subject in a cross-certificate.
    pub issuer: Name,
    /// First moment of its validity.
    pub not_before: Moment,
    /// Last moment of its validity.
    pub not_after: Moment,
    /// Kind and size of the key: `RSA 2048`, `EC secp384r1`.
    pub key: String,
    /// The signature algorithm, by the name of its standard: `sha256WithRSAEncryption`.
    pub signature: String,
    /// Its version.
    pub version: RootVersion,
}

impl RootFacts {
    /// Reads one DER certificate. `None` when it is not one.
    pub fn read(der: &[u8]) -> Option<Self> {
        let (rest, certificate) = X509Certificate::from_der(der).ok()?;
        if !rest.is_empty() {
            return None;
        }
        let spki = certificate.public_key();
        Some(Self {
            der: der.to_vec(),
            sha256: CertSha256::of(der),
            sha1: CertSha1::of(der),
            spki_sha256: SpkiSha256::of(spki.raw),
            subject: Name::from_der(certificate.subject().as_raw())?,
            issuer: Name::from_der(certificate.issuer().as_raw())?,
            not_before: Moment::from_unix(certificate.validity().not_before.timestamp()),
            not_after: Moment::from_unix(certificate.validity().not_after.timestamp()),
            key: key_description(spki),
            signature: signature_name(&certificate.signature_algorithm.algorithm.to_id_string()),
            version: match certificate.version() {
                X509Version::V1 => RootVersion::V1,
                X509Version(_) => RootVersion::V3,
            },
        })
    }

    /// Whether subject and issuer are the same name.
    pub fn is_self_signed(&self) -> bool {
        self.subject == self.issuer
    }
}

fn key_description(spki: &SubjectPublicKeyInfo<'_>) -> String {
    let oid = spki.algorithm.algorithm.to_id_string();
    match (oid.as_str(), spki.parsed()) {
        (_, Ok(PublicKey::RSA(key))) => format!("RSA {}", bits(key.modulus)),
        ("1.2.840.10045.2.1", _) => format!("EC {}", curve(spki).unwrap_or_default()),
        ("1.3.101.112", _) => "Ed25519".to_owned(),
        (other, _) => other.to_owned(),
    }
}

fn bits(modulus: &[u8]) -> usize {
    let significant: Vec<u8> = modulus
        .iter()
        .copied()
        .skip_while(|&octet| octet == 0)
        .collect();
    let unused = significant.first().map_or(0, |first| first.leading_zeros());
    (significant.len() * 8).saturating_sub(usize::try_from(unused).unwrap_or(0))
}

/// RFC 5480 §2.1.1.1; a curve without a name here is shown by its object identifier.
fn curve(spki: &SubjectPublicKeyInfo<'_>) -> Option<String> {
    let oid = spki
        .algorithm
        .parameters
        .as_ref()?
        .as_oid()
        .ok()?
        .to_id_string();
    Some(match oid.as_str() {
        "1.2.840.10045.3.1.7" => "secp256r1".to_owned(),
        "1.3.132.0.34" => "secp384r1".to_owned(),
        "1.3.132.0.35" => "secp521r1".to_owned(),
        _ => oid,
    })
}

/// RFC 3279 §2.2, RFC 4055 §5, RFC 5758 §3.2, RFC 8410 §3.
fn signature_name(oid: &str) -> String {
    let name = match oid {
        "1.2.840.113549.1.1.2" => "md2WithRSAEncryption",
        "1.2.840.113549.1.1.4" => "md5WithRSAEncryption",
        "1.2.840.113549.1.1.5" => "sha1WithRSAEncryption",
        "1.2.840.113549.1.1.10" => "rsassaPss",
        "1.2.840.113549.1.1.11" => "sha256WithRSAEncryption",
        "1.2.840.113549.1.1.12" => "sha384WithRSAEncryption",
        "1.2.840.113549.1.1.13" => "sha512WithRSAEncryption",
        "1.2.840.113549.1.1.14" => "sha224WithRSAEncryption",
        "1.2.840.10045.4.1" => "ecdsa-with-SHA1",
        "1.2.840.10045.4.3.1" => "ecdsa-with-SHA224",
        "1.2.840.10045.4.3.2" => "ecdsa-with-SHA256",
        "1.2.840.10045.4.3.3" => "ecdsa-with-SHA384",
        "1.2.840.10045.4.3.4" => "ecdsa-with-SHA512",
        "1.3.101.112" => "Ed25519",
        other => other,
    };
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::known::KnownRoots;

    #[test]
    fn only_a_whole_certificate_is_read() {
        let known = KnownRoots::built_in();
        let der = known.iter().next().unwrap().der().unwrap();
        assert!(RootFacts::read(der).is_some());
        for bad in [
            &der[..der.len() - 1],
            &[],
            b"-----BEGIN CERTIFICATE-----",
            &[der, &[0]].concat(),
        ] {
            assert_eq!(RootFacts::read(bad), None, "{} octets", bad.len());
        }
    }

    #[test]
    fn significant_bits_only() {
        for (modulus, expected) in [
            (&[][..], 0),
            (&[0, 0], 0),
            (&[0, 0x80], 8),
            (&[0x01, 0xff], 9),
            (&[0, 0x7f, 0xff], 15),
        ] {
            assert_eq!(bits(modulus), expected, "{modulus:?}");
        }
    }
}
