//! Subject public keys (RFC 5280 §4.1.2.7).

use crate::certificate::SpkiSha256;

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
    /// Anything else, by its object identifier in dotted decimal, or a known one whose encoding cannot be read.
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
