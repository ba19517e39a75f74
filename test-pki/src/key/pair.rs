//! The key pairs of each kind, and how each signs deterministically.

use ed25519_dalek::Signer;
use p256::ecdsa::signature::hazmat::PrehashSigner;
use rsa::pkcs1::{EncodeRsaPrivateKey, EncodeRsaPublicKey};
use rsa::pkcs8::DecodePrivateKey;
use rsa::{Pkcs1v15Sign, RsaPrivateKey};

use super::{Curve, RsaSize};
use crate::der;
use crate::hash::Hash;

const RSA_768: &str = include_str!("../../keys/rsa-768.pem");
const RSA_1024: &str = include_str!("../../keys/rsa-1024.pem");
const RSA_2048: &str = include_str!("../../keys/rsa-2048.pem");
const RSA_4096: &str = include_str!("../../keys/rsa-4096.pem");

const RSA_ENCRYPTION: &str = "1.2.840.113549.1.1.1";
const EC_PUBLIC_KEY: &str = "1.2.840.10045.2.1";
const ED25519: &str = "1.3.101.112";

pub(super) enum Pair {
    Rsa(Box<RsaPrivateKey>),
    P256(p256::ecdsa::SigningKey),
    P384(p384::ecdsa::SigningKey),
    P521(p521::ecdsa::SigningKey),
    Ed25519(ed25519_dalek::SigningKey),
    /// The modulus of an RSA key without a secret.
    Giant(Vec<u8>),
}

impl Pair {
    pub(super) fn rsa(size: RsaSize, number: usize) -> Self {
        let file = match size {
            RsaSize::Bits768 => RSA_768,
            RsaSize::Bits1024 => RSA_1024,
            RsaSize::Bits2048 => RSA_2048,
            RsaSize::Bits4096 => RSA_4096,
        };
        let blocks = pem::parse_many(file).expect("the committed key files are PEM");
        let block = blocks
            .get(number)
            .expect("a key of this number is in the file");
        let key = RsaPrivateKey::from_pkcs8_der(block.contents()).expect("a sound RSA key");
        Self::Rsa(Box::new(key))
    }

    /// The secret is a digest of curve and label; a digest outside the group's range has never been met.
    pub(super) fn derived(curve: Curve, label: &str) -> Self {
        let seed = Hash::Sha512.digest(format!("test-pki mock key {curve:?} {label}").as_bytes());
        let take = |length: usize| {
            // The front is zeros where the field is longer than the digest (P-521).
            let mut bytes = vec![0; length.saturating_sub(seed.len())];
            bytes.extend(seed.iter().copied().take(length));
            bytes
        };
        match curve {
            Curve::P256 => {
                let key = p256::ecdsa::SigningKey::from_slice(&take(32));
                Self::P256(key.expect("a scalar in range"))
            }
            Curve::P384 => {
                let key = p384::ecdsa::SigningKey::from_slice(&take(48));
                Self::P384(key.expect("a scalar in range"))
            }
            Curve::P521 => {
                let key = p521::ecdsa::SigningKey::from_slice(&take(66));
                Self::P521(key.expect("a scalar in range"))
            }
            Curve::Ed25519 => {
                let secret = take(32).try_into().expect("32 bytes");
                Self::Ed25519(ed25519_dalek::SigningKey::from_bytes(&secret))
            }
        }
    }

    /// An odd modulus of exactly so many bits, rounded up to whole octets.
    pub(super) fn giant(bits: usize) -> Self {
        let mut modulus = stretched(b"test-pki giant modulus", bits.div_ceil(8));
        if let Some(first) = modulus.first_mut() {
            *first |= 0x80;
        }
        if let Some(last) = modulus.last_mut() {
            *last |= 1;
        }
        Self::Giant(modulus)
    }

    pub(super) fn subject_public_key(&self) -> Vec<u8> {
        match self {
            Self::Rsa(key) => {
                let der = key.to_public_key().to_pkcs1_der();
                der.expect("an RSA public key can be encoded")
                    .as_bytes()
                    .to_vec()
            }
            Self::P256(key) => key.verifying_key().to_sec1_point(false).as_bytes().to_vec(),
            Self::P384(key) => key.verifying_key().to_sec1_point(false).as_bytes().to_vec(),
            Self::P521(key) => key.verifying_key().to_sec1_point(false).as_bytes().to_vec(),
            Self::Ed25519(key) => key.verifying_key().to_bytes().to_vec(),
            Self::Giant(modulus) => {
                let positive =
                    |octets: &[u8]| der::tlv(der::tag::INTEGER, &der::concat([&[0], octets]));
                let exponent = [0xff; 32];
                der::sequence([positive(modulus), positive(&exponent)])
            }
        }
    }

