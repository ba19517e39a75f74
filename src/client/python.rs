//! CPython's `ssl` module on the OpenSSL that its releases came with. Facts: its documentation, and the real interpreters.

use super::family::Step;
use super::{
    Alternatives, BasicConstraintsRule, FirstSource, FormRules, NativeDialect, PartialChain,
    Policy, Profile, evidence,
    openssl::{self, versions},
};
use crate::check::server_name::NameRules;

pub(super) const STEPS: &[Step] = &[
    Step {
        since: "2.7.9",
        profile: python_2_7,
    },
    Step {
        since: "3.4.3",
        profile: python_3_4,
    },
    Step {
        since: "3.7",
        profile: python_3,
    },
    Step {
        since: "3.13",
        profile: python_3_13,
    },
];

/// OpenSSL 1.0.2 with the bundle first; host names by `ssl.match_hostname`.
pub(super) fn python_2_7() -> Profile {
    Profile {
        id: "python-2.7",
        step: "CPython 2.7.9 to 2.7.18 with OpenSSL 1.0.2",
        policy: policy_before_3_7(),
        dialect: NativeDialect::Python2,
        basis: evidence::of("python-2.7"),
    }
}

fn python_3_4() -> Profile {
    let mut policy = policy_before_3_7();
    policy.names = NameRules::PYTHON_3_4;
    Profile {
        step: "CPython 3.4.3 to 3.6 with OpenSSL 1.0.2",
        policy,
        basis: evidence::of("python-3.6"),
        ..python_2_7()
    }
}

/// OpenSSL compares the name, without partial wildcards.
pub(super) fn python_3() -> Profile {
    let mut policy = versions::at_level_2(openssl::policy_3());
    policy.names = NameRules::OPENSSL_WHOLE_LABEL;
    Profile {
        id: "python-3",
        step: "CPython 3.7 to 3.12 with OpenSSL 3.0, security level 2",
        policy,
        dialect: NativeDialect::Python3,
        basis: evidence::of("python-3"),
    }
}

/// `VERIFY_X509_STRICT` and `VERIFY_X509_PARTIAL_CHAIN` are on by default.
pub(super) fn python_3_13() -> Profile {
    let python_3 = python_3();
    let mut policy = python_3.policy;
    policy.anchor.partial_chain = PartialChain::Accepted;
    policy.extensions.form = FormRules::OpenSslStrict;
    policy.extensions.basic_constraints = BasicConstraintsRule::Required;
    Profile {
        id: "python-3.13",
        step: "CPython 3.13 and later with OpenSSL 3.5, strict, partial chains, security level 2",
        policy,
        dialect: NativeDialect::Python3,
        basis: evidence::of("python-3.13"),
    }
}

fn policy_before_3_7() -> Policy {
    let mut policy = versions::policy_classic(FirstSource::Bundle, Alternatives::Tried);
    policy.names = NameRules::PYTHON_2;
    policy
}
