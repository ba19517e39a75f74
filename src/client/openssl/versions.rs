//! The versions of OpenSSL before and after 3.0. Facts: its `CHANGES`, and the answers of the real libraries.

use super::{openssl_3, policy_3};
use crate::check::CheckId;
use crate::check::name_constraints::ConstraintRules;
use crate::check::server_name::NameRules;
use crate::client::family::{Step, steps};
use crate::client::native::OpenSslEra;
use crate::client::{
    Alternatives, AnchorDates, AnchorExtensions, BasicConstraintsRule, Building, CandidateTest,
    ConstrainedNames, EdwardsRule, FirstMatch, FirstSource, FormRules, Generation, KeyFloor,
    KeyScope, NativeDialect, Pick, Policy, Profile, StrengthRules, evidence,
};
use crate::signature::HashAlgorithm;

steps! {
    "1.0.1" => openssl_1_0_1,
    "1.0.1k" => openssl_1_0_1k,
    "1.0.1n" => openssl_1_0_1n,
    "1.0.2" => openssl_1_0_2,
    "1.0.2b" => openssl_1_0_2b,
    "1.1.0" => openssl_1_1_0,
    "1.1.0i" => openssl_1_1_0i,
    "1.1.0j" => openssl_1_1_0j,
    "1.1.1" => openssl_1_1_1,
    "1.1.1h" => openssl_1_1_1h,
    "1.1.1i" => openssl_1_1_1i,
    "3.0" => openssl_3,
    "3.2" => openssl_3_2,
}

