//! The two sides of x509-limbo's schema, version 1: what a suite asks, and what a harness answers.

use serde::{Deserialize, Serialize};

/// A suite of test cases.
#[derive(Deserialize)]
pub(crate) struct Suite {
    /// Its cases.
    pub(crate) testcases: Vec<Testcase>,
}

/// One test case, without the fields that describe it to people.
#[derive(Deserialize)]
pub(crate) struct Testcase {
    /// `namespace::…::name`.
    pub(crate) id: String,
    /// Whose certificate the peer's is.
    pub(crate) validation_kind: ValidationKind,
    /// The anchors, in PEM.
    pub(crate) trusted_certs: Vec<String>,
    /// Certificates that may help, in PEM and in no order.
    pub(crate) untrusted_intermediates: Vec<String>,
    /// The target, in PEM.
    pub(crate) peer_certificate: String,
    /// Revocation lists, in PEM.
    #[serde(default)]
    pub(crate) crls: Vec<String>,
    /// RFC 3339; the clock's time where there is none.
    pub(crate) validation_time: Option<String>,
    /// The purposes that the peer's certificate must have.
    #[serde(default)]
    pub(crate) extended_key_usage: Vec<String>,
    /// What the peer's key must be allowed to do, by the names of RFC 5280 §4.2.1.3.
    #[serde(default)]
    pub(crate) key_usage: Vec<String>,
    /// The name that the peer must have.
    pub(crate) expected_peer_name: Option<PeerName>,
    /// Names that the peer must have, each of them.
    #[serde(default)]
    pub(crate) expected_peer_names: Vec<PeerName>,
    /// Most intermediates; self-issued ones do not count.
    pub(crate) max_chain_depth: Option<usize>,
    /// The inputs of RFC 5280 §6.1.1, in suites that have them.
    pub(crate) settings: Option<Settings>,
    /// The section of the suite's document, in suites that have one.
    pub(crate) section: Option<String>,
}

/// Whose certificate it is.
#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum ValidationKind {
    /// A server's.
    Server,
    /// A client's.
    Client,
}

/// A name of the peer.
#[derive(Deserialize)]
pub(crate) struct PeerName {
    /// Of which kind.
    pub(crate) kind: PeerKind,
    /// The name.
    pub(crate) value: String,
}

/// The kind of a peer's name.
#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
pub(crate) enum PeerKind {
    /// A DNS name.
    #[serde(rename = "DNS")]
    Dns,
    /// An IP address.
    #[serde(rename = "IP")]
    Ip,
    /// A mailbox.
    #[serde(rename = "RFC822")]
    Mailbox,
}

/// The inputs of RFC 5280 §6.1.1 (c) to (g).
#[derive(Deserialize)]
#[allow(
    clippy::struct_field_names,
    clippy::struct_excessive_bools,
    reason = "the names and types of the files"
)]
pub(crate) struct Settings {
    /// The acceptable policies, in dotted decimal.
    pub(crate) initial_policy_set: Vec<String>,
    /// Whether one of them must apply.
    #[serde(default)]
    pub(crate) initial_explicit_policy: bool,
    /// Whether policies may not be mapped.
    #[serde(default)]
    pub(crate) initial_policy_mapping_inhibit: bool,
    /// Whether `anyPolicy` counts for nothing.
    #[serde(default)]
    pub(crate) initial_any_policy_inhibit: bool,
}

/// All answers of a harness.
#[derive(Serialize)]
#[allow(
    clippy::struct_field_names,
    dead_code,
    reason = "the names of the schema; the test that shares this module writes none"
)]
pub(crate) struct Results {
    /// Of the schema.
    pub(crate) version: u8,
    /// Name and version of the harness.
    pub(crate) harness: String,
    /// In the order of the cases.
    pub(crate) results: Vec<Answer>,
}

/// The answer to one case.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Answer {
    /// Of which case.
    pub(crate) id: String,
    /// The verdict.
    pub(crate) actual_result: Verdict,
    /// The codes of all findings and one sentence.
    pub(crate) context: Option<String>,
    /// The code of the cause.
    #[serde(skip)]
    #[allow(dead_code, reason = "read by the test that shares this module")]
    pub(crate) cause: Option<&'static str>,
}

/// What a harness can say.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum Verdict {
    /// The peer is trusted.
    Success,
    /// It is not, or that cannot be decided.
    Failure,
    /// The case turns on what is not checked.
    Skipped,
}
