//! `RSASSA-PSS-params` (RFC 4055 §3.1).

use der_parser::asn1_rs::{Any, Class, Oid, Tag};
use der_parser::oid;

use super::super::der::Elements;
use super::HashAlgorithm;

const MGF1: Oid<'static> = oid!(1.2.840.113549.1.1.8);
const HASHES: [(Oid<'static>, HashAlgorithm); 5] = [
    (oid!(1.3.14.3.2.26), HashAlgorithm::Sha1),
    (oid!(2.16.840.1.101.3.4.2.4), HashAlgorithm::Sha224),
    (oid!(2.16.840.1.101.3.4.2.1), HashAlgorithm::Sha256),
    (oid!(2.16.840.1.101.3.4.2.2), HashAlgorithm::Sha384),
    (oid!(2.16.840.1.101.3.4.2.3), HashAlgorithm::Sha512),
];
const DEFAULT_HASH: HashAlgorithm = HashAlgorithm::Sha1;
const DEFAULT_SALT: usize = 20;

/// Hash and salt length in octets. `None` where the parameters are malformed, name a hash or mask that is not known,
/// use different hashes for message and mask, or another trailer than the only one there is.
pub(in super::super) fn parameters(any: &Any<'_>) -> Option<(HashAlgorithm, usize)> {
    if any.class() != Class::Universal || any.tag() != Tag::Sequence {
        return None;
    }
    let (mut hash, mut mask, mut salt) = (DEFAULT_HASH, DEFAULT_HASH, DEFAULT_SALT);
    let mut fields = Elements::of(any.data);
    let mut next_tag = 0;
    while !fields.is_empty() {
        let field = fields.take()?;
        let tag = field.tag().0;
        if field.class() != Class::ContextSpecific || tag < next_tag {
            return None;
        }
        next_tag = tag.checked_add(1)?;
        let mut inner = Elements::of(field.data);
        match tag {
            0 => hash = take_hash(&mut inner)?,
            1 => mask = take_mask(&mut inner)?,
            2 => salt = small(inner.take_unsigned()?)?,
            3 => (small(inner.take_unsigned()?)? == 1).then_some(())?,
            _ => return None,
        }
        inner.is_empty().then_some(())?;
    }
    (hash == mask).then_some((hash, salt))
}

/// A hash `AlgorithmIdentifier`; its parameters may be NULL or absent (RFC 4055 §2.1).
fn take_hash(elements: &mut Elements<'_>) -> Option<HashAlgorithm> {
    let mut identifier = elements.take_sequence()?;
    let oid = identifier.take_oid()?;
    if !identifier.is_empty() {
        let null = identifier.take()?;
        (null.tag() == Tag::Null && null.data.is_empty() && identifier.is_empty()).then_some(())?;
    }
    HASHES
        .iter()
        .find_map(|(known, hash)| (*known == oid).then_some(*hash))
}

fn take_mask(elements: &mut Elements<'_>) -> Option<HashAlgorithm> {
    let mut identifier = elements.take_sequence()?;
    (identifier.take_oid()? == MGF1).then_some(())?;
    let hash = take_hash(&mut identifier)?;
    identifier.is_empty().then_some(hash)
}

/// Two octets hold every salt that fits into a signature.
fn small(magnitude: &[u8]) -> Option<usize> {
    match *magnitude {
        [] => Some(0),
        [low] => Some(usize::from(low)),
        [high, low] => Some(usize::from(u16::from_be_bytes([high, low]))),
        _ => None,
    }
}
