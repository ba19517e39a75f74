//! The hashes that passwords go through.

use super::super::super::Obstacle;
use super::super::super::tlv::Tlv;
use super::derive::{Purpose, pkcs12};
use super::work::Work;
use super::{ber, oid};
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::{Sha224, Sha256, Sha384, Sha512};

/// A hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hash {
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
}

/// Runs an expression with `D` as the type of a hash.
macro_rules! with {
    ($hash:expr, $digest:ident => $body:expr) => {
        match $hash {
            Hash::Sha1 => {
                type $digest = Sha1;
                $body
            }
            Hash::Sha224 => {
                type $digest = Sha224;
                $body
            }
            Hash::Sha256 => {
                type $digest = Sha256;
                $body
            }
            Hash::Sha384 => {
                type $digest = Sha384;
                $body
            }
            Hash::Sha512 => {
                type $digest = Sha512;
                $body
            }
        }
    };
}

impl Hash {
    /// The hash of this identifier.
    pub(super) fn of(identifier: &[u8]) -> Option<Self> {
        match identifier {
            oid::SHA1 => Some(Self::Sha1),
            oid::SHA224 => Some(Self::Sha224),
            oid::SHA256 => Some(Self::Sha256),
            oid::SHA384 => Some(Self::Sha384),
            oid::SHA512 => Some(Self::Sha512),
            _ => None,
        }
    }

    /// The hash of an HMAC of this identifier.
    pub(super) fn of_hmac(identifier: &[u8]) -> Option<Self> {
        match identifier {
            oid::HMAC_SHA1 => Some(Self::Sha1),
            oid::HMAC_SHA224 => Some(Self::Sha224),
            oid::HMAC_SHA256 => Some(Self::Sha256),
            oid::HMAC_SHA384 => Some(Self::Sha384),
            oid::HMAC_SHA512 => Some(Self::Sha512),
            _ => None,
        }
    }

    /// Length of its output.
    pub(super) const fn len(self) -> usize {
        match self {
            Self::Sha1 => 20,
            Self::Sha224 => 28,
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }

    /// Length of the blocks that it takes in.
    const fn block(self) -> usize {
        match self {
            Self::Sha1 | Self::Sha224 | Self::Sha256 => 64,
            Self::Sha384 | Self::Sha512 => 128,
        }
    }

    /// HMAC (RFC 2104).
    pub(super) fn hmac(self, key: &[u8], message: &[u8]) -> Vec<u8> {
        with!(self, D => {
            let Ok(mut mac) = Hmac::<D>::new_from_slice(key) else {
                return Vec::new();
            };
            mac.update(message);
            mac.finalize().into_bytes().to_vec()
        })
    }

    /// The key derivation of PKCS #12 (RFC 7292 §B.2).
    pub(super) fn pkcs12(
        self,
        (password, purpose): (&[u8], Purpose),
        rounds: &Rounds,
        key: &mut [u8],
    ) {
        let block = self.block();
        with!(self, D => pkcs12::<D>(block, (password, purpose), rounds, key));
    }

    /// PBKDF2 (RFC 8018 §5.2).
    pub(super) fn pbkdf2(self, password: &[u8], rounds: &Rounds, key: &mut [u8]) {
        with!(self, D => pbkdf2::pbkdf2_hmac::<D>(password, &rounds.salt, rounds.count, key));
    }
}

/// Salt and number of rounds.
#[derive(Clone, Debug)]
pub(super) struct Rounds {
    pub(super) salt: Vec<u8>,
    pub(super) count: u32,
}

impl Rounds {
    /// These.
    pub(super) fn new(salt: &[u8], count: u32) -> Self {
        Self {
            salt: salt.to_vec(),
            count,
        }
    }

    /// From the two fields that hold them.
    pub(super) fn of(salt: &Tlv<'_>, count: Option<&Tlv<'_>>) -> Option<Self> {
        Some(Self {
            salt: ber::octets(salt)?.into_owned(),
            count: match count {
                Some(count) => ber::number(count).filter(|count| *count > 0)?,
                None => 1,
            },
        })
    }

    /// Takes the work for a key of this length.
    pub(super) fn take(&self, hash: Hash, key: usize, work: &mut Work) -> Result<(), Obstacle> {
        // The salt is repeated to whole blocks: it costs work as well.
        let salts = self.salt.len() / hash.block() + 1;
        work.take(self.count, key.div_ceil(hash.len()).max(1))?;
        work.take(1, salts)
    }
}
