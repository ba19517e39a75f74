//! Node.js on the OpenSSL that it carries. It goes on after an error and reports the last one, and it compares host names
//! itself. Which version carries which library is in its release notes, and was asked of the programs themselves.

use super::family::Step;
use super::native::OpenSslEra;
use super::{
    NativeDialect, Policy, Profile, evidence,
    openssl::{self, versions},
};
use crate::check::server_name::NameRules;

/// The libraries, as policies.
mod library {
    use super::{Policy, openssl, versions};

    macro_rules! libraries {
        ($($name:ident),+) => { $(pub(super) fn $name() -> Policy { versions::$name().policy })+ };
    }
    libraries!(
        openssl_1_0_1,
        openssl_1_0_1k,
        openssl_1_0_1n,
        openssl_1_0_2b,
        openssl_1_1_0,
        openssl_1_1_0i,
        openssl_1_1_0j,
        openssl_1_1_1,
        openssl_1_1_1i,
        openssl_3_2
    );

    /// OpenSSL 3.0.
    pub(super) fn openssl_3() -> Policy {
        openssl::policy_3()
    }

    /// A change of Node's own.
    pub(super) fn bundle_first() -> Policy {
        versions::policy_1_0_1_bundle_first()
    }
}

/// A row: since which version, what it is, the library's profile, and how names are compared.
macro_rules! steps {
    ($($since:literal, $step:literal, $library:ident, $era:ident, $names:ident;)+) => {
        pub(super) const STEPS: &[Step] = &[$(Step {
            since: $since,
            profile: || node(
                (concat!("node-", $since), $step),
                library::$library(),
                (NameRules::$names, OpenSslEra::$era),
            ),
        }),+];
    };
}

steps! {
    "0.10", "Node.js 0.10 and later with OpenSSL 1.0.1 to 1.0.1j", openssl_1_0_1, V1_0_1, NODE_0_10;
    "0.10.36", "Node.js 0.10.36 and later with OpenSSL 1.0.1k to 1.0.1m", openssl_1_0_1k, V1_0_1, NODE_0_10;
    "0.10.39", "Node.js 0.10.39 and later with OpenSSL 1.0.1n and 1.0.1o", bundle_first, V1_0_1, NODE_0_10;
    "0.10.40", "Node.js 0.10.40 and later with OpenSSL 1.0.1p to 1.0.1t", openssl_1_0_1n, V1_0_1, NODE_0_10;
    "0.10.47", "Node.js 0.10.47 and later with OpenSSL 1.0.1u", openssl_1_0_1n, V1_0_1, NODE_4_6;
    "0.12", "Node.js 0.12 and later with OpenSSL 1.0.1k to 1.0.1m", openssl_1_0_1k, V1_0_1, NODE_0_10;
    "0.12.3", "Node.js 0.12.3 and later with OpenSSL 1.0.1n and 1.0.1o", bundle_first, V1_0_1, NODE_0_10;
    "0.12.7", "Node.js 0.12.7 and later with OpenSSL 1.0.1p to 1.0.1t", openssl_1_0_1n, V1_0_1, NODE_0_10;
    "0.12.16", "Node.js 0.12.16 and later with OpenSSL 1.0.1u", openssl_1_0_1n, V1_0_1, NODE_4_6;
    "4", "Node.js 4 and later with OpenSSL 1.0.2", openssl_1_0_2b, V1_0_2, NODE_0_10;
    "4.6", "Node.js 4.6 and later with OpenSSL 1.0.2", openssl_1_0_2b, V1_0_2, NODE_4_6;
    "5", "Node.js 5 and later with OpenSSL 1.0.2", openssl_1_0_2b, V1_0_2, NODE_0_10;
    "6.7", "Node.js 6.7 and later with OpenSSL 1.0.2", openssl_1_0_2b, V1_0_2, NODE_4_6;
    "6.14", "Node.js 6.14 and later with OpenSSL 1.0.2", openssl_1_0_2b, V1_0_2, NODE_8;
    "7", "Node.js 7 and later with OpenSSL 1.0.2", openssl_1_0_2b, V1_0_2, NODE_4_6;
    "8.10", "Node.js 8.10 and later with OpenSSL 1.0.2", openssl_1_0_2b, V1_0_2, NODE_8;
    "10", "Node.js 10 and later with OpenSSL 1.1.0h", openssl_1_1_0, V1_1, NODE_8;
    "10.9", "Node.js 10.9 and later with OpenSSL 1.1.0i", openssl_1_1_0i, V1_1, NODE_8;
    "10.14", "Node.js 10.14 and later with OpenSSL 1.1.0j", openssl_1_1_0j, V1_1, NODE_8;
    "10.16", "Node.js 10.16 and later with OpenSSL 1.1.1 to 1.1.1g", openssl_1_1_1, V1_1, NODE_8;
    "10.23.1", "Node.js 10.23.1 and later with OpenSSL 1.1.1i to 1.1.1k", openssl_1_1_1i, V1_1, NODE_8;
    "11", "Node.js 11 and later with OpenSSL 1.1.0j", openssl_1_1_0j, V1_1, NODE_8;
    "11.9", "Node.js 11.9 and later with OpenSSL 1.1.1 to 1.1.1g", openssl_1_1_1, V1_1, NODE_8;
    "12.20.1", "Node.js 12.20.1 and later with OpenSSL 1.1.1i to 1.1.1l", openssl_1_1_1i, V1_1, NODE_8;
    "12.22.9", "Node.js 12.22.9 and later with OpenSSL 1.1.1m and 1.1.1n", openssl_1_1_1i, V1_1, NODE;
    "13", "Node.js 13 and later with OpenSSL 1.1.1 to 1.1.1g", openssl_1_1_1, V1_1, NODE_8;
    "14.15.4", "Node.js 14.15.4 and later with OpenSSL 1.1.1i to 1.1.1l", openssl_1_1_1i, V1_1, NODE_8;
    "14.18.3", "Node.js 14.18.3 and later with OpenSSL 1.1.1m to 1.1.1t", openssl_1_1_1i, V1_1, NODE;
    "15", "Node.js 15 and later with OpenSSL 1.1.1g", openssl_1_1_1, V1_1, NODE_8;
    "15.5", "Node.js 15.5 and later with OpenSSL 1.1.1i to 1.1.1k", openssl_1_1_1i, V1_1, NODE_8;
    "16.13.2", "Node.js 16.13.2 and later with OpenSSL 1.1.1l to 1.1.1v", openssl_1_1_1i, V1_1, NODE;
    "17", "Node.js 17 and later with OpenSSL 3.0", openssl_3, V3, NODE_8;
    "17.3.1", "Node.js 17.3.1 and later with OpenSSL 3.0", openssl_3, V3, NODE;
    "24.5", "Node.js 24.5 and later with OpenSSL 3.5", openssl_3_2, V3, NODE;
}

/// Node.js 20.
pub(super) fn node_20() -> Profile {
    let names = (NameRules::NODE, OpenSslEra::V3);
    let step = "Node.js 17.3.1 and later with OpenSSL 3.0";
    node(("node-17.3.1", step), openssl::openssl_3().policy, names)
}

fn node(
    (evidence, step): (&'static str, &'static str),
    library: Policy,
    (names, era): (NameRules, OpenSslEra),
) -> Profile {
    Profile {
        id: "node",
        step,
        policy: Policy { names, ..library },
        dialect: NativeDialect::Node(era),
        basis: evidence::of(evidence),
    }
}
