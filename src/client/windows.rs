//! Windows (`CertGetCertificateChain`, Schannel): what its documentation says. It was never asked by the test suite.
//!
//! Beyond what a bundle holds, Windows fetches missing intermediates from the addresses that certificates name, and
//! missing roots of Microsoft's program on demand; neither can be seen from the files at hand.

use super::family::Step;
use super::{
    AnchorDates, AnchorExtensions, AnchorRules, Basis, KeyFloor, NativeDialect, PartialChain,
    Policy, Profile, StrengthRules, reference,
};
use crate::check::server_name::NameRules;
use crate::signature::HashAlgorithm;

pub(super) const STEPS: &[Step] = &[Step {
    since: "7",
    profile: windows,
}];

/// All candidate chains, of which the best counts.
pub(super) fn windows() -> Profile {
    let base = reference::common();
    Profile {
        id: "windows",
        step: "Windows 7 and later, from documentation",
        policy: Policy {
            anchor: AnchorRules {
                partial_chain: PartialChain::SelfSignedOnly,
                dates: AnchorDates::Enforced,
                extensions: AnchorExtensions::Checked,
            },
            strength: StrengthRules {
                key: KeyFloor::RsaBits(1024),
                weakest_digest: HashAlgorithm::Sha1,
                ..base.strength
            },
            names: NameRules::GNUTLS,
            ..base
        },
        dialect: NativeDialect::Windows,
        basis: Basis::Documented,
    }
}
