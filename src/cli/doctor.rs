//! `certwhy doctor`: what the clients on this machine read, and whether it is sound. Changes nothing, and connects only to
//! where `--connect` says.

mod clients;
mod data;
mod judge;
mod machine;
mod python;

#[cfg(test)]
mod tests;

use super::answer::{Answer, Answered, Exit};
use super::arguments::Doctor;
use super::complaint::Outcome;
use super::environment::Environment;
use super::format::Form;
use crate::client_roots::Place;
use crate::environment::Release;
use crate::error_text::{CaVariable, Call, Stack, System};
use crate::explain::Supplied;
use crate::known::KnownRoots;
use crate::text;
use machine::{Machine, ThisMachine};
use std::path::PathBuf;

/// What was found on a machine.
#[derive(Clone, Debug)]
pub(crate) struct Examined {
    /// Its system.
    pub(crate) system: System,
    /// The variables for roots that are set.
    pub(crate) variables: Vec<SetVariable>,
    /// The clients, and what each reads.
    pub(crate) clients: Vec<FoundClient>,
    /// The servers for which each file was judged.
    pub(crate) servers: Vec<String>,
}

/// A variable that is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SetVariable {
    /// As it is written.
    pub(crate) name: String,
    /// What it is set to.
    pub(crate) value: String,
    /// Which it is, or why it does nothing.
    pub(crate) kind: VariableKind,
    /// What is at its value.
    pub(crate) state: FileState,
}

/// Whether a variable counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VariableKind {
    /// Some client reads it.
    Read(CaVariable),
    /// No client reads it; this one was probably meant.
    Misnamed(CaVariable),
}

/// A client, and where it looks for roots.
#[derive(Clone, Debug)]
pub(crate) struct FoundClient {
    /// Which.
    pub(crate) program: Stack,
    /// What it is doing, where that makes a difference.
    pub(crate) call: Option<Call>,
    /// Its release.
    pub(crate) release: Option<Release>,
    /// Where it is.
    pub(crate) path: String,
    /// What it was found by: the Python that has it.
    pub(crate) python: Option<String>,
    /// The places that it reads as it is set up now.
    pub(crate) reads: Vec<ReadPlace>,
    /// For each server, whether it would be trusted; `None` where that cannot be said.
    pub(crate) trusts: Vec<Option<bool>>,
}

/// A place that a client reads on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ReadPlace {
    /// Which.
    pub(crate) place: Place,
    /// Its file.
    pub(crate) path: Option<PathBuf>,
    /// What is there.
    pub(crate) state: FileState,
}

/// What a file of roots is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FileState {
    /// There is none.
    Missing,
    /// A folder of certificates.
    Folder,
    /// It cannot be read.
    Unreadable,
    /// It holds no certificate.
    NoCertificates,
    /// It holds certificates.
    Certificates {
        /// How many.
        count: usize,
        /// Which release it is, or is nearest to.
        release: Option<String>,
        /// How many places in it are damaged.
        damaged: usize,
    },
    /// It is no file that certwhy could open: a store, or a list inside a program.
    Unknown,
}

/// Examines this machine.
pub(super) fn run(arguments: &Doctor, environment: &Environment) -> Answered {
    let form = Form::new(arguments.output, environment);
    let machine = ThisMachine::new();
    let server = captured(arguments)?;
    let found = examine(&machine, &KnownRoots::built_in(), server);
    let exit = if found.is_sound() {
        Exit::Good
    } else {
        Exit::Bad
    };
    let output = form.write(
        |lang| text::examined(lang, &found),
        || data::document(&found),
    );
    Ok(Answer::new(exit).output(output))
}

/// What the server that was named presents.
fn captured(arguments: &Doctor) -> Outcome<Option<(String, Supplied)>> {
    #[cfg(feature = "connect")]
    if let Some(target) = &arguments.connect {
        let captured = super::connect::capture(target, None)?;
        return Ok(Some((captured.host.to_string(), captured.supplied)));
    }
    let _ = arguments;
    Ok(None)
}

/// What is found on a machine.
fn examine(
    machine: &dyn Machine,
    known: &KnownRoots,
    server: Option<(String, Supplied)>,
) -> Examined {
    let servers = judge::servers(server, machine.now());
    let reader = judge::Reader { machine, known };
    let clients = clients::found(&reader, &servers);
    Examined {
        system: machine.system(),
        variables: variables(&reader),
        clients,
        servers: servers.into_iter().map(|server| server.name).collect(),
    }
}

/// The variables that are set and have to do with roots.
fn variables(reader: &judge::Reader<'_>) -> Vec<SetVariable> {
    let is_windows = reader.machine.system() == System::Windows;
    let mut set: Vec<SetVariable> = reader
        .machine
        .variables()
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .filter_map(|(name, value)| {
            let kind = kind(&name, is_windows)?;
            let state = reader.state(value.as_ref());
            Some(SetVariable {
                name,
                value,
                kind,
                state,
            })
        })
        .collect();
    set.sort_by(|left, right| left.name.cmp(&right.name));
    set
}

fn kind(name: &str, is_windows: bool) -> Option<VariableKind> {
    let same = |variable: &&CaVariable| {
        name == variable.name() || (is_windows && name.eq_ignore_ascii_case(variable.name()))
    };
    let read = CaVariable::ALL.iter().find(same).copied();
    let looks_right = || {
        let upper = name.to_ascii_uppercase();
        upper
            .ends_with("_API_CACERTS")
            .then_some(CaVariable::ShotgunApiCacerts)
    };
    read.map(VariableKind::Read)
        .or_else(|| looks_right().map(VariableKind::Misnamed))
}

impl Examined {
    /// Whether nothing has to be done.
    pub(crate) fn is_sound(&self) -> bool {
        let variables = self
            .variables
            .iter()
            .all(|set| matches!(set.kind, VariableKind::Read(_)) && set.state.is_sound());
        let clients = self.clients.iter().all(|client| {
            client.reads.iter().all(|read| read.state.is_sound())
                && client.trusts.iter().all(|trusted| *trusted != Some(false))
        });
        variables && clients
    }
}

impl FileState {
    /// Whether it is what a file of roots should be.
    pub(crate) const fn is_sound(&self) -> bool {
        match self {
            Self::Missing | Self::Unreadable | Self::NoCertificates => false,
            Self::Folder | Self::Unknown => true,
            Self::Certificates { damaged, .. } => *damaged == 0,
        }
    }
}
