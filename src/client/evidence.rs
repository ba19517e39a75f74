//! On what each profile rests: how many answers of the real client were compared with its own.
//!
//! The differential suite counts them; it fails where this table says otherwise.

use super::Basis;

/// Cases in which the real client was asked, by the id of the profile or of its step.
const COMPARED: &[(&str, usize)] = &[
    ("curl", 1030),
    ("gnutls", 1030),
    ("go", 1030),
    ("java", 1029),
    ("node-17.3.1", 1030),
    ("node-0.10", 1017),
    ("node-0.10.47", 1017),
    ("node-8.10", 1017),
    ("nss", 1030),
    ("openssl-1.0.1", 1017),
    ("openssl-1.0.2", 1030),
    ("openssl-1.1.1", 1030),
    ("openssl-3", 1030),
    ("openssl-3.2", 1030),
    ("python-2.7", 1030),
    ("python-3", 1030),
    ("python-3.13", 1030),
    ("rustls", 1030),
];

/// The basis of a profile or of a step.
pub(super) fn of(id: &str) -> Basis {
    let row = COMPARED.iter().find(|(known, _)| *known == id);
    row.map_or(Basis::Documented, |(_, cases)| Basis::Differential {
        cases: *cases,
    })
}
