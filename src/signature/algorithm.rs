//! Signature algorithms (RFC 3279, RFC 4055, RFC 5758, RFC 8410).

mod identifier;
mod pss;

use core::fmt;

use super::KeyKind;

pub use identifier::parameters_conform;
pub(super) use pss::parameters as pss_parameters;

/// A hash function of a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HashAlgorithm {
    /// MD2: recognised, never computed.
    Md2,
    /// MD5.
    Md5,
    /// SHA-1.
    Sha1,
    /// SHA-224: recognised, never computed.
    Sha224,
    /// SHA-256.
    Sha256,
    /// SHA-384.
    Sha384,
    /// SHA-512.
    Sha512,
}

/// The usual name, `SHA-256`.
impl fmt::Display for HashAlgorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Md2 => "MD2",
            Self::Md5 => "MD5",
            Self::Sha1 => "SHA-1",
            Self::Sha224 => "SHA-224",
            Self::Sha256 => "SHA-256",
            Self::Sha384 => "SHA-384",
            Self::Sha512 => "SHA-512",
        })
    }
}

/// The algorithm of a certificate's signature.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SignatureAlgorithm {
    /// RSASSA-PKCS1-v1_5.
    RsaPkcs1(HashAlgorithm),
    /// RSASSA-PSS with one hash for message and mask, and its salt length in octets.
    RsaPss {
        /// Hash of message and mask generation.
        hash: HashAlgorithm,
        /// Salt length in octets.
        salt: usize,
    },
    /// ECDSA on the curve of the key.
    Ecdsa(HashAlgorithm),
    /// Ed25519.
    Ed25519,
    /// DSA: recognised, never verified.
    Dsa(HashAlgorithm),
    /// Anything else, by its object identifier in dotted decimal; empty where there is none to read.
    Unknown(String),
}

impl SignatureAlgorithm {
    /// Whether a key of this kind can have made a signature of this kind. Unknown ones may.
    pub const fn suits(&self, key: &KeyKind) -> bool {
        match (self, key) {
            (Self::Unknown(_), _) | (_, KeyKind::Unknown(_)) => true,
            (Self::RsaPkcs1(_) | Self::RsaPss { .. }, key) => matches!(key, KeyKind::Rsa { .. }),
            (Self::Ecdsa(_), key) => matches!(key, KeyKind::Ec(_)),
            (Self::Ed25519, key) => matches!(key, KeyKind::Ed25519),
            (Self::Dsa(_), key) => matches!(key, KeyKind::Dsa { .. }),
        }
    }

    /// The name that OpenSSL prints; for [`Self::Unknown`] the dotted object identifier.
    pub fn name(&self) -> &str {
        match self {
            Self::RsaPkcs1(hash) => rsa_name(*hash),
            Self::RsaPss { .. } => "rsassaPss",
            Self::Ecdsa(hash) => ecdsa_name(*hash),
            Self::Ed25519 => "ED25519",
            Self::Dsa(hash) => dsa_name(*hash),
            Self::Unknown(oid) => oid,
        }
    }

    /// The hash that the signer chose; `None` where the algorithm leaves no choice or is not known.
    pub const fn hash(&self) -> Option<HashAlgorithm> {
        match self {
            Self::RsaPkcs1(hash)
            | Self::RsaPss { hash, .. }
            | Self::Ecdsa(hash)
            | Self::Dsa(hash) => Some(*hash),
            Self::Ed25519 | Self::Unknown(_) => None,
        }
    }
}

impl fmt::Display for SignatureAlgorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

const fn rsa_name(hash: HashAlgorithm) -> &'static str {
    match hash {
        HashAlgorithm::Md2 => "md2WithRSAEncryption",
        HashAlgorithm::Md5 => "md5WithRSAEncryption",
        HashAlgorithm::Sha1 => "sha1WithRSAEncryption",
        HashAlgorithm::Sha224 => "sha224WithRSAEncryption",
        HashAlgorithm::Sha256 => "sha256WithRSAEncryption",
        HashAlgorithm::Sha384 => "sha384WithRSAEncryption",
        HashAlgorithm::Sha512 => "sha512WithRSAEncryption",
    }
}

/// MD2 and MD5 have no identifier with ECDSA; their names are there to be total.
const fn ecdsa_name(hash: HashAlgorithm) -> &'static str {
    match hash {
        HashAlgorithm::Md2 => "ecdsa-with-MD2",
        HashAlgorithm::Md5 => "ecdsa-with-MD5",
        HashAlgorithm::Sha1 => "ecdsa-with-SHA1",
        HashAlgorithm::Sha224 => "ecdsa-with-SHA224",
        HashAlgorithm::Sha256 => "ecdsa-with-SHA256",
        HashAlgorithm::Sha384 => "ecdsa-with-SHA384",
        HashAlgorithm::Sha512 => "ecdsa-with-SHA512",
    }
}

/// The spelling of the SHA-1 form differs in OpenSSL too.
const fn dsa_name(hash: HashAlgorithm) -> &'static str {
    match hash {
        HashAlgorithm::Md2 => "dsa_with_MD2",
        HashAlgorithm::Md5 => "dsa_with_MD5",
        HashAlgorithm::Sha1 => "dsaWithSHA1",
        HashAlgorithm::Sha224 => "dsa_with_SHA224",
        HashAlgorithm::Sha256 => "dsa_with_SHA256",
        HashAlgorithm::Sha384 => "dsa_with_SHA384",
        HashAlgorithm::Sha512 => "dsa_with_SHA512",
    }
}
