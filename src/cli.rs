//! The command line: the only place that opens files, reads the clock and the environment, and talks to the network.
//!
//! Every subcommand turns its arguments into an [`Answer`]: what goes to standard output, what goes to standard
//! error, and the exit code. Only [`run`] writes.

mod answer;
mod arguments;
mod batch;
mod bundle;
mod complaint;
#[cfg(feature = "connect")]
mod connect;
mod doctor;
mod environment;
mod explain;
mod file;
mod format;
mod inputs;
mod listing;
mod password;
mod question;
mod repair;

pub(crate) use batch::{LineProblem, Standing, Tally};
pub(crate) use complaint::{
    Complaint, Expected, FileProblem, Notice, Protected, Refusal, WriteProblem,
};
#[cfg(feature = "connect")]
pub(crate) use connect::{ConnectProblem, Stage};
pub(crate) use doctor::{Examined, FileState, FoundClient, ReadPlace, SetVariable, VariableKind};

use answer::{Answer, Exit};
use arguments::{Arguments, Command};
use clap::Parser;
use environment::Environment;
use std::ffi::OsString;
use std::process::ExitCode;

/// Runs the program with its arguments, the first being its own name, and says how it ended: 0 trusted or clean,
/// 1 not trusted or damage found, 2 usage or unreadable input, 3 undecided.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let answer = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => answer(&arguments.command),
        Err(usage) => answer::of_usage(&usage),
    };
    answer.deliver().into()
}

fn answer(command: &Command) -> Answer {
    let environment = Environment::read();
    let outcome = match command {
        Command::Explain(arguments) => explain::run(arguments, &environment),
        Command::Bundle(arguments) => bundle::run(arguments, &environment),
        Command::Repair(arguments) => Ok(repair::run(arguments, &environment)),
        Command::Doctor(arguments) => doctor::run(arguments, &environment),
        Command::Roots(arguments) => listing::roots(arguments, &environment),
        Command::Clients(arguments) => Ok(listing::clients(arguments, &environment)),
        Command::Codes(arguments) => listing::codes(arguments, &environment),
    };
    let lang = command.lang().unwrap_or(environment.lang);
    match outcome {
        Ok(answer) => answer,
        Err(complaints) => complaints
            .iter()
            .fold(Answer::new(Exit::Unusable), |answer, complaint| {
                answer.complain(lang, complaint)
            }),
    }
}
