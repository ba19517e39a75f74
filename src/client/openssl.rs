//! OpenSSL in its versions. Facts: the documentation of `openssl-verification-options` and `X509_VERIFY_PARAM_set_flags`,
//! its `CHANGES`, and the answers of the real libraries, which the test suite compares.

use super::family::Step;
use super::native::OpenSslEra;
use super::{
    Alternatives, AnchorDates, AnchorExtensions, AnchorRules, BasicConstraintsRule, Building,
    CandidateKeyUsage, CertificatePolicyRules, CommonNameCopy, ConstrainedNames, EdwardsRule,
    ExtensionRules, FirstMatch, FirstSource, FormRules, Generation, KeyFloor, KeyIdentifierRule,
    KeyScope, NameChaining, NativeDialect, PartialChain, Pick, Policy, PolicyConstraintsRule,
    Profile, PurposeRule, StrengthRules, TargetKeyUsage, evidence,
};
use crate::check::CheckId;
use crate::check::name_constraints::ConstraintRules;
use crate::check::server_name::NameRules;
use crate::path::Budget;
use crate::signature::HashAlgorithm;

pub(super) const STEPS: &[Step] = &[
    Step {
        since: "1.0.1",
        profile: openssl_1_0_1,
    },
    Step {
        since: "1.0.1n",
        profile: openssl_1_0_1n,
    },
    Step {
        since: "1.0.2",
        profile: openssl_1_0_2,
    },
    Step {
        since: "1.0.2b",
        profile: openssl_1_0_2b,
    },
    Step {
        since: "1.1.0",
        profile: openssl_1_1_0,
    },
    Step {
        since: "1.1.1h",
        profile: openssl_1_1_1h,
    },
    Step {
        since: "3.0",
        profile: openssl_3,
    },
    Step {
        since: "3.2",
        profile: openssl_3_2,
    },
];

/// Before alternative chains; host names as Node 0.10 compares them, since the library does not.
pub(super) fn openssl_1_0_1() -> Profile {
    let mut policy = policy_1_0_1n();
    set_classic(&mut policy, FirstSource::Presented, Alternatives::NotTried);
    Profile {
        id: "openssl-1.0.1",
        step: "OpenSSL 1.0.1 to 1.0.1m",
        policy,
        dialect: NativeDialect::OpenSsl(OpenSslEra::V1_0_1),
        basis: evidence::of("openssl-1.0.1"),
    }
}

fn openssl_1_0_1n() -> Profile {
    Profile {
        step: "OpenSSL 1.0.1n to 1.0.1u",
        policy: policy_1_0_1n(),
        basis: evidence::of("openssl-1.0.1n"),
        ..openssl_1_0_1()
    }
}

fn openssl_1_0_2() -> Profile {
    let mut policy = policy_1_0_2b();
    set_classic(&mut policy, FirstSource::Presented, Alternatives::NotTried);
    Profile {
        step: "OpenSSL 1.0.2 and 1.0.2a",
        policy,
        basis: evidence::of("openssl-1.0.2a"),
        ..openssl_1_0_2b()
    }
}

/// With alternative chains.
pub(super) fn openssl_1_0_2b() -> Profile {
    Profile {
        id: "openssl-1.0.2",
        step: "OpenSSL 1.0.2b to 1.0.2u",
        policy: policy_1_0_2b(),
        dialect: NativeDialect::OpenSsl(OpenSslEra::V1_0_2),
        basis: evidence::of("openssl-1.0.2"),
    }
}

fn openssl_1_1_0() -> Profile {
    let mut policy = policy_1_1_1();
    set_candidate_key_usage(&mut policy, CandidateKeyUsage::Decisive);
    Profile {
        step: "OpenSSL 1.1.0 to 1.1.1g, security level 1",
        policy,
        basis: evidence::of("openssl-1.1.0"),
        ..openssl_1_1_1h()
    }
}

/// The rewritten search.
pub(super) fn openssl_1_1_1h() -> Profile {
    Profile {
        id: "openssl-1.1.1",
        step: "OpenSSL 1.1.1h to 1.1.1w, security level 1",
        policy: policy_1_1_1(),
        dialect: NativeDialect::OpenSsl(OpenSslEra::V1_1),
        basis: evidence::of("openssl-1.1.1"),
    }
}

