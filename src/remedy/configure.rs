//! Steps for the user's own environment: ways of making the program read the roots that it lacks.

use super::{Action, Preference, Remedy};
use crate::client_roots::{Way, ways};
use crate::environment::Environment;
use crate::error_text::System;
use crate::finding::Cert;

/// A way in an environment, with the root that it is about.
#[derive(Clone, Debug)]
pub struct Configure {
    /// The way.
    pub way: Way,
    /// The system; `None` where it is not known.
    pub system: Option<System>,
    /// The proven root; `None` where the inputs show none.
    pub root: Option<Cert>,
}

/// What helps in an environment beside the remedies, in order. Where a remedy writes a new bundle, its own steps already
/// name the ways that take one.
pub(crate) fn configure(environment: &Environment, remedies: &[Remedy]) -> Vec<Configure> {
    let writes_a_file = remedies.iter().any(|remedy| match remedy.action {
        Action::AddRoot { .. }
        | Action::ReplaceBundle { .. }
        | Action::MendBundle { .. }
        | Action::RemoveFromBundle { .. } => true,
        Action::SendIntermediate { .. } | Action::StopSending { .. } => false,
    });
    let root = root(remedies);
    ways(environment)
        .into_iter()
        .filter(|way| !(writes_a_file && way.names_a_file()))
        .filter(|way| root.is_some() || !way.needs_a_root())
        .map(|way| Configure {
            way,
            system: environment.system,
            root: root.clone(),
        })
        .collect()
}

/// The one root that is recommended.
fn root(remedies: &[Remedy]) -> Option<Cert> {
    remedies.iter().find_map(|remedy| match &remedy.action {
        Action::AddRoot { root, .. } if remedy.preference == Preference::Recommended => {
            Some(root.clone())
        }
        Action::AddRoot { .. }
        | Action::ReplaceBundle { .. }
        | Action::MendBundle { .. }
        | Action::SendIntermediate { .. }
        | Action::RemoveFromBundle { .. }
        | Action::StopSending { .. } => None,
    })
}
