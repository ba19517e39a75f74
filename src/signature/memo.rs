//! Each signature is verified once, however many searches ask.

use super::{PublicKey, SignatureProblem, SignatureVerifier, Signed};
use crate::certificate::SpkiSha256;
use core::cell::RefCell;
use sha2::{Digest, Sha256};
use std::collections::HashMap;

type Results = HashMap<(SpkiSha256, [u8; 32]), Result<(), SignatureProblem>>;

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
        let identity = (key.sha256, digest(signed));
        if let Some(result) = self.results.borrow().get(&identity) {
            return *result;
        }
        let result = self.verifier.verify(key, signed);
        self.results.borrow_mut().insert(identity, result);
        result
    }
}

fn digest(signed: &Signed<'_>) -> [u8; 32] {
    Sha256::new()
        .chain_update(signed.algorithm.to_string())
        .chain_update(signed.signature)
        .chain_update(signed.message)
        .finalize()
        .into()
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
                },
            )
        };
        for _ in 0..3 {
            assert_eq!(ask(b"m"), Ok(()));
            assert_eq!(ask(b""), Err(SignatureProblem::Mismatch));
        }
        assert_eq!(counting.0.get(), 2);
    }
}
