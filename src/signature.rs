//! Signature algorithms, public keys, and the trait through which certificate signatures are verified.

mod algorithm;
mod der;
mod memo;
mod public_key;
mod rust_crypto;

use crate::certificate::CertSha256;
pub(crate) use der::as_oid;

pub use algorithm::{HashAlgorithm, SignatureAlgorithm, parameters_conform};
pub use memo::{Memo, SharedMemo};
pub use public_key::{Curve, KeyKind, PublicKey};
pub use rust_crypto::RustCrypto;

/// Why a signature was not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SignatureProblem {
    /// The key does not verify it.
    Mismatch,
    /// The key is of another kind than the algorithm, or its encoding cannot be read.
    UnusableKey,
    /// An algorithm or curve that certwhy recognises but never verifies, or does not know.
    Unsupported,
    /// A key larger than any policy allows; it was not raised to a power.
    KeyTooLarge,
}

/// Verifies signatures. The library's own back end is pure Rust; tests may put a table in its place.
pub trait SignatureVerifier {
    /// Checks `signature` over `message` under `key`.
    fn verify(&self, key: &PublicKey, signed: &Signed<'_>) -> Result<(), SignatureProblem>;
}

/// A signed message: the three fields of a certificate that matter (RFC 5280 §4.1.1).
#[derive(Clone, Copy, Debug)]
pub struct Signed<'a> {
    /// The algorithm that the certificate names.
    pub algorithm: &'a SignatureAlgorithm,
    /// DER of the `TBSCertificate`.
    pub message: &'a [u8],
    /// Content of the `signatureValue` bit string.
    pub signature: &'a [u8],
    /// The certificate that all three are from, by which they can be told; `None` where they are from elsewhere.
    pub certificate: Option<CertSha256>,
}
