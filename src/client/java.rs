//! Java's TLS client (`SunJSSE` with `PKIX`). Facts: the PKI programmer's guide, the security properties of the JDK, and
//! the answers of a real one.

use super::family::Step;
use super::{
    AnchorDates, AnchorExtensions, AnchorRules, BasicConstraintsRule, Building,
    CertificatePolicyRules, ConstrainedNames, ExtensionRules, FormRules, KeyFloor,
    KeyIdentifierRule, NameChaining, NativeDialect, PartialChain, Policy, PolicyInputs, Profile,
    PurposeRule, StrengthRules, TargetKeyUsage, evidence, reference,
};
use crate::check::CheckId;
use crate::check::server_name::NameRules;
use crate::signature::HashAlgorithm;

pub(super) const STEPS: &[Step] = &[Step {
    since: "8",
    profile: java,
}];

/// The sent chain where it leads to an anchor, else every path; an anchor is a name and a key.
pub(super) fn java() -> Profile {
    let base = reference::common();
    Profile {
        id: "java",
        step: "Java 8 and later, as 17",
        policy: Policy {
            building: Building::SentChainElseAllPaths,
            anchor: AnchorRules {
                partial_chain: PartialChain::Accepted,
                dates: AnchorDates::IgnoredInTarget,
                extensions: AnchorExtensions::Only(&[CheckId::BasicConstraints, CheckId::KeyUsage]),
            },
            strength: StrengthRules {
                key: KeyFloor::RsaBits(1024),
                weakest_digest: HashAlgorithm::Sha1,
                ..base.strength
            },
            // What `PKIXBuilderParameters` allows by default; a chain in order is not built, and has no limit.
            depth: 5,
            names: NameRules::JAVA,
            name_chaining: NameChaining::NormalizedBetweenCommonTypes,
            extensions: ExtensionRules {
                key_identifiers: KeyIdentifierRule::DecisiveForAnchor,
                target_key_usage: TargetKeyUsage::Signs,
                purpose: PurposeRule::AnyOrGated,
                ca_purpose: PurposeRule::NotLookedAt,
                basic_constraints: BasicConstraintsRule::OptionalForOldAnchor,
                constrained_names: ConstrainedNames::CommonNameWithoutDns,
                form: FormRules::NoRepetition,
                ..base.extensions
            },
            certificate_policies: CertificatePolicyRules::Processed(PolicyInputs::NO_DEMAND),
            ..base
        },
        dialect: NativeDialect::Java,
        basis: evidence::of("java"),
    }
}