/// A step of OpenSSL.
fn step(
    (id, evidence): (&'static str, &str),
    step: &'static str,
    (policy, era): (Policy, OpenSslEra),
) -> Profile {
    Profile {
        id,
        step,
        policy,
        dialect: NativeDialect::OpenSsl(era),
        basis: evidence::of(evidence),
    }
}

/// Before alternative chains; host names as Node 0.10 compares them, since the library does not.
pub(in crate::client) fn openssl_1_0_1() -> Profile {
    step(
        ("openssl-1.0.1", "openssl-1.0.1"),
        "OpenSSL 1.0.1 to 1.0.1j",
        (
            policy_1_0_1(Alternatives::NotTried, ConstraintRules::OPENSSL_1_0_1),
            OpenSslEra::V1_0_1,
        ),
    )
}

/// A constraint that begins with a dot got a meaning.
pub(in crate::client) fn openssl_1_0_1k() -> Profile {
    step(
        ("openssl-1.0.1", "openssl-1.0.1k"),
        "OpenSSL 1.0.1k to 1.0.1m",
        (
            policy_1_0_1(Alternatives::NotTried, ConstraintRules::OPENSSL_1_0_2),
            OpenSslEra::V1_0_1,
        ),
    )
}

/// Alternative chains.
pub(in crate::client) fn openssl_1_0_1n() -> Profile {
    step(
        ("openssl-1.0.1", "openssl-1.0.1n"),
        "OpenSSL 1.0.1n to 1.0.1u",
        (
            policy_1_0_1(Alternatives::Tried, ConstraintRules::OPENSSL_1_0_2),
            OpenSslEra::V1_0_1,
        ),
    )
}

/// Before alternative chains.
pub(in crate::client) fn openssl_1_0_2() -> Profile {
    step(
        ("openssl-1.0.2", "openssl-1.0.2a"),
        "OpenSSL 1.0.2 and 1.0.2a",
        (policy_1_0_2(Alternatives::NotTried), OpenSslEra::V1_0_2),
    )
}

/// Alternative chains.
pub(in crate::client) fn openssl_1_0_2b() -> Profile {
    step(
        ("openssl-1.0.2", "openssl-1.0.2"),
        "OpenSSL 1.0.2b to 1.0.2u",
        (policy_1_0_2(Alternatives::Tried), OpenSslEra::V1_0_2),
    )
}

/// The rewritten search; a root's path length does not count yet.
pub(in crate::client) fn openssl_1_1_0() -> Profile {
    step(
        ("openssl-1.1.1", "openssl-1.1.0"),
        "OpenSSL 1.1.0 to 1.1.0h, security level 1",
        (policy_1_1_0(), OpenSslEra::V1_1),
    )
}

/// Name constraints leave a common name beside DNS names alone.
pub(in crate::client) fn openssl_1_1_0i() -> Profile {
    step(
        ("openssl-1.1.1", "openssl-1.1.0i"),
        "OpenSSL 1.1.0i, security level 1",
        (policy_1_1_0i(), OpenSslEra::V1_1),
    )
}

/// A root's path length counts.
pub(in crate::client) fn openssl_1_1_0j() -> Profile {
    step(
        ("openssl-1.1.1", "openssl-1.1.0j"),
        "OpenSSL 1.1.0j to 1.1.0l, security level 1",
        (policy_1_1_0j(), OpenSslEra::V1_1),
    )
}

/// Ed25519.
pub(in crate::client) fn openssl_1_1_1() -> Profile {
    step(
        ("openssl-1.1.1", "openssl-1.1.1g"),
        "OpenSSL 1.1.1 to 1.1.1g, security level 1",
        (policy_before_1_1_1h(), OpenSslEra::V1_1),
    )
}

/// For one version, an anchor's dates do not count.
pub(in crate::client) fn openssl_1_1_1h() -> Profile {
    step(
        ("openssl-1.1.1", "openssl-1.1.1h"),
        "OpenSSL 1.1.1h, security level 1",
        (policy_1_1_1h(), OpenSslEra::V1_1),
    )
}

/// What a key can sign decides about candidates, no longer what it may.
pub(in crate::client) fn openssl_1_1_1i() -> Profile {
    step(
        ("openssl-1.1.1", "openssl-1.1.1"),
        "OpenSSL 1.1.1i to 1.1.1w, security level 1",
        (policy_1_1_1(), OpenSslEra::V1_1),
    )
}

/// Security level 2 became the default.
pub(in crate::client) fn openssl_3_2() -> Profile {
    step(
        ("openssl-3", "openssl-3.2"),
        "OpenSSL 3.2 and later, security level 2",
        (at_level_2(policy_3()), OpenSslEra::V3),
    )
}

/// OpenSSL 1.0.1 as Node.js 0.10.39 and 0.12.5 carry it: they ask the bundle first.
pub(in crate::client) fn policy_1_0_1_bundle_first() -> Policy {
    let mut policy = policy_classic(FirstSource::Bundle, Alternatives::Tried);
    policy.names = NameRules::NODE_0_10;
    policy
}

fn policy_1_0_1(alternatives: Alternatives, constraints: ConstraintRules) -> Policy {
    let mut policy = policy_1_0_2(alternatives);
    policy.names = NameRules::NODE_0_10;
    policy.extensions.constraints = constraints;
    policy
}

/// OpenSSL 1.0.2, the server's chain first.
pub(in crate::client) fn policy_1_0_2(alternatives: Alternatives) -> Policy {
    policy_classic(FirstSource::Presented, alternatives)
}

/// OpenSSL's classic search.
pub(in crate::client) fn policy_classic(first: FirstSource, alternatives: Alternatives) -> Policy {
    let mut policy = policy_1_1_1();
    policy.building = Building::FirstMatch(FirstMatch {
        generation: Generation::Classic {
            first,
            alternatives,
        },
        pick: Pick::First,
        candidate_test: CandidateTest::MaySign,
    });
    policy.anchor.extensions = AnchorExtensions::OnlyForBundle(&[CheckId::NameConstraints]);
    policy.strength = StrengthRules {
        key: KeyFloor::None,
        keys_of: KeyScope::All,
        edwards: EdwardsRule::Unknown,
        weakest_digest: HashAlgorithm::Md5,
    };
    policy.extensions.basic_constraints = BasicConstraintsRule::Optional;
    policy.extensions.constrained_names = ConstrainedNames::AlternativeNames;
    policy.extensions.constraints = ConstraintRules::OPENSSL_1_0_2;
    policy
}

fn policy_1_1_0() -> Policy {
    let mut policy = policy_1_1_0i();
    policy.extensions.constrained_names = ConstrainedNames::EveryCommonName;
    policy
}

fn policy_1_1_0i() -> Policy {
    let mut policy = policy_1_1_0j();
    policy.anchor.extensions = AnchorExtensions::Only(ALL_BUT_PATH_LENGTH);
    policy
}

/// What an anchor was asked before its path length was.
const ALL_BUT_PATH_LENGTH: &[CheckId] = &[
    CheckId::CriticalExtensions,
    CheckId::BasicConstraints,
    CheckId::KeyUsage,
    CheckId::ExtendedKeyUsage,
    CheckId::NameConstraints,
    CheckId::Form,
];

fn policy_1_1_0j() -> Policy {
    let mut policy = policy_before_1_1_1h();
    policy.strength.edwards = EdwardsRule::Unknown;
    policy
}

fn policy_before_1_1_1h() -> Policy {
    let mut policy = policy_1_1_1();
    policy.building = Building::FirstMatch(FirstMatch {
        generation: Generation::Rewritten,
        pick: Pick::ValidElseLast,
        candidate_test: CandidateTest::MaySign,
    });
    policy
}

fn policy_1_1_1h() -> Policy {
    let mut policy = policy_1_1_1();
    policy.anchor.dates = AnchorDates::Ignored;
    policy
}

/// OpenSSL 1.1.1 since 1.1.1i at security level 1.
pub(in crate::client) fn policy_1_1_1() -> Policy {
    let mut policy = policy_3();
    policy.building = Building::FirstMatch(FirstMatch {
        generation: Generation::Rewritten,
        pick: Pick::ValidElseLast,
        candidate_test: CandidateTest::KindsAgree,
    });
    // SHA-1 was rated at 80 bits then.
    policy.strength.weakest_digest = HashAlgorithm::Sha1;
    policy.extensions.form = FormRules::None;
    policy
}

/// Security level 2 asks for 112 bits, as 2048-bit RSA and SHA-224 have.
pub(in crate::client) const fn at_level_2(mut policy: Policy) -> Policy {
    policy.strength.key = KeyFloor::SecurityBits(112);
    policy
}
