//! Each signature is verified once, however many searches ask.

mod shared;

pub use shared::SharedMemo;

use super::{PublicKey, SignatureProblem, SignatureVerifier, Signed};
use crate::certificate::{CertSha256, SpkiSha256};
use core::cell::RefCell;
use sha2::{Digest, Sha256};
use std::collections::HashMap;

type Results = HashMap<Identity, Result<(), SignatureProblem>>;

/// A question: a key and what it is to have signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Identity {
    key: SpkiSha256,
    what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum What {
    /// A certificate, whose digest is known.
    Certificate(CertSha256),
    /// Something else, by a digest of its parts.
    Parts([u8; 32]),
}

impl Identity {
    fn of(key: &PublicKey, signed: &Signed<'_>) -> Self {
        Self {
            key: key.sha256,
            what: match signed.certificate {
                Some(sha256) => What::Certificate(sha256),
                None => What::Parts(digest(signed)),
            },
        }
    }
}

/// A verifier that remembers the answers of another.
pub struct Memo<'a> {
    verifier: &'a dyn SignatureVerifier,
    results: RefCell<Results>,
}

impl<'a> Memo<'a> {
    /// Remembers the answers of `verifier`.
    pub fn new(verifier: &'a dyn SignatureVerifier) -> Self {
        Self {
            verifier,
            results: RefCell::default(),
        }
    }
}

impl SignatureVerifier for Memo<'_> {
    fn verify(&self, key: &PublicKey, signed: &Signed<'_>) -> Result<(), SignatureProblem> {
        let identity = Identity::of(key, signed);
        if let Some(result) = self.results.borrow().get(&identity) {
            return *result;
        }
        let result = self.verifier.verify(key, signed);
        self.results.borrow_mut().insert(identity, result);
        result
    }
}

/// One digest for one algorithm, message and signature: each part is preceded by its length, else a good signature over
/// one message would vouch for another message that shares the bytes and splits them elsewhere.
fn digest(signed: &Signed<'_>) -> [u8; 32] {
    let algorithm = signed.algorithm.to_string();
    let parts = [algorithm.as_bytes(), signed.message, signed.signature];
    let digest = parts.iter().fold(Sha256::new(), |digest, part| {
        digest
            .chain_update(part.len().to_string())
            .chain_update([0])
            .chain_update(part)
    });
    digest.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signature::SignatureAlgorithm;
    use core::cell::Cell;

    struct Counting(Cell<usize>);

    impl SignatureVerifier for Counting {
        fn verify(&self, _: &PublicKey, signed: &Signed<'_>) -> Result<(), SignatureProblem> {
            self.0.set(self.0.get() + 1);
            if signed.message.is_empty() {
                Err(SignatureProblem::Mismatch)
            } else {
                Ok(())
            }
        }
    }

    #[test]
    fn the_same_question_is_asked_once() {
        let counting = Counting(Cell::new(0));
        let memo = Memo::new(&counting);
        let key = PublicKey::from_spki(&[]);
        let algorithm = SignatureAlgorithm::Ed25519;
        let ask = |message| {
            memo.verify(
                &key,
                &Signed {
                    algorithm: &algorithm,
                    message,
                    signature: b"s",
                    certificate: None,
                },
            )
        };
        for _ in 0..3 {
            assert_eq!(ask(b"m"), Ok(()));
            assert_eq!(ask(b""), Err(SignatureProblem::Mismatch));
        }
        assert_eq!(counting.0.get(), 2);
    }

    #[test]
    fn the_same_bytes_split_elsewhere_are_another_question() {
        let counting = Counting(Cell::new(0));
        let memo = Memo::new(&counting);
        let key = PublicKey::from_spki(&[]);
        let algorithm = SignatureAlgorithm::Ed25519;
        let splits: [(&[u8], &[u8]); 4] =
            [(b"ab", b"c"), (b"a", b"bc"), (b"c", b"ab"), (b"bc", b"a")];
        for (message, signature) in splits {
            let signed = Signed {
                algorithm: &algorithm,
                message,
                signature,
                certificate: None,
            };
            assert_eq!(memo.verify(&key, &signed), Ok(()));
        }
        assert_eq!(counting.0.get(), splits.len());
    }
}
