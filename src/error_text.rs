//! What the text of a failing program tells: which program, which call, which server, which versions, what failed. It is
//! evidence, not a diagnosis: a text names no root and shows no chain, and what it cannot tell is part of the reading.

mod application;
mod call;
mod created;
mod failure;
mod frame;
mod missing;
mod program;
mod python;
mod release;
mod server;
mod setting;
mod source;
mod stack;
mod switch;
mod system;

#[cfg(test)]
mod tests;

pub use application::{Application, Product};
pub use call::Call;
pub use created::CreatedEntity;
pub use failure::{Failure, Symptom, Trouble, VerifyCode};
pub use missing::Missing;
pub use program::client_id;
pub use python::{PythonVersion, PythonVersions};
pub(crate) use release::api_within;
pub use release::{ApiReading, Copy, Releases};
pub use server::Server;
pub use setting::{CaVariable, Setting, WrongVariable};
pub use stack::{Family, Stack};
pub use switch::SwitchesVerificationOff;
pub use system::System;

use source::Source;

/// An error text with what was read from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorText {
    /// The text, as it was given.
    pub text: String,
    /// What it tells.
    pub reading: ErrorReading,
}

/// What an error text tells. Nothing in it is a guess: what the text does not say is `None` or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ErrorReading {
    /// The library or program that opened the connection, whose rules for roots therefore count.
    pub stack: Option<Stack>,
    /// Every layer seen, in the order of [`Stack::ALL`]: a program, its API, the library below.
    pub layers: Vec<Stack>,
    /// What the program was doing.
    pub call: Option<Call>,
    /// The server that could not be trusted or reached.
    pub server: Option<Server>,
    /// What failed, as the text says.
    pub failure: Failure,
    /// Which Python it was.
    pub python: PythonVersions,
    /// Which `shotgun_api3`, and which Toolkit core around it.
    pub api: ApiReading,
    /// The operating system.
    pub system: Option<System>,
    /// The application around the program.
    pub application: Option<Application>,
    /// Variables and files for roots that the text names.
    pub settings: Vec<Setting>,
    /// Variables that look right and that no client reads.
    pub wrong_variables: Vec<WrongVariable>,
    /// Ways of switching verification off that the text names.
    pub switches_off: Vec<SwitchesVerificationOff>,
    /// What was made on the server although the call failed.
    pub created: Vec<CreatedEntity>,
    /// What the text cannot tell.
    pub missing: Vec<Missing>,
}

/// Reads an error text. Total and linear in its size: any text is an answer, and in a very long one only the surroundings
/// of what looks like an error are read closely.
pub fn read(text: &str) -> ErrorReading {
    let source = Source::new(text);
    let frames = frame::frames(&source);
    let failure = failure::read(&source);
    let python = python::read(&source, &frames);
    let layers = stack::layers(&source, &frames, &python);
    let stack = stack::deciding(&layers, &python);
    let mut reading = ErrorReading {
        stack,
        call: call::read(&source, &frames, stack),
        server: server::read(&source),
        api: release::read(&frames),
        system: system::read(&source),
        application: application::read(&source),
        settings: setting::settings(&source),
        wrong_variables: setting::wrong_variables(&source),
        switches_off: switch::read(&source),
        created: created::read(&source),
        layers: stack::ordered(layers),
        failure,
        python,
        missing: Vec::new(),
    };
    reading.missing = missing::of(&reading);
    reading
}

impl ErrorText {
    /// Reads a text and keeps it.
    pub fn new(text: String) -> Self {
        let reading = read(&text);
        Self { text, reading }
    }
}
