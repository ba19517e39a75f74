//! `certwhy repair`: the bundle again, without damage and with what was proven to help.

mod write;

use super::answer::{Answer, Exit};
use super::arguments::Repair;
use super::complaint::{Complaint, Notice, Outcome, Refusal};
use super::environment::Environment;
use super::file;
use super::inputs::{Inputs, known_roots};
use super::question;
use crate::certificate::Certificate;
use crate::explain::{Options, Purpose, Supplied, explain};
use crate::input::{Container, Content, NoteKind, PemLabel};
use crate::known::KnownRoots;
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
    let known = known_roots(arguments.asked.known_roots.as_deref())?;
    let options = question::options(&arguments.asked, &known)?;
    let place = place(arguments)?;
    let (bundle, chain) = read(arguments)?;
    refuse_other_formats(&bundle, &place)?;
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
    let (text, backup) = write::write(&place, &repaired)?;
    notices.push(Notice::Repaired {
        to: place.path().map(Path::to_owned),
        kept: repaired.kept(),
        added: repaired.added_names(),
    });
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
fn read(arguments: &Repair) -> Outcome<(Supplied, Vec<Supplied>)> {
    let mut inputs = Inputs::default();
    inputs.read(Purpose::Bundle, std::slice::from_ref(&arguments.bundle));
    inputs.read(Purpose::Chain, &arguments.chain);
    let (supplied, useless) = inputs.finish()?;
    let mut supplied = supplied.into_iter();
    let Some(bundle) = supplied.next() else {
        return Err(Complaint::NothingGiven.into());
    };
    if let Some(container) = key_store(&bundle) {
        return Err(Complaint::Refused(Refusal::KeyStore(container)).into());
    }
    if useless.is_empty() {
        Ok((bundle, supplied.collect()))
    } else {
        Err(useless)
    }
}

fn key_store(bundle: &Supplied) -> Option<Container> {
    let mut notes = bundle.recognised.notes.iter();
    notes.find_map(|note| match &note.kind {
        NoteKind::UnsupportedFormat(container)
        | NoteKind::PasswordNeeded { container, .. }
        | NoteKind::NotOpened { container, .. } => Some(*container),
        NoteKind::EmptyInput
        | NoteKind::NotACertificateFile(_)
        | NoteKind::HtmlPage { .. }
        | NoteKind::PublicKeyOnly(_)
        | NoteKind::PrivateKeyPresent(_)
        | NoteKind::CertificateRequest
        | NoteKind::RevocationList
        | NoteKind::DamagedPem { .. }
        | NoteKind::MissingNewlineBetweenBlocks { .. }
        | NoteKind::Truncated { .. }
        | NoteKind::BadBase64 { .. }
        | NoteKind::WrongEncoding(_)
        | NoteKind::UnusualLayout { .. }
        | NoteKind::IntegrityUnproven { .. }
        | NoteKind::LimitedTrust { .. }
        | NoteKind::WithoutJavaTrust { .. }
        | NoteKind::TrustSettings { .. }
        | NoteKind::TrailingData { .. }
        | NoteKind::ChainOnlyNamed { .. }
        | NoteKind::NotesOmitted { .. } => None,
    })
}

/// What reads the file in place reads its format: only PEM may be replaced by PEM.
fn refuse_other_formats(bundle: &Supplied, place: &Destination) -> Result<(), Complaint> {
    let is_pem = |content: &Content| match content {
        Content::Certificate { label, .. } => match label {
            Some(
                PemLabel::Certificate | PemLabel::X509Certificate | PemLabel::TrustedCertificate,
            ) => true,
            Some(PemLabel::Pkcs7 | PemLabel::Cms) | None => false,
        },
        Content::ErrorText(_) => true,
    };
    let items = &bundle.recognised.items;
    let refused = match place {
        Destination::InPlace(_) => !items.iter().all(|item| is_pem(&item.content)),
        Destination::File(_) | Destination::StandardOutput => false,
    };
    if refused {
        Err(Complaint::Refused(Refusal::NotPem))
    } else {
        Ok(())
    }
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
            Refusal::StandardInputInPlace | Refusal::NotPem | Refusal::KeyStore(_) => {
                Exit::Unusable
            }
        },
        _ => Exit::Unusable,
    }
}
