//! Algorithm strength: keys and digests that are too easy to break are refused (CA/Browser Forum BR §6.1.5, §7.1.3;
//! OpenSSL's security levels). A trust anchor's own signature is never looked at, so its digest does not count.

use super::{Failure, Outcome, Step};
use crate::client::{KeyFloor, KeyScope};
use crate::signature::{Curve, HashAlgorithm, KeyKind, PublicKey};

pub(super) fn check(step: &Step<'_>) -> Outcome {
    let certificate = step.certificate;
    let key_counts = match step.policy.strength.keys_of {
        KeyScope::All => true,
        KeyScope::Issuers => step.position > 0 || step.is_anchor(),
    };
    if key_counts && !is_strong(&certificate.public_key, step.policy.strength.key) {
        return Outcome::Fail(Failure::WeakKey(certificate.public_key.kind.clone()));
    }
    let digest = certificate.signature_algorithm.hash();
    if !step.is_last()
        && digest.is_some_and(|digest| !is_accepted(digest, step.policy.strength.weakest_digest))
    {
        return Outcome::Fail(Failure::WeakSignature(
            certificate.signature_algorithm.clone(),
        ));
    }
    Outcome::Pass
}

/// Digests are declared from weak to strong.
fn is_accepted(digest: HashAlgorithm, weakest: HashAlgorithm) -> bool {
    digest >= weakest
}

fn is_strong(key: &PublicKey, floor: KeyFloor) -> bool {
    match floor {
        KeyFloor::None => true,
        // A kind of key that cannot be used at all is the signature check's matter.
        KeyFloor::SecurityBits(bits) => key.security_bits().is_none_or(|held| held >= bits),
        KeyFloor::RsaBits(floor) => match &key.kind {
            KeyKind::Rsa { bits, .. } => *bits >= floor,
            KeyKind::Ec(_) | KeyKind::Ed25519 | KeyKind::Dsa { .. } | KeyKind::Unknown(_) => true,
        },
        KeyFloor::WebPki => match &key.kind {
            KeyKind::Rsa { bits, .. } => *bits >= 2048 && bits.is_multiple_of(8),
            KeyKind::Ec(curve) => matches!(curve, Curve::P256 | Curve::P384 | Curve::P521),
            KeyKind::Ed25519 | KeyKind::Unknown(_) => true,
            KeyKind::Dsa { .. } => false,
        },
    }
}
