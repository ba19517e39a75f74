//! The certificates at hand.

use super::shared::Removed;
use crate::location::Location;
use crate::report::{CertificateReport, KnownRootFacts};
use serde::Serialize;

/// A certificate at hand.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct CertificateEntry {
    /// The subject's distinguished name (RFC 4514).
    subject: String,
    /// The issuer's distinguished name (RFC 4514).
    issuer: String,
    /// The serial number, lower-case hexadecimal without leading zeros.
    serial: String,
    /// SHA-1 of the DER, lower-case hexadecimal: the thumbprint of Windows.
    sha1: String,
    /// SHA-256 of the public key with its algorithm (`SubjectPublicKeyInfo`), lower-case hexadecimal.
    spki_sha256: String,
    /// First valid second (RFC 3339).
    not_before: String,
    /// Last valid second (RFC 3339).
    not_after: String,
    /// The public key, `RSA 2048`.
    key: String,
    /// The algorithm of its signature, as OpenSSL names it.
    signature: String,
    /// Where the inputs hold it; empty for a root of the public list.
    sources: Vec<SourceEntry>,
    /// Its history, where the table of known roots has it.
    known_root: Option<KnownRootEntry>,
}

/// A place in an input.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct SourceEntry {
    /// The base name of the input.
    input: String,
    /// The line on which it begins, counted from 1; 1 in a binary input.
    line: u32,
}

/// The history of a known root.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct KnownRootEntry {
    /// The first release of the public list with it.
    since: Option<String>,
    /// The last release of the public list with it; null where the newest still has it.
    until: Option<String>,
    /// When it was removed; null where it was not.
    removed: Option<Removed>,
}

impl CertificateEntry {
    /// A certificate at hand.
    pub(super) fn of(report: &CertificateReport) -> Option<Self> {
        let certificate = report.held.certificate()?;
        Some(Self {
            subject: certificate.subject.to_string(),
            issuer: certificate.issuer.to_string(),
            serial: certificate.serial.to_string(),
            sha1: certificate.sha1().to_string(),
            spki_sha256: certificate.public_key.sha256.to_string(),
            not_before: certificate.validity.not_before.to_string(),
            not_after: certificate.validity.not_after.to_string(),
            key: certificate.public_key.to_string(),
            signature: certificate.signature_algorithm.to_string(),
            sources: report.locations.iter().map(SourceEntry::from).collect(),
            known_root: report.known_root.as_ref().map(KnownRootEntry::from),
        })
    }
}

impl From<&Location> for SourceEntry {
    fn from(location: &Location) -> Self {
        Self {
            input: location.source.to_string(),
            line: location.line.0,
        }
    }
}

impl From<&KnownRootFacts> for KnownRootEntry {
    fn from(facts: &KnownRootFacts) -> Self {
        Self {
            since: facts.since.clone(),
            until: facts.until.clone(),
            removed: facts.removal.as_ref().map(Removed::from),
        }
    }
}
