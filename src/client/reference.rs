//! The two reference profiles: RFC 5280 as it stands, and the Web PKI's rules on top.

use super::{
    AnchorDates, AnchorExtensions, AnchorRules, BasicConstraintsRule, Basis, Building, CaKeyUsage,
    CertificatePolicyRules, CommonNameCopy, ConstrainedNames, EdwardsRule, ExtensionRules,
    FormRules, KeyFloor, KeyIdentifierRule, KeyScope, NameChaining, NativeDialect, PartialChain,
    Policy, PolicyInputs, Profile, PurposeRule, StrengthRules, TargetCa, TargetKeyUsage,
    UnderstoodExtensions,
};
use crate::check::name_constraints::ConstraintRules;
use crate::check::server_name::NameRules;
use crate::path::Budget;
use crate::signature::HashAlgorithm;

/// RFC 5280 §6, all paths; anchors are checked like other CAs.
pub(super) fn rfc5280() -> Profile {
    Profile {
        id: "rfc5280",
        step: "RFC 5280",
        policy: Policy {
            building: Building::AllPaths,
            anchor: AnchorRules {
                partial_chain: PartialChain::Accepted,
                dates: AnchorDates::Enforced,
                extensions: AnchorExtensions::Checked,
            },
            strength: StrengthRules {
                key: KeyFloor::None,
                keys_of: KeyScope::All,
                edwards: EdwardsRule::Known,
                weakest_digest: HashAlgorithm::Sha1,
            },
            names: NameRules::RFC_9525,
            name_chaining: NameChaining::Normalized,
            extensions: ExtensionRules {
                key_identifiers: KeyIdentifierRule::Advisory,
                target_key_usage: TargetKeyUsage::NotLookedAt,
                ca_key_usage: CaKeyUsage::Enforced,
                target_ca: TargetCa::Accepted,
                purpose: PurposeRule::AnyCounts,
                ca_purpose: PurposeRule::AnyCounts,
                basic_constraints: BasicConstraintsRule::Required,
                constrained_names: ConstrainedNames::AlternativeNames,
                constraints: ConstraintRules::RFC_5280,
                form: FormRules::Rfc5280,
                common_name_copy: CommonNameCopy::NotDemanded,
                understood: UnderstoodExtensions::Usual,
            },
            certificate_policies: CertificatePolicyRules::Processed(PolicyInputs::NO_DEMAND),
            depth: 100,
            budget: Budget::WARY,
        },
        dialect: NativeDialect::None,
        basis: Basis::Standard,
    }
}

/// What browsers and the CA/Browser Forum's Baseline Requirements ask for on top.
pub(super) fn webpki() -> Profile {
    let rfc5280 = rfc5280();
    Profile {
        id: "webpki",
        step: "RFC 5280 with the CA/Browser Forum's TLS Baseline Requirements",
        policy: Policy {
            strength: StrengthRules {
                key: KeyFloor::WebPki,
                keys_of: KeyScope::All,
                edwards: EdwardsRule::Known,
                weakest_digest: HashAlgorithm::Sha256,
            },
            extensions: ExtensionRules {
                target_key_usage: TargetKeyUsage::SuitsTls,
                purpose: PurposeRule::ServerAuthRequired,
                ca_purpose: PurposeRule::ServerAuthAlone,
                form: FormRules::WebPki,
                common_name_copy: CommonNameCopy::Demanded,
                ..rfc5280.policy.extensions
            },
            ..rfc5280.policy
        },
        ..rfc5280
    }
}

/// What most clients that try all paths have in common: RFC 5280's path validation without its rules of form.
#[cfg(feature = "clients")]
pub(super) fn common() -> Policy {
    let rfc5280 = rfc5280().policy;
    Policy {
        extensions: ExtensionRules {
            target_key_usage: TargetKeyUsage::NotLookedAt,
            constraints: ConstraintRules::COMMON,
            form: FormRules::None,
            ..rfc5280.extensions
        },
        certificate_policies: CertificatePolicyRules::Ignored,
        ..rfc5280
    }
}
