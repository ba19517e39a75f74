//! A sweep over what can be wrong where: several hundred small worlds in which real clients and their profiles are
//! compared. Nothing here says how a case ends; the clients do.
//!
//! A case holds few facts, and its id names them, so that a disagreement can be read.

use std::sync::LazyLock;

use serde_json::json;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::{Certified, Scenario, pem_bundle};

mod constraints;
mod crossed;
mod defect;
mod hosts;
mod names;
mod random;
mod random_names;
mod s3_shape;
mod sent;
mod single;
mod spare;
mod twins;
mod world;

/// What a server sends, what a client trusts, when, and under which name.
#[derive(Debug, Clone)]
pub struct Case {
    /// Unique, in kebab-case: group, then the facts.
    pub id: String,
    /// What the server sends, its own certificate first.
    pub chain: Vec<Certified>,
    /// What the client's bundle holds, in the order of the file.
    pub bundle: Vec<Certified>,
    /// The name or address that the client asks for.
    pub host: String,
    /// The client's clock, RFC 3339.
    pub at: &'static str,
}

/// Every case, in a fixed order; made once.
pub fn cases() -> &'static [Case] {
    static ALL: LazyLock<Vec<Case>> = LazyLock::new(|| {
        [
            single::cases(),
            crossed::cases(),
            spare::cases(),
            twins::cases(),
            s3_shape::cases(),
            sent::cases(),
            names::cases(),
            constraints::cases(),
            hosts::cases(),
            random(random::SEED, random::CASES),
        ]
        .concat()
    });
    &ALL
}

/// Worlds out of a generator: so many with paths and defects, and as many with names.
pub fn random(seed: u64, number: usize) -> Vec<Case> {
    let mut cases = random::cases(seed, number);
    cases.extend(random_names::cases(seed, number));
    cases
}

impl Case {
    fn new<'a>(
        id: impl Into<String>,
        chain: impl IntoIterator<Item = &'a Certified>,
        bundle: impl IntoIterator<Item = &'a Certified>,
    ) -> Self {
        Self {
            id: id.into(),
            chain: chain.into_iter().cloned().collect(),
            bundle: bundle.into_iter().cloned().collect(),
            host: world::HOST.to_owned(),
            at: world::NOW,
        }
    }

    fn host(mut self, host: &str) -> Self {
        host.clone_into(&mut self.host);
        self
    }

    /// The case as one line of JSON for the driver of an engine: PEM, seconds since 1970, and the server's key.
    ///
    /// # Panics
    /// If the clock is no RFC 3339 moment.
    pub fn line(&self) -> String {
        let at = OffsetDateTime::parse(self.at, &Rfc3339).expect("an RFC 3339 moment");
        let key = self.chain.first().map(|leaf| leaf.key().private_key_pem());
        json!({
            "scenario": self.id,
            "host": self.host,
            "time": at.unix_timestamp(),
            "chain": pem_bundle(&self.chain),
            "bundle": pem_bundle(&self.bundle),
            "key": key,
        })
        .to_string()
    }
}

/// A scenario as a case, for clients that its data say nothing about.
impl From<&Scenario> for Case {
    fn from(scenario: &Scenario) -> Self {
        Self {
            id: scenario.description.id.clone(),
            chain: scenario.chain.clone(),
            bundle: scenario.bundle.clone(),
            host: scenario.host.to_owned(),
            at: scenario.at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn there_are_enough_and_each_has_its_own_id() {
        let ids: BTreeSet<&str> = cases().iter().map(|case| case.id.as_str()).collect();
        assert_eq!(ids.len(), cases().len());
        assert!(ids.len() >= 300, "{}", ids.len());
    }

    #[test]
    fn every_case_has_a_server() {
        assert!(cases().iter().all(|case| !case.chain.is_empty()));
    }
}
