//! RSA signatures (RFC 8017 §8.1.2, §8.2.2).

use ::rsa::{BoxedUint, Pkcs1v15Sign, Pss, RsaPublicKey, traits::SignatureScheme};
use sha1::Sha1;
use sha2::{Sha256, Sha384, Sha512};

use super::super::der::bit_length;
use super::super::public_key::{RsaKey, RsaUse, rsa_key};
use super::super::{HashAlgorithm, PublicKey, SignatureProblem, Signed};
use super::digest::digest;

/// Longest modulus that is raised to a power: what Go and WebPKI draw as their line too. Every public root has half.
const MAX_MODULUS_BITS: usize = 8_192;
/// Longest public exponent: OpenSSL's line for large keys.
const MAX_EXPONENT_BITS: usize = 64;
/// Parsing keeps salts to two octets of length; no key up to the limit has room for more than this.
const MAX_SALT: usize = MAX_MODULUS_BITS / 8;

/// Verifies RSASSA-PKCS1-v1_5.
pub(super) fn verify_pkcs1(
    key: &PublicKey,
    hash: HashAlgorithm,
    signed: &Signed<'_>,
) -> Result<(), SignatureProblem> {
    let scheme = Pkcs1v15Sign {
        hash_len: None,
        prefix: digest_info(hash)?.into(),
    };
    let numbers = rsa_key(&key.spki).ok_or(SignatureProblem::UnusableKey)?;
    if numbers.use_for != RsaUse::Any {
        return Err(SignatureProblem::UnusableKey);
    }
    apply(&usable(&numbers)?, scheme, (hash, signed))
}

/// Hash and salt length of a PSS signature.
#[derive(Clone, Copy)]
pub(super) struct PssChoice {
    pub(super) hash: HashAlgorithm,
    pub(super) salt: usize,
}

/// Verifies RSASSA-PSS.
pub(super) fn verify_pss(
    key: &PublicKey,
    choice: PssChoice,
    signed: &Signed<'_>,
) -> Result<(), SignatureProblem> {
    let PssChoice { hash, salt } = choice;
    if matches!(
        hash,
        HashAlgorithm::Md2 | HashAlgorithm::Md5 | HashAlgorithm::Sha224
    ) {
        return Err(SignatureProblem::Unsupported);
    }
    let numbers = rsa_key(&key.spki).ok_or(SignatureProblem::UnusableKey)?;
    if !allows(numbers.use_for, choice) {
        return Err(SignatureProblem::UnusableKey);
    }
    let key = usable(&numbers)?;
    if salt > MAX_SALT {
        return Err(SignatureProblem::Mismatch);
    }
    let what = (hash, signed);
    match hash {
        HashAlgorithm::Sha1 => apply(&key, Pss::<Sha1>::new_with_salt(salt), what),
        HashAlgorithm::Sha256 => apply(&key, Pss::<Sha256>::new_with_salt(salt), what),
        HashAlgorithm::Sha384 => apply(&key, Pss::<Sha384>::new_with_salt(salt), what),
        HashAlgorithm::Sha512 => apply(&key, Pss::<Sha512>::new_with_salt(salt), what),
        HashAlgorithm::Md2 | HashAlgorithm::Md5 | HashAlgorithm::Sha224 => {
            Err(SignatureProblem::Unsupported)
        }
    }
}

fn apply(
    key: &RsaPublicKey,
    scheme: impl SignatureScheme,
    (hash, signed): (HashAlgorithm, &Signed<'_>),
) -> Result<(), SignatureProblem> {
    let digest = digest(hash, signed.message)?;
    scheme
        .verify(key, &digest, signed.signature)
        .map_err(|_| SignatureProblem::Mismatch)
}

/// RFC 4055 §3.3: parameters in the key bind the signature's.
fn allows(use_for: RsaUse, choice: PssChoice) -> bool {
    match use_for {
        RsaUse::Any | RsaUse::Pss => true,
        RsaUse::PssWith(hash, least_salt) => hash == choice.hash && choice.salt >= least_salt,
    }
}

/// The key for arithmetic. Sizes come first: nothing is computed with a key beyond the limits. The library's own
/// constructor is no help, as it refuses the short keys and large exponents that old chains have.
fn usable(numbers: &RsaKey<'_>) -> Result<RsaPublicKey, SignatureProblem> {
    let modulus_bits = bit_length(numbers.modulus);
    let exponent_bits = bit_length(numbers.exponent);
    if modulus_bits > MAX_MODULUS_BITS || exponent_bits > MAX_EXPONENT_BITS {
        return Err(SignatureProblem::KeyTooLarge);
    }
    let odd = |magnitude: &[u8]| magnitude.last().is_some_and(|low| low & 1 == 1);
    // An exponent of 1 signs nothing; one as long as the modulus is no RSA key.
    if !odd(numbers.modulus)
        || !odd(numbers.exponent)
        || exponent_bits < 2
        || exponent_bits >= modulus_bits
    {
        return Err(SignatureProblem::UnusableKey);
    }
    let modulus = BoxedUint::from_be_slice_vartime(numbers.modulus);
    let exponent = BoxedUint::from_be_slice_vartime(numbers.exponent);
    Ok(RsaPublicKey::new_unchecked(modulus, exponent))
}

/// What precedes the digest in a `DigestInfo` (RFC 8017 §9.2, note 1).
fn digest_info(hash: HashAlgorithm) -> Result<&'static [u8], SignatureProblem> {
    match hash {
        HashAlgorithm::Md5 => {
            Ok(b"\x30\x20\x30\x0c\x06\x08\x2a\x86\x48\x86\xf7\x0d\x02\x05\x05\x00\x04\x10")
        }
        HashAlgorithm::Sha1 => Ok(b"\x30\x21\x30\x09\x06\x05\x2b\x0e\x03\x02\x1a\x05\x00\x04\x14"),
        HashAlgorithm::Sha256 => {
            Ok(b"\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20")
        }
        HashAlgorithm::Sha384 => {
            Ok(b"\x30\x41\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x02\x05\x00\x04\x30")
        }
        HashAlgorithm::Sha512 => {
            Ok(b"\x30\x51\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x03\x05\x00\x04\x40")
        }
        HashAlgorithm::Md2 | HashAlgorithm::Sha224 => Err(SignatureProblem::Unsupported),
    }
}
