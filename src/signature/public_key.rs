//! Subject public keys (RFC 5280 §4.1.2.7).

mod spki;
mod strength;

use core::fmt;

use crate::certificate::SpkiSha256;

pub(super) use spki::{RsaKey, RsaUse, ec_point, ed25519_octets, rsa_key};

/// An elliptic curve.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Curve {
    /// NIST P-256.
    P256,
    /// NIST P-384.
    P384,
    /// NIST P-521.
    P521,
    /// Another named curve, by object identifier in dotted decimal.
    Named(String),
    /// Parameters spelled out in the key instead of a name, which RFC 5480 §2.1.1 forbids.
    Explicit,
}

/// What kind of key it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum KeyKind {
    /// RSA: length of the modulus in bits, and the public exponent where it fits 64 bits.
    Rsa {
        /// Bits of the modulus.
        bits: usize,
        /// The public exponent, `None` when longer than 64 bits.
        exponent: Option<u64>,
    },
    /// An elliptic-curve key.
    Ec(Curve),
    /// Ed25519.
    Ed25519,
    /// DSA: recognised, never used.
    Dsa {
        /// Bits of the prime modulus; 0 where parameters are inherited.
        bits: usize,
    },
    /// Anything else, by its object identifier in dotted decimal, or a known one whose encoding cannot be read; empty
    /// where there is no identifier to read.
    Unknown(String),
}

/// A subject public key.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PublicKey {
    /// DER of the whole `SubjectPublicKeyInfo`.
    pub spki: Vec<u8>,
    /// Its identity across certificates.
    pub sha256: SpkiSha256,
    /// What kind of key it is.
    pub kind: KeyKind,
}

impl PublicKey {
    /// Reads a DER `SubjectPublicKeyInfo`. Total: what cannot be read is [`KeyKind::Unknown`]. No arithmetic is done
    /// on the key, so that a point off its curve or an even modulus shows up only when it is used.
    pub fn from_spki(der: &[u8]) -> Self {
        Self {
            spki: der.to_vec(),
            sha256: SpkiSha256::of(der),
            kind: spki::kind(der),
        }
    }
}

/// As people call it: `RSA 2048`, `EC P-256`, `Ed25519`.
impl fmt::Display for KeyKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rsa { bits, .. } => write!(f, "RSA {bits}"),
            Self::Ec(curve) => write!(f, "EC {curve}"),
            Self::Ed25519 => f.write_str("Ed25519"),
            Self::Dsa { bits } => write!(f, "DSA {bits}"),
            Self::Unknown(oid) if oid.is_empty() => f.write_str("unknown"),
            Self::Unknown(oid) => f.write_str(oid),
        }
    }
}

impl fmt::Display for Curve {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::P256 => "P-256",
            Self::P384 => "P-384",
            Self::P521 => "P-521",
            Self::Named(oid) => oid,
            Self::Explicit => "explicit",
        })
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}
