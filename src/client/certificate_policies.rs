//! What a client says about certificate policies: the inputs of RFC 5280 §6.1.1 (c) to (g).

use crate::certificate::PolicyId;

/// Whether certificate policies are looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CertificatePolicyRules {
    /// No: what nearly every TLS client does.
    Ignored,
    /// Yes, with these inputs.
    Processed(PolicyInputs),
}

/// The inputs of path validation that concern policies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyInputs {
    /// `user-initial-policy-set`.
    pub acceptable: AcceptablePolicies,
    /// `initial-explicit-policy`.
    pub explicit: ExplicitPolicy,
    /// `initial-policy-mapping-inhibit`.
    pub mapping: MappingRule,
    /// `initial-any-policy-inhibit`.
    pub any_policy: AnyPolicyRule,
}

impl PolicyInputs {
    /// No demand of the client's own: only what CAs demand counts.
    pub const NO_DEMAND: Self = Self {
        acceptable: AcceptablePolicies::Any,
        explicit: ExplicitPolicy::NotRequired,
        mapping: MappingRule::Allowed,
        any_policy: AnyPolicyRule::Allowed,
    };
}

/// Which policies are acceptable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AcceptablePolicies {
    /// Each.
    Any,
    /// These.
    Only(Vec<PolicyId>),
}

/// Whether a path must be valid under an acceptable policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExplicitPolicy {
    /// It must.
    Required,
    /// Only where a CA says so.
    NotRequired,
}

/// Whether policies may be mapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MappingRule {
    /// They may, until a CA forbids it.
    Allowed,
    /// They may not.
    Inhibited,
}

/// Whether `anyPolicy` stands for others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnyPolicyRule {
    /// It does, until a CA forbids it.
    Allowed,
    /// It does not.
    Inhibited,
}
