//! Every store meets every epoch: how that ends for each client.

use std::sync::LazyLock;

use super::{Epoch, Store, epochs, stores};
use crate::catalogue::Description;
use crate::scenario::{DEFAULT_CLIENT, Expectation, Outcome, Scenario};

/// The clients whose outcome every cell states, the default one first. None of them ends otherwise than the others: all
/// try alternatives to the chain that the server sends, and all roots of the stores sign themselves.
pub const CLIENTS: [&str; 7] = [
    DEFAULT_CLIENT,
    "curl",
    "python-3",
    "python-3.13",
    "rustls",
    "rfc5280",
    "webpki",
];

/// One row per store and one mark per epoch, in the order of the epochs: `+` trusted, `-` a root is missing. Cells and
/// clients are compared with the real programs; `docs/migration-matrix.md` is made of this table.
const OUTCOMES: &[(&str, &str)] = &[
    // verisign, baltimore-ca-2, march-2021, october-2022, august-2024, two-certificates, cross-certificate-gone
    ("shotgun-3-0-8-to-3-0-18", "+ - - - - - -"),
    ("shotgun-3-0-19-to-3-0-37", "+ + + + + - -"),
    ("shotgun-3-0-38-to-3-2-5", "+ + + + + - -"),
    ("shotgun-3-2-6", "+ + + + + + +"),
    ("certifi-2018", "+ + + + + + +"),
    ("certifi-2023", "- + + + + + +"),
    ("certifi-2025-4-26", "- - + + + + +"),
    ("windows-empty", "- - - - - - -"),
    ("windows-starfield-services-g2", "- - + + + - -"),
    ("windows-amazon-root-1", "- - + + + + +"),
];

/// All pairs of epoch and store as scenarios, store by store; their ids are `EPOCH--STORE`. Made once.
pub fn migration() -> &'static [Scenario] {
    static ALL: LazyLock<Vec<Scenario>> = LazyLock::new(|| stores().iter().flat_map(row).collect());
    &ALL
}

fn row(store: &Store) -> Vec<Scenario> {
    let (_, marks) = OUTCOMES
        .iter()
        .find(|(id, _)| *id == store.description.id)
        .expect("every store has its row");
    let outcomes = marks.split(' ').map(outcome);
    epochs()
        .iter()
        .zip(outcomes)
        .map(|(epoch, outcome)| cell(epoch, store, outcome))
        .collect()
}

fn outcome(mark: &str) -> Outcome {
    match mark {
        "+" => Outcome::Trusted,
        _ => Outcome::Refused {
            cause: "missing-root",
            openssl: 20,
        },
    }
}

fn cell(epoch: &Epoch, store: &Store, outcome: Outcome) -> Scenario {
    let (time, roots) = (&epoch.description, &store.description);
    Scenario {
        description: Description {
            id: format!("{}--{}", time.id, roots.id),
            title: format!("{} Met by: {}", time.title, roots.title),
            graph: time.graph.clone(),
            notes: String::new(),
        },
        chain: epoch.chain.clone(),
        bundle: store.bundle.clone(),
        host: epoch.host,
        at: epoch.at,
        expected: CLIENTS.map(|client| Expectation { client, outcome }).into(),
        warnings: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_has_its_mark() {
        assert_eq!(migration().len(), stores().len() * epochs().len());
        for (store, marks) in OUTCOMES {
            assert!(
                marks.split(' ').all(|mark| ["+", "-"].contains(&mark)),
                "{store}"
            );
        }
    }
}
