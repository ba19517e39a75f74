//! Hashing a message.

use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::super::{HashAlgorithm, SignatureProblem};

/// The digest of `message`; `Unsupported` for the hashes that are recognised but never computed.
pub(super) fn digest(hash: HashAlgorithm, message: &[u8]) -> Result<Vec<u8>, SignatureProblem> {
    Ok(match hash {
        HashAlgorithm::Md5 => md5::Md5::digest(message).to_vec(),
        HashAlgorithm::Sha1 => Sha1::digest(message).to_vec(),
        HashAlgorithm::Sha256 => Sha256::digest(message).to_vec(),
        HashAlgorithm::Sha384 => Sha384::digest(message).to_vec(),
        HashAlgorithm::Sha512 => Sha512::digest(message).to_vec(),
        HashAlgorithm::Md2 | HashAlgorithm::Sha224 => return Err(SignatureProblem::Unsupported),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_of_abc() {
        for (hash, start) in [
            (HashAlgorithm::Md5, [0x90, 0x01, 0x50, 0x98]),
            (HashAlgorithm::Sha1, [0xa9, 0x99, 0x3e, 0x36]),
            (HashAlgorithm::Sha256, [0xba, 0x78, 0x16, 0xbf]),
            (HashAlgorithm::Sha384, [0xcb, 0x00, 0x75, 0x3f]),
            (HashAlgorithm::Sha512, [0xdd, 0xaf, 0x35, 0xa1]),
        ] {
            assert_eq!(digest(hash, b"abc").unwrap()[..4], start, "{hash}");
        }
        for hash in [HashAlgorithm::Md2, HashAlgorithm::Sha224] {
            assert_eq!(digest(hash, b"abc"), Err(SignatureProblem::Unsupported));
        }
    }
}
