//! The migration matrix as a page to read.

use super::{epochs, migration, stores};
use crate::catalogue::Description;
use crate::scenario::{Outcome, Scenario};

const HEAD: &str = "\
# The migration matrix

Amazon S3 changed its certificate authority twice, and what it sends more often. Whether a client noticed depends on the roots \
it trusted. This is every meeting of the two, replayed with mock certificates: what the server sent from left to right, what \
the client trusted from top to bottom.

`cargo run -p test-pki -- matrix > docs/migration-matrix.md` makes this page from the data in `test-pki/src/s3`; tests compare \
each cell with the programs named at the end.

";

const ENGINES: &str = "\
## Clients

Where a cell names no client, it holds for each of these, compared with what stands beside it.

| Client | Compared with |
|---|---|
| `openssl-3` | certwhy's profile, verdict and cause; `openssl verify` and a connection by `openssl s_client`, error number |
| `curl` | `openssl verify` with curl's flags, error number |
| `python-3` | `openssl verify` with its flags, and a connection by Python's `ssl` of that age, error number |
| `python-3.13` | `openssl verify` with its flags, and a connection by Python's `ssl` of that age, error number |
| `rustls` | a handshake of rustls with itself, verdict and error |
| `rfc5280` | certwhy's profile, verdict and cause |
| `webpki` | certwhy's profile, verdict and cause |

Every comparison is made at the time of the column.
";

/// The page, in Markdown.
pub fn page() -> String {
    let times: Vec<&Description> = epochs().iter().map(|epoch| &epoch.description).collect();
    let names: Vec<String> = times
        .iter()
        .map(|time| format!(" `{}` |", time.id))
        .collect();
    let rule = "---|".repeat(times.len());
    let rows: Vec<String> = stores()
        .iter()
        .map(|store| row(&store.description))
        .collect();
    format!(
        "{HEAD}| Trusted \\ sent |{}\n|---|{rule}\n{}\n## What was sent\n\n{}\n## What was trusted\n\n{}\n{ENGINES}",
        names.concat(),
        rows.concat(),
        epochs()
            .iter()
            .map(|epoch| line(&epoch.description, epoch.at))
            .collect::<String>(),
        stores()
            .iter()
            .map(|store| line(&store.description, &roots(store.bundle.len())))
            .collect::<String>(),
    )
}

fn row(store: &Description) -> String {
    let end = format!("--{}", store.id);
    let here = migration()
        .iter()
        .filter(|scenario| scenario.description.id.ends_with(&end));
    let cells: Vec<String> = here.map(|one| format!(" {} |", cell(one))).collect();
    format!("| `{}` |{}\n", store.id, cells.concat())
}

/// The outcome of the first client, and of those that end otherwise.
fn cell(scenario: &Scenario) -> String {
    let Some((first, others)) = scenario.expected.split_first() else {
        return String::new();
    };
    let otherwise = others.iter().filter(|one| one.outcome != first.outcome);
    otherwise.fold(word(first.outcome), |text, one| {
        format!("{text}; `{}`: {}", one.client, word(one.outcome))
    })
}

fn word(outcome: Outcome) -> String {
    match outcome {
        Outcome::Trusted => "✓".to_owned(),
        Outcome::Refused { cause, openssl } => format!("✗ `{cause}` ({openssl})"),
    }
}

fn roots(count: usize) -> String {
    match count {
        0 => "no root".to_owned(),
        1 => "one root".to_owned(),
        more => format!("{more} mock roots"),
    }
}

fn line(Description { id, title, .. }: &Description, detail: &str) -> String {
    format!("- `{id}` ({detail}): {title}\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Expectation;

    #[test]
    fn every_store_has_a_row_and_every_epoch_a_column() {
        let page = page();
        for store in stores() {
            let start = format!("| `{}` |", store.description.id);
            let row = page.lines().find(|line| line.starts_with(&start));
            let cells = row.expect("a row").matches(" |").count() - 1;
            assert_eq!(cells, epochs().len(), "{start}");
        }
    }

    #[test]
    fn every_client_is_listed() {
        for client in super::super::CLIENTS {
            assert!(ENGINES.contains(&format!("\n| `{client}` |")), "{client}");
        }
    }

    #[test]
    fn a_client_that_ends_otherwise_is_named() {
        let mut scenario = migration().first().expect("a cell").clone();
        let refused = Outcome::Refused {
            cause: "expired",
            openssl: 10,
        };
        scenario.expected = [
            ("a", Outcome::Trusted),
            ("b", Outcome::Trusted),
            ("c", refused),
        ]
        .map(|(client, outcome)| Expectation { client, outcome })
        .into();
        assert_eq!(cell(&scenario), "✓; `c`: ✗ `expired` (10)");
    }
}
