//! The public suites, where they are at hand.

use crate::format::{Suite, Verdict};
use flate2::read::GzDecoder;
use serde::Deserialize;
use std::io::Read;
use std::path::PathBuf;

/// A suite with what it expects.
pub(crate) struct Public {
    pub(crate) suite: Suite,
    pub(crate) expectations: Vec<Expectation>,
}

/// What is expected of one case.
#[derive(Deserialize)]
pub(crate) struct Expectation {
    pub(crate) id: String,
    pub(crate) expected_result: Verdict,
    /// Whether most verifiers disagree with it.
    #[serde(default)]
    pub(crate) contested: bool,
    /// Coarsely, why it fails.
    #[serde(default)]
    pub(crate) expected_reason: Option<String>,
    #[serde(default)]
    pub(crate) section: Option<String>,
}

impl Expectation {
    /// The namespace as the table names it: the suites of `BetterTLS` and the chapters of PKITS stand for themselves.
    pub(crate) fn namespace(&self) -> String {
        let mut parts = self.id.split("::");
        let first = parts.next().unwrap_or_default();
        match (&self.section, first) {
            (Some(section), _) => {
                let chapter: Vec<&str> = section.split('.').take(2).collect();
                format!("{first} {}", chapter.join("."))
            }
            (None, "bettertls") => format!("{first}::{}", parts.next().unwrap_or_default()),
            (None, _) => first.to_owned(),
        }
    }
}

#[derive(Deserialize)]
struct Expectations {
    testcases: Vec<Expectation>,
}

/// Reads a suite; says so loudly where it is not there.
pub(crate) fn read(file: &str) -> Option<Public> {
    let shared = std::env::var_os("CERTWHY_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let path = shared.join("conformance").join(file);
    let Ok(compressed) = std::fs::read(&path) else {
        eprintln!("SKIPPED: no conformance suite at {}", path.display());
        return None;
    };
    let mut json = Vec::new();
    GzDecoder::new(compressed.as_slice())
        .read_to_end(&mut json)
        .expect(file);
    let expectations: Expectations = serde_json::from_slice(&json).expect(file);
    Some(Public {
        suite: serde_json::from_slice(&json).expect(file),
        expectations: expectations.testcases,
    })
}
