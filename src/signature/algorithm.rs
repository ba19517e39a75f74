//! Signature algorithms (RFC 3279, RFC 4055, RFC 5758, RFC 8410).

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
    /// Anything else, by its object identifier in dotted decimal.
    Unknown(String),
}
