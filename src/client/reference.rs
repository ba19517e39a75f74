//! The two reference profiles: RFC 5280 as it stands, and the Web PKI's rules on top.

use super::{
    AnchorDates, AnchorExtensions, AnchorRules, BasicConstraintsRule, Basis, Building,
    CertificatePolicyRules, CommonNameCopy, ConstrainedNames, ExtensionRules, FormRules, KeyFloor,
    KeyIdentifierRule, NativeDialect, PartialChain, Policy, PolicyInputs, Profile, PurposeRule,
    StrengthRules, TargetKeyUsage,
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
                weakest_digest: HashAlgorithm::Sha1,
            },
            names: NameRules::RFC_9525,
            extensions: ExtensionRules {
                key_identifiers: KeyIdentifierRule::Advisory,
                target_key_usage: TargetKeyUsage::NotLookedAt,
                purpose: PurposeRule::AnyCounts,
                basic_constraints: BasicConstraintsRule::Required,
                constrained_names: ConstrainedNames::AlternativeNames,
                constraints: ConstraintRules::RFC_5280,
                form: FormRules::Rfc5280,
                common_name_copy: CommonNameCopy::NotDemanded,
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
                weakest_digest: HashAlgorithm::Sha256,
            },
            extensions: ExtensionRules {
                target_key_usage: TargetKeyUsage::SuitsTls,
                purpose: PurposeRule::ServerAuthRequired,
                form: FormRules::WebPki,
                common_name_copy: CommonNameCopy::Demanded,
                ..rfc5280.policy.extensions
            },
            ..rfc5280.policy
        },
        ..rfc5280
    }
}
