//! Decryption by a password: PBES2 (RFC 8018 §6.2) and the old schemes of PKCS #12 (RFC 7292 appendix C).

use super::super::super::tlv::{OCTET_STRING, SEQUENCE, Tlv};
use super::super::super::{Obstacle, Password};
use super::ber::{algorithm, fields, number, octets};
use super::derive::{Purpose, octets_of};
use super::hash::{Hash, Rounds};
use super::oid;
use super::work::Work;
use aes::{Aes128, Aes192, Aes256};
use cbc::Decryptor;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeDecrypt, KeyIvInit};
use des::{TdesEde2, TdesEde3};
use rc2::Rc2;

/// How something is encrypted.
pub(super) enum Protection {
    /// A key and an initial value derived as PKCS #12 has it, with SHA-1.
    Pkcs12 { cipher: Cipher, rounds: Rounds },
    /// A key derived by PBKDF2.
    Pbes2 {
        cipher: Cipher,
        derivation: Pbkdf2,
        initial: Vec<u8>,
    },
}

/// A block cipher, in CBC mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cipher {
    Aes128,
    Aes192,
    Aes256,
    TripleDes,
    TwoKeyTripleDes,
    Rc2With128Bits,
    Rc2With40Bits,
}

impl Protection {
    /// Reads an `AlgorithmIdentifier`.
    pub(super) fn of(identifier: &Tlv<'_>) -> Result<Self, Obstacle> {
        let (identifier, parameters) = algorithm(identifier).ok_or(Obstacle::Damaged)?;
        let parameters = parameters.ok_or(Obstacle::Damaged)?;
        let cipher = match identifier {
            oid::PBES2 => return Self::pbes2(&parameters),
            oid::PBE_3DES => Cipher::TripleDes,
            oid::PBE_2DES => Cipher::TwoKeyTripleDes,
            oid::PBE_RC2_128 => Cipher::Rc2With128Bits,
            oid::PBE_RC2_40 => Cipher::Rc2With40Bits,
            _ => return Err(Obstacle::Algorithm(oid::dotted(identifier))),
        };
        let mut parts = fields(parameters.contents);
        let rounds = parts.next().zip(parts.next());
        let rounds = rounds.and_then(|(salt, count)| Rounds::of(&salt, Some(&count)));
        let rounds = rounds.ok_or(Obstacle::Damaged)?;
        Ok(Self::Pkcs12 { cipher, rounds })
    }

    fn pbes2(parameters: &Tlv<'_>) -> Result<Self, Obstacle> {
        let mut parts = fields(parameters.contents);
        let derivation = Pbkdf2::of(&parts.next().ok_or(Obstacle::Damaged)?)?;
        let scheme = parts.next();
        let (identifier, initial) = scheme
            .as_ref()
            .and_then(algorithm)
            .ok_or(Obstacle::Damaged)?;
        let cipher = match identifier {
            oid::AES_128_CBC => Cipher::Aes128,
            oid::AES_192_CBC => Cipher::Aes192,
            oid::AES_256_CBC => Cipher::Aes256,
            oid::DES_EDE3_CBC => Cipher::TripleDes,
            _ => return Err(Obstacle::Algorithm(oid::dotted(identifier))),
        };
        let initial = initial.as_ref().and_then(octets).ok_or(Obstacle::Damaged)?;
        Ok(Self::Pbes2 {
            cipher,
            derivation,
            initial: initial.into_owned(),
        })
    }

    /// Decrypts; `None` where the password is certainly not the right one. A wrong one may also yield nonsense.
    pub(super) fn open(
        &self,
        password: &Password,
        encrypted: &[u8],
        work: &mut Work,
    ) -> Result<Option<Vec<u8>>, Obstacle> {
        match self {
            Self::Pbes2 {
                cipher,
                derivation,
                initial,
            } => {
                let key = derivation.key(password, cipher.key_len(), work)?;
                Ok(cipher.decrypt((&key, initial), encrypted))
            }
            Self::Pkcs12 { cipher, rounds } => {
                for octets in octets_of(password) {
                    let lengths = (cipher.key_len(), cipher.block_len());
                    let [key, initial] = keys(&octets, rounds, lengths, work)?;
                    let opened = cipher.decrypt((&key, &initial), encrypted);
                    if opened
                        .as_ref()
                        .is_some_and(|it| it.starts_with(&[SEQUENCE]))
                    {
                        return Ok(opened);
                    }
                }
                Ok(None)
            }
        }
    }
}

