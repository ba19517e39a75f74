//! The digests a certificate may be signed with, also those that no client should accept any more.

use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

use crate::der;

/// Digest of a certificate's signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hash {
    /// Broken; accepted by OpenSSL up to 1.0.2.
    Md5,
    /// Broken; refused by OpenSSL 3 from security level 1.
    Sha1,
    /// What the public CAs use.
    Sha256,
    /// Usual with P-384.
    Sha384,
    /// Usual with P-521.
    Sha512,
}

impl Hash {
    /// The digest of `message`.
    pub fn digest(self, message: &[u8]) -> Vec<u8> {
        match self {
            Self::Md5 => Md5::digest(message).to_vec(),
            Self::Sha1 => Sha1::digest(message).to_vec(),
            Self::Sha256 => Sha256::digest(message).to_vec(),
            Self::Sha384 => Sha384::digest(message).to_vec(),
            Self::Sha512 => Sha512::digest(message).to_vec(),
        }
    }

    /// `DigestInfo` of `message`: what RSA PKCS#1 v1.5 pads (RFC 8017 §9.2).
    pub(crate) fn digest_info(self, message: &[u8]) -> Vec<u8> {
        let oid = match self {
            Self::Md5 => "1.2.840.113549.2.5",
            Self::Sha1 => "1.3.14.3.2.26",
            Self::Sha256 => "2.16.840.1.101.3.4.2.1",
            Self::Sha384 => "2.16.840.1.101.3.4.2.2",
            Self::Sha512 => "2.16.840.1.101.3.4.2.3",
        };
        der::sequence([
            der::sequence([der::oid(oid), der::tlv(der::tag::NULL, &[])]),
            der::tlv(der::tag::OCTET_STRING, &self.digest(message)),
        ])
    }

    /// Identifier of RSA PKCS#1 v1.5 with this digest (RFC 8017 appendix A.2.4).
    pub(crate) fn with_rsa(self) -> &'static str {
        match self {
            Self::Md5 => "1.2.840.113549.1.1.4",
            Self::Sha1 => "1.2.840.113549.1.1.5",
            Self::Sha256 => "1.2.840.113549.1.1.11",
            Self::Sha384 => "1.2.840.113549.1.1.12",
            Self::Sha512 => "1.2.840.113549.1.1.13",
        }
    }

    /// Identifier of ECDSA with this digest (RFC 5758 §3.2).
    ///
    /// # Panics
    /// For MD5, which ECDSA has no identifier for.
    pub(crate) fn with_ecdsa(self) -> &'static str {
        match self {
            Self::Md5 => None,
            Self::Sha1 => Some("1.2.840.10045.4.1"),
            Self::Sha256 => Some("1.2.840.10045.4.3.2"),
            Self::Sha384 => Some("1.2.840.10045.4.3.3"),
            Self::Sha512 => Some("1.2.840.10045.4.3.4"),
        }
        .expect("ECDSA with MD5 does not exist: sign with an RSA key")
    }
}
