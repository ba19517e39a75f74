//! The README and the machine-readable description of each folder.

use serde::Serialize;

use super::listing;
use crate::catalogue::Description;
use crate::s3::{Epoch, Store, epochs, stores};
use crate::scenario::{Outcome, Scenario, scenarios};

/// `meta.json`: what a program needs to replay the scenario.
#[derive(Serialize)]
struct Meta<'a> {
    id: &'a str,
    title: &'a str,
    host: &'a str,
    at: &'a str,
    expected: Vec<Expected>,
    warnings: &'a [&'static str],
}

/// `meta.json` of an epoch, which has no client and thus no outcome.
#[derive(Serialize)]
struct EpochMeta<'a> {
    id: &'a str,
    title: &'a str,
    host: &'a str,
    at: &'a str,
}

#[derive(Serialize)]
struct Expected {
    client: &'static str,
    verdict: &'static str,
    cause: Option<&'static str>,
    openssl: Option<u16>,
}

pub(super) fn meta(scenario: &Scenario) -> String {
    let Scenario {
        description,
        host,
        at,
        expected,
        warnings,
        ..
    } = scenario;
    let expected = expected
        .iter()
        .map(|expectation| {
            let client = expectation.client;
            match expectation.outcome {
                Outcome::Trusted => Expected {
                    client,
                    verdict: "trusted",
                    cause: None,
                    openssl: None,
                },
                Outcome::Refused { cause, openssl } => Expected {
                    client,
                    verdict: "not-trusted",
                    cause: Some(cause),
                    openssl: Some(openssl),
                },
            }
        })
        .collect();
    let meta = Meta {
        id: &description.id,
        title: &description.title,
        host,
        at,
        expected,
        warnings,
    };
    json(&meta)
}

pub(super) fn epoch_meta(epoch: &Epoch) -> String {
    let Epoch {
        description: Description { id, title, .. },
        host,
        at,
        ..
    } = epoch;
    json(&EpochMeta {
        id,
        title,
        host,
        at,
    })
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).expect("strings and numbers only") + "\n"
}

pub(super) fn scenario(scenario: &Scenario) -> String {
    let Scenario {
        description,
        chain,
        bundle,
        host,
        at,
        expected,
        warnings,
    } = scenario;
    let mut outcomes: Vec<String> = expected
        .iter()
        .map(|expectation| match expectation.outcome {
            Outcome::Trusted => format!("- `{}`: trusted\n", expectation.client),
            Outcome::Refused { cause, openssl } => {
                format!(
                    "- `{}`: not trusted, `{cause}` (OpenSSL {openssl})\n",
                    expectation.client
                )
            }
        })
        .collect();
    outcomes.extend(
        warnings
            .iter()
            .map(|code| format!("- worth saying: `{code}`\n")),
    );
    format!(
        "{}Host `{host}`, at {at}.\n\nExpected:\n\n{}\nSent (`chain.pem`):\n\n{}\nTrusted (`bundle.pem`):\n\n{}",
        heading(description),
        outcomes.concat(),
        listing(chain),
        listing(bundle),
    )
}

pub(super) fn epoch(epoch: &Epoch) -> String {
    let Epoch {
        description,
        chain,
        host,
        at,
    } = epoch;
    let sent = listing(chain);
    format!(
        "{}Host `{host}`, at {at}.\n\nSent (`chain.pem`):\n\n{sent}",
        heading(description)
    )
}

pub(super) fn store(store: &Store) -> String {
    let trusted = listing(&store.bundle);
    format!(
        "{}Trusted (`bundle.pem`):\n\n{trusted}",
        heading(&store.description)
    )
}

/// The list of everything in the tree.
pub(super) fn index() -> String {
    let lines = |folder: &str, descriptions: Vec<Description>| -> String {
        let line = |d: Description| {
            format!(
                "- [{id}]({folder}/{id}/README.md): {}\n",
                d.title,
                id = d.id
            )
        };
        descriptions.into_iter().map(line).collect()
    };
    let scenarios = scenarios()
        .iter()
        .map(|scenario| scenario.description.clone())
        .collect();
    let epochs = epochs()
        .iter()
        .map(|epoch| epoch.description.clone())
        .collect();
    let stores = stores()
        .iter()
        .map(|store| store.description.clone())
        .collect();
    format!(
        "# A mock PKI\n\nEvery certificate here is a mock: trust none of them. `known-roots.pem` is the mock list of \
         public roots.\n\n## Scenarios\n\n{}\n## What S3 sent\n\n{}\n## What clients trusted\n\n{}",
        lines("scenarios", scenarios),
        lines("epochs", epochs),
        lines("stores", stores),
    )
}

fn heading(description: &Description) -> String {
    let Description {
        id,
        title,
        graph,
        notes,
    } = description;
    let graph = if graph.is_empty() {
        String::new()
    } else {
        format!("```text\n{graph}\n```\n\n")
    };
    let notes = if notes.is_empty() {
        String::new()
    } else {
        format!("{notes}\n\n")
    };
    format!("# {id}\n\n{title}\n\n{graph}{notes}")
}
