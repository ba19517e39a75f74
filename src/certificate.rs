//! Our owned view of an X.509 certificate (RFC 5280 §4.1). x509-parser and der-parser stay inside this module and
//! its neighbours; their types never cross the public API.

mod der;
mod extensions;
mod fingerprint;
mod general_name;
mod key_identifier;
mod key_usage;
mod name;
mod name_constraints;
pub(crate) mod outline;
mod parse;
mod policies;
mod server_name;
mod text;

#[cfg(test)]
mod tests;

pub use der::Der;
pub use extensions::{
    AuthorityKeyIdentifier, BasicConstraints, CertificateRole, Criticality, ExtensionId,
    Extensions, Marked, RawExtension,
};
pub use fingerprint::{CertSha1, CertSha256, SpkiSha256};
pub use general_name::GeneralName;
pub use key_identifier::KeyIdentifier;
pub use key_usage::{ExtendedKeyUsage, KeyPurpose, KeyUsage, KeyUsageBit};
pub use name::{Attribute, Name};
pub use name_constraints::{NameConstraints, NameConstraintsProblem, SubtreeOddity};
pub(crate) use outline::Outline;
pub use parse::Malformed;
pub use policies::{PolicyExtensions, PolicyId, PolicyMapping};
pub use server_name::{DnsName, ExtraPart, RootLabel, ServerName, ServerNameProblem};

use crate::moment::Moment;
use crate::signature::{PublicKey, SignatureAlgorithm, Signed};
use core::fmt;
use core::ops::Range;

/// The version field (RFC 5280 §4.1.2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// Version 1: no extensions; some old roots are.
    V1,
    /// Version 2: as good as unused.
    V2,
    /// Version 3.
    V3,
    /// A number that no standard defines.
    Unknown(u32),
}

/// A serial number: content octets of the INTEGER, big-endian two's complement (RFC 5280 §4.1.2.2).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SerialNumber(Vec<u8>);

impl SerialNumber {
    /// A serial number from the content octets of its INTEGER.
    pub fn new(octets: impl Into<Vec<u8>>) -> Self {
        Self(octets.into())
    }

    /// The content octets.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// Lower-case hexadecimal without leading zeros; `0` for zero.
impl fmt::Display for SerialNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hex = base16ct::lower::encode_string(&self.0);
        let digits = hex.trim_start_matches('0');
        f.write_str(if digits.is_empty() { "0" } else { digits })
    }
}

impl fmt::Debug for SerialNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SerialNumber({self})")
    }
}

/// The validity period, both ends included (RFC 5280 §4.1.2.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Validity {
    /// First second at which it is valid.
    pub not_before: Moment,
    /// Last second at which it is valid.
    pub not_after: Moment,
}

/// Whether the two places that name the signature algorithm say the same (RFC 5280 §4.1.1.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlgorithmFields {
    /// The outer field and the signed one are identical.
    Agree,
    /// They differ.
    Differ,
}

/// A parsed certificate.
#[derive(Clone, Debug)]
pub struct Certificate {
    der: Der,
    tbs: Range<usize>,
    /// The version field.
    pub version: Version,
    /// The serial number.
    pub serial: SerialNumber,
    /// Who signed it, by name.
    pub issuer: Name,
    /// Whom it is about.
    pub subject: Name,
    /// From when to when.
    pub validity: Validity,
    /// The certified key.
    pub public_key: PublicKey,
    /// The algorithm of the issuer's signature.
    pub signature_algorithm: SignatureAlgorithm,
    /// Whether both algorithm fields agree.
    pub algorithm_fields: AlgorithmFields,
    signature: Vec<u8>,
    /// The extensions.
    pub extensions: Extensions,
}

impl Certificate {
    /// Reads one DER certificate that spans `der` exactly.
    pub fn parse(der: &[u8]) -> Result<Self, Malformed> {
        Self::read(&der.into())
    }

    /// The same without another copy of the octets.
    pub(crate) fn read(der: &Der) -> Result<Self, Malformed> {
        parse::certificate(der)
    }

    /// The whole certificate in DER.
    pub fn as_der(&self) -> &[u8] {
        &self.der
    }

    /// The same, shared.
    pub(crate) const fn der(&self) -> &Der {
        &self.der
    }

    /// SHA-256 of the DER: its identity.
    pub fn sha256(&self) -> CertSha256 {
        self.der.sha256()
    }

    /// SHA-1 of the DER: the thumbprint that Windows shows.
    pub fn sha1(&self) -> CertSha1 {
        CertSha1::of(&self.der)
    }

    /// What is signed, by what, with which signature.
    pub fn signed(&self) -> Signed<'_> {
        Signed {
            algorithm: &self.signature_algorithm,
            message: self.der.get(self.tbs.clone()).unwrap_or_default(),
            signature: &self.signature,
            certificate: Some(self.sha256()),
        }
    }

    /// Whether subject and issuer are the same name (RFC 5280 §6.1: self-issued). Says nothing about the signature.
    pub fn is_self_issued(&self) -> bool {
        self.subject == self.issuer
    }

    /// Self-issued, and neither its key identifiers nor the kind of its key say otherwise: what clients take for a root
    /// without verifying its signature.
    pub fn looks_self_signed(&self) -> bool {
        self.is_self_issued()
            && self.names_as_issuer(self)
            && self.signature_algorithm.suits(&self.public_key.kind)
    }

    /// Whether the authority key identifier, where present, agrees with `issuer` in every field that both carry
    /// (RFC 5280 §4.2.1.1).
    pub fn names_as_issuer(&self, issuer: &Self) -> bool {
        let Some(authority) = self.extensions.authority_key_identifier() else {
            return true;
        };
        let serial_agrees = authority
            .serial
            .as_ref()
            .is_none_or(|serial| *serial == issuer.serial);
        let name_agrees = authority
            .issuer_name()
            .is_none_or(|name| *name == issuer.issuer);
        self.names_key_of(issuer) && serial_agrees && name_agrees
    }

    /// Whether the key identifiers, where both are present, are the same (RFC 5280 §4.2.1.1).
    pub fn names_key_of(&self, issuer: &Self) -> bool {
        let authority = self.extensions.authority_key_identifier();
        let wanted = authority.and_then(|authority| authority.key_id.as_ref());
        wanted
            .zip(issuer.extensions.subject_key_identifier())
            .is_none_or(|(wanted, held)| wanted == held)
    }

    /// Whether it calls itself a CA in basic constraints.
    pub fn is_ca(&self) -> bool {
        self.extensions
            .basic_constraints()
            .is_some_and(|constraints| {
                constraints.value.role == CertificateRole::CertificateAuthority
            })
    }

    /// The subject alternative names, none where the extension is absent.
    pub fn alternative_names(&self) -> &[GeneralName] {
        self.extensions
            .subject_alternative_names()
            .map_or(&[], |names| names.value.as_slice())
    }
}

impl PartialEq for Certificate {
    fn eq(&self, other: &Self) -> bool {
        self.sha256() == other.sha256()
    }
}

impl Eq for Certificate {}
