//! From DER to [`Certificate`], by way of x509-parser.

use super::extensions::{Extensions, Marked, RawExtension};
use super::general_name::general_names;
use super::{
    AlgorithmFields, AuthorityKeyIdentifier, BasicConstraints, Certificate, CertificateRole,
    Criticality, Der, ExtendedKeyUsage, GeneralName, KeyIdentifier, KeyPurpose, KeyUsage, Name,
    SerialNumber, Validity, Version,
};
use crate::moment::Moment;
use crate::signature::{PublicKey, SignatureAlgorithm, as_oid};
use der_parser::asn1_rs::{Any, Boolean, FromBer, FromDer, Integer, Sequence};
use std::collections::HashMap;
use x509_parser::certificate::{TbsCertificate, X509CertificateParser};
use x509_parser::extensions as parsed;
use x509_parser::nom::Parser;
use x509_parser::prelude::X509Extension;

/// Why bytes are no certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Malformed {
    /// The outer structure is not the three fields of a certificate.
    Structure,
    /// The signed part cannot be read.
    ToBeSigned,
    /// More bytes follow the certificate.
    TrailingBytes,
    /// A name cannot be read.
    Name,
}

pub(super) fn certificate(der: &Der) -> Result<Certificate, Malformed> {
    let fields = outer_fields(der)?;
    let (rest, parsed) = X509CertificateParser::new()
        .with_deep_parse_extensions(false)
        .parse(der)
        .map_err(|_| Malformed::ToBeSigned)?;
    if !rest.is_empty() {
        return Err(Malformed::TrailingBytes);
    }
    let tbs = &parsed.tbs_certificate;
    let agree = tbs.signature == parsed.signature_algorithm;
    Ok(Certificate {
        tbs: fields.tbs,
        version: version(tbs),
        serial: SerialNumber::new(tbs.raw_serial()),
        issuer: Name::from_der(tbs.issuer.as_raw()).ok_or(Malformed::Name)?,
        subject: Name::from_der(tbs.subject.as_raw()).ok_or(Malformed::Name)?,
        validity: validity(tbs),
        public_key: PublicKey::from_spki(tbs.subject_pki.raw),
        signature_algorithm: SignatureAlgorithm::from_der(fields.algorithm),
        algorithm_fields: if agree {
            AlgorithmFields::Agree
        } else {
            AlgorithmFields::Differ
        },
        signature: parsed.signature_value.data.to_vec(),
        extensions: extensions(tbs),
        der: der.clone(),
    })
}

struct OuterFields<'a> {
    tbs: core::ops::Range<usize>,
    algorithm: &'a [u8],
}

/// Splits `Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm, signatureValue }` without decoding.
fn outer_fields(der: &[u8]) -> Result<OuterFields<'_>, Malformed> {
    let (rest, outer) = Sequence::from_der(der).map_err(|_| Malformed::Structure)?;
    if !rest.is_empty() {
        return Err(Malformed::TrailingBytes);
    }
    let content: &[u8] = outer.content.as_ref();
    let start = der.len().saturating_sub(content.len());
    let content = der.get(start..).ok_or(Malformed::Structure)?;
    let (after_tbs, _) = Any::from_der(content).map_err(|_| Malformed::Structure)?;
    let (after_algorithm, _) = Any::from_der(after_tbs).map_err(|_| Malformed::Structure)?;
    let tbs_end = der.len().saturating_sub(after_tbs.len());
    let algorithm_len = after_tbs.len().saturating_sub(after_algorithm.len());
    Ok(OuterFields {
        tbs: start..tbs_end,
        algorithm: after_tbs.get(..algorithm_len).ok_or(Malformed::Structure)?,
    })
}

fn version(tbs: &TbsCertificate<'_>) -> Version {
    match tbs.version.0 {
        0 => Version::V1,
        1 => Version::V2,
        2 => Version::V3,
        other => Version::Unknown(other),
    }
}

fn validity(tbs: &TbsCertificate<'_>) -> Validity {
    Validity {
        not_before: Moment::from_unix(tbs.validity.not_before.timestamp()),
        not_after: Moment::from_unix(tbs.validity.not_after.timestamp()),
    }
}

fn extensions(tbs: &TbsCertificate<'_>) -> Extensions {
    let mut found = Extensions::default();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for extension in tbs.extensions() {
        let raw = RawExtension {
            oid: extension.oid.to_id_string(),
            criticality: criticality(extension),
            value: extension.value.to_vec(),
        };
        // RFC 5280 §4.2 forbids a repetition; the first one counts, the repetition is reported.
        let earlier = seen.entry(raw.oid.clone()).or_default();
        if *earlier == 0 && read_value(&mut found, extension).is_none() {
            found.unreadable.push(raw.oid.clone());
        }
        if *earlier == 1 {
            found.repeated.push(raw.oid.clone());
        }
        *earlier = earlier.saturating_add(1);
        found.all.push(raw);
    }
    found
}

fn criticality(extension: &X509Extension<'_>) -> Criticality {
    if extension.critical {
        Criticality::Critical
    } else {
        Criticality::NonCritical
    }
}

