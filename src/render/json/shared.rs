//! Shapes that several parts of the document share, and the public words of small enumerations.

use crate::certificate::{Certificate, KeyIdentifier, Name};
use crate::finding::Actor as ReportActor;
use crate::finding::RootRelation;
use crate::known::Removal;
use crate::verdict::Verdict as ReportVerdict;
use serde::Serialize;

/// A certificate by name and fingerprints. It need not be among those at hand.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct CertificateRef {
    /// The subject's distinguished name (RFC 4514).
    subject: String,
    /// SHA-1 of the DER, lower-case hexadecimal: the thumbprint of Windows.
    sha1: String,
    /// SHA-256 of the DER, lower-case hexadecimal.
    sha256: String,
}

impl From<&Certificate> for CertificateRef {
    fn from(certificate: &Certificate) -> Self {
        Self {
            subject: certificate.subject.to_string(),
            sha1: certificate.sha1().to_string(),
            sha256: certificate.sha256().to_string(),
        }
    }
}

/// A certificate that was looked for.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Wanted {
    /// Its subject's distinguished name (RFC 4514).
    subject: String,
    /// Its key identifier, upper-case hexadecimal with colons, where the certificate below names one.
    key_id: Option<String>,
}

impl Wanted {
    pub(super) fn new(subject: &Name, key_id: Option<&KeyIdentifier>) -> Self {
        Self {
            subject: subject.to_string(),
            key_id: key_id.map(ToString::to_string),
        }
    }
}

/// When a root was removed from the public list.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Removed {
    /// The first release without it.
    release: String,
    /// When that was published, `2024-07-04`.
    date: String,
}

impl From<&Removal> for Removed {
    fn from(removal: &Removal) -> Self {
        Self {
            release: removal.release.to_string(),
            date: removal.date.date(),
        }
    }
}

/// The answer of a client.
#[derive(Clone, Copy, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(super) enum Verdict {
    Trusted,
    NotTrusted,
    Undecided,
}

impl From<ReportVerdict> for Verdict {
    fn from(verdict: ReportVerdict) -> Self {
        match verdict {
            ReportVerdict::Trusted => Self::Trusted,
            ReportVerdict::NotTrusted => Self::NotTrusted,
            ReportVerdict::Undecided => Self::Undecided,
        }
    }
}

/// Who must act.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(super) enum Actor {
    User,
    ServerOwner,
    NetworkAdmin,
    Ca,
    Nobody,
}

impl From<ReportActor> for Actor {
    fn from(actor: ReportActor) -> Self {
        match actor {
            ReportActor::User => Self::User,
            ReportActor::ServerOwner => Self::ServerOwner,
            ReportActor::NetworkAdmin => Self::NetworkAdmin,
            ReportActor::Ca => Self::Ca,
            ReportActor::Nobody => Self::Nobody,
        }
    }
}

/// Why a known root fits a path: it has the name and key of a certificate of the path (`twin`), or its key signed one
/// (`issuer`).
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(super) enum Relation {
    Twin,
    Issuer,
}

/// The relation, and the position of the certificate that it is to; 0 is the server's own.
pub(super) const fn relation(relation: RootRelation) -> (Relation, usize) {
    match relation {
        RootRelation::TwinAt(position) => (Relation::Twin, position),
        RootRelation::IssuerOf(position) => (Relation::Issuer, position),
    }
}