    /// `AlgorithmIdentifier` of the public key (RFC 3279 §2.3, RFC 5480 §2.1.1, RFC 8410 §3).
    pub(super) fn key_algorithm(&self) -> Vec<u8> {
        let curve = match self {
            Self::Rsa(_) | Self::Giant(_) => {
                return der::sequence([der::oid(RSA_ENCRYPTION), der::tlv(der::tag::NULL, &[])]);
            }
            Self::Ed25519(_) => return der::sequence([der::oid(ED25519)]),
            Self::P256(_) => "1.2.840.10045.3.1.7",
            Self::P384(_) => "1.3.132.0.34",
            Self::P521(_) => "1.3.132.0.35",
        };
        der::sequence([der::oid(EC_PUBLIC_KEY), der::oid(curve)])
    }

    pub(super) fn usual_hash(&self) -> Hash {
        match self {
            Self::Rsa(_) | Self::P256(_) | Self::Giant(_) => Hash::Sha256,
            Self::P384(_) => Hash::Sha384,
            Self::P521(_) | Self::Ed25519(_) => Hash::Sha512,
        }
    }

    pub(super) fn signature_algorithm(&self, hash: Hash) -> Vec<u8> {
        match self {
            Self::Rsa(_) | Self::Giant(_) => {
                der::sequence([der::oid(hash.with_rsa()), der::tlv(der::tag::NULL, &[])])
            }
            Self::P256(_) | Self::P384(_) | Self::P521(_) => {
                der::sequence([der::oid(hash.with_ecdsa())])
            }
            Self::Ed25519(_) => der::sequence([der::oid(ED25519)]),
        }
    }

    pub(super) fn sign(&self, hash: Hash, message: &[u8]) -> Vec<u8> {
        match self {
            Self::Rsa(key) => key
                .sign(Pkcs1v15Sign::new_unprefixed(), &hash.digest_info(message))
                .expect("the modulus is longer than the digest"),
            Self::P256(key) => {
                let signature: Result<p256::ecdsa::DerSignature, _> =
                    key.sign_prehash(&hash.digest(message));
                signature.expect(SHORT_DIGEST).as_bytes().to_vec()
            }
            Self::P384(key) => {
                let signature: Result<p384::ecdsa::DerSignature, _> =
                    key.sign_prehash(&hash.digest(message));
                signature.expect(SHORT_DIGEST).as_bytes().to_vec()
            }
            Self::P521(key) => {
                let signature: Result<p521::ecdsa::DerSignature, _> =
                    key.sign_prehash(&hash.digest(message));
                signature.expect(SHORT_DIGEST).as_bytes().to_vec()
            }
            Self::Ed25519(key) => key.sign(message).to_vec(),
            Self::Giant(modulus) => stretched(message, modulus.len()),
        }
    }

    /// PKCS#8 (RFC 5208 §5); for a curve around `ECPrivateKey` (RFC 5915 §3) or the bare seed (RFC 8410 §7).
    pub(super) fn private_key_der(&self, subject_public_key: &[u8]) -> Vec<u8> {
        let private_key = match self {
            Self::Rsa(key) => key
                .to_pkcs1_der()
                .expect("an RSA key can be encoded")
                .as_bytes()
                .to_vec(),
            Self::P256(key) => ec_private_key(&key.to_bytes(), subject_public_key),
            Self::P384(key) => ec_private_key(&key.to_bytes(), subject_public_key),
            Self::P521(key) => ec_private_key(&key.to_bytes(), subject_public_key),
            Self::Ed25519(key) => der::tlv(der::tag::OCTET_STRING, &key.to_bytes()),
            Self::Giant(_) => Vec::new(),
        };
        der::sequence([
            der::small_integer(0),
            self.key_algorithm(),
            der::tlv(der::tag::OCTET_STRING, &private_key),
        ])
    }
}

/// So many octets that depend on the seed alone.
fn stretched(seed: &[u8], length: usize) -> Vec<u8> {
    let blocks = (0_u64..)
        .flat_map(|number| Hash::Sha512.digest(&der::concat([&number.to_be_bytes(), seed])));
    blocks.take(length).collect()
}

const SHORT_DIGEST: &str = "the digest is at least half as long as the curve's field";

fn ec_private_key(secret: &[u8], subject_public_key: &[u8]) -> Vec<u8> {
    der::sequence([
        der::small_integer(1),
        der::tlv(der::tag::OCTET_STRING, secret),
        der::constructed(1, &der::bit_string(subject_public_key)),
    ])
}
