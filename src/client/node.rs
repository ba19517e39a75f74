//! Node.js on the OpenSSL that it carries. It goes on after an error and reports the last one, and it compares host names
//! itself.

use super::family::Step;
use super::native::OpenSslEra;
use super::{NativeDialect, Policy, Profile, evidence, openssl};
use crate::check::server_name::NameRules;

pub(super) const STEPS: &[Step] = &[
    Step {
        since: "0.10",
        profile: node_0_10,
    },
    Step {
        since: "4",
        profile: node_4,
    },
    Step {
        since: "10",
        profile: node_10,
    },
    Step {
        since: "17",
        profile: node_20,
    },
    Step {
        since: "24",
        profile: node_24,
    },
];

fn node_0_10() -> Profile {
    let policy = openssl::openssl_1_0_1().policy;
    let names = NameRules::NODE_0_10;
    Profile {
        step: "Node.js 0.10 with OpenSSL 1.0.1e",
        policy: Policy { names, ..policy },
        dialect: NativeDialect::Node(OpenSslEra::V1_0_1),
        basis: evidence::of("node-0.10"),
        ..node_20()
    }
}

fn node_4() -> Profile {
    let policy = openssl::policy_1_0_2b();
    let names = NameRules::NODE_4;
    Profile {
        step: "Node.js 4 to 9 with OpenSSL 1.0.2",
        policy: Policy { names, ..policy },
        dialect: NativeDialect::Node(OpenSslEra::V1_0_2),
        basis: evidence::of("node-8"),
        ..node_20()
    }
}

fn node_10() -> Profile {
    let policy = openssl::policy_1_1_1();
    let names = NameRules::NODE;
    Profile {
        step: "Node.js 10 to 16 with OpenSSL 1.1.1",
        policy: Policy { names, ..policy },
        dialect: NativeDialect::Node(OpenSslEra::V1_1),
        basis: evidence::of("node-16"),
        ..node_20()
    }
}

/// OpenSSL 3.0.
pub(super) fn node_20() -> Profile {
    let names = NameRules::NODE;
    let policy = openssl::policy_3();
    Profile {
        id: "node",
        step: "Node.js 17 to 23 with OpenSSL 3.0",
        policy: Policy { names, ..policy },
        dialect: NativeDialect::Node(OpenSslEra::V3),
        basis: evidence::of("node"),
    }
}

fn node_24() -> Profile {
    let node_20 = node_20();
    Profile {
        step: "Node.js 24 and later with OpenSSL 3.5",
        policy: openssl::at_level_2(node_20.policy),
        basis: evidence::of("node-24"),
        ..node_20
    }
}
