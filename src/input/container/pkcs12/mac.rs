//! The MAC over a container (RFC 7292 §4, and RFC 9579 for PBMAC1).

use super::super::super::tlv::Tlv;
use super::super::super::{Obstacle, Password};
use super::ber::{algorithm, fields, octets};
use super::cipher::Pbkdf2;
use super::derive::{Purpose, octets_of};
use super::hash::{Hash, Rounds};
use super::oid;
use super::work::Work;

/// A MAC with what it takes to check it.
pub(super) struct Mac {
    kind: Kind,
    value: Vec<u8>,
}

enum Kind {
    /// HMAC with a key derived as PKCS #12 has it.
    Pkcs12 { hash: Hash, rounds: Rounds },
    /// HMAC with a key derived by PBKDF2.
    Pbmac1 { hash: Hash, derivation: Pbkdf2 },
}

impl Mac {
    /// Reads `MacData`.
    pub(super) fn of(data: &Tlv<'_>) -> Result<Self, Obstacle> {
        let (identifier, mac) = Self::parse(data).ok_or(Obstacle::Damaged)?;
        mac.ok_or_else(|| Obstacle::Algorithm(oid::dotted(identifier)))
    }

    /// The algorithm; the MAC unless that is unknown.
    fn parse<'b>(data: &Tlv<'b>) -> Option<(&'b [u8], Option<Self>)> {
        let mut parts = fields(data.contents);
        let info = parts.next()?;
        let rounds = Rounds::of(&parts.next()?, parts.next().as_ref())?;
        let mut info = fields(info.contents);
        let (identifier, parameters) = algorithm(&info.next()?)?;
        let value = octets(&info.next()?)?.into_owned();
        let kind = if identifier == oid::PBMAC1 {
            let mut parameters = fields(parameters?.contents);
            let derivation = Pbkdf2::of(&parameters.next()?).ok();
            let (scheme, _) = algorithm(&parameters.next()?)?;
            Hash::of_hmac(scheme)
                .zip(derivation)
                .map(|(hash, derivation)| Kind::Pbmac1 { hash, derivation })
        } else {
            Hash::of(identifier).map(|hash| Kind::Pkcs12 { hash, rounds })
        };
        Some((identifier, kind.map(|kind| Self { kind, value })))
    }

    /// Whether it is the MAC of some content under a password.
    pub(super) fn fits(
        &self,
        password: &Password,
        content: &[u8],
        work: &mut Work,
    ) -> Result<bool, Obstacle> {
        match &self.kind {
            Kind::Pkcs12 { hash, rounds } => {
                for password in octets_of(password) {
                    rounds.take(*hash, hash.len(), work)?;
                    let mut key = vec![0; hash.len()];
                    hash.pkcs12((&password, Purpose::Integrity), rounds, &mut key);
                    if hash.hmac(&key, content) == self.value {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Kind::Pbmac1 { hash, derivation } => {
                let key = derivation.key(password, hash.len(), work)?;
                Ok(hash.hmac(&key, content) == self.value)
            }
        }
    }
}