/// A TLS client on OpenSSL 3.0 at security level 1.
pub(super) fn openssl_3() -> Profile {
    Profile {
        id: "openssl-3",
        step: "OpenSSL 3.0 and 3.1, security level 1",
        policy: policy_3(),
        dialect: NativeDialect::OpenSsl(OpenSslEra::V3),
        basis: evidence::of("openssl-3"),
    }
}

/// Security level 2 became the default.
fn openssl_3_2() -> Profile {
    Profile {
        step: "OpenSSL 3.2 and later, security level 2",
        policy: at_level_2(policy_3()),
        basis: evidence::of("openssl-3.5"),
        ..openssl_3()
    }
}

fn policy_1_0_1n() -> Policy {
    let mut policy = policy_1_0_2b();
    policy.names = NameRules::NODE_0_10;
    policy.extensions.constraints = ConstraintRules::OPENSSL_1_0_1;
    policy
}

/// OpenSSL 1.0.2 with alternative chains.
pub(super) fn policy_1_0_2b() -> Policy {
    let mut policy = policy_1_1_1();
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
    set_classic(&mut policy, FirstSource::Presented, Alternatives::Tried);
    policy
}

/// Sets which of the classic searches it is.
pub(super) const fn set_classic(
    policy: &mut Policy,
    first: FirstSource,
    alternatives: Alternatives,
) {
    policy.building = Building::FirstMatch(FirstMatch {
        generation: Generation::Classic {
            first,
            alternatives,
        },
        pick: Pick::First,
        candidate_key_usage: CandidateKeyUsage::Decisive,
    });
}

/// OpenSSL 1.1.1 at security level 1.
pub(super) fn policy_1_1_1() -> Policy {
    let mut policy = policy_3();
    policy.building = Building::FirstMatch(FirstMatch {
        generation: Generation::Rewritten,
        pick: Pick::ValidElseLast,
        candidate_key_usage: CandidateKeyUsage::NotLookedAt,
    });
    // SHA-1 was rated at 80 bits then.
    policy.strength.weakest_digest = HashAlgorithm::Sha1;
    policy.extensions.form = FormRules::None;
    policy
}

const fn set_candidate_key_usage(policy: &mut Policy, usage: CandidateKeyUsage) {
    if let Building::FirstMatch(rules) = &mut policy.building {
        rules.candidate_key_usage = usage;
    }
}

/// OpenSSL 3.0 at security level 1.
pub(super) fn policy_3() -> Policy {
    Policy {
        building: Building::FirstMatch(FirstMatch {
            generation: Generation::Rewritten,
            pick: Pick::ValidElseLatest,
            candidate_key_usage: CandidateKeyUsage::NotLookedAt,
        }),
        anchor: AnchorRules {
            partial_chain: PartialChain::SelfSignedOnly,
            dates: AnchorDates::Enforced,
            extensions: AnchorExtensions::Checked,
        },
        strength: StrengthRules {
            key: KeyFloor::SecurityBits(80),
            keys_of: KeyScope::All,
            edwards: EdwardsRule::Known,
            // Level 1 asks for 80 bits; OpenSSL 3 rates SHA-1 at 63.
            weakest_digest: HashAlgorithm::Sha224,
        },
        names: NameRules::OPENSSL,
        name_chaining: NameChaining::Normalized,
        extensions: ExtensionRules {
            key_identifiers: KeyIdentifierRule::Decisive,
            target_key_usage: TargetKeyUsage::SuitsTls,
            purpose: PurposeRule::ServerAuthListed,
            ca_purpose: PurposeRule::ServerAuthListed,
            basic_constraints: BasicConstraintsRule::OptionalForLast,
            constrained_names: ConstrainedNames::CommonNameWithoutDns,
            constraints: ConstraintRules::OPENSSL,
            form: FormRules::Readable,
            common_name_copy: CommonNameCopy::NotDemanded,
            policy_constraints: PolicyConstraintsRule::Understood,
        },
        // Only with X509_V_FLAG_POLICY_CHECK, which TLS clients do not set.
        certificate_policies: CertificatePolicyRules::Ignored,
        depth: 100,
        budget: Budget::STANDARD,
    }
}

/// Security level 2 asks for 112 bits, as 2048-bit RSA and SHA-224 have.
pub(super) const fn at_level_2(mut policy: Policy) -> Policy {
    policy.strength.key = KeyFloor::SecurityBits(112);
    policy
}
