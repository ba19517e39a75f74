//! Remedies: what was applied in memory, validated again, and passed; and advice: what cannot be proven so.

mod advice;
mod configure;
mod plan;
mod roots;
mod smallest;

#[cfg(test)]
mod tests;

pub(crate) use advice::advice;
pub use configure::Configure;
pub(crate) use configure::configure;
pub(crate) use plan::plan;
pub(crate) use roots::{root_options, unlisted_options};
pub use smallest::NotForAll;
pub(crate) use smallest::smallest;

use crate::finding::{Actor, Cert, RootRelation};
use crate::known::Removal;
use crate::location::SourceName;

/// A remedy that was proven: with it applied, the validation passes.
#[derive(Clone, Debug)]
pub struct Remedy {
    /// What is done.
    pub action: Action,
    /// The clients for which the validation passes with it, the asked one first.
    pub proven_for: Vec<String>,
    /// Whether it is the best of its action.
    pub preference: Preference,
    /// Which bundle a change of it starts from.
    pub starts_from: StartsFrom,
}

/// The bundle that a change starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartsFrom {
    /// The file as it is.
    AsItIs,
    /// A mended copy: the client refuses the file as it is, or stops before its end.
    MendedCopy,
}

/// What a remedy does.
#[derive(Clone, Debug)]
pub enum Action {
    /// Add a known public root to the bundle.
    AddRoot {
        /// The root.
        root: Cert,
        /// Why it fits.
        relation: RootRelation,
        /// When it was removed from the public list, if it has been since.
        removal: Option<Removal>,
    },
    /// Use the public list of the time instead of the bundle.
    ReplaceBundle {
        /// Its release, `certifi 2026.10.18`.
        name: String,
        /// The roots in it by which the server is trusted.
        anchors: Vec<Cert>,
    },
    /// Write the bundle anew, so that the client reads all of what is in it.
    MendBundle {
        /// The file.
        file: SourceName,
    },
    /// The server sends an intermediate that is at hand.
    SendIntermediate {
        /// The intermediate.
        intermediate: Cert,
    },
    /// Take a certificate out of the bundle that leads the client astray.
    RemoveFromBundle {
        /// The certificate.
        certificate: Cert,
    },
    /// The server stops sending a certificate that leads clients astray.
    StopSending {
        /// The certificate.
        certificate: Cert,
    },
}

impl Action {
    /// Its public name.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::AddRoot { .. } => "add-root",
            Self::ReplaceBundle { .. } => "replace-bundle",
            Self::MendBundle { .. } => "mend-bundle",
            Self::SendIntermediate { .. } => "send-intermediate",
            Self::RemoveFromBundle { .. } => "remove-certificate",
            Self::StopSending { .. } => "stop-sending",
        }
    }

    /// Who does it.
    pub const fn actor(&self) -> Actor {
        match self {
            Self::AddRoot { .. }
            | Self::ReplaceBundle { .. }
            | Self::MendBundle { .. }
            | Self::RemoveFromBundle { .. } => Actor::User,
            Self::SendIntermediate { .. } | Self::StopSending { .. } => Actor::ServerOwner,
        }
    }

    /// The certificates that it is about.
    pub fn certificates(&self) -> &[Cert] {
        match self {
            Self::AddRoot {
                root: certificate, ..
            }
            | Self::SendIntermediate {
                intermediate: certificate,
            }
            | Self::RemoveFromBundle { certificate }
            | Self::StopSending { certificate } => core::slice::from_ref(certificate),
            Self::ReplaceBundle { anchors, .. } => anchors,
            Self::MendBundle { .. } => &[],
        }
    }
}

/// Whether a remedy is the best of its action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    /// The best.
    Recommended,
    /// Works too; why it comes second.
    Second(WhySecond),
}

/// Why a remedy comes second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhySecond {
    /// It depends on a cross-certificate that the server may stop sending.
    DependsOnCrossCertificate,
    /// It has been removed from the public list since.
    RemovedSince,
    /// Another is nearer the server's certificate.
    FartherUp,
    /// The preferred one has a smaller effect.
    LargerChange,
}

/// Something that helps but cannot be proven here.
#[derive(Clone, Debug)]
pub enum Advice {
    /// Ask the network's administrator for its root certificate.
    AskIt {
        /// The name of the root to ask for.
        root: crate::certificate::Name,
    },
    /// Ask the server's owner to mend the server.
    AskServerOwner(ServerFault),
    /// Set the clock.
    FixClock,
    /// Use a name that the certificate is valid for.
    UseOtherHost {
        /// Names that it is valid for.
        names: Vec<String>,
        /// Why a near miss is a miss.
        hint: Option<crate::check::server_name::Hint>,
    },
    /// Obtain more: the server's chain.
    ProvideChain,
    /// Obtain the file again.
    ReplaceFile,
}

/// What the server's owner must mend.
#[derive(Clone, Debug)]
pub enum ServerFault {
    /// Send the missing intermediate.
    SendIntermediate {
        /// Its name.
        wanted: crate::certificate::Name,
        /// Where it can be fetched.
        fetch_from: Vec<String>,
    },
    /// Renew the certificate.
    Renew {
        /// The certificate.
        certificate: Cert,
    },
    /// Get a certificate from a public CA, or name.
    Replace {
        /// The certificate.
        certificate: Cert,
    },
    /// Move to a CA whose root is still on the public list.
    MoveToListedRoot {
        /// The root that it chains to.
        root: Cert,
    },
}
