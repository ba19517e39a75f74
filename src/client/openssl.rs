//! OpenSSL. Facts: the documentation of `openssl-verification-options` and `X509_VERIFY_PARAM_set_flags`, and recorded
//! answers of the real library, which the test suite compares.

use super::{
    Alternatives, AnchorDates, AnchorExtensions, AnchorRules, BasicConstraintsRule, Basis,
    Building, CertificatePolicyRules, CommonNameCopy, ConstrainedNames, ExtensionRules, FirstMatch,
    FirstSource, FormRules, KeyFloor, KeyIdentifierRule, NativeDialect, PartialChain, Pick, Policy,
    Profile, PurposeRule, StrengthRules, TargetKeyUsage,
};
use crate::check::name_constraints::ConstraintRules;
use crate::check::server_name::NameRules;
use crate::path::Budget;
use crate::signature::HashAlgorithm;

/// A TLS client on OpenSSL 3.0 at security level 1.
pub(super) fn openssl_3() -> Profile {
    Profile {
        id: "openssl-3",
        step: "OpenSSL 3.0, security level 1",
        policy: Policy {
            building: Building::FirstMatch(FirstMatch {
                first: FirstSource::Bundle,
                alternatives: Alternatives::Tried,
                pick: Pick::ValidElseLatest,
            }),
            anchor: AnchorRules {
                partial_chain: PartialChain::SelfSignedOnly,
                dates: AnchorDates::Enforced,
                extensions: AnchorExtensions::Checked,
            },
            strength: StrengthRules {
                key: KeyFloor::SecurityBits(80),
                // Level 1 asks for 80 bits; OpenSSL 3 rates SHA-1 at 63.
                weakest_digest: HashAlgorithm::Sha224,
            },
            names: NameRules::OPENSSL,
            extensions: ExtensionRules {
                key_identifiers: KeyIdentifierRule::Decisive,
                target_key_usage: TargetKeyUsage::SuitsTls,
                purpose: PurposeRule::ServerAuthListed,
                basic_constraints: BasicConstraintsRule::OptionalForLast,
                constrained_names: ConstrainedNames::CommonNameWithoutDns,
                constraints: ConstraintRules::OPENSSL,
                form: FormRules::Readable,
                common_name_copy: CommonNameCopy::NotDemanded,
            },
            // Only with X509_V_FLAG_POLICY_CHECK, which TLS clients do not set.
            certificate_policies: CertificatePolicyRules::Ignored,
            depth: 100,
            budget: Budget::STANDARD,
        },
        dialect: NativeDialect::OpenSsl,
        basis: Basis::Differential { cases: 536 },
    }
}
