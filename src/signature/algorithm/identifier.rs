//! `AlgorithmIdentifier` of a signature (RFC 5280 §4.1.1.2) to and from our own vocabulary.

use der_parser::asn1_rs::{Any, Oid, Tag};
use der_parser::oid;

use super::super::der;
use super::{HashAlgorithm, SignatureAlgorithm, pss};

use HashAlgorithm::{Md2, Md5, Sha1, Sha224, Sha256, Sha384, Sha512};
use SignatureAlgorithm::{Dsa, Ecdsa, Ed25519, RsaPkcs1};

const RSASSA_PSS: Oid<'static> = oid!(1.2.840.113549.1.1.10);

/// Identifiers that stand for an algorithm without looking at the parameters.
const FIXED: [(Oid<'static>, SignatureAlgorithm); 18] = [
    (oid!(1.2.840.113549.1.1.11), RsaPkcs1(Sha256)),
    (oid!(1.2.840.113549.1.1.12), RsaPkcs1(Sha384)),
    (oid!(1.2.840.113549.1.1.13), RsaPkcs1(Sha512)),
    (oid!(1.2.840.113549.1.1.14), RsaPkcs1(Sha224)),
    (oid!(1.2.840.113549.1.1.5), RsaPkcs1(Sha1)),
    (oid!(1.2.840.113549.1.1.4), RsaPkcs1(Md5)),
    (oid!(1.2.840.113549.1.1.2), RsaPkcs1(Md2)),
    // The OIW's identifier, older than PKCS #1's for the same algorithm.
    (oid!(1.3.14.3.2.29), RsaPkcs1(Sha1)),
    (oid!(1.2.840.10045.4.3.2), Ecdsa(Sha256)),
    (oid!(1.2.840.10045.4.3.3), Ecdsa(Sha384)),
    (oid!(1.2.840.10045.4.3.4), Ecdsa(Sha512)),
    (oid!(1.2.840.10045.4.3.1), Ecdsa(Sha224)),
    (oid!(1.2.840.10045.4.1), Ecdsa(Sha1)),
    (oid!(1.3.101.112), Ed25519),
    (oid!(1.2.840.10040.4.3), Dsa(Sha1)),
    (oid!(1.3.14.3.2.27), Dsa(Sha1)),
    (oid!(2.16.840.1.101.3.4.3.1), Dsa(Sha224)),
    (oid!(2.16.840.1.101.3.4.3.2), Dsa(Sha256)),
];

impl SignatureAlgorithm {
    /// Reads a DER `AlgorithmIdentifier`. Total: what is not one becomes `Unknown("")`, and PSS parameters that no
    /// client takes (missing, malformed, or with different hashes for message and mask) `Unknown` with the
    /// identifier of PSS.
    pub fn from_der(algorithm_identifier_der: &[u8]) -> Self {
        let Some((oid, parameters)) = split(algorithm_identifier_der) else {
            return Self::Unknown(String::new());
        };
        if oid == RSASSA_PSS {
            return parameters
                .and_then(|any| pss::parameters(&any))
                .map_or_else(
                    || Self::Unknown(oid.to_id_string()),
                    |(hash, salt)| Self::RsaPss { hash, salt },
                );
        }
        FIXED.iter().find(|(known, _)| *known == oid).map_or_else(
            || Self::Unknown(oid.to_id_string()),
            |(_, algorithm)| algorithm.clone(),
        )
    }
}

/// Whether the parameters of a DER `AlgorithmIdentifier` are as the RFCs demand: NULL for RSA PKCS #1 v1.5
/// (RFC 4055 §5), well-formed for PSS (RFC 4055 §3.1), absent for ECDSA (RFC 5758 §3.2), DSA (§3.1) and Ed25519
/// (RFC 8410 §3). `true` for algorithms that certwhy does not know; `false` for what is no `AlgorithmIdentifier`.
pub fn parameters_conform(algorithm_identifier_der: &[u8]) -> bool {
    let Some((oid, parameters)) = split(algorithm_identifier_der) else {
        return false;
    };
    match SignatureAlgorithm::from_der(algorithm_identifier_der) {
        RsaPkcs1(_) => parameters.is_some_and(|any| any.tag() == Tag::Null && any.data.is_empty()),
        SignatureAlgorithm::RsaPss { .. } => true,
        Ecdsa(_) | Ed25519 | Dsa(_) => parameters.is_none(),
        SignatureAlgorithm::Unknown(_) => oid != RSASSA_PSS,
    }
}

/// Object identifier and parameters.
fn split(der: &[u8]) -> Option<(Oid<'_>, Option<Any<'_>>)> {
    let mut elements = der::sequence(der)?;
    let oid = elements.take_oid()?;
    if elements.is_empty() {
        return Some((oid, None));
    }
    let parameters = elements.take()?;
    elements.is_empty().then_some((oid, Some(parameters)))
}

#[cfg(test)]
mod tests;
