//! On what each profile rests: how many answers of the real client were compared with its own.
//!
//! The differential suite counts them; it fails where this table says otherwise.

use super::Basis;

/// Cases in which the real client was asked, by the id of the profile or of its step.
const COMPARED: &[(&str, usize)] = &[("openssl-3", 536)];

/// The basis of a profile or of a step.
pub(super) fn of(id: &str) -> Basis {
    let row = COMPARED.iter().find(|(known, _)| *known == id);
    row.map_or(Basis::Documented, |(_, cases)| Basis::Differential {
        cases: *cases,
    })
}
