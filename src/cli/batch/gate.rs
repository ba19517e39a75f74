//! How much may be under way at once.

use std::sync::{Condvar, Mutex, PoisonError};

/// Lets in what fits under a limit; what alone is above it, when nothing else is inside.
pub(super) struct Gate {
    inside: Mutex<usize>,
    left: Condvar,
    most: usize,
}

impl Gate {
    pub(super) const fn new(most: usize) -> Self {
        Self {
            inside: Mutex::new(0),
            left: Condvar::new(),
            most,
        }
    }

    /// Waits until there is room.
    pub(super) fn enter(&self, weight: usize) {
        let inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = |inside: &mut usize| *inside > 0 && inside.saturating_add(weight) > self.most;
        let mut inside = self
            .left
            .wait_while(inside, is_full)
            .unwrap_or_else(PoisonError::into_inner);
        *inside = inside.saturating_add(weight);
    }

    /// Makes room again.
    pub(super) fn leave(&self, weight: usize) {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        *inside = inside.saturating_sub(weight);
        self.left.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn never_more_than_the_limit_but_for_a_giant_alone() {
        let gate = Gate::new(10);
        let inside = AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for weight in [1, 4, 7, 10, 25] {
                let (gate, inside) = (&gate, &inside);
                scope.spawn(move || {
                    for _ in 0..200 {
                        gate.enter(weight);
                        let now = inside.fetch_add(weight, Ordering::SeqCst) + weight;
                        assert!(now <= 10 || now == weight, "{now}");
                        inside.fetch_sub(weight, Ordering::SeqCst);
                        gate.leave(weight);
                    }
                });
            }
        });
    }
}
