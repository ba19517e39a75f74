//! ECDSA (FIPS 186-5 §6.4.2, signature encoding of RFC 3279 §2.2.3).

use p256::ecdsa::signature::hazmat::PrehashVerifier;

use super::super::public_key::ec_point;
use super::super::{Curve, HashAlgorithm, KeyKind, PublicKey, SignatureProblem, Signed};
use super::digest::digest;

/// Any hash goes with any curve; a digest longer than the group's order is cut (FIPS 186-5 §6.4.1).
pub(super) fn verify(
    key: &PublicKey,
    hash: HashAlgorithm,
    signed: &Signed<'_>,
) -> Result<(), SignatureProblem> {
    let digest = digest(hash, signed.message)?;
    let point = ec_point(&key.spki).ok_or(SignatureProblem::UnusableKey)?;

    /// The three crates have the same interface, but share no trait that names it shortly.
    macro_rules! verify_on {
        ($curve:ident) => {
            $curve::ecdsa::VerifyingKey::from_sec1_bytes(point)
                .map_err(|_| SignatureProblem::UnusableKey)
                .and_then(|key| {
                    $curve::ecdsa::Signature::from_der(signed.signature)
                        .and_then(|signature| key.verify_prehash(&digest, &signature))
                        .map_err(|_| SignatureProblem::Mismatch)
                })
        };
    }

    match &key.kind {
        KeyKind::Ec(Curve::P256) => verify_on!(p256),
        KeyKind::Ec(Curve::P384) => verify_on!(p384),
        KeyKind::Ec(Curve::P521) => verify_on!(p521),
        KeyKind::Ec(Curve::Named(_) | Curve::Explicit) => Err(SignatureProblem::Unsupported),
        KeyKind::Rsa { .. } | KeyKind::Ed25519 | KeyKind::Dsa { .. } | KeyKind::Unknown(_) => {
            Err(SignatureProblem::UnusableKey)
        }
    }
}
