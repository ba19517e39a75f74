//! Scenarios as data: what a server sends, what a client trusts, and how that must end.

use std::sync::LazyLock;

use crate::catalogue::Description;
use crate::certified::Certified;

mod algorithms;
mod cast;
mod constraints;
mod host;
mod identity;
mod interception;
mod missing;
mod presentation;
mod strictness;
mod validity;

/// One small world in which a client meets a server.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// Id, title, drawing and notes.
    pub description: Description,
    /// What the server sends, its own certificate first.
    pub chain: Vec<Certified>,
    /// What the client's bundle holds.
    pub bundle: Vec<Certified>,
    /// The name (or address) the client asks for.
    pub host: &'static str,
    /// The client's clock, RFC 3339.
    pub at: &'static str,
    /// How it ends, for `openssl-3` first.
    pub expected: Vec<Expectation>,
    /// Codes of warnings that must be among the findings.
    pub warnings: Vec<&'static str>,
}

/// How one client's attempt ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expectation {
    /// Id of the client profile.
    pub client: &'static str,
    /// Verdict and reason.
    pub outcome: Outcome,
}

/// Verdict and reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The chain is trusted.
    Trusted,
    /// The chain is not trusted.
    Refused {
        /// Code of the primary cause.
        cause: &'static str,
        /// The number OpenSSL reports (`X509_V_ERR_…`).
        openssl: u16,
    },
}

/// Every scenario, in a fixed order; made once.
pub fn scenarios() -> &'static [Scenario] {
    static ALL: LazyLock<Vec<Scenario>> = LazyLock::new(|| {
        [
            missing::all(),
            interception::all(),
            validity::all(),
            host::all(),
            algorithms::all(),
            constraints::all(),
            identity::all(),
            strictness::all(),
            presentation::all(),
        ]
        .concat()
    });
    &ALL
}

/// The scenario with this id.
pub fn scenario(id: &str) -> Option<&'static Scenario> {
    scenarios()
        .iter()
        .find(|scenario| scenario.description.id == id)
}

/// The client whose expectation every scenario states.
pub const DEFAULT_CLIENT: &str = "openssl-3";

impl Scenario {
    /// What `client` must say, where the scenario states it.
    pub fn outcome(&self, client: &str) -> Option<Outcome> {
        self.expected
            .iter()
            .find(|expected| expected.client == client)
            .map(|e| e.outcome)
    }

    /// A server that sends `chain` to a client that trusts nothing yet.
    fn sent<'a>(chain: impl IntoIterator<Item = &'a Certified>) -> Self {
        Self {
            description: Description::of("", ""),
            chain: chain.into_iter().cloned().collect(),
            bundle: Vec::new(),
            host: cast::HOST,
            at: cast::NOW,
            expected: Vec::new(),
            warnings: Vec::new(),
        }
    }

    fn trusting<'a>(mut self, bundle: impl IntoIterator<Item = &'a Certified>) -> Self {
        self.bundle = bundle.into_iter().cloned().collect();
        self
    }

    fn host(mut self, host: &'static str) -> Self {
        self.host = host;
        self
    }

    fn at(mut self, at: &'static str) -> Self {
        self.at = at;
        self
    }

    fn passes(self) -> Self {
        self.but(DEFAULT_CLIENT, Outcome::Trusted)
    }

    fn fails(self, cause: &'static str, openssl: u16) -> Self {
        self.but(DEFAULT_CLIENT, Outcome::Refused { cause, openssl })
    }

    fn but(mut self, client: &'static str, outcome: Outcome) -> Self {
        self.expected.push(Expectation { client, outcome });
        self
    }

    fn warns(mut self, code: &'static str) -> Self {
        self.warnings.push(code);
        self
    }

    fn described(mut self, description: Description) -> Self {
        self.description = description;
        self
    }
}
