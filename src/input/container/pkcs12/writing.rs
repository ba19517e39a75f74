//! What it takes to write such containers: the same algorithms the other way round.

pub(crate) use super::bmp::bmp_string;

use super::super::super::Password;
use super::derive::{Purpose, octets_of};
use super::hash::{Hash, Rounds};
use aes::Aes256;
use cbc::Encryptor;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeEncrypt, KeyIvInit};

/// Object identifiers, as their contents octets.
pub(crate) mod names {
    use super::super::oid;

    pub(crate) const DATA: &[u8] = oid::DATA;
    pub(crate) const ENCRYPTED_DATA: &[u8] = oid::ENCRYPTED_DATA;
    pub(crate) const CERT_BAG: &[u8] = oid::CERT_BAG;
    pub(crate) const X509_CERTIFICATE: &[u8] = oid::X509_CERTIFICATE;
    pub(crate) const FRIENDLY_NAME: &[u8] = oid::FRIENDLY_NAME;
    pub(crate) const TRUSTED_KEY_USAGE: &[u8] = oid::TRUSTED_KEY_USAGE;
    pub(crate) const PBES2: &[u8] = oid::PBES2;
    pub(crate) const PBKDF2: &[u8] = oid::PBKDF2;
    pub(crate) const HMAC_SHA256: &[u8] = oid::HMAC_SHA256;
    pub(crate) const AES_256_CBC: &[u8] = oid::AES_256_CBC;
    pub(crate) const SHA256: &[u8] = oid::SHA256;
    /// 2.5.29.37.0, `anyExtendedKeyUsage`.
    pub(crate) const ANY_EXTENDED_KEY_USAGE: &[u8] = b"\x55\x1D\x25\x00";
}

/// Encrypts with AES-256 in CBC mode, under a key that PBKDF2 with SHA-256 derives.
pub(crate) fn aes_256_cbc(
    password: &Password,
    (salt, count): (&[u8], u32),
    initial: &[u8],
    content: &[u8],
) -> Vec<u8> {
    let rounds = Rounds::new(salt, count);
    let mut key = [0; 32];
    Hash::Sha256.pbkdf2(password.reveal().as_bytes(), &rounds, &mut key);
    Encryptor::<Aes256>::new_from_slices(&key, initial)
        .map(|mode| mode.encrypt_padded_vec::<Pkcs7>(content))
        .unwrap_or_default()
}

/// HMAC with SHA-256, under a key derived as PKCS #12 has it.
pub(crate) fn mac_sha256(
    password: &Password,
    (salt, count): (&[u8], u32),
    content: &[u8],
) -> Vec<u8> {
    let rounds = Rounds::new(salt, count);
    let mut key = [0; 32];
    let password = octets_of(password).into_iter().next().unwrap_or_default();
    Hash::Sha256.pkcs12((&password, Purpose::Integrity), &rounds, &mut key);
    Hash::Sha256.hmac(&key, content)
}
