//! The same for many chains at once: the certificates of an authority come again and again.

use super::{Identity, Results, What};
use crate::signature::{PublicKey, SignatureProblem, SignatureVerifier, Signed};
use std::sync::{Mutex, PoisonError};

/// A verifier that remembers the answers of another, for all threads, and forgets the oldest.
pub struct SharedMemo<V> {
    verifier: V,
    shards: Vec<Mutex<Generations>>,
    /// How many answers a generation of a shard holds.
    most: usize,
}

/// Threads that ask different questions should not wait for each other.
const SHARDS: usize = 16;

impl<V> SharedMemo<V> {
    /// Remembers at least the last `most` answers of `verifier`, and at most some more than twice as many.
    pub fn new(verifier: V, most: usize) -> Self {
        Self {
            verifier,
            shards: (0..SHARDS).map(|_| Mutex::default()).collect(),
            most: most.div_ceil(SHARDS).max(1),
        }
    }

    fn shard(&self, identity: &Identity) -> Option<&Mutex<Generations>> {
        let digest = match &identity.what {
            What::Certificate(sha256) => sha256.as_bytes(),
            What::Parts(digest) => digest,
        };
        let place = usize::from(digest.first().copied().unwrap_or_default());
        self.shards.get(place % SHARDS)
    }
}

impl<V: SignatureVerifier> SignatureVerifier for SharedMemo<V> {
    fn verify(&self, key: &PublicKey, signed: &Signed<'_>) -> Result<(), SignatureProblem> {
        let identity = Identity::of(key, signed);
        let Some(shard) = self.shard(&identity) else {
            return self.verifier.verify(key, signed);
        };
        let lock = || shard.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(result) = lock().find(&identity, self.most) {
            return result;
        }
        // Not while the lock is held: two threads may do the same once, and none waits for a slow key.
        let result = self.verifier.verify(key, signed);
        lock().keep(identity, result, self.most);
        result
    }
}

/// What was asked lately, and what was asked before that.
#[derive(Default)]
struct Generations {
    young: Results,
    old: Results,
}

impl Generations {
    fn find(&mut self, identity: &Identity, most: usize) -> Option<Result<(), SignatureProblem>> {
        if let Some(result) = self.young.get(identity) {
            return Some(*result);
        }
        let (identity, result) = self.old.remove_entry(identity)?;
        self.keep(identity, result, most);
        Some(result)
    }

    fn keep(&mut self, identity: Identity, result: Result<(), SignatureProblem>, most: usize) {
        if self.young.len() >= most {
            self.old = core::mem::take(&mut self.young);
        }
        self.young.insert(identity, result);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signature::SignatureAlgorithm;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[derive(Default)]
    struct Counting(AtomicUsize);

    impl SignatureVerifier for &Counting {
        fn verify(&self, _: &PublicKey, signed: &Signed<'_>) -> Result<(), SignatureProblem> {
            self.0.fetch_add(1, Ordering::Relaxed);
            if signed.message.first() == Some(&0) {
                Err(SignatureProblem::Mismatch)
            } else {
                Ok(())
            }
        }
    }

    fn ask(memo: &SharedMemo<&Counting>, message: &[u8]) -> Result<(), SignatureProblem> {
        let signed = Signed {
            algorithm: &SignatureAlgorithm::Ed25519,
            message,
            signature: b"s",
            certificate: None,
        };
        memo.verify(&PublicKey::from_spki(&[]), &signed)
    }

    #[test]
    fn what_is_asked_often_is_asked_once_and_the_rest_is_forgotten() {
        let counting = Counting::default();
        let memo = SharedMemo::new(&counting, 64);
        for round in 0..10_000_u32 {
            assert_eq!(ask(&memo, b"\x01 often"), Ok(()));
            assert_eq!(ask(&memo, b"\x00 often"), Err(SignatureProblem::Mismatch));
            assert_eq!(
                ask(&memo, &[&[1], &round.to_be_bytes()[..]].concat()),
                Ok(())
            );
        }
        assert_eq!(counting.0.load(Ordering::Relaxed), 10_002);
        let held = |shard: &Mutex<Generations>| {
            let shard = shard.lock().unwrap();
            shard.young.len() + shard.old.len()
        };
        assert!(memo.shards.iter().map(held).sum::<usize>() <= 2 * 64 + SHARDS);
    }

    #[test]
    fn threads_share_it() {
        let counting = Counting::default();
        let memo = SharedMemo::new(&counting, 1000);
        assert_eq!(ask(&memo, b"\x01"), Ok(()));
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..100 {
                        assert_eq!(ask(&memo, b"\x01"), Ok(()));
                    }
                });
            }
        });
        assert_eq!(counting.0.load(Ordering::Relaxed), 1);
    }
}
