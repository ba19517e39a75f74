//! What certwhy finds: stable codes, typed evidence, no words.

mod code;
mod evidence;

pub use code::{Actor, Code, Severity, UnknownCode};
pub use evidence::{
    Cert, Fragility, MissingIntermediate, MissingRoot, OldPathBuilder, ProxyEvidence, RootOption,
    RootRelation, SameName,
};

use crate::certificate::{KeyPurpose, Malformed, Name};
use crate::check::name_constraints::Violation;
use crate::check::{CaProblem, FormProblem, KeyUsageNeed, NameRefusal, PolicyProblem};
use crate::client_roots::WrongFile;
use crate::input::Note;
use crate::known::Removal;
use crate::location::Location;
use crate::moment::Moment;
use crate::path::Limit;
use crate::signature::{KeyKind, SignatureAlgorithm};

/// One finding with its evidence.
#[derive(Clone, Debug)]
pub enum Finding {
    /// The bundle lacks a known public root.
    MissingRoot(MissingRoot),
    /// The server did not send an intermediate, and nobody else has it.
    MissingIntermediate(MissingIntermediate),
    /// The bundle trusts a certificate that is not self-signed, which this client does not take for an anchor.
    AnchorNotSelfSigned {
        /// The bundle's certificate.
        anchor: Cert,
        /// The self-signed certificate with the same key, where it is known.
        twin: Option<Cert>,
    },
    /// Something between client and server replaces the server's certificate by its own.
    InterceptionProxy {
        /// The last certificate of the path.
        top: Cert,
        /// The name of the root that is not in the bundle.
        root: Name,
        /// How we know.
        evidence: ProxyEvidence,
    },
    /// The server's certificate is signed by its own key.
    SelfSignedLeaf {
        /// The server's certificate.
        leaf: Cert,
    },
    /// The server's certificate, or an intermediate without an alternative, has expired.
    Expired {
        /// The certificate.
        certificate: Cert,
        /// Its last valid second.
        not_after: Moment,
    },
    /// A certificate is not valid yet.
    NotYetValid {
        /// The certificate.
        certificate: Cert,
        /// Its first valid second.
        not_before: Moment,
    },
    /// The bundle's root has expired.
    ExpiredRoot {
        /// The root.
        root: Cert,
        /// Its last valid second.
        not_after: Moment,
    },
    /// The client follows an expired certificate although another path is valid.
    ExpiredCrossCertificate {
        /// The expired certificate.
        certificate: Cert,
        /// Its last valid second.
        not_after: Moment,
        /// The anchor of the valid path.
        valid_anchor: Cert,
    },
    /// The client stops at a path that ends nowhere although another one is valid.
    OldPathBuilder(OldPathBuilder),
    /// The certificate is for other names.
    HostMismatch {
        /// The server's certificate.
        leaf: Cert,
        /// The name that was asked for.
        host: String,
        /// What it is valid for instead.
        refusal: NameRefusal,
    },
    /// The client's clock is far in the past.
    ClockWrong {
        /// What the clock says.
        at: Moment,
        /// The earliest time at which this chain can have been sent.
        not_before: Moment,
        /// The certificate that says so.
        certificate: Cert,
    },
    /// A signature with a digest that the client refuses.
    WeakSignature {
        /// The signed certificate.
        certificate: Cert,
        /// The algorithm.
        algorithm: SignatureAlgorithm,
    },
    /// A key that the client finds too small.
    WeakKey {
        /// The certificate with the key.
        certificate: Cert,
        /// The key.
        key: KeyKind,
    },
    /// A name outside a CA's constraints.
    NameConstraints {
        /// The CA with the constraints.
        ca: Cert,
        /// What is outside; `None` where the constraints cannot be read.
        violation: Option<Violation>,
    },
    /// An issuer that is no CA.
    NotACa {
        /// The issuer.
        certificate: Cert,
        /// Why it is none.
        problem: CaProblem,
    },
    /// More CAs than a CA allows below itself.
    PathTooLong {
        /// The CA with the limit.
        ca: Cert,
        /// The limit.
        allowed: u32,
        /// How many there are.
        found: usize,
    },
    /// A key that may not be used for this.
    KeyUsage {
        /// The certificate.
        certificate: Cert,
        /// What it would have to allow.
        need: KeyUsageNeed,
    },
    /// A certificate that is not for TLS servers.
    WrongPurpose {
        /// The certificate.
        certificate: Cert,
        /// What it is for; empty where it says nothing and must.
        listed: Vec<KeyPurpose>,
    },
    /// A critical extension that the client does not understand.
    CriticalExtension {
        /// The certificate.
        certificate: Cert,
        /// The extension's object identifier.
        oid: String,
    },
    /// Certificate policies do not allow the path.
    Policy {
        /// The certificate at which no acceptable policy is left.
        certificate: Cert,
        /// Why.
        problem: PolicyProblem,
    },
    /// The path ends at a root that is neither in the bundle nor a known public one.
    UnknownRoot {
        /// The last certificate of the path.
        top: Cert,
        /// The name of the root.
        root: Name,
    },
    /// The root that is missing, or that the verdict hangs on, was removed from the public list.
    RemovedRoot {
        /// The root.
        root: Cert,
        /// When.
        removal: Removal,
    },
    /// A certificate with the wanted name, but another key.
    SameNameDifferentKey(SameName),
    /// A signature does not verify although names and key identifiers say that it should.
    SignatureMismatch {
        /// The signed certificate.
        certificate: Cert,
        /// Whose key does not verify it.
        issuer: Cert,
    },
    /// A signature that certwhy cannot check.
    SignatureNotCheckable {
        /// The signed certificate.
        certificate: Cert,
        /// Its algorithm.
        algorithm: SignatureAlgorithm,
    },
    /// A certificate that cannot be read.
    MalformedCertificate {
        /// Where it stands.
        location: Option<Location>,
        /// Why it cannot be read.
        reason: Malformed,
    },
    /// A formal rule of the profile.
    ProfileRule {
        /// The certificate.
        certificate: Cert,
        /// What is wrong with it.
        problem: FormProblem,
    },
    /// A formal rule that only the client's strict mode enforces.
    Strictness {
        /// The certificate.
        certificate: Cert,
        /// What is wrong with it.
        problem: FormProblem,
    },
    /// The search was cut short.
    LimitReached {
        /// By what; `None` for the comparisons of name constraints.
        limit: Option<Limit>,
    },
    /// Trusted now, but it hangs on a thread.
    FragileTrust(Fragility),
    /// The server's certificates are not in the order of their path.
    OutOfOrder,
    /// A presented certificate that need not be sent.
    UnneededCertificate {
        /// The certificate.
        certificate: Cert,
        /// Why not.
        why: Unneeded,
    },
    /// The server sends a root, which no client needs.
    RootSent {
        /// The root.
        root: Cert,
    },
    /// The bundle holds other certificates with the anchor's name, and in another order the client would refuse.
    OrderSensitive {
        /// The anchor that the client takes.
        anchor: Cert,
    },
    /// A certificate of the path expires within 30 days.
    ExpiresSoon {
        /// The certificate.
        certificate: Cert,
        /// Its last valid second.
        not_after: Moment,
        /// Whole days left.
        days: i64,
    },
    /// Something was changed, set or given that the failing program does not read.
    WrongFileForClient(WrongFile),
    /// Something about a file.
    File(Note),
}

