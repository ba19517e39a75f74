//! Path search in small worlds.

mod admitted;
mod best_candidate;
mod first_match;
mod limits;
mod mesh;
mod nearest;
mod one_way;
mod sent_chain;
mod target;

use super::{Attempt, End, Trace};
use crate::store::Store;
use test_pki::Certified;

/// The certificates of an attempt, by the last word of their common names, and how it ended: `www CA Root: anchored`.
fn shown(store: &Store, attempt: &Attempt) -> String {
    let words: Vec<String> = attempt
        .certificates
        .iter()
        .map(|id| {
            let name = &store.certificate(*id).unwrap().subject;
            let text = name.common_name().unwrap();
            text.rsplit(' ').next().unwrap().to_owned()
        })
        .collect();
    format!("{}: {}", words.join(" "), attempt.end.as_str())
}

/// All attempts, in the order of trial.
fn all_shown(store: &Store, trace: &Trace) -> Vec<String> {
    let attempts = trace.attempts.iter();
    attempts.map(|attempt| shown(store, attempt)).collect()
}

/// The client's own path.
fn taken(store: &Store, trace: &Trace) -> String {
    shown(store, &trace.taken.as_ref().unwrap().attempt)
}

fn anchored(trace: &Trace) -> usize {
    let attempts = trace.attempts.iter();
    attempts
        .filter(|attempt| attempt.end == End::Anchored)
        .count()
}

/// Certificates in every order.
fn permutations<'a>(of: &[&'a Certified]) -> Vec<Vec<&'a Certified>> {
    let Some((first, rest)) = of.split_first() else {
        return vec![Vec::new()];
    };
    permutations(rest)
        .into_iter()
        .flat_map(|shorter| {
            (0..=shorter.len()).map(move |place| {
                let mut longer = shorter.clone();
                longer.insert(place, *first);
                longer
            })
        })
        .collect()
}