/// Key and initial value of the old schemes.
fn keys(
    password: &[u8],
    rounds: &Rounds,
    (key, initial): (usize, usize),
    work: &mut Work,
) -> Result<[Vec<u8>; 2], Obstacle> {
    let mut derived = |purpose, len| {
        rounds.take(Hash::Sha1, len, work)?;
        let mut octets = vec![0; len];
        Hash::Sha1.pkcs12((password, purpose), rounds, &mut octets);
        Ok(octets)
    };
    Ok([
        derived(Purpose::Encryption, key)?,
        derived(Purpose::InitialValue, initial)?,
    ])
}

impl Cipher {
    const fn key_len(self) -> usize {
        match self {
            Self::Aes128 | Self::TwoKeyTripleDes | Self::Rc2With128Bits => 16,
            Self::Aes192 | Self::TripleDes => 24,
            Self::Aes256 => 32,
            Self::Rc2With40Bits => 5,
        }
    }

    const fn block_len(self) -> usize {
        match self {
            Self::Aes128 | Self::Aes192 | Self::Aes256 => 16,
            Self::TripleDes
            | Self::TwoKeyTripleDes
            | Self::Rc2With128Bits
            | Self::Rc2With40Bits => 8,
        }
    }

    /// Decrypts and takes the padding off; `None` where it is not as it should be.
    fn decrypt(self, keys: (&[u8], &[u8]), encrypted: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Aes128 => decrypt::<Decryptor<Aes128>>(keys, encrypted),
            Self::Aes192 => decrypt::<Decryptor<Aes192>>(keys, encrypted),
            Self::Aes256 => decrypt::<Decryptor<Aes256>>(keys, encrypted),
            Self::TripleDes => decrypt::<Decryptor<TdesEde3>>(keys, encrypted),
            Self::TwoKeyTripleDes => decrypt::<Decryptor<TdesEde2>>(keys, encrypted),
            Self::Rc2With128Bits | Self::Rc2With40Bits => rc2(keys, encrypted),
        }
    }
}

fn decrypt<M: KeyIvInit + BlockModeDecrypt>(
    (key, initial): (&[u8], &[u8]),
    encrypted: &[u8],
) -> Option<Vec<u8>> {
    let mode = M::new_from_slices(key, initial).ok()?;
    mode.decrypt_padded_vec::<Pkcs7>(encrypted).ok()
}

/// RC2 takes as many bits of the key as it has.
fn rc2((key, initial): (&[u8], &[u8]), encrypted: &[u8]) -> Option<Vec<u8>> {
    use cbc::cipher::InnerIvInit;
    let cipher = Rc2::new_with_eff_key_len(key, key.len() * 8);
    let mode = Decryptor::<Rc2>::inner_iv_slice_init(cipher, initial).ok()?;
    mode.decrypt_padded_vec::<Pkcs7>(encrypted).ok()
}

/// The parameters of PBKDF2 (RFC 8018 §A.2).
#[derive(Clone, Debug)]
pub(super) struct Pbkdf2 {
    hash: Hash,
    rounds: Rounds,
}

impl Pbkdf2 {
    /// Reads an `AlgorithmIdentifier` of a key derivation.
    pub(super) fn of(identifier: &Tlv<'_>) -> Result<Self, Obstacle> {
        let (identifier, parameters) = algorithm(identifier).ok_or(Obstacle::Damaged)?;
        if identifier != oid::PBKDF2 {
            return Err(Obstacle::Algorithm(oid::dotted(identifier)));
        }
        let parameters = parameters.ok_or(Obstacle::Damaged)?;
        let mut parts = fields(parameters.contents);
        let (salt, count) = parts.next().zip(parts.next()).ok_or(Obstacle::Damaged)?;
        if salt.tag != OCTET_STRING {
            return Err(Obstacle::Damaged);
        }
        let rounds = Rounds::of(&salt, Some(&count)).ok_or(Obstacle::Damaged)?;
        // The length of the key stands before it in some files; the cipher tells it as well.
        let function = parts.find(|part| number(part).is_none());
        let hash = match function.as_ref().and_then(algorithm) {
            None => Hash::Sha1,
            Some((identifier, _)) => Hash::of_hmac(identifier)
                .ok_or_else(|| Obstacle::Algorithm(oid::dotted(identifier)))?,
        };
        Ok(Self { hash, rounds })
    }

    /// Derives a key.
    pub(super) fn key(
        &self,
        password: &Password,
        len: usize,
        work: &mut Work,
    ) -> Result<Vec<u8>, Obstacle> {
        self.rounds.take(self.hash, len, work)?;
        let mut key = vec![0; len];
        self.hash
            .pbkdf2(password.reveal().as_bytes(), &self.rounds, &mut key);
        Ok(key)
    }
}
