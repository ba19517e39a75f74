//! Evidence that takes more than a field or two.

use crate::certificate::{Certificate, KeyIdentifier, Name};
use crate::known::Removal;
use crate::moment::Moment;
use std::sync::Arc;

/// A certificate that a finding speaks of.
pub type Cert = Arc<Certificate>;

/// The bundle lacks a known public root.
#[derive(Clone, Debug)]
pub struct MissingRoot {
    /// The last certificate of the best path: what the root must have signed, or be the twin of.
    pub below: Cert,
    /// The name that was looked for.
    pub wanted: Name,
    /// The key identifier that was looked for.
    pub key_id: Option<KeyIdentifier>,
    /// The known roots whose key verifies a certificate of the path, the best first. Never empty.
    pub roots: Vec<RootOption>,
}

/// A known root that would do, or would if nothing else were wrong.
#[derive(Clone, Debug)]
pub struct RootOption {
    /// The root.
    pub root: Cert,
    /// Why its key counts.
    pub relation: RootRelation,
    /// When it was removed from the public list, if it has been since.
    pub removal: Option<Removal>,
}

/// Why a known root fits a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RootRelation {
    /// It has the same name and key as a certificate of the path, which is a cross-certificate of it. Position in the path.
    TwinAt(usize),
    /// Its key signed the certificate at this position of the path.
    IssuerOf(usize),
}

/// The server did not send an intermediate.
#[derive(Clone, Debug)]
pub struct MissingIntermediate {
    /// The certificate whose issuer is missing.
    pub below: Cert,
    /// The issuer's name.
    pub wanted: Name,
    /// Where the issuer's certificate can be fetched, as the certificate says.
    pub fetch_from: Vec<String>,
}

/// A path builder that does not look for alternatives.
#[derive(Clone, Debug)]
pub struct OldPathBuilder {
    /// Where the client's path ends.
    pub stopped_at: Cert,
    /// The anchor of the path that it does not find.
    pub valid_anchor: Cert,
    /// The root at the end of the chain as it is sent, where it has been removed from the public list: older bundles hold it,
    /// newer ones do not.
    pub removed: Option<(Cert, Removal)>,
}

impl OldPathBuilder {
    /// Whether the client stops because the certificate has the name of the CA that signed it, with nothing that tells the
    /// two apart: it is taken for one that signed itself (RFC 5280 §6.1: self-issued, not self-signed).
    pub fn is_named_like_its_ca(&self) -> bool {
        self.stopped_at.looks_self_signed()
            && self.stopped_at.issuer == self.valid_anchor.subject
            && self.stopped_at.public_key.sha256 != self.valid_anchor.public_key.sha256
    }
}

/// How an intercepting proxy shows itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProxyEvidence {
    /// A vendor's name in the issuer's name.
    Vendor(&'static str),
    /// A public service under a CA that is in no public list.
    PublicHost(String),
}

/// Certificates with the wanted name, but the wrong key.
#[derive(Clone, Debug)]
pub struct SameName {
    /// The certificate that they did not sign.
    pub below: Cert,
    /// Those at hand.
    pub namesakes: Vec<Cert>,
    /// Known public roots of that name, which did not sign it either.
    pub known: Vec<Cert>,
}

/// What a trusted verdict hangs on.
#[derive(Clone, Debug)]
pub enum Fragility {
    /// Without this one certificate, which the server may stop sending, the path is gone.
    CrossCertificate {
        /// The cross-certificate.
        cross: Cert,
        /// The root with the same key, which the bundle lacks.
        root: Cert,
    },
    /// The anchor is no longer on the public list.
    RemovedAnchor {
        /// The anchor.
        anchor: Cert,
        /// When it was removed.
        removal: Removal,
    },
    /// The path ends with this certificate's validity, within 30 days.
    Expiry {
        /// The certificate.
        certificate: Cert,
        /// Its last valid second.
        not_after: Moment,
    },
}

impl Fragility {
    /// The certificate that it hangs on.
    pub const fn certificate(&self) -> Option<&Cert> {
        match self {
            Self::CrossCertificate {
                cross: certificate, ..
            }
            | Self::RemovedAnchor {
                anchor: certificate,
                ..
            }
            | Self::Expiry { certificate, .. } => Some(certificate),
        }
    }
}
