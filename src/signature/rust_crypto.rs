//! The library's own verifier, in pure Rust.

mod digest;
mod ecdsa;
mod eddsa;
mod rsa;

use super::{PublicKey, SignatureAlgorithm, SignatureProblem, SignatureVerifier, Signed};

/// Verifies with the crates of the `RustCrypto` project: RSA (PKCS #1 v1.5 with MD5 too, and PSS) up to
/// 8192 bits, however short, since a weak key is for another check to judge; ECDSA on P-256, P-384 and P-521 with any
/// hash; Ed25519. It never computes MD2, SHA-224 or DSA.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RustCrypto;

impl SignatureVerifier for RustCrypto {
    fn verify(&self, key: &PublicKey, signed: &Signed<'_>) -> Result<(), SignatureProblem> {
        match signed.algorithm {
            SignatureAlgorithm::RsaPkcs1(hash) => rsa::verify_pkcs1(key, *hash, signed),
            SignatureAlgorithm::RsaPss { hash, salt } => rsa::verify_pss(
                key,
                rsa::PssChoice {
                    hash: *hash,
                    salt: *salt,
                },
                signed,
            ),
            SignatureAlgorithm::Ecdsa(hash) => ecdsa::verify(key, *hash, signed),
            SignatureAlgorithm::Ed25519 => eddsa::verify(key, signed),
            SignatureAlgorithm::Dsa(_) | SignatureAlgorithm::Unknown(_) => {
                Err(SignatureProblem::Unsupported)
            }
        }
    }
}

#[cfg(test)]
mod tests;
