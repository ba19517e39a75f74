//! What a check looks at: one position of one path.

use super::{CheckId, ConstraintMemo};
use crate::certificate::Certificate;
use crate::client::{AnchorDates, AnchorExtensions, Policy};
use crate::question::Question;
use crate::signature::SignatureProblem;

/// One position of a path, with all that a rule may ask about.
#[derive(Clone, Copy)]
pub struct Step<'a> {
    /// The path, target first.
    pub path: &'a [&'a Certificate],
    /// The position looked at: 0 is the target.
    pub position: usize,
    /// The certificate at that position.
    pub certificate: &'a Certificate,
    /// How the path ends.
    pub termination: Termination,
    /// How many certificates of the path, from the target on, the server sent.
    pub sent: usize,
    /// Whether the next certificate's key verifies this one; `None` for the last, and where the budget for signatures was
    /// spent.
    pub signature: Option<Result<(), SignatureProblem>>,
    /// What was asked.
    pub question: &'a Question,
    /// The client's rules.
    pub policy: &'a Policy,
    /// What is known of name constraints by these rules.
    pub constraints: &'a ConstraintMemo,
}

/// How a path ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Termination {
    /// At a trust anchor.
    Anchored,
    /// Without one.
    Open,
}

/// What a certificate is in its path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The server's own.
    Target,
    /// Between target and anchor.
    Intermediate,
    /// The trust anchor.
    Anchor,
}

impl<'a> Step<'a> {
    /// What the certificate is in its path. A target that is its own anchor is a target.
    pub const fn role(&self) -> Role {
        if self.position == 0 {
            Role::Target
        } else if self.is_last() && matches!(self.termination, Termination::Anchored) {
            Role::Anchor
        } else {
            Role::Intermediate
        }
    }

    /// Whether the path ends here.
    pub const fn is_last(&self) -> bool {
        self.position.saturating_add(1) == self.path.len()
    }

    /// Whether this is the certificate by which the bundle is trusted: the last one of an anchored path.
    pub const fn is_anchor(&self) -> bool {
        self.is_last() && matches!(self.termination, Termination::Anchored)
    }

    /// Whether the client runs a check of the extensions of this certificate. It may spare the anchor, or all that the
    /// bundle added.
    pub fn runs(&self, check: CheckId) -> bool {
        match self.policy.anchor.extensions {
            AnchorExtensions::Checked => true,
            AnchorExtensions::Only(checks) => !self.is_anchor_above() || checks.contains(&check),
            AnchorExtensions::OnlyForBundle(checks) => {
                self.position < self.sent || checks.contains(&check)
            }
        }
    }

    /// Whether this is the target, in the bundle itself, and the client asks no more of it.
    pub fn is_trusted_as_it_is(&self) -> bool {
        self.position == 0
            && self.is_anchor()
            && self.policy.anchor.dates == AnchorDates::IgnoredInTarget
    }

    /// Whether this is an anchor, and not the target itself.
    fn is_anchor_above(&self) -> bool {
        self.role() == Role::Anchor
    }

    /// The next certificate of the path.
    pub fn issuer(&self) -> Option<&'a Certificate> {
        self.path.get(self.position.saturating_add(1)).copied()
    }

    /// The certificates below this one, target first.
    pub fn below(&self) -> &'a [&'a Certificate] {
        self.path.get(..self.position).unwrap_or_default()
    }
}