/// Why a certificate need not be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unneeded {
    /// No path to an anchor goes through it.
    OnNoPath,
    /// It was presented before.
    Repeated,
}

impl Finding {
    /// Its public code.
    pub const fn code(&self) -> Code {
        match self {
            Self::MissingRoot(_) => Code::MissingRoot,
            Self::MissingIntermediate(_) => Code::MissingIntermediate,
            Self::AnchorNotSelfSigned { .. } => Code::AnchorNotSelfSigned,
            Self::InterceptionProxy { .. } => Code::InterceptionProxy,
            Self::SelfSignedLeaf { .. } => Code::SelfSignedLeaf,
            Self::Expired { .. } => Code::Expired,
            Self::NotYetValid { .. } => Code::NotYetValid,
            Self::ExpiredRoot { .. } => Code::ExpiredRoot,
            Self::ExpiredCrossCertificate { .. } => Code::ExpiredCrossCertificate,
            Self::OldPathBuilder(_) => Code::OldPathBuilder,
            Self::HostMismatch { .. } => Code::HostMismatch,
            Self::ClockWrong { .. } => Code::ClockWrong,
            Self::WeakSignature { .. } => Code::WeakSignature,
            Self::WeakKey { .. } => Code::WeakKey,
            Self::NameConstraints { .. } => Code::NameConstraints,
            Self::NotACa { .. } => Code::NotACa,
            Self::PathTooLong { .. } => Code::PathTooLong,
            Self::KeyUsage { .. } => Code::KeyUsage,
            Self::WrongPurpose { .. } => Code::WrongPurpose,
            Self::CriticalExtension { .. } => Code::CriticalExtension,
            Self::Policy { .. } => Code::Policy,
            Self::UnknownRoot { .. } => Code::UnknownRoot,
            Self::RemovedRoot { .. } => Code::RemovedRoot,
            Self::SameNameDifferentKey(_) => Code::SameNameDifferentKey,
            Self::SignatureMismatch { .. } => Code::SignatureMismatch,
            Self::SignatureNotCheckable { .. } => Code::SignatureNotCheckable,
            Self::MalformedCertificate { .. } => Code::MalformedCertificate,
            Self::ProfileRule { .. } => Code::ProfileRule,
            Self::Strictness { .. } => Code::Strictness,
            Self::LimitReached { .. } => Code::LimitReached,
            Self::FragileTrust(_) => Code::FragileTrust,
            Self::OutOfOrder => Code::OutOfOrder,
            Self::UnneededCertificate { .. } => Code::UnneededCertificate,
            Self::RootSent { .. } => Code::RootSent,
            Self::OrderSensitive { .. } => Code::OrderSensitive,
            Self::ExpiresSoon { .. } => Code::ExpiresSoon,
            Self::WrongFileForClient(_) => Code::WrongFileForClient,
            Self::File(note) => code::of_note(note),
        }
    }

