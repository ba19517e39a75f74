//! rustls with its own verifier, rustls-webpki. Facts: its documentation, and its answers.

use super::family::Step;
use super::{
    AnchorDates, AnchorExtensions, AnchorRules, CaKeyUsage, ConstrainedNames, ExtensionRules,
    FormRules, KeyFloor, KeyScope, NameChaining, NativeDialect, PartialChain, Policy, Profile,
    PurposeRule, StrengthRules, TargetCa, UnderstoodExtensions, evidence, reference,
};
use crate::certificate::ExtensionId;
use crate::check::CheckId;
use crate::check::name_constraints::ConstraintRules;
use crate::check::server_name::NameRules;
use crate::signature::HashAlgorithm;

pub(super) const STEPS: &[Step] = &[Step {
    since: "0.20",
    profile: rustls,
}];

/// The extensions that rustls-webpki keeps while it reads a certificate, and the only ones that may be critical.
const REMEMBERED: &[ExtensionId] = &[
    ExtensionId::KeyUsage,
    ExtensionId::SubjectAlternativeName,
    ExtensionId::BasicConstraints,
    ExtensionId::NameConstraints,
    ExtensionId::CrlDistributionPoints,
    ExtensionId::ExtendedKeyUsage,
];

/// All paths; an anchor is a name, a key and name constraints.
pub(super) fn rustls() -> Profile {
    let base = reference::common();
    Profile {
        id: "rustls",
        step: "rustls 0.20 and later with rustls-webpki",
        policy: Policy {
            anchor: AnchorRules {
                partial_chain: PartialChain::ForIssuers,
                dates: AnchorDates::Ignored,
                extensions: AnchorExtensions::Only(&[CheckId::NameConstraints]),
            },
            strength: StrengthRules {
                key: KeyFloor::RsaBits(2048),
                keys_of: KeyScope::Issuers,
                weakest_digest: HashAlgorithm::Sha256,
                ..base.strength
            },
            names: NameRules::RFC_9525,
            name_chaining: NameChaining::Exact,
            extensions: ExtensionRules {
                ca_key_usage: CaKeyUsage::NotLookedAt,
                target_ca: TargetCa::Refused,
                purpose: PurposeRule::ServerAuthAlone,
                ca_purpose: PurposeRule::ServerAuthAlone,
                constrained_names: ConstrainedNames::AlternativeNamesAlone,
                constraints: ConstraintRules::RUSTLS,
                understood: UnderstoodExtensions::Only(REMEMBERED),
                form: FormRules::NoRepetitionOf(REMEMBERED),
                ..base.extensions
            },
            depth: 6,
            ..base
        },
        dialect: NativeDialect::Rustls,
        basis: evidence::of("rustls"),
    }
}
