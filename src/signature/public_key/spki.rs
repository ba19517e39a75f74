//! Reading `SubjectPublicKeyInfo` (RFC 3279 §2.3, RFC 4055 §1.2, RFC 5480 §2, RFC 8410 §4).

use der_parser::asn1_rs::{Any, Class, Oid, Tag};
use der_parser::oid;

use super::super::algorithm::{HashAlgorithm, pss_parameters};
use super::super::der::{self, Elements, bit_length};
use super::{Curve, KeyKind};

const RSA: Oid<'static> = oid!(1.2.840.113549.1.1.1);
/// X.509's own identifier for RSA, which OpenSSL takes as well.
const RSA_X509: Oid<'static> = oid!(2.5.8.1.1);
const RSASSA_PSS: Oid<'static> = oid!(1.2.840.113549.1.1.10);
const EC: Oid<'static> = oid!(1.2.840.10045.2.1);
const ED25519: Oid<'static> = oid!(1.3.101.112);
const DSA: Oid<'static> = oid!(1.2.840.10040.4.1);
const P256: Oid<'static> = oid!(1.2.840.10045.3.1.7);
const P384: Oid<'static> = oid!(1.3.132.0.34);
const P521: Oid<'static> = oid!(1.3.132.0.35);

/// The numbers of an RSA key, and what its identifier allows.
pub(in super::super) struct RsaKey<'a> {
    /// Big endian, without leading zeros.
    pub(in super::super) modulus: &'a [u8],
    /// Big endian, without leading zeros.
    pub(in super::super) exponent: &'a [u8],
    /// For which signatures the key may be used.
    pub(in super::super) use_for: RsaUse,
}

/// What an RSA key may be used for, by its object identifier (RFC 4055 §1.2, §3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum RsaUse {
    /// `rsaEncryption`: every padding.
    Any,
    /// `id-RSASSA-PSS` without parameters: PSS with any hash.
    Pss,
    /// `id-RSASSA-PSS` with parameters: PSS with this hash and a salt of at least so many octets.
    PssWith(HashAlgorithm, usize),
}

/// What kind of key the DER holds.
pub(super) fn kind(der: &[u8]) -> KeyKind {
    let Some(parts) = split(der) else {
        return KeyKind::Unknown(String::new());
    };
    known_kind(&parts).unwrap_or_else(|| KeyKind::Unknown(parts.oid.to_id_string()))
}

/// The numbers of an RSA key; `None` when it is none or cannot be read.
pub(in super::super) fn rsa_key(spki: &[u8]) -> Option<RsaKey<'_>> {
    rsa(&split(spki)?)
}

/// The encoded point of an elliptic-curve key (SEC 1 §2.3.3), not checked to be one.
pub(in super::super) fn ec_point(spki: &[u8]) -> Option<&[u8]> {
    let parts = split(spki)?;
    (parts.oid == EC).then_some(parts.key)
}

/// The octets of an Ed25519 key.
pub(in super::super) fn ed25519_octets(spki: &[u8]) -> Option<&[u8; 32]> {
    ed25519(&split(spki)?)
}

/// Identifier, parameters and content of the bit string.
struct Parts<'a> {
    oid: Oid<'a>,
    parameters: Option<Any<'a>>,
    key: &'a [u8],
}

fn split(der: &[u8]) -> Option<Parts<'_>> {
    let mut spki = der::sequence(der)?;
    let mut algorithm = spki.take_sequence()?;
    let oid = algorithm.take_oid()?;
    let parameters = if algorithm.is_empty() {
        None
    } else {
        Some(algorithm.take()?)
    };
    let key = spki.take_octets_of_bit_string()?;
    (algorithm.is_empty() && spki.is_empty()).then_some(Parts {
        oid,
        parameters,
        key,
    })
}

fn known_kind(parts: &Parts<'_>) -> Option<KeyKind> {
    if parts.oid == EC {
        return curve(parts.parameters.as_ref()?).map(KeyKind::Ec);
    }
    if parts.oid == ED25519 {
        return ed25519(parts).map(|_| KeyKind::Ed25519);
    }
    if parts.oid == DSA {
        return dsa_bits(parts.parameters.as_ref()).map(|bits| KeyKind::Dsa { bits });
    }
    rsa(parts).map(|key| KeyKind::Rsa {
        bits: bit_length(key.modulus),
        exponent: exponent(key.exponent),
    })
}

fn rsa<'a>(parts: &Parts<'a>) -> Option<RsaKey<'a>> {
    let use_for = match &parts.parameters {
        _ if parts.oid == RSA || parts.oid == RSA_X509 => RsaUse::Any,
        None if parts.oid == RSASSA_PSS => RsaUse::Pss,
        Some(any) if parts.oid == RSASSA_PSS => {
            let (hash, salt) = pss_parameters(any)?;
            RsaUse::PssWith(hash, salt)
        }
        _ => return None,
    };
    let mut numbers = der::sequence(parts.key)?;
    let modulus = numbers.take_unsigned()?;
    let exponent = numbers.take_unsigned()?;
    numbers.is_empty().then_some(RsaKey {
        modulus,
        exponent,
        use_for,
    })
}

fn exponent(magnitude: &[u8]) -> Option<u64> {
    if magnitude.len() > size_of::<u64>() {
        return None;
    }
    Some(
        magnitude
            .iter()
            .fold(0, |value: u64, &octet| value << 8 | u64::from(octet)),
    )
}

fn curve(parameters: &Any<'_>) -> Option<Curve> {
    if parameters.class() == Class::Universal && parameters.tag() == Tag::Sequence {
        return Some(Curve::Explicit);
    }
    let oid = der::as_oid(parameters)?;
    Some(match oid {
        oid if oid == P256 => Curve::P256,
        oid if oid == P384 => Curve::P384,
        oid if oid == P521 => Curve::P521,
        oid => Curve::Named(oid.to_id_string()),
    })
}

fn ed25519<'a>(parts: &Parts<'a>) -> Option<&'a [u8; 32]> {
    if parts.oid == ED25519 {
        parts.key.try_into().ok()
    } else {
        None
    }
}

/// Parameters may be absent, and are then those of the issuer's key (RFC 3279 §2.3.2).
fn dsa_bits(parameters: Option<&Any<'_>>) -> Option<usize> {
    match parameters {
        None => Some(0),
        Some(any) if any.tag() == Tag::Null => Some(0),
        Some(any) if any.tag() == Tag::Sequence => {
            Elements::of(any.data).take_unsigned().map(bit_length)
        }
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests;
