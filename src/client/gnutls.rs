//! GnuTLS. Facts: the manual's chapter on verification, and the answers of the real library.

use super::family::Step;
use super::{
    AnchorDates, AnchorExtensions, AnchorRules, BasicConstraintsRule, Building, ConstrainedNames,
    ExtensionRules, FormRules, KeyFloor, KeyIdentifierRule, NameChaining, NativeDialect,
    PartialChain, Policy, Profile, PurposeRule, StrengthRules, UnderstoodExtensions, evidence,
    reference,
};
use crate::check::CheckId;
use crate::check::name_constraints::ConstraintRules;
use crate::check::server_name::NameRules;
use crate::signature::HashAlgorithm;

pub(super) const STEPS: &[Step] = &[Step {
    since: "3.6.14",
    profile: gnutls,
}];

/// What is asked of an anchor.
const ANCHOR_CHECKS: &[CheckId] = &[
    CheckId::BasicConstraints,
    CheckId::PathLength,
    CheckId::KeyUsage,
    CheckId::CriticalExtensions,
    CheckId::NameConstraints,
];

/// The sent chain is followed, and cut where the bundle takes over.
pub(super) fn gnutls() -> Profile {
    let base = reference::common();
    Profile {
        id: "gnutls",
        step: "GnuTLS 3.6.14 and later",
        policy: Policy {
            building: Building::SentChain,
            anchor: AnchorRules {
                partial_chain: PartialChain::Accepted,
                dates: AnchorDates::Enforced,
                extensions: AnchorExtensions::Only(ANCHOR_CHECKS),
            },
            strength: StrengthRules {
                key: KeyFloor::RsaBits(1024),
                weakest_digest: HashAlgorithm::Sha224,
                ..base.strength
            },
            names: NameRules::GNUTLS,
            name_chaining: NameChaining::Exact,
            extensions: ExtensionRules {
                key_identifiers: KeyIdentifierRule::DecisiveByKey,
                ca_purpose: PurposeRule::ServerAuthListed,
                basic_constraints: BasicConstraintsRule::OptionalForAnchor,
                constrained_names: ConstrainedNames::CommonNameWithoutDns,
                constraints: ConstraintRules::GNUTLS,
                form: FormRules::NoRepetition,
                understood: UnderstoodExtensions::NoPolicyConstraints,
                ..base.extensions
            },
            depth: 16,
            ..base
        },
        dialect: NativeDialect::GnuTls,
        basis: evidence::of("gnutls"),
    }
}
