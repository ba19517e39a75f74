//! Go's `crypto/x509` with roots of its own. Facts: its documentation and release notes, and the answers of real programs.

use super::family::Step;
use super::{
    AnchorDates, AnchorExtensions, AnchorRules, BasicConstraintsRule, ExtensionRules, FormRules,
    NameChaining, NativeDialect, PartialChain, Policy, Profile, StrengthRules,
    UnderstoodExtensions, evidence, reference,
};
use crate::check::name_constraints::ConstraintRules;
use crate::check::server_name::{CommonNameRule, NameRules};
use crate::path::Budget;
use crate::signature::HashAlgorithm;

pub(super) const STEPS: &[Step] = &[
    Step {
        since: "1.4",
        profile: go_1_4,
    },
    Step {
        since: "1.15",
        profile: go_1_15,
    },
    Step {
        since: "1.18",
        profile: go_1_18,
    },
    Step {
        since: "1.26",
        profile: go,
    },
];

/// The common name still counts, where there is no alternative name.
fn go_1_4() -> Profile {
    let mut profile = go_1_15();
    profile.step = "Go before 1.15";
    profile.policy.names.common_name = CommonNameRule::WhenNoSan;
    profile.basis = evidence::of("go-1.4");
    profile
}

/// More than 250,000 comparisons of a name with a constraint are refused.
fn go_1_18() -> Profile {
    let mut profile = go();
    profile.step = "Go 1.18 to 1.25";
    profile.policy.budget = Budget::WARY;
    profile
}

/// SHA-1 is still accepted.
fn go_1_15() -> Profile {
    let mut profile = go_1_18();
    profile.step = "Go 1.15 to 1.17";
    profile.policy.strength.weakest_digest = HashAlgorithm::Sha1;
    profile.basis = evidence::of("go-1.15");
    profile
}

/// All paths are tried, with at most 100 signatures. Name constraints are put in order first, so that none are too many.
pub(super) fn go() -> Profile {
    let base = reference::common();
    Profile {
        id: "go",
        step: "Go 1.26 and later",
        policy: Policy {
            anchor: AnchorRules {
                partial_chain: PartialChain::Accepted,
                dates: AnchorDates::Enforced,
                extensions: AnchorExtensions::Checked,
            },
            strength: StrengthRules {
                weakest_digest: HashAlgorithm::Sha224,
                ..base.strength
            },
            names: NameRules::GO,
            name_chaining: NameChaining::Exact,
            extensions: ExtensionRules {
                basic_constraints: BasicConstraintsRule::OptionalForOldAnchor,
                constraints: ConstraintRules::GO,
                form: FormRules::NoRepetition,
                understood: UnderstoodExtensions::NoPolicyConstraints,
                ..base.extensions
            },
            budget: Budget::STANDARD,
            ..base
        },
        dialect: NativeDialect::Go,
        basis: evidence::of("go"),
    }
}
