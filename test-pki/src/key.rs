//! Mock key pairs, the same on every machine: RSA keys from committed files, others derived from a label.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use crate::der;
use crate::hash::Hash;
use pair::Pair;

mod pair;

/// A private key with its public half; cheap to clone.
#[derive(Clone)]
pub struct Key(Arc<Inner>);

struct Inner {
    id: Id,
    pair: Pair,
    subject_public_key: Vec<u8>,
}

/// What a key is made from: equal identifiers, equal keys.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Id {
    Rsa { size: RsaSize, number: usize },
    Curve { curve: Curve, label: String },
    Giant { bits: usize },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum RsaSize {
    Bits768,
    Bits1024,
    Bits2048,
    Bits4096,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Curve {
    P256,
    P384,
    P521,
    Ed25519,
}

/// Keys made so far: unit tests make hundreds of certificates with a few keys.
static MADE: LazyLock<Mutex<BTreeMap<Id, Key>>> = LazyLock::new(Mutex::default);

impl Key {
    /// How many different keys [`Key::rsa_2048`] gives.
    pub const RSA_2048_KEYS: usize = 24;

    /// The one RSA key of 768 bits, below every security level of OpenSSL but 0.
    pub fn rsa_768() -> Self {
        Self::cached(Id::Rsa {
            size: RsaSize::Bits768,
            number: 0,
        })
    }

    /// One of two RSA keys of 1024 bits, too short since 2014.
    ///
    /// # Panics
    /// If `number` is not below two.
    pub fn rsa_1024(number: usize) -> Self {
        Self::cached(Id::Rsa {
            size: RsaSize::Bits1024,
            number,
        })
    }

    /// The RSA key of 2048 bits with this number, counted from zero.
    ///
    /// # Panics
    /// If `number` is not below [`Key::RSA_2048_KEYS`].
    pub fn rsa_2048(number: usize) -> Self {
        Self::cached(Id::Rsa {
            size: RsaSize::Bits2048,
            number,
        })
    }

    /// One of three RSA keys of 4096 bits; slow to sign with.
    ///
    /// # Panics
    /// If `number` is not below three.
    pub fn rsa_4096(number: usize) -> Self {
        Self::cached(Id::Rsa {
            size: RsaSize::Bits4096,
            number,
        })
    }

    /// The public half of an RSA key of so many bits, with an exponent of 256 bits: nobody has its secret, and what it signs
    /// is octets of the right length. To raise anything to that power takes seconds.
    pub fn rsa_giant(bits: usize) -> Self {
        Self::cached(Id::Giant { bits })
    }

    /// A P-256 key of its own for every label: the fastest, thus the default of the builder.
    pub fn p256(label: &str) -> Self {
        Self::cached(Id::Curve {
            curve: Curve::P256,
            label: label.to_owned(),
        })
    }

    /// A P-384 key of its own for every label.
    pub fn p384(label: &str) -> Self {
        Self::cached(Id::Curve {
            curve: Curve::P384,
            label: label.to_owned(),
        })
    }

    /// A P-521 key of its own for every label.
    pub fn p521(label: &str) -> Self {
        Self::cached(Id::Curve {
            curve: Curve::P521,
            label: label.to_owned(),
        })
    }

    /// An Ed25519 key of its own for every label.
    pub fn ed25519(label: &str) -> Self {
        Self::cached(Id::Curve {
            curve: Curve::Ed25519,
            label: label.to_owned(),
        })
    }

    /// `SubjectPublicKeyInfo` in DER (RFC 5280 §4.1.2.7).
    pub fn public_key_info(&self) -> Vec<u8> {
        der::sequence([
            self.0.pair.key_algorithm(),
            der::bit_string(self.subject_public_key()),
        ])
    }

    /// The content of the `subjectPublicKey` bit string.
    pub fn subject_public_key(&self) -> &[u8] {
        &self.0.subject_public_key
    }

    /// Key identifier by method 1 of RFC 5280 §4.2.1.2: SHA-1 of the bit string.
    pub fn identifier(&self) -> Vec<u8> {
        Hash::Sha1.digest(self.subject_public_key())
    }

    /// The private key as PKCS#8 in DER, for a server that presents the chain.
    pub fn private_key_der(&self) -> Vec<u8> {
        self.0.pair.private_key_der(self.subject_public_key())
    }

    /// The private key as a PEM block.
    pub fn private_key_pem(&self) -> String {
        crate::pem_block("PRIVATE KEY", &self.private_key_der())
    }

    /// The digest this key signs with unless told otherwise.
    pub(crate) fn usual_hash(&self) -> Hash {
        self.0.pair.usual_hash()
    }

    /// `AlgorithmIdentifier` of a signature by this key.
    pub(crate) fn signature_algorithm(&self, hash: Hash) -> Vec<u8> {
        self.0.pair.signature_algorithm(hash)
    }

    /// Deterministic signature of `message`.
    pub(crate) fn sign(&self, hash: Hash, message: &[u8]) -> Vec<u8> {
        self.0.pair.sign(hash, message)
    }

    fn cached(id: Id) -> Self {
        // A panic elsewhere cannot leave the map half written.
        let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
        made.entry(id.clone())
            .or_insert_with(|| Self::make(id))
            .clone()
    }

    fn make(id: Id) -> Self {
        let pair = match &id {
            Id::Rsa { size, number } => Pair::rsa(*size, *number),
            Id::Curve { curve, label } => Pair::derived(*curve, label),
            Id::Giant { bits } => Pair::giant(*bits),
        };
        let subject_public_key = pair.subject_public_key();
        Self(Arc::new(Inner {
            id,
            pair,
            subject_public_key,
        }))
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.0.id == other.0.id
    }
}

impl Eq for Key {}

/// Names the key, never its secret.
impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.id.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rsa_number_has_a_key_of_its_own() {
        let identifiers: std::collections::BTreeSet<_> = (0..Key::RSA_2048_KEYS)
            .map(|number| Key::rsa_2048(number).identifier())
            .collect();
        assert_eq!(identifiers.len(), Key::RSA_2048_KEYS);
    }

    #[test]
    fn labels_and_curves_separate_keys() {
        let keys = [
            Key::p256("a"),
            Key::p256("b"),
            Key::p384("a"),
            Key::p521("a"),
            Key::ed25519("a"),
        ];
        for (i, one) in keys.iter().enumerate() {
            for (j, other) in keys.iter().enumerate() {
                assert_eq!(
                    one.identifier() == other.identifier(),
                    i == j,
                    "{one:?} {other:?}"
                );
            }
        }
    }

    #[test]
    fn signatures_are_deterministic() {
        for key in [
            Key::p256("a"),
            Key::p384("a"),
            Key::p521("a"),
            Key::ed25519("a"),
            Key::rsa_768(),
            Key::rsa_1024(0),
            Key::rsa_4096(2),
        ] {
            let hash = key.usual_hash();
            assert_eq!(
                key.sign(hash, b"message"),
                key.sign(hash, b"message"),
                "{key:?}"
            );
        }
    }
}
