//! The fields of a certificate.

use super::tlv::Der;
use super::value::{any, bit_string, integer, is_instant, object, string};
use super::{BIT_STRING, BOOLEAN, Decoder, INTEGER, OCTET_STRING, OID, SEQUENCE, SET, key};

const VERSION: u8 = 0xA0;
const ISSUER_ID: u8 = 0x81;
const SUBJECT_ID: u8 = 0x82;
const EXTENSIONS: u8 = 0xA3;

/// Reads a certificate's fields; `None` where the decoder refuses one.
pub(super) fn read(mut fields: Der<'_>, decoder: Decoder) -> Option<()> {
    let inner = to_be_signed(fields.enter(SEQUENCE)?, decoder)?;
    let outer = algorithm(&mut fields)?;
    bit_string(fields.take(BIT_STRING)?)?;
    fields.end()?;
    // RFC 5280 §4.1.1.2.
    (decoder.is_lazy() || inner == outer).then_some(())
}

impl Decoder {
    /// Whether values are taken as they are until somebody asks for them.
    const fn is_lazy(self) -> bool {
        match self {
            Self::OpenSsl | Self::OpenSslTrusted => true,
            Self::GnuTls | Self::Java | Self::Go | Self::Strictest => false,
        }
    }
}

/// Reads what is signed; returns the algorithm that it names.
fn to_be_signed(mut fields: Der<'_>, decoder: Decoder) -> Option<&[u8]> {
    fields.optional(VERSION, |content| {
        let mut version = Der(content);
        integer(version.take(INTEGER)?)?;
        version.end()
    })?;
    integer(fields.take(INTEGER)?)?;
    let signed_with = algorithm(&mut fields)?;
    name(&mut fields, decoder)?;
    let mut validity = fields.enter(SEQUENCE)?;
    time(&mut validity, decoder)?;
    time(&mut validity, decoder)?;
    validity.end()?;
    name(&mut fields, decoder)?;
    public_key(fields.enter(SEQUENCE)?, decoder)?;
    fields.optional(ISSUER_ID, bit_string)?;
    fields.optional(SUBJECT_ID, bit_string)?;
    fields.optional(EXTENSIONS, |content| {
        let mut outer = Der(content);
        outer.enter(SEQUENCE)?.each(extension)?;
        outer.end()
    })?;
    fields.end()?;
    Some(signed_with)
}

/// The content of an `AlgorithmIdentifier`.
fn algorithm<'a>(fields: &mut Der<'a>) -> Option<&'a [u8]> {
    let content = fields.take(SEQUENCE)?;
    let mut algorithm = Der(content);
    object(algorithm.take(OID)?)?;
    if !algorithm.is_empty() {
        let (tag, parameters) = algorithm.value()?;
        any(tag, parameters)?;
    }
    algorithm.end()?;
    Some(content)
}

fn public_key(mut fields: Der<'_>, decoder: Decoder) -> Option<()> {
    let algorithm = algorithm(&mut fields)?;
    let bits = fields.take(BIT_STRING)?;
    bit_string(bits)?;
    fields.end()?;
    key::read(algorithm, bits.get(1..)?, decoder)
}

/// RFC 5280 §4.1.2.4.
fn name(fields: &mut Der<'_>, decoder: Decoder) -> Option<()> {
    fields.enter(SEQUENCE)?.each(|names| {
        names.enter(SET)?.each(|set| {
            let mut attribute = set.enter(SEQUENCE)?;
            object(attribute.take(OID)?)?;
            let (tag, content) = attribute.value()?;
            string(tag, content, decoder)?;
            attribute.end()
        })
    })
}

fn extension(extensions: &mut Der<'_>) -> Option<()> {
    let mut fields = extensions.enter(SEQUENCE)?;
    object(fields.take(OID)?)?;
    fields.optional(BOOLEAN, |content| (content.len() == 1).then_some(()))?;
    fields.take(OCTET_STRING)?;
    fields.end()
}

fn time(fields: &mut Der<'_>, decoder: Decoder) -> Option<()> {
    let (tag, content) = fields.value()?;
    let is_time = super::value::is_time(tag);
    (is_time && (decoder.is_lazy() || is_instant(tag, content))).then_some(())
}
