//! The classic verifier of NSS (`CERT_VerifyCert`), as its tools use it; Firefox has another one. Facts: the answers of the
//! real library.

use super::family::Step;
use super::{
    AnchorDates, AnchorExtensions, AnchorRules, BasicConstraintsRule, Building, ConstrainedNames,
    EdwardsRule, ExtensionRules, KeyFloor, KeyIdentifierRule, NameChaining, NativeDialect,
    PartialChain, Policy, Profile, PurposeRule, StrengthRules, TargetCa, TargetKeyUsage,
    UnderstoodExtensions, evidence, reference,
};
use crate::check::CheckId;
use crate::check::server_name::NameRules;
use crate::signature::HashAlgorithm;

pub(super) const STEPS: &[Step] = &[Step {
    since: "3.12",
    profile: nss,
}];

/// What is asked of an anchor.
const ANCHOR_CHECKS: &[CheckId] = &[
    CheckId::BasicConstraints,
    CheckId::PathLength,
    CheckId::NameConstraints,
];

/// The best candidate at each step.
pub(super) fn nss() -> Profile {
    let base = reference::common();
    Profile {
        id: "nss",
        step: "NSS 3.12 and later, classic verifier",
        policy: Policy {
            building: Building::BestCandidate,
            anchor: AnchorRules {
                partial_chain: PartialChain::ForIssuers,
                dates: AnchorDates::Enforced,
                extensions: AnchorExtensions::Only(ANCHOR_CHECKS),
            },
            strength: StrengthRules {
                key: KeyFloor::RsaBits(1023),
                edwards: EdwardsRule::Unknown,
                weakest_digest: HashAlgorithm::Sha1,
                ..base.strength
            },
            depth: 20,
            names: NameRules::NSS,
            name_chaining: NameChaining::Exact,
            extensions: ExtensionRules {
                key_identifiers: KeyIdentifierRule::DecisiveByKey,
                target_key_usage: TargetKeyUsage::SuitsKey,
                target_ca: TargetCa::RefusedWithPurpose,
                purpose: PurposeRule::ServerAuthListed,
                ca_purpose: PurposeRule::NotAnyAlone,
                basic_constraints: BasicConstraintsRule::OptionalForAnchorAndTarget,
                understood: UnderstoodExtensions::NoPolicyConstraints,
                constrained_names: ConstrainedNames::AnyCommonNameWithoutHost,
                ..base.extensions
            },
            ..base
        },
        dialect: NativeDialect::Nss,
        basis: evidence::of("nss"),
    }
}
