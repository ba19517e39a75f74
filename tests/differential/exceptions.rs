//! Disagreements that stand, each with its reason.

use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    exception: Vec<Exception>,
}

/// One reason, and where it applies.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Exception {
    engine: String,
    scenarios: Vec<String>,
    reason: String,
}

/// Reasons by engine and scenario.
pub(crate) struct Exceptions(BTreeMap<(String, String), String>);

impl Exceptions {
    /// Those of the file.
    pub(crate) fn read() -> Self {
        let file: File = toml::from_str(include_str!("exceptions.toml")).expect("exceptions");
        let mut by_place = BTreeMap::new();
        for exception in file.exception {
            for scenario in exception.scenarios {
                let place = (exception.engine.clone(), scenario);
                let before = by_place.insert(place.clone(), exception.reason.clone());
                assert!(before.is_none(), "{place:?} stands twice");
            }
        }
        Self(by_place)
    }

    /// Whether this disagreement has a reason.
    pub(crate) fn has(&self, engine: &str, scenario: &str) -> bool {
        self.0
            .contains_key(&(engine.to_owned(), scenario.to_owned()))
    }
}
