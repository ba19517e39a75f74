//! The smallest set of known roots by which several clients trust a server: one root may not do for all, since clients
//! search in different ways.

use super::root_options;
use crate::case::Case;
use crate::client::Client;
use crate::finding::{Cert, RootOption};
use crate::store::{Origin, Store};
use crate::verdict::Verdict;
use std::sync::Arc;

/// No more roots than this are tried together.
const MOST_TOGETHER: usize = 4;

/// No more candidates than this are combined; a real path has three or four.
const MOST_CANDIDATES: usize = 10;

/// No set of roots satisfies all clients: those that none satisfies, or where each could be satisfied alone, all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotForAll(pub Vec<String>);

/// The smallest set of known roots in force with which all these clients trust the server; of sets of one size the one
/// with the better roots. Empty where all do already.
pub(crate) fn smallest(case: &Case<'_>, clients: &[Client]) -> Result<Vec<Cert>, NotForAll> {
    let candidates = candidates(case, clients);
    for size in 0..=MOST_TOGETHER.min(candidates.len()) {
        for chosen in combinations(&candidates, size) {
            if satisfies(case, clients, &chosen) {
                return Ok(chosen);
            }
        }
    }
    Err(NotForAll(unsatisfied(case, clients, &candidates)))
}

/// Whether all these clients trust the server with these roots added.
fn satisfies(case: &Case<'_>, clients: &[Client], roots: &[Cert]) -> bool {
    let store = with_roots(case.store, roots);
    let changed = case.with_store(&store);
    let trusts = |client: &Client| changed.with_client(client).verdict() == Verdict::Trusted;
    clients.iter().all(trusts)
}

fn with_roots(store: &Store, roots: &[Cert]) -> Store {
    roots.iter().fold(store.clone(), |store, root| {
        store.with(Arc::clone(root), Origin::Bundle)
    })
}

/// What would help one of the clients, the best first.
fn candidates(case: &Case<'_>, clients: &[Client]) -> Vec<Cert> {
    let mut candidates: Vec<Cert> = Vec::new();
    for client in clients {
        let case = case.with_client(client);
        let options = root_options(&case, &case.search());
        for RootOption { root, .. } in options {
            if !candidates.contains(&root) {
                candidates.push(root);
            }
        }
    }
    candidates.truncate(MOST_CANDIDATES);
    candidates
}

/// Every choice of so many, in the order of the candidates.
fn combinations(candidates: &[Cert], size: usize) -> Vec<Vec<Cert>> {
    if size == 0 {
        return vec![Vec::new()];
    }
    let Some((first, rest)) = candidates.split_first() else {
        return Vec::new();
    };
    let with_first = combinations(rest, size.saturating_sub(1))
        .into_iter()
        .map(|mut others| {
            others.insert(0, Arc::clone(first));
            others
        });
    with_first.chain(combinations(rest, size)).collect()
}

fn unsatisfied(case: &Case<'_>, clients: &[Client], candidates: &[Cert]) -> Vec<String> {
    let alone = |client: &&Client| {
        let one = core::slice::from_ref(*client);
        let sizes = 0..=MOST_TOGETHER.min(candidates.len());
        let mut sets = sizes.flat_map(|size| combinations(candidates, size));
        !sets.any(|chosen| satisfies(case, one, &chosen))
    };
    let hopeless: Vec<&Client> = clients.iter().filter(alone).collect();
    let named = if hopeless.is_empty() {
        clients.iter().collect()
    } else {
        hopeless
    };
    named
        .into_iter()
        .map(|client| client.asked().to_owned())
        .collect()
}
