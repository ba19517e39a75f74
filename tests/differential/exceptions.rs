//! Disagreements that stand, each with its reason.

use crate::compare::Pair;
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
    client: String,
    scenarios: Vec<String>,
    reason: String,
}

/// Reasons by engine, profile and scenario.
pub(crate) struct Exceptions(BTreeMap<(String, String, String), String>);

impl Exceptions {
    /// Those of the file.
    pub(crate) fn read() -> Self {
        let file: File = toml::from_str(include_str!("exceptions.toml")).expect("exceptions");
        let mut by_place = BTreeMap::new();
        for exception in file.exception {
            for scenario in exception.scenarios {
                let place = (exception.engine.clone(), exception.client.clone(), scenario);
                let before = by_place.insert(place.clone(), exception.reason.clone());
                assert!(before.is_none(), "{place:?} stands twice");
            }
        }
        Self(by_place)
    }

    /// Whether a disagreement of these two has a reason.
    pub(crate) fn has(&self, pair: Pair<'_>, scenario: &str) -> bool {
        let place = (
            pair.engine.to_owned(),
            pair.client.to_owned(),
            scenario.to_owned(),
        );
        self.0.contains_key(&place)
    }
}
