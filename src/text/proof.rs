//! For which clients a remedy was proven, said as briefly as it can be.

use crate::client::LISTED;

/// So many clients may be named as exceptions; more are no exceptions any longer.
const MOST_EXCEPTIONS: usize = 4;

/// The clients for which a remedy was proven.
pub(in crate::text) enum Proof<'a> {
    /// Every client that is known.
    All,
    /// Every one but these.
    AllBut(Vec<&'static str>),
    /// These.
    These(&'a [String]),
}

impl<'a> Proof<'a> {
    pub(in crate::text) fn of(clients: &'a [String]) -> Self {
        let missing: Vec<&'static str> = LISTED
            .iter()
            .map(|(id, _)| *id)
            .filter(|id| !clients.iter().any(|client| client == id))
            .collect();
        match missing.len() {
            0 => Self::All,
            1..=MOST_EXCEPTIONS => Self::AllBut(missing),
            _ => Self::These(clients),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shorter_is_said() {
        let all: Vec<String> = LISTED.iter().map(|(id, _)| (*id).to_owned()).collect();
        assert!(matches!(Proof::of(&all), Proof::All));
        let versions: Vec<String> = all
            .iter()
            .cloned()
            .chain(["openssl-1.0.1m".to_owned()])
            .collect();
        assert!(matches!(Proof::of(&versions), Proof::All));
        let fewer = all.get(2..).unwrap();
        assert!(
            matches!(Proof::of(fewer), Proof::AllBut(missing) if missing == ["rfc5280", "webpki"])
        );
        let few = all.get(..3).unwrap();
        assert!(matches!(Proof::of(few), Proof::These(these) if these == few));
    }
}
