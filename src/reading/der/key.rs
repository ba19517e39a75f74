//! Public keys, into which some decoders look at once.

use super::tlv::Der;
use super::value::integer;
use super::{Decoder, INTEGER, OID, SEQUENCE};

/// RFC 8017 §A.1.
const RSA: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01];
/// PKCS #3.
const DH: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x03, 0x01];
/// RFC 5480 §2.1.1.
const EC: &[u8] = &[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01];
/// RFC 5480 §2.1.1.1.
const P256: &[u8] = &[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07];
const P384: &[u8] = &[0x2B, 0x81, 0x04, 0x00, 0x22];
const P521: &[u8] = &[0x2B, 0x81, 0x04, 0x00, 0x23];

/// Reads a key; `None` where the decoder refuses it. Keys of other kinds are taken as they are.
pub(super) fn read(algorithm: &[u8], key: &[u8], decoder: Decoder) -> Option<()> {
    match decoder {
        Decoder::OpenSsl | Decoder::OpenSslTrusted | Decoder::GnuTls => return Some(()),
        Decoder::Java | Decoder::Go | Decoder::Strictest => {}
    }
    let mut algorithm = Der(algorithm);
    match algorithm.take(OID)? {
        RSA => rsa(key),
        DH if decoder != Decoder::Go => algorithm.enter(SEQUENCE).map(|_| ()),
        EC => ec(algorithm.take(OID)?, key, decoder),
        _ => Some(()),
    }
}

fn rsa(key: &[u8]) -> Option<()> {
    let mut key = Der(key);
    let mut numbers = key.enter(SEQUENCE)?;
    for _ in 0..2 {
        let number = numbers.take(INTEGER)?;
        integer(number)?;
        let is_positive = number.first().is_some_and(|first| first & 0x80 == 0);
        is_positive.then_some(())?;
    }
    numbers.end()?;
    key.end()
}

/// Go looks whether the point is on its curve, Java only for its form.
fn ec(curve: &[u8], point: &[u8], decoder: Decoder) -> Option<()> {
    let has_form = || match curve {
        P256 => has_form(point, 32),
        P384 => has_form(point, 48),
        P521 => has_form(point, 66),
        _ => false,
    };
    let is_on_curve = || match curve {
        P256 => p256::ecdsa::VerifyingKey::from_sec1_bytes(point).is_ok(),
        P384 => p384::ecdsa::VerifyingKey::from_sec1_bytes(point).is_ok(),
        P521 => p521::ecdsa::VerifyingKey::from_sec1_bytes(point).is_ok(),
        _ => false,
    };
    let is_point = match decoder {
        Decoder::Go => is_on_curve(),
        Decoder::Strictest => has_form() && is_on_curve(),
        Decoder::OpenSsl | Decoder::OpenSslTrusted | Decoder::GnuTls | Decoder::Java => has_form(),
    };
    is_point.then_some(())
}

/// An uncompressed point (SEC 1 §2.3.3) of two coordinates of so many octets.
fn has_form(point: &[u8], octets: usize) -> bool {
    point.first() == Some(&4) && point.len() == 1 + 2 * octets
}
