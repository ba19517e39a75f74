//! The checks of a candidate path, one file each, and the table that lists them (RFC 5280 §6.1).
//!
//! Every check looks at one position of one path and yields an [`Outcome`]. A check that was not run is not a pass.

pub mod name_constraints;
pub mod server_name;

mod algorithm_strength;
mod basic_constraints;
#[cfg(any(feature = "clients", not(feature = "web")))]
mod certificate_policies;
mod constrained_names;
mod constraint_memo;
mod critical_extensions;
mod extended_key_usage;
mod form;
mod host;
pub(crate) mod key_identifier;
mod key_usage;
mod name_chaining;
mod outcome;
pub(crate) mod path_length;
mod signature;
mod step;
mod validity;

#[cfg(test)]
mod tests;

pub use constraint_memo::ConstraintMemo;
pub use outcome::{
    AuthorityKeyIdProblem, CaProblem, Checked, Failure, FormProblem, KeyUsageNeed, NameRefusal,
    NotRun, Outcome, PathStatus, PolicyProblem,
};
pub use step::{Role, Step, Termination};

use crate::citation::Citation;

/// Which check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CheckId {
    /// The issuer's subject is the certificate's issuer.
    NameChaining,
    /// Authority and subject key identifier agree.
    KeyIdentifier,
    /// The issuer's key verifies the signature.
    Signature,
    /// The time lies in the validity period.
    Validity,
    /// A CA says that it is one.
    BasicConstraints,
    /// No more CAs follow than allowed.
    PathLength,
    /// The key may be used for this.
    KeyUsage,
    /// The certificate may be used for TLS servers.
    ExtendedKeyUsage,
    /// The names below are within the CA's constraints.
    NameConstraints,
    /// The path is valid under an acceptable policy, where one is demanded.
    CertificatePolicies,
    /// Every critical extension is understood.
    CriticalExtensions,
    /// Key and digest are strong enough.
    AlgorithmStrength,
    /// The certificate is valid for the server's name.
    ServerName,
    /// The certificate's form is as the profile demands.
    Form,
}

impl CheckId {
    /// Its public name, kebab-case.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NameChaining => "name-chaining",
            Self::KeyIdentifier => "key-identifier",
            Self::Signature => "signature",
            Self::Validity => "validity",
            Self::BasicConstraints => "basic-constraints",
            Self::PathLength => "path-length",
            Self::KeyUsage => "key-usage",
            Self::ExtendedKeyUsage => "extended-key-usage",
            Self::NameConstraints => "name-constraints",
            Self::CertificatePolicies => "certificate-policies",
            Self::CriticalExtensions => "critical-extensions",
            Self::AlgorithmStrength => "algorithm-strength",
            Self::ServerName => "server-name",
            Self::Form => "form",
        }
    }
}

/// Of how much of a path a check speaks: what a search may ask before it has the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Of one certificate in its role. In every path in which it has that role the outcome is the same.
    Certificate,
    /// Of a certificate and its issuer.
    Link,
    /// Of a certificate and all below it: once failed, it fails for every path that goes on from there.
    Below,
    /// Of all certificates.
    Path,
}

/// A row of [`CHECKS`].
#[derive(Clone, Copy)]
pub struct Check {
    /// Which check.
    pub id: CheckId,
    /// Of how much of a path it speaks.
    pub scope: Scope,
    /// Where its rule stands.
    pub citation: Citation,
    /// Runs it at one position of a path.
    pub run: fn(&Step<'_>) -> Outcome,
}

/// Every check, in the order in which a reader wants to see them.
pub const CHECKS: &[Check] = &[
    Check {
        id: CheckId::NameChaining,
        scope: Scope::Link,
        citation: Citation::rfc5280("6.1.3"),
        run: name_chaining::check,
    },
    Check {
        id: CheckId::KeyIdentifier,
        scope: Scope::Link,
        citation: Citation::rfc5280("4.2.1.1"),
        run: key_identifier::check,
    },
    Check {
        id: CheckId::Signature,
        scope: Scope::Link,
        citation: Citation::rfc5280("6.1.3"),
        run: signature::check,
    },
    Check {
        id: CheckId::Validity,
        scope: Scope::Certificate,
        citation: Citation::rfc5280("4.1.2.5"),
        run: validity::check,
    },
    Check {
        id: CheckId::BasicConstraints,
        scope: Scope::Certificate,
        citation: Citation::rfc5280("4.2.1.9"),
        run: basic_constraints::check,
    },
    Check {
        id: CheckId::PathLength,
        scope: Scope::Below,
        citation: Citation::rfc5280("4.2.1.9"),
        run: path_length::check,
    },
    Check {
        id: CheckId::KeyUsage,
        scope: Scope::Certificate,
        citation: Citation::rfc5280("4.2.1.3"),
        run: key_usage::check,
    },
    Check {
        id: CheckId::ExtendedKeyUsage,
        scope: Scope::Certificate,
        citation: Citation::rfc5280("4.2.1.12"),
        run: extended_key_usage::check,
    },
    Check {
        id: CheckId::NameConstraints,
        scope: Scope::Below,
        citation: Citation::rfc5280("4.2.1.10"),
        run: constrained_names::check,
    },
    Check {
        id: CheckId::CertificatePolicies,
        scope: Scope::Path,
        citation: Citation::rfc5280("6.1"),
        run: POLICIES,
    },
    Check {
        id: CheckId::CriticalExtensions,
        scope: Scope::Certificate,
        citation: Citation::rfc5280("4.2"),
        run: critical_extensions::check,
    },
    Check {
        id: CheckId::AlgorithmStrength,
        scope: Scope::Certificate,
        citation: Citation::baseline("6.1.5"),
        run: algorithm_strength::check,
    },
    Check {
        id: CheckId::ServerName,
        scope: Scope::Certificate,
        citation: Citation::rfc9525("6"),
        run: host::check,
    },
    Check {
        id: CheckId::Form,
        scope: Scope::Certificate,
        citation: Citation::rfc5280("4.1"),
        run: form::check,
    },
];

#[cfg(any(feature = "clients", not(feature = "web")))]
const POLICIES: fn(&Step<'_>) -> Outcome = certificate_policies::check;

/// The page's first module judges for the default client alone, which knows no policies.
#[cfg(all(not(feature = "clients"), feature = "web"))]
const POLICIES: fn(&Step<'_>) -> Outcome = |_| Outcome::NotApplicable;

/// Runs every check at every position of a path.
pub fn run_all<'a>(at: impl Fn(usize) -> Option<Step<'a>>, length: usize) -> Vec<Checked> {
    (0..length)
        .filter_map(|position| at(position).map(|step| (position, step)))
        .flat_map(|(position, step)| {
            CHECKS.iter().map(move |check| Checked {
                check: check.id,
                position,
                outcome: (check.run)(&step),
            })
        })
        .collect()
}
