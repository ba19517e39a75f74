//! OpenSSL 3. Facts: the documentation of `openssl-verification-options` and `X509_VERIFY_PARAM_set_flags`, and the answers
//! of the real libraries, which the test suite compares.

#[cfg(feature = "clients")]
pub(super) mod versions;

use super::native::OpenSslEra;
use super::{
    AnchorDates, AnchorExtensions, AnchorRules, BasicConstraintsRule, Building, CaKeyUsage,
    CandidateTest, CertificatePolicyRules, CommonNameCopy, ConstrainedNames, EdwardsRule,
    ExtensionRules, FirstMatch, FormRules, Generation, KeyFloor, KeyIdentifierRule, KeyScope,
    NameChaining, NativeDialect, PartialChain, Pick, Policy, Profile, PurposeRule, StrengthRules,
    TargetCa, TargetKeyUsage, UnderstoodExtensions, evidence,
};
use crate::check::name_constraints::ConstraintRules;
use crate::check::server_name::NameRules;
use crate::path::Budget;
use crate::signature::HashAlgorithm;

/// A TLS client on OpenSSL 3.0 at security level 1. SHA-1 is no longer strong enough there.
pub(super) fn openssl_3() -> Profile {
    Profile {
        id: "openssl-3",
        step: "OpenSSL 3.0 and 3.1, security level 1",
        policy: policy_3(),
        dialect: NativeDialect::OpenSsl(OpenSslEra::V3),
        basis: evidence::of("openssl-3"),
    }
}

/// OpenSSL 3.0 at security level 1.
pub(super) fn policy_3() -> Policy {
    Policy {
        building: Building::FirstMatch(FirstMatch {
            generation: Generation::Rewritten,
            pick: Pick::ValidElseLatest,
            candidate_test: CandidateTest::KindsAgree,
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
            ca_key_usage: CaKeyUsage::Enforced,
            target_ca: TargetCa::Accepted,
            purpose: PurposeRule::ServerAuthListed,
            ca_purpose: PurposeRule::ServerAuthListed,
            basic_constraints: BasicConstraintsRule::OptionalForLast,
            constrained_names: ConstrainedNames::CommonNameWithoutDns,
            constraints: ConstraintRules::OPENSSL,
            form: FormRules::Readable,
            common_name_copy: CommonNameCopy::NotDemanded,
            understood: UnderstoodExtensions::Usual,
        },
        // Only with X509_V_FLAG_POLICY_CHECK, which TLS clients do not set.
        certificate_policies: CertificatePolicyRules::Ignored,
        depth: 100,
        budget: Budget::STANDARD,
    }
}
