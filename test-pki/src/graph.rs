//! Hostile PKIs: few certificates and very many paths, or very much to compare. Each family grows with a size.
//!
//! Path builders give up on these, refuse a path that is there, or do not come back. Whether a valid path exists is known
//! by construction.

mod crossed;
mod heavy;
mod namesakes;

use crate::Certified;

/// The host of every graph.
pub const HOST: &str = "www.graph.example";

/// A moment at which every certificate is valid.
pub const NOW: &str = "2026-06-01T00:00:00Z";

/// What is true of a graph under RFC 5280.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    /// A valid path exists.
    Trusted,
    /// None does.
    NotTrusted,
    /// A path exists, with a key so large that nobody should have to use it.
    BeyondReason,
}

/// What a server sends, its own certificate first, and what a client trusts.
#[derive(Debug, Clone)]
pub struct Graph {
    /// The server's certificates.
    pub chain: Vec<Certified>,
    /// The client's.
    pub bundle: Vec<Certified>,
    /// Whether a valid path exists.
    pub truth: Truth,
    /// How many paths lead by name from the server to a certificate of the bundle, where a formula tells.
    pub paths: Option<u128>,
}

/// A family of graphs.
#[derive(Debug, Clone, Copy)]
pub struct Family {
    /// Its name, in kebab-case.
    pub name: &'static str,
    /// What is in it, and what its size counts.
    pub about: &'static str,
    /// The size that is known to be too much for some client.
    pub size: usize,
    /// A size with about ten times as many certificates or comparisons.
    pub tenfold: usize,
    /// Makes one of this size.
    pub make: fn(usize) -> Graph,
}

/// All families.
pub const FAMILIES: &[Family] = &[
    Family {
        name: "mesh",
        about: "so many CAs, each certified by each other one; the root of the last one is in the bundle",
        size: 32,
        tenfold: 100,
        make: crossed::mesh,
    },
    Family {
        name: "mesh-without-anchor",
        about: "the same, and nothing in the bundle that any of them knows",
        size: 16,
        tenfold: 50,
        make: crossed::mesh_without_anchor,
    },
    Family {
        name: "layers",
        about: "so many layers of eight CAs, each certified by each CA of the next layer: 8 to that power paths",
        size: 8,
        tenfold: 80,
        make: crossed::layers,
    },
    Family {
        name: "layers-without-anchor",
        about: "the same, and none of the roots in the bundle",
        size: 8,
        tenfold: 80,
        make: crossed::layers_without_anchor,
    },
    Family {
        name: "twins",
        about: "so many CA certificates of one name with keys of their own and no key identifiers, one of which signed",
        size: 1_000,
        tenfold: 10_000,
        make: namesakes::twins,
    },
    Family {
        name: "same-name-roots",
        about: "so many roots of one name in the bundle, the last of which signed",
        size: 2_000,
        tenfold: 10_000,
        make: namesakes::roots,
    },
    Family {
        name: "self-issued",
        about: "so many certificates of one name, each signed by the key of the next one, the last by a root",
        size: 1_900,
        tenfold: 10_000,
        make: namesakes::self_issued,
    },
    Family {
        name: "distinct-roots",
        about: "so many roots of different names in the bundle, the last of which issued",
        size: 10_000,
        tenfold: 100_000,
        make: heavy::distinct_roots,
    },
    Family {
        name: "constraints",
        about: "a CA with so many excluded names, and a server with a third as many names, none of them excluded",
        size: 26_000,
        tenfold: 82_000,
        make: heavy::constraints,
    },
    Family {
        name: "constraints-broken",
        about: "the same, and the last name of the server is excluded by the last constraint",
        size: 26_000,
        tenfold: 82_000,
        make: heavy::constraints_broken,
    },
    Family {
        name: "giant-key",
        about: "a root with an RSA key of so many bits and an exponent of 256 bits",
        size: 16_384,
        tenfold: 163_840,
        make: heavy::giant_key,
    },
];

/// The family of this name.
pub fn family(name: &str) -> Option<&'static Family> {
    FAMILIES.iter().find(|family| family.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_family_has_as_many_certificates_as_its_size_says() {
        for (name, size, chain, bundle) in [
            ("mesh", 4, 1 + 4 * 3, 1),
            ("mesh-without-anchor", 4, 1 + 4 * 3, 1),
            ("layers", 3, 1 + 8 + 2 * 64, 8),
            ("layers-without-anchor", 1, 1 + 8, 1),
            ("twins", 5, 1 + 5, 1),
            ("same-name-roots", 5, 1, 5),
            ("self-issued", 5, 1 + 5, 1),
            ("distinct-roots", 5, 1, 5),
            ("constraints", 9, 2, 1),
            ("constraints-broken", 9, 2, 1),
            ("giant-key", 64, 1, 1),
        ] {
            let graph = (family(name).unwrap().make)(size);
            assert_eq!(
                (graph.chain.len(), graph.bundle.len()),
                (chain, bundle),
                "{name}"
            );
        }
    }

    #[test]
    fn names_are_unique_and_every_family_grows() {
        for (place, family) in FAMILIES.iter().enumerate() {
            assert!(
                FAMILIES[..place]
                    .iter()
                    .all(|other| other.name != family.name)
            );
            assert!(family.tenfold > family.size, "{}", family.name);
        }
    }
}
