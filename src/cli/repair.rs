//! `certwhy repair`: the bundle again, without damage and with what was proven to help.

mod plan;
mod write;

use super::answer::{Answer, Exit};
use super::arguments::Repair;
use super::complaint::{Complaint, Notice, Outcome, Refusal};
use super::environment::Environment;
use super::file;
use super::inputs::{Inputs, known_roots};
use super::password::passwords;
use super::question;
use crate::certificate::Certificate;
use crate::explain::{Options, Purpose, Supplied, explain, roots_for_all};
use crate::input::{NoteKind, Passwords};
use crate::known::KnownRoots;
use crate::remedy::NotForAll;
use crate::repair::{self, BundleFile, NotRepaired};
use std::path::Path;
use std::sync::Arc;
use write::Destination;

/// Writes the repaired bundle where it was asked for, or says why not.
pub(super) fn run(arguments: &Repair, environment: &Environment) -> Answer {
    let lang = arguments.language.lang.unwrap_or(environment.lang);
    match repair(arguments) {
        Ok(Repaired { text, notices }) => {
            let answer = Answer::new(Exit::Good).output(text);
            notices
                .iter()
                .fold(answer, |answer, notice| answer.notify(lang, notice))
        }
        Err(complaints) => {
            let answer = Answer::new(exit(&complaints));
            complaints
                .iter()
                .fold(answer, |answer, complaint| answer.complain(lang, complaint))
        }
    }
}

/// What goes to standard output, and what the user is told.
struct Repaired {
    text: String,
    notices: Vec<Notice>,
}

fn repair(arguments: &Repair) -> Outcome<Repaired> {
    let passwords = passwords(arguments.password_file.as_deref())?;
    let known = known_roots(arguments.asked.known_roots.as_deref(), &passwords)?;
    let options = question::options(&arguments.asked, &known)?;
    let place = place(arguments)?;
    let (bundle, chain) = read(arguments, &passwords)?;
    let (writing, protected) = plan::writing(
        arguments.container,
        (&bundle, &place),
        &passwords,
        options.at,
    )?;
    let file = BundleFile::of(&bundle.recognised);
    let added = match (arguments.current, chain.is_empty()) {
        (true, _) => current(&file, &known),
        (false, true) => Vec::new(),
        (false, false) => for_chain(&bundle, &chain, &options)?,
    };
    let repaired = file.with(added);
    if repaired.is_unchanged(&bundle.recognised) && matches!(place, Destination::InPlace(_)) {
        return Ok(Repaired {
            text: String::new(),
            notices: vec![Notice::NothingToRepair],
        });
    }
    let mut notices = losses(&repaired, &bundle);
    let (text, backup) = write::write(&place, &repaired, &writing)?;
    notices.push(Notice::Repaired {
        to: place.path().map(Path::to_owned),
        kept: repaired.kept(),
        added: repaired.added_names(),
    });
    notices.extend(protected.map(Notice::Protected));
    notices.extend(backup.map(|path| Notice::Backup { path }));
    Ok(Repaired { text, notices })
}

/// What was proven to help with the chain.
fn for_chain(
    bundle: &Supplied,
    chain: &[Supplied],
    options: &Options<'_>,
) -> Result<Vec<Arc<Certificate>>, Complaint> {
    let inputs: Vec<Supplied> = std::iter::once(bundle).chain(chain).cloned().collect();
    if !options.others.is_empty() {
        return roots_for_all(&inputs, options)
            .map_err(|NotForAll(clients)| Complaint::Refused(Refusal::NotForAll(clients)));
    }
    let report = explain(&inputs, options);
    repair::added(&report).map_err(|reason| Complaint::Refused(Refusal::NotRepaired(reason)))
}

/// Every root of the newest public list that a bundle lacks.
fn current(file: &BundleFile, known: &KnownRoots) -> Vec<Arc<Certificate>> {
    known
        .newest()
        .members()
        .filter(|root| !file.contains(&root.sha256()))
        .filter_map(|root| Certificate::parse(root.der()?).ok())
        .map(Arc::new)
        .collect()
}

fn place(arguments: &Repair) -> Result<Destination, Complaint> {
    let input = &arguments.bundle;
    match &arguments.output {
        Some(output) => write::beside(input, output),
        None if !arguments.in_place => Ok(Destination::StandardOutput),
        None if file::is_standard_input(input) => {
            Err(Complaint::Refused(Refusal::StandardInputInPlace))
        }
        None => Ok(Destination::InPlace(input.clone())),
    }
}

/// The bundle and the chain; whatever is of no use stands against the repair.
fn read(arguments: &Repair, passwords: &Passwords) -> Outcome<(Supplied, Vec<Supplied>)> {
    let mut inputs = Inputs::with(passwords.clone());
    inputs.read(Purpose::Bundle, std::slice::from_ref(&arguments.bundle));
    inputs.read(Purpose::Chain, &arguments.chain);
    let (supplied, useless) = inputs.finish()?;
    let mut supplied = supplied.into_iter();
    let Some(bundle) = supplied.next() else {
        return Err(Complaint::NothingGiven.into());
    };
    if !useless.is_empty() {
        return Err(useless);
    }
    if let Some(container) = plan::closed(&bundle) {
        return Err(Complaint::Refused(Refusal::Closed(container)).into());
    }
    Ok((bundle, supplied.collect()))
}

/// What of the user's file is not in the new one.
fn losses(repaired: &BundleFile, bundle: &Supplied) -> Vec<Notice> {
    let is_key = |kind: &NoteKind| matches!(kind, NoteKind::PrivateKeyPresent(_));
    let mut notices = Vec::new();
    if bundle
        .recognised
        .notes
        .iter()
        .any(|note| is_key(&note.kind))
    {
        notices.push(Notice::PrivateKeyLeftOut);
    }
    if repaired.set_aside() > 0 {
        let count = repaired.set_aside();
        notices.push(Notice::NotTrustedLeftOut { count });
    }
    if repaired.damaged() > 0 {
        let count = repaired.damaged();
        notices.push(Notice::DamagedLeftOut { count });
    }
    if repaired.repeated() > 0 {
        let count = repaired.repeated();
        notices.push(Notice::DuplicatesLeftOut { count });
    }
    notices
}

/// A refusal is an answer of the kind "no"; everything else is about the inputs.
fn exit(complaints: &[Complaint]) -> Exit {
    match complaints {
        [Complaint::Refused(refusal)] => match refusal {
            Refusal::NotRepaired(reason) => match reason {
                NotRepaired::Undecided => Exit::Undecided,
                NotRepaired::NoProvenRemedy
                | NotRepaired::ServerMustAct
                | NotRepaired::OtherRemedy(_)
                | NotRepaired::UseCurrent => Exit::Bad,
            },
            Refusal::NotForAll(_) => Exit::Bad,
            Refusal::StandardInputInPlace
            | Refusal::OtherForm
            | Refusal::Closed(_)
            | Refusal::HoldsPrivateKey
            | Refusal::PasswordUnknown
            | Refusal::NeedsFile
            | Refusal::PasswordNotAscii => Exit::Unusable,
        },
        _ => Exit::Unusable,
    }
}