/// Reads one value into its field. `None` when it is a known extension that cannot be read.
fn read_value(found: &mut Extensions, extension: &X509Extension<'_>) -> Option<()> {
    let der = extension.value;
    let mark = criticality(extension);
    match extension.oid.to_id_string().as_str() {
        "2.5.29.35" => found.authority_key_identifier = Some(authority_key_identifier(der)?),
        "2.5.29.14" => {
            let (rest, value) = parsed::KeyIdentifier::from_der(der).ok()?;
            found.subject_key_identifier = rest.is_empty().then(|| KeyIdentifier::new(value.0));
            found.subject_key_identifier.as_ref()?;
        }
        "2.5.29.15" => {
            found.key_usage = Some(Marked {
                criticality: mark,
                value: key_usage(der)?,
            });
        }
        "2.5.29.37" => {
            found.extended_key_usage = Some(Marked {
                criticality: mark,
                value: extended_key_usage(der)?,
            });
        }
        "2.5.29.19" => {
            found.basic_constraints = Some(Marked {
                criticality: mark,
                value: basic_constraints(der)?,
            });
        }
        "2.5.29.17" => {
            found.subject_alternative_names = Some(Marked {
                criticality: mark,
                value: general_names(der)?,
            });
        }
        "1.3.6.1.5.5.7.1.1" => found.ca_issuers = ca_issuers(der)?,
        // Read where they are used, and not followed: here it is enough that they are lists.
        "2.5.29.30" | "2.5.29.31" => a_sequence(der)?,
        _ => {}
    }
    Some(())
}

fn a_sequence(der: &[u8]) -> Option<()> {
    let (rest, _) = Sequence::from_der(der).ok()?;
    rest.is_empty().then_some(())
}

fn key_usage(der: &[u8]) -> Option<KeyUsage> {
    let (rest, usage) = parsed::KeyUsage::from_der(der).ok()?;
    rest.is_empty().then(|| KeyUsage::from_bits(usage.flags))
}

fn basic_constraints(der: &[u8]) -> Option<BasicConstraints> {
    let (rest, sequence) = Sequence::from_der(der).ok()?;
    let content: &[u8] = sequence.content.as_ref();
    // Old roots write other octets than 0xff for true.
    let (content, ca) = Option::<Boolean>::from_ber(content).ok()?;
    let (content, length) = Option::<Integer<'_>>::from_der(content).ok()?;
    let role = if ca.is_some_and(|ca| ca.bool()) {
        CertificateRole::CertificateAuthority
    } else {
        CertificateRole::EndEntity
    };
    let path_len = match length {
        Some(length) => Some(path_length(&length)?),
        None => None,
    };
    (rest.is_empty() && content.is_empty()).then_some(BasicConstraints { role, path_len })
}

/// `None` when it is negative; a number beyond any path is as good as the largest.
fn path_length(length: &Integer<'_>) -> Option<u32> {
    let is_negative = length.as_ref().first().is_some_and(|first| *first >= 0x80);
    (!is_negative).then(|| length.as_u32().unwrap_or(u32::MAX))
}

fn extended_key_usage(der: &[u8]) -> Option<ExtendedKeyUsage> {
    let (rest, sequence) = Sequence::from_der(der).ok()?;
    let mut content: &[u8] = sequence.content.as_ref();
    let mut purposes = Vec::new();
    while !content.is_empty() {
        let (tail, any) = Any::from_der(content).ok()?;
        purposes.push(KeyPurpose::from_oid(&as_oid(&any)?.to_id_string()));
        content = tail;
    }
    rest.is_empty().then_some(ExtendedKeyUsage(purposes))
}

#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "only directory names matter, of a foreign enum"
)]
fn authority_key_identifier(der: &[u8]) -> Option<AuthorityKeyIdentifier> {
    let (rest, value) = parsed::AuthorityKeyIdentifier::from_der(der).ok()?;
    let issuer = value.authority_cert_issuer.map(|names| {
        names
            .iter()
            .filter_map(|name| match name {
                parsed::GeneralName::DirectoryName(name) => {
                    Name::from_der(name.as_raw()).map(GeneralName::Directory)
                }
                _ => None,
            })
            .collect()
    });
    rest.is_empty().then(|| AuthorityKeyIdentifier {
        key_id: value.key_identifier.map(|key| KeyIdentifier::new(key.0)),
        issuer: issuer.unwrap_or_default(),
        serial: value.authority_cert_serial.map(SerialNumber::new),
    })
}

#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "only addresses matter, of a foreign enum"
)]
fn ca_issuers(der: &[u8]) -> Option<Vec<String>> {
    let (_, access) = parsed::AuthorityInfoAccess::from_der(der).ok()?;
    let urls = access
        .iter()
        .filter(|entry| entry.access_method.to_id_string() == "1.3.6.1.5.5.7.48.2");
    Some(
        urls.filter_map(|entry| match &entry.access_location {
            parsed::GeneralName::URI(url) => Some((*url).to_owned()),
            _ => None,
        })
        .collect(),
    )
}
