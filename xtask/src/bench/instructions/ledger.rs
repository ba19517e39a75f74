//! The committed counts, `bench/instructions.json`.

use super::count::Counted;
use crate::toolchain::root;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// The file.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Ledger {
    /// What `rustc --version` says: another one makes another program.
    pub(super) compiler: String,
    /// Why the counts are what they are since they last changed.
    reason: String,
    counts: Vec<Count>,
}

#[derive(Debug, Deserialize, Serialize)]
struct Count {
    name: String,
    instructions: u64,
}

impl Ledger {
    pub(super) fn of(compiler: &str, counted: &[Counted], reason: &str) -> Self {
        let count = |counted: &Counted| Count {
            name: counted.name.to_owned(),
            instructions: counted.instructions,
        };
        Self {
            compiler: compiler.to_owned(),
            reason: reason.to_owned(),
            counts: counted.iter().map(count).collect(),
        }
    }

    pub(super) fn read() -> Result<Self, String> {
        let path = path();
        let failed = |error: String| format!("{}: {error}", path.display());
        let text = std::fs::read(&path).map_err(|error| failed(error.to_string()))?;
        serde_json::from_slice(&text).map_err(|error| failed(error.to_string()))
    }

    pub(super) fn write(&self) -> Result<(), String> {
        let text = serde_json::to_string_pretty(self).map_err(|error| error.to_string())?;
        println!("{text}");
        let path = path();
        std::fs::write(&path, format!("{text}\n"))
            .map_err(|error| format!("{}: {error}", path.display()))
    }

    /// The count of an input.
    pub(super) fn count(&self, name: &str) -> Result<u64, String> {
        let found = self.counts.iter().find(|count| count.name == name);
        found.map(|count| count.instructions).ok_or_else(|| {
            format!("no committed count of {name}: `cargo xtask bench --instructions --update`")
        })
    }
}

fn path() -> PathBuf {
    root().join("bench/instructions.json")
}
