//! Whether some bytes are a certificate (RFC 5280 §4.1) to a decoder that does not look into extensions: tags, lengths,
//! and what makes a value of a type impossible. Decoders differ in how closely they look at values.

mod certificate;
mod key;
mod tlv;
mod value;

use tlv::Der;

/// Whose decoder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decoder {
    /// OpenSSL's: what follows the certificate is not looked at.
    OpenSsl,
    /// OpenSSL's for a certificate with trust settings, which follow it.
    OpenSslTrusted,
    /// That of GnuTLS.
    GnuTls,
    /// Java's.
    Java,
    /// Go's.
    Go,
    /// All of these at once: it takes what each of them takes.
    Strictest,
}

/// Whether a decoder takes it for a certificate.
pub(super) fn is_certificate(bytes: &[u8], decoder: Decoder) -> bool {
    let mut reader = Der(bytes);
    let Some(fields) = reader.enter(SEQUENCE) else {
        return false;
    };
    certificate::read(fields, decoder).is_some()
        && match decoder {
            Decoder::OpenSsl => true,
            Decoder::OpenSslTrusted => reader.is_empty() || reader.enter(SEQUENCE).is_some(),
            Decoder::GnuTls | Decoder::Java | Decoder::Go | Decoder::Strictest => reader.is_empty(),
        }
}

/// Whether it begins with a SEQUENCE that is all there.
pub(super) fn is_sequence(bytes: &[u8]) -> bool {
    Der(bytes).enter(SEQUENCE).is_some()
}

/// The first value of some bytes, with its header.
pub(super) fn first_value(bytes: &[u8]) -> Option<&[u8]> {
    let mut reader = Der(bytes);
    reader.value()?;
    bytes.get(..bytes.len() - reader.0.len())
}

/// Whether it is signed data of PKCS #7 (RFC 2315 §7): a SEQUENCE that begins with this object identifier.
pub(super) fn is_signed_data(bytes: &[u8]) -> bool {
    let content = Der(bytes).enter(SEQUENCE);
    content.is_some_and(|mut content| content.take(OID) == Some(SIGNED_DATA))
}

/// `signedData` (RFC 5652 §5.1).
const SIGNED_DATA: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02];

const BOOLEAN: u8 = 0x01;
const INTEGER: u8 = 0x02;
const BIT_STRING: u8 = 0x03;
const OCTET_STRING: u8 = 0x04;
const NULL: u8 = 0x05;
const OID: u8 = 0x06;
const UTF8_STRING: u8 = 0x0C;
const PRINTABLE_STRING: u8 = 0x13;
const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;
const UNIVERSAL_STRING: u8 = 0x1C;
const BMP_STRING: u8 = 0x1E;
const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
