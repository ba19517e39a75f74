//! The values that the builder's options take.

use std::net::IpAddr;

use rcgen::{ExtendedKeyUsagePurpose, KeyUsagePurpose, SanType};

use crate::certified::Certified;
use crate::der;
use crate::name::Name;

/// Basic constraints (RFC 5280 §4.2.1.9).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BasicConstraints {
    /// No extension.
    Absent,
    /// The extension, not a CA.
    EndEntity,
    /// A CA without path length.
    Ca,
    /// A CA with a path length.
    CaWithPathLen(u8),
}

/// Key usages (RFC 5280 §4.2.1.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyUsage {
    /// `digitalSignature`
    DigitalSignature,
    /// `nonRepudiation`, today `contentCommitment`
    ContentCommitment,
    /// `keyEncipherment`
    KeyEncipherment,
    /// `dataEncipherment`
    DataEncipherment,
    /// `keyAgreement`
    KeyAgreement,
    /// `keyCertSign`
    KeyCertSign,
    /// `cRLSign`
    CrlSign,
}

/// Extended key usages (RFC 5280 §4.2.1.12).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExtendedKeyUsage {
    /// `serverAuth`
    ServerAuth,
    /// `clientAuth`
    ClientAuth,
    /// `anyExtendedKeyUsage`
    Any,
    /// Any other purpose, by its arcs.
    Other(&'static [u64]),
}

/// Alternative names (RFC 5280 §4.2.1.6).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AlternativeName {
    /// A DNS name; ASCII.
    Dns(String),
    /// An IP address.
    Ip(IpAddr),
    /// A mailbox.
    Email(String),
    /// A URI.
    Uri(String),
}

/// Subject key identifier (RFC 5280 §4.2.1.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyId {
    /// SHA-1 of the key.
    OfKey,
    /// No extension.
    Absent,
    /// These bytes, whatever the key.
    Bytes(Vec<u8>),
}

/// Authority key identifier (RFC 5280 §4.2.1.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AuthorityKeyId {
    /// The issuer's subject key identifier (its key's, if it has none). Absent in a self-signed
    /// certificate, as in most real roots.
    OfIssuer,
    /// The issuer's key identifier, also in a self-signed certificate.
    Always,
    /// No extension.
    Absent,
    /// This key identifier.
    Bytes(Vec<u8>),
    /// Issuer's issuer and serial number, without a key identifier.
    IssuerAndSerial {
        /// Name of who issued the issuer.
        issuer: Name,
        /// Content octets of the issuer's serial number.
        serial: Vec<u8>,
    },
}

impl AuthorityKeyId {
    /// Names `issuer` by its own issuer and serial number.
    pub fn issuer_and_serial(issuer: &Certified) -> Self {
        Self::IssuerAndSerial {
            issuer: issuer.issuer_name().clone(),
            serial: issuer.serial().to_vec(),
        }
    }
}

impl BasicConstraints {
    /// The extension's value, if there is to be one.
    pub(crate) fn der(self) -> Option<Vec<u8>> {
        let ca = der::tlv(der::tag::BOOLEAN, &[0xff]);
        match self {
            Self::Absent => None,
            Self::EndEntity => Some(der::sequence([[]])),
            Self::Ca => Some(der::sequence([ca])),
            Self::CaWithPathLen(length) => Some(der::sequence([ca, der::small_integer(length)])),
        }
    }
}

impl From<KeyUsage> for KeyUsagePurpose {
    fn from(usage: KeyUsage) -> Self {
        match usage {
            KeyUsage::DigitalSignature => Self::DigitalSignature,
            KeyUsage::ContentCommitment => Self::ContentCommitment,
            KeyUsage::KeyEncipherment => Self::KeyEncipherment,
            KeyUsage::DataEncipherment => Self::DataEncipherment,
            KeyUsage::KeyAgreement => Self::KeyAgreement,
            KeyUsage::KeyCertSign => Self::KeyCertSign,
            KeyUsage::CrlSign => Self::CrlSign,
        }
    }
}

impl From<&ExtendedKeyUsage> for ExtendedKeyUsagePurpose {
    fn from(usage: &ExtendedKeyUsage) -> Self {
        match usage {
            ExtendedKeyUsage::ServerAuth => Self::ServerAuth,
            ExtendedKeyUsage::ClientAuth => Self::ClientAuth,
            ExtendedKeyUsage::Any => Self::Any,
            ExtendedKeyUsage::Other(arcs) => Self::Other(arcs.to_vec()),
        }
    }
}

impl From<&AlternativeName> for SanType {
    fn from(name: &AlternativeName) -> Self {
        let ascii = |text: &String| text.as_str().try_into().expect("an ASCII name");
        match name {
            AlternativeName::Dns(text) => Self::DnsName(ascii(text)),
            AlternativeName::Ip(address) => Self::IpAddress(*address),
            AlternativeName::Email(text) => Self::Rfc822Name(ascii(text)),
            AlternativeName::Uri(text) => Self::URI(ascii(text)),
        }
    }
}
