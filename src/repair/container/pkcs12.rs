//! PKCS #12 (RFC 7292) with the algorithms and the trust attribute of `keytool`.

use super::alias::Entry;
use super::der::{explicit, integer, null, octets, oid, sequence, set, tlv};
use crate::input::{Password, pkcs12_writing};
use pkcs12_writing::{aes_256_cbc, bmp_string, mac_sha256, names};
use sha2::{Digest, Sha256};

/// As many rounds as `keytool` takes.
const ROUNDS: u32 = 10_000;
const SALT: usize = 20;
const INITIAL_VALUE: usize = 16;

/// The key store. Without a password it is neither encrypted nor has it a MAC, as the one that Java 18 and later ship.
pub(super) fn store(entries: &[Entry<'_>], password: &Password) -> Vec<u8> {
    let bags: Vec<Vec<u8>> = entries.iter().map(bag).collect();
    let safe = sequence(&bags);
    let is_open = password.reveal().is_empty();
    let part = if is_open {
        data(&safe)
    } else {
        encrypted_data(&safe, password)
    };
    let authenticated = sequence(&[part]);
    let mut pfx = vec![integer(3), data(&authenticated)];
    if !is_open {
        pfx.push(mac_data(&authenticated, password));
    }
    sequence(&pfx)
}

/// `SafeBag` of a certificate that Java trusts for everything.
fn bag(entry: &Entry<'_>) -> Vec<u8> {
    let certificate = octets(entry.certificate.as_der());
    let certificate = sequence(&[oid(names::X509_CERTIFICATE), explicit(&certificate)]);
    let name = tlv(BMP_STRING, &bmp_string(&entry.alias));
    let attributes = [
        sequence(&[oid(names::FRIENDLY_NAME), set(&name)]),
        sequence(&[
            oid(names::TRUSTED_KEY_USAGE),
            set(&oid(names::ANY_EXTENDED_KEY_USAGE)),
        ]),
    ];
    sequence(&[
        oid(names::CERT_BAG),
        explicit(&certificate),
        tlv(SET, &attributes.concat()),
    ])
}

const BMP_STRING: u8 = 0x1E;
const SET: u8 = 0x31;
/// `[0] IMPLICIT OCTET STRING`.
const CONTEXT_0: u8 = 0x80;

fn data(content: &[u8]) -> Vec<u8> {
    sequence(&[oid(names::DATA), explicit(&octets(content))])
}

fn encrypted_data(safe: &[u8], password: &Password) -> Vec<u8> {
    let salt = derived("salt", safe, SALT);
    let initial = derived("initial value", safe, INITIAL_VALUE);
    let encrypted = aes_256_cbc(password, (&salt, ROUNDS), &initial, safe);
    let derivation = sequence(&[
        oid(names::PBKDF2),
        sequence(&[
            octets(&salt),
            integer(ROUNDS),
            sequence(&[oid(names::HMAC_SHA256), null()]),
        ]),
    ]);
    let cipher = sequence(&[oid(names::AES_256_CBC), octets(&initial)]);
    let algorithm = sequence(&[oid(names::PBES2), sequence(&[derivation, cipher])]);
    let content = sequence(&[oid(names::DATA), algorithm, tlv(CONTEXT_0, &encrypted)]);
    let encrypted = sequence(&[integer(0), content]);
    sequence(&[oid(names::ENCRYPTED_DATA), explicit(&encrypted)])
}

fn mac_data(authenticated: &[u8], password: &Password) -> Vec<u8> {
    let salt = derived("mac", authenticated, SALT);
    let mac = mac_sha256(password, (&salt, ROUNDS), authenticated);
    let algorithm = sequence(&[oid(names::SHA256), null()]);
    let info = sequence(&[algorithm, octets(&mac)]);
    sequence(&[info, octets(&salt), integer(ROUNDS)])
}

/// Salts and the initial value come from what they protect: other certificates get others, no randomness is needed, and
/// the same bundle gives the same file. What is encrypted is public.
fn derived(purpose: &str, content: &[u8], len: usize) -> Vec<u8> {
    let digest = Sha256::new()
        .chain_update(purpose)
        .chain_update([0])
        .chain_update(content)
        .finalize();
    digest.iter().copied().take(len).collect()
}
