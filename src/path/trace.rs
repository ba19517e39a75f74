//! What a search leaves behind: data only.

use super::{Limit, PathCount, Spent};
use crate::certificate::{KeyIdentifier, Name};
use crate::check::{Checked, PathStatus, Termination};
use crate::store::CertId;

/// The certificate that would have continued a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Its subject.
    pub subject: Name,
    /// Its key identifier, where the certificate below names one.
    pub key_id: Option<KeyIdentifier>,
    /// The certificate below, which it must have signed.
    pub below: CertId,
}

/// How an attempt ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// At a trust anchor.
    Anchored,
    /// No certificate at hand has the wanted name.
    NoIssuer(Wanted),
    /// At a certificate that names itself as its issuer and that the bundle does not hold.
    SelfSigned,
    /// The last certificate has the right name, but its key did not sign the one below.
    WrongKey(Wanted),
    /// Every candidate is on the path already.
    Loop(Wanted),
    /// Longer than the client follows.
    TooDeep(Wanted),
}

impl End {
    /// As the checks see it.
    pub const fn termination(&self) -> Termination {
        match self {
            Self::Anchored => Termination::Anchored,
            Self::NoIssuer(_)
            | Self::SelfSigned
            | Self::WrongKey(_)
            | Self::Loop(_)
            | Self::TooDeep(_) => Termination::Open,
        }
    }

    /// Its public name, kebab-case.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Anchored => "anchored",
            Self::NoIssuer(_) => "no-issuer",
            Self::SelfSigned => "self-signed",
            Self::WrongKey(_) => "rejected",
            Self::Loop(_) => "loop",
            Self::TooDeep(_) => "too-deep",
        }
    }

    /// What was wanted, at a dead end.
    pub const fn wanted(&self) -> Option<&Wanted> {
        match self {
            Self::Anchored | Self::SelfSigned => None,
            Self::NoIssuer(wanted)
            | Self::WrongKey(wanted)
            | Self::Loop(wanted)
            | Self::TooDeep(wanted) => Some(wanted),
        }
    }
}

/// One path that was tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// The certificates, target first.
    pub certificates: Vec<CertId>,
    /// How it ended.
    pub end: End,
    /// Every check at every position.
    pub checks: Vec<Checked>,
}

impl Attempt {
    /// Whether it leads to an anchor, and what the checks add up to.
    pub fn status(&self) -> PathStatus {
        match self.end {
            End::Anchored => PathStatus::of(&self.checks),
            End::NoIssuer(_)
            | End::SelfSigned
            | End::WrongKey(_)
            | End::Loop(_)
            | End::TooDeep(_) => PathStatus::Failed,
        }
    }

    /// The last certificate.
    pub fn top(&self) -> Option<CertId> {
        self.certificates.last().copied()
    }
}

/// The path that a client without backtracking ends up with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientPath {
    /// The path.
    pub attempt: Attempt,
    /// How many of its certificates, from the target on, came from the server.
    pub from_server: usize,
}

/// Whether all paths are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listing {
    /// All that exist, also those that lead nowhere.
    Complete,
    /// The best one, and the nearest of those that end elsewhere.
    Nearest,
}

/// Everything a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// The server's own certificate; `None` where nothing was presented.
    pub target: Option<CertId>,
    /// The paths that [`Trace::listing`] says, the most promising candidates first.
    pub attempts: Vec<Attempt>,
    /// The one path that the client takes, where it does not try all.
    pub taken: Option<ClientPath>,
    /// How many paths lead to an anchor, by name.
    pub paths: PathCount,
    /// Whether all paths are listed.
    pub listing: Listing,
    /// How much work it was.
    pub spent: Spent,
    /// What ended the search for a path that passes before it was known whether there is one.
    pub stopped: Option<Limit>,
}
