//! The certificates that most cases share, on fast P-256 keys unless a defect wants RSA.

use crate::{Certified, Key, Template, ca, leaf};

pub(super) const HOST: &str = "www.sweep.example";
pub(super) const NOW: &str = "2026-06-01T00:00:00Z";

/// Which keys the CAs have: MD5 is for RSA only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keys {
    Curve,
    Rsa,
}

impl Keys {
    /// The template with the RSA key of this number, where keys are RSA.
    fn on(self, template: Template, number: usize) -> Template {
        match self {
            Self::Curve => template,
            Self::Rsa => template.key(Key::rsa_2048(number)),
        }
    }
}

pub(super) fn root(keys: Keys) -> Template {
    keys.on(ca("Sweep Root"), 0)
        .valid("2015-01-01", "2035-01-01")
}

/// The root that certified [`root`] when it was new.
pub(super) fn old_root(keys: Keys) -> Template {
    keys.on(ca("Sweep Old Root"), 1)
        .valid("2000-01-01", "2030-01-01")
}

pub(super) fn issuing(keys: Keys) -> Template {
    keys.on(ca("Sweep Issuing CA"), 2)
        .path_len(0)
        .valid("2020-01-01", "2030-01-01")
}

pub(super) fn server() -> Template {
    leaf(HOST).valid("2026-01-01", "2027-01-01")
}

/// Root, intermediate and server in which nothing is wrong.
pub(super) struct Trio {
    pub(super) root: Certified,
    pub(super) issuing: Certified,
    pub(super) server: Certified,
}

pub(super) fn trio() -> Trio {
    let root = root(Keys::Curve).self_signed();
    let issuing = issuing(Keys::Curve).issued_by(&root);
    let server = server().issued_by(&issuing);
    Trio {
        root,
        issuing,
        server,
    }
}

/// A root that has nothing to do with the chain.
pub(super) fn stranger() -> Certified {
    ca("Sweep Stranger Root").self_signed()
}