    /// The certificate it is about.
    pub fn certificate(&self) -> Option<&Cert> {
        match self {
            Self::MissingRoot(MissingRoot { below, .. })
            | Self::MissingIntermediate(MissingIntermediate { below, .. })
            | Self::SameNameDifferentKey(SameName { below, .. }) => Some(below),
            Self::OldPathBuilder(OldPathBuilder { stopped_at, .. }) => Some(stopped_at),
            Self::InterceptionProxy { top, .. } | Self::UnknownRoot { top, .. } => Some(top),
            Self::SelfSignedLeaf { leaf } | Self::HostMismatch { leaf, .. } => Some(leaf),
            Self::ExpiredRoot { root, .. }
            | Self::RemovedRoot { root, .. }
            | Self::RootSent { root } => Some(root),
            Self::NameConstraints { ca, .. } | Self::PathTooLong { ca, .. } => Some(ca),
            Self::AnchorNotSelfSigned { anchor, .. } | Self::OrderSensitive { anchor } => {
                Some(anchor)
            }
            Self::Expired { certificate, .. }
            | Self::NotYetValid { certificate, .. }
            | Self::ExpiredCrossCertificate { certificate, .. }
            | Self::ClockWrong { certificate, .. }
            | Self::WeakSignature { certificate, .. }
            | Self::WeakKey { certificate, .. }
            | Self::NotACa { certificate, .. }
            | Self::KeyUsage { certificate, .. }
            | Self::WrongPurpose { certificate, .. }
            | Self::CriticalExtension { certificate, .. }
            | Self::Policy { certificate, .. }
            | Self::SignatureMismatch { certificate, .. }
            | Self::SignatureNotCheckable { certificate, .. }
            | Self::ProfileRule { certificate, .. }
            | Self::Strictness { certificate, .. }
            | Self::UnneededCertificate { certificate, .. }
            | Self::ExpiresSoon { certificate, .. } => Some(certificate),
            Self::FragileTrust(fragility) => fragility.certificate(),
            Self::MalformedCertificate { .. }
            | Self::LimitReached { .. }
            | Self::OutOfOrder
            | Self::WrongFileForClient(_)
            | Self::File(_) => None,
        }
    }

    /// Who must act.
    pub const fn actor(&self) -> Actor {
        self.code().usual_actor()
    }
}
