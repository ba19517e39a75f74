//! The certificates that most scenarios share, on fast P-256 keys.

use crate::public::mock_public_root;
use crate::{Certified, Extension, Name, Template, ca, leaf};

pub(super) const HOST: &str = "www.mock.example";
pub(super) const NOW: &str = "2024-06-01T12:00:00Z";

/// A public root, an intermediate below it, and the certificate of [`HOST`].
pub(super) struct Trio {
    pub(super) root: Certified,
    pub(super) intermediate: Certified,
    pub(super) leaf: Certified,
}

/// The trio in which nothing is wrong.
pub(super) fn sound() -> Trio {
    below(&mock_public_root())
}

/// A sound intermediate and leaf below `root`.
pub(super) fn below(root: &Certified) -> Trio {
    with_intermediate(root, intermediate())
}

/// A sound leaf below this intermediate below `root`.
pub(super) fn with_intermediate(root: &Certified, intermediate: Template) -> Trio {
    let intermediate = intermediate.issued_by(root);
    let leaf = server().issued_by(&intermediate);
    Trio {
        root: root.clone(),
        intermediate,
        leaf,
    }
}

/// This leaf below the sound intermediate.
pub(super) fn with_leaf(leaf: Template) -> Trio {
    let Trio {
        root, intermediate, ..
    } = sound();
    let leaf = leaf.issued_by(&intermediate);
    Trio {
        root,
        intermediate,
        leaf,
    }
}

pub(super) fn intermediate() -> Template {
    let name = Name::new()
        .with_c("US")
        .with_o("Mock Public Trust")
        .with_cn("Mock Public TLS CA 1");
    ca(name).path_len(0).valid("2020-01-01", "2030-01-01")
}

pub(super) fn server() -> Template {
    leaf(HOST)
        .valid("2024-03-01", "2025-03-01")
        .extension(Extension::ca_issuers("http://ca.mock.example/tls-ca-1.cer"))
}

/// A root of a company, which no public list holds.
pub(super) fn company_root() -> Template {
    let name = Name::new()
        .with_o("Mock Animation Studio")
        .with_cn("Mock Studio Root CA");
    ca(name).valid("2018-01-01", "2038-01-01")
}
