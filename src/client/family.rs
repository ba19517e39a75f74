//! Families of clients: one program in all its versions, with the steps at which its behaviour changed.

use super::openssl::versions;
use super::version::Version;
use super::{
    Profile, curl, gnutls, go, java, node, nss, openssl, python, reference, rustls, windows,
};

/// A version at which behaviour changed, and how the client behaves from then on.
pub(super) struct Step {
    /// The first version that behaves so.
    pub(super) since: &'static str,
    /// How it behaves.
    pub(super) profile: fn() -> Profile,
}

/// Lists the steps of a family: the first version, and how it behaves.
macro_rules! steps {
    ($($since:literal => $profile:ident),+ $(,)?) => {
        pub(in crate::client) const STEPS: &[Step] = &[$(Step { since: $since, profile: $profile }),+];
    };
}
pub(super) use steps;

/// A program in all its versions.
struct Family {
    /// What stands before the version in an id: `openssl` in `openssl-1.0.1m`.
    name: &'static str,
    /// From the oldest to the newest.
    steps: &'static [Step],
}

const FAMILIES: &[Family] = &[
    Family {
        name: "openssl",
        steps: versions::STEPS,
    },
    Family {
        name: "python",
        steps: python::STEPS,
    },
    Family {
        name: "curl",
        steps: curl::STEPS,
    },
    Family {
        name: "node",
        steps: node::STEPS,
    },
    Family {
        name: "gnutls",
        steps: gnutls::STEPS,
    },
    Family {
        name: "go",
        steps: go::STEPS,
    },
    Family {
        name: "java",
        steps: java::STEPS,
    },
    Family {
        name: "rustls",
        steps: rustls::STEPS,
    },
    Family {
        name: "nss",
        steps: nss::STEPS,
    },
    Family {
        name: "windows",
        steps: windows::STEPS,
    },
];

/// Every profile, in the order of the documentation.
pub fn profiles() -> Vec<Profile> {
    vec![
        reference::rfc5280(),
        reference::webpki(),
        versions::openssl_1_0_1(),
        versions::openssl_1_0_2b(),
        python::python_2_7(),
        versions::openssl_1_1_1i(),
        openssl::openssl_3(),
        python::python_3(),
        python::python_3_13(),
        curl::curl(),
        node::node_20(),
        gnutls::gnutls(),
        go::go(),
        java::java(),
        rustls::rustls(),
        nss::nss(),
        windows::windows(),
    ]
}

/// The profile of an id: one of [`profiles`], or a family with a version, which takes the newest step not after it.
pub(super) fn find(id: &str) -> Option<Profile> {
    let bare = profiles().into_iter().find(|profile| profile.id == id);
    bare.or_else(|| of_version(id))
}

fn of_version(id: &str) -> Option<Profile> {
    let (name, version) = id.split_once('-')?;
    // `1.8` is Java 8 as it was written until Java 9.
    let version = match version.strip_prefix("1.") {
        Some(rest) if name == "java" => rest,
        Some(_) | None => version,
    };
    let version = Version::parse(version)?;
    let family = FAMILIES.iter().find(|family| family.name == name)?;
    let step = family
        .steps
        .iter()
        .rev()
        .find(|step| Version::parse(step.since).is_some_and(|since| since <= version))?;
    Some((step.profile)())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_in_order() {
        for family in FAMILIES {
            let versions: Vec<Version> = family
                .steps
                .iter()
                .map(|step| Version::parse(step.since).unwrap())
                .collect();
            assert!(
                versions.is_sorted_by(|one, other| one < other),
                "{}",
                family.name
            );
        }
    }

    #[test]
    fn a_version_takes_the_newest_step_not_after_it() {
        for (id, step) in [
            ("openssl-1.0.1e", "OpenSSL 1.0.1 to 1.0.1j"),
            ("openssl-1.0.1m", "OpenSSL 1.0.1k to 1.0.1m"),
            ("openssl-1.0.1n", "OpenSSL 1.0.1n to 1.0.1u"),
            ("openssl-1.0.1u", "OpenSSL 1.0.1n to 1.0.1u"),
            ("openssl-1.0.2a", "OpenSSL 1.0.2 and 1.0.2a"),
            ("openssl-1.0.2zg", "OpenSSL 1.0.2b to 1.0.2u"),
            ("openssl-3.1.4", "OpenSSL 3.0 and 3.1, security level 1"),
            (
                "python-3.11",
                "CPython 3.7 to 3.12 with OpenSSL 3.0, security level 2",
            ),
            ("java-1.8", "Java 8 and later, as 17"),
            (
                "python-2.7.15",
                "CPython 2.7.9 to 2.7.18 with OpenSSL 1.0.2",
            ),
        ] {
            assert_eq!(find(id).unwrap().step, step, "{id}");
        }
        for id in [
            "openssl",
            "openssl-",
            "openssl-0.9.8zh",
            "ruby-3",
            "openssl-3-x",
            "",
        ] {
            assert!(find(id).is_none(), "{id}");
        }
    }
}
