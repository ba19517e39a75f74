//! curl on OpenSSL 3 as distributions set it, at security level 2. It accepts partial chains since 7.68 and compares host
//! names itself.

use super::family::Step;
use super::{
    NativeDialect, PartialChain, Profile, evidence,
    openssl::{self, versions},
};
use crate::check::server_name::NameRules;

pub(super) const STEPS: &[Step] = &[
    Step {
        since: "7",
        profile: curl_7,
    },
    Step {
        since: "7.68",
        profile: curl,
    },
];

fn curl_7() -> Profile {
    let curl = curl();
    let mut policy = curl.policy;
    policy.anchor.partial_chain = PartialChain::SelfSignedOnly;
    Profile {
        step: "curl before 7.68 with OpenSSL 3.0, security level 2",
        policy,
        basis: evidence::of("curl-7"),
        ..curl
    }
}

/// Partial chains are accepted.
pub(super) fn curl() -> Profile {
    let mut policy = versions::at_level_2(openssl::policy_3());
    policy.anchor.partial_chain = PartialChain::Accepted;
    policy.names = NameRules::CURL;
    Profile {
        id: "curl",
        step: "curl 7.68 and later with OpenSSL 3.0, security level 2, partial chains",
        policy,
        dialect: NativeDialect::Curl,
        basis: evidence::of("curl"),
    }
}
