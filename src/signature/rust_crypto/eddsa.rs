//! Ed25519 (RFC 8032 §5.1.7, RFC 8410).

use ed25519_dalek::{Signature, Verifier, VerifyingKey};

use super::super::public_key::ed25519_octets;
use super::super::{PublicKey, SignatureProblem, Signed};

/// Verifies without the cofactor, as OpenSSL and Go do.
pub(super) fn verify(key: &PublicKey, signed: &Signed<'_>) -> Result<(), SignatureProblem> {
    let octets = ed25519_octets(&key.spki).ok_or(SignatureProblem::UnusableKey)?;
    let key = VerifyingKey::from_bytes(octets).map_err(|_| SignatureProblem::UnusableKey)?;
    Signature::from_slice(signed.signature)
        .and_then(|signature| key.verify(signed.message, &signature))
        .map_err(|_| SignatureProblem::Mismatch)
}
