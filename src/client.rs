//! Client profiles: how each client searches and checks, as values of [`Policy`].

mod certificate_policies;
#[cfg(feature = "clients")]
mod curl;
mod evidence;
#[cfg(feature = "clients")]
mod family;
#[cfg(feature = "clients")]
mod gnutls;
#[cfg(feature = "clients")]
mod go;
#[cfg(feature = "clients")]
mod java;
mod native;
#[cfg(feature = "clients")]
mod node;
#[cfg(feature = "clients")]
mod nss;
mod openssl;
mod policy;
#[cfg(feature = "clients")]
mod python;
#[cfg(any(feature = "clients", not(feature = "web")))]
mod reference;
#[cfg(feature = "clients")]
mod rustls;
#[cfg(feature = "clients")]
mod version;
#[cfg(feature = "clients")]
mod windows;

pub use certificate_policies::{
    AcceptablePolicies, AnyPolicyRule, CertificatePolicyRules, ExplicitPolicy, MappingRule,
    PolicyInputs,
};
#[cfg(feature = "clients")]
pub use family::profiles;
pub use native::{NativeDialect, NativeError, OpenSslEra};
pub use policy::{
    Alternatives, AnchorDates, AnchorExtensions, AnchorRules, BasicConstraintsRule, Building,
    CaKeyUsage, CandidateTest, CommonNameCopy, ConstrainedNames, EdwardsRule, ExtensionRules,
    FirstMatch, FirstSource, FormRules, Generation, KeyFloor, KeyIdentifierRule, KeyScope,
    NameChaining, PartialChain, Pick, Policy, PurposeRule, StrengthRules, TargetCa, TargetKeyUsage,
    UnderstoodExtensions,
};

use core::fmt;

/// On what evidence a profile rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Compared with the real client's answers, so many of them.
    Differential {
        /// Number of answers compared.
        cases: usize,
    },
    /// Written after a standard.
    Standard,
    /// Written after the client's documentation; the client itself was not asked.
    Documented,
}

/// A client whose behaviour is known.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Its public id.
    pub id: &'static str,
    /// The version whose behaviour this is.
    pub step: &'static str,
    /// How it searches and checks.
    pub policy: Policy,
    /// How it words a refusal.
    pub dialect: NativeDialect,
    /// How we know.
    pub basis: Basis,
}

/// A client as it was asked for: an id that some profile answers for.
#[derive(Clone, Debug)]
pub struct Client {
    asked: String,
    profile: Profile,
}

impl Client {
    /// The client of an id such as `openssl-3`, or of a version such as `openssl-1.0.1m`, which takes the newest known
    /// step of its family that is not after it. `None` when no profile answers for it.
    pub fn find(id: &str) -> Option<Self> {
        find(id).map(|profile| Self {
            asked: id.to_owned(),
            profile,
        })
    }

    /// The same client under other rules: its name, and how it words a refusal, stay.
    #[must_use]
    pub fn with_policy(mut self, policy: Policy) -> Self {
        self.profile.policy = policy;
        self
    }

    /// The id as it was asked for.
    pub fn asked(&self) -> &str {
        &self.asked
    }

    /// The profile that answers.
    pub const fn profile(&self) -> &Profile {
        &self.profile
    }
}

/// The ids of [`profiles`] with a short name for each, for a list that is there before the profiles are.
pub const LISTED: &[(&str, &str)] = &[
    ("rfc5280", "RFC 5280"),
    ("webpki", "CA/Browser Forum"),
    ("openssl-1.0.1", "OpenSSL 1.0.1"),
    ("openssl-1.0.2", "OpenSSL 1.0.2"),
    ("python-2.7", "Python 2.7"),
    ("openssl-1.1.1", "OpenSSL 1.1.1"),
    ("openssl-3", "OpenSSL 3.0"),
    ("python-3", "Python 3.7 – 3.12"),
    ("python-3.13", "Python 3.13"),
    ("curl", "curl"),
    ("node", "Node.js 20"),
    ("gnutls", "GnuTLS"),
    ("go", "Go"),
    ("java", "Java 17"),
    ("rustls", "rustls"),
    ("nss", "NSS"),
    ("windows", "Windows"),
];

#[cfg(feature = "clients")]
use family::find;

/// Without the feature `clients`: the reference profiles and the default.
#[cfg(all(not(feature = "clients"), not(feature = "web")))]
pub fn profiles() -> Vec<Profile> {
    vec![
        reference::rfc5280(),
        reference::webpki(),
        openssl::openssl_3(),
    ]
}

/// The page's first module judges for the default client alone: what only others need is not in it.
#[cfg(all(not(feature = "clients"), feature = "web"))]
pub fn profiles() -> Vec<Profile> {
    vec![openssl::openssl_3()]
}

#[cfg(not(feature = "clients"))]
fn find(id: &str) -> Option<Profile> {
    profiles().into_iter().find(|profile| profile.id == id)
}

/// `openssl-3`, the client that is assumed where none is named.
impl Default for Client {
    fn default() -> Self {
        let profile = openssl::openssl_3();
        Self {
            asked: profile.id.to_owned(),
            profile,
        }
    }
}

impl fmt::Display for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.asked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_that_of_the_profiles() {
        let of_profiles = profiles().into_iter().map(|profile| profile.id);
        let listed = LISTED.iter().map(|(id, _)| *id);
        assert!(of_profiles.eq(listed));
    }

    #[test]
    fn every_profile_is_found_under_its_own_id() {
        for profile in profiles() {
            let client = Client::find(profile.id).unwrap();
            assert_eq!(client.asked(), profile.id);
            assert_eq!(client.profile().step, profile.step);
        }
        assert!(Client::find("netscape-4").is_none());
        assert_eq!(Client::default().to_string(), "openssl-3");
    }
}
