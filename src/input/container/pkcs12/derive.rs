//! The key derivation of PKCS #12 itself (RFC 7292 appendix B).

use super::super::super::Password;
use super::bmp::bmp_string;
use super::hash::Rounds;
use sha1::Digest;

/// What a key is for (§B.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    Encryption,
    InitialValue,
    Integrity,
}

impl Purpose {
    const fn id(self) -> u8 {
        match self {
            Self::Encryption => 1,
            Self::InitialValue => 2,
            Self::Integrity => 3,
        }
    }
}

/// The octets of a password (§B.1): a `BMPString` with a zero behind it. An empty password is written so by most, and as
/// nothing at all by some.
pub(super) fn octets_of(password: &Password) -> Vec<Vec<u8>> {
    let mut text = bmp_string(password.reveal());
    let empty = text.is_empty();
    text.extend([0, 0]);
    if empty {
        vec![text, Vec::new()]
    } else {
        vec![text]
    }
}

/// Derives a key (§B.2), `block` being the length of the hash's blocks.
pub(super) fn pkcs12<D: Digest>(
    block: usize,
    (password, purpose): (&[u8], Purpose),
    rounds: &Rounds,
    key: &mut [u8],
) {
    let diversifier = vec![purpose.id(); block];
    let mut input = filled(&rounds.salt, block);
    input.extend(filled(password, block));
    for part in key.chunks_mut(<D as Digest>::output_size()) {
        let mut digest = D::new()
            .chain_update(&diversifier)
            .chain_update(&input)
            .finalize();
        for _ in 1..rounds.count {
            digest = D::digest(&digest);
        }
        let adjustment = filled_to(&digest, block);
        for chunk in input.chunks_exact_mut(block) {
            add(chunk, &adjustment);
        }
        for (to, from) in part.iter_mut().zip(&digest) {
            *to = *from;
        }
    }
}

/// Repeated to whole blocks; nothing stays nothing.
fn filled(bytes: &[u8], block: usize) -> Vec<u8> {
    filled_to(bytes, bytes.len().div_ceil(block) * block)
}

fn filled_to(bytes: &[u8], len: usize) -> Vec<u8> {
    bytes.iter().copied().cycle().take(len).collect()
}

/// `number = number + other + 1`, both big endian of one length, without what is carried out.
fn add(number: &mut [u8], other: &[u8]) {
    let mut carry = 1_u16;
    for (to, from) in number.iter_mut().zip(other).rev() {
        carry += u16::from(*to) + u16::from(*from);
        let [high, low] = carry.to_be_bytes();
        *to = low;
        carry = u16::from(high);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_added_with_their_carries() {
        let mut number = [0x00, 0xFF, 0xFE];
        add(&mut number, &[0x00, 0x00, 0x01]);
        assert_eq!(number, [0x01, 0x00, 0x00]);
        let mut number = [0xFF, 0xFF];
        add(&mut number, &[0xFF, 0xFF]);
        assert_eq!(number, [0xFF, 0xFF]);
    }
}
