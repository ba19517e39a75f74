//! In which form a bundle is written, and under which password.

use super::write::Destination;
use crate::cli::arguments::ContainerName;
use crate::cli::complaint::{Complaint, Protected, Refusal};
use crate::explain::Supplied;
use crate::input::{Container, Content, NoteKind, Obstacle, Opened, Password, Passwords, PemLabel};
use crate::moment::Moment;
use crate::repair::{OutputForm, Writing};

/// The password that everybody gives to a trust store.
const USUAL: &str = "changeit";

/// The form and password asked for, else PEM; in place those of the file itself, since what reads it knows no others.
pub(super) fn writing(
    asked: Option<ContainerName>,
    (bundle, place): (&Supplied, &Destination),
    passwords: &Passwords,
    at: Moment,
) -> Result<(Writing, Option<Protected>), Complaint> {
    let asked = asked.map(form_of_name);
    let (form, password, protected) = match place {
        Destination::InPlace(_) => in_place(asked, bundle)?,
        Destination::File(_) => java_opens(beside(asked, passwords))?,
        Destination::StandardOutput => match asked {
            None | Some(OutputForm::Pem) => beside(None, passwords),
            Some(OutputForm::Jks | OutputForm::Pkcs12) => {
                return Err(Complaint::Refused(Refusal::NeedsFile));
            }
        },
    };
    let writing = Writing { form, password, at };
    Ok((writing, (form != OutputForm::Pem).then_some(protected)))
}

type Form = (OutputForm, Password, Protected);

fn beside(asked: Option<OutputForm>, passwords: &Passwords) -> Form {
    let form = asked.unwrap_or(OutputForm::Pem);
    match passwords.first_given() {
        Some(given) if given.reveal().is_empty() => (form, given.clone(), Protected::ByNothing),
        Some(given) => (form, given.clone(), Protected::ByTheGiven),
        None => (form, Password::new(USUAL), Protected::ByTheUsual),
    }
}

/// Java takes only printable ASCII for the password of a PKCS #12 container; of a JKS, anything.
fn java_opens(form: Form) -> Result<Form, Complaint> {
    let is_plain = |character: char| (' '..='~').contains(&character);
    match form {
        (OutputForm::Pkcs12, password, _) if !password.reveal().chars().all(is_plain) => {
            Err(Complaint::Refused(Refusal::PasswordNotAscii))
        }
        form => Ok(form),
    }
}

fn in_place(asked: Option<OutputForm>, bundle: &Supplied) -> Result<Form, Complaint> {
    let refused = |refusal| Err(Complaint::Refused(refusal));
    let opened = bundle.recognised.opened.as_ref();
    let form = match opened {
        Some(opened) => OutputForm::of(opened),
        None => is_pem(bundle).then_some(OutputForm::Pem),
    };
    let Some(form) = form.filter(|form| asked.is_none_or(|asked| asked == *form)) else {
        return refused(Refusal::OtherForm);
    };
    let Some(opened) = opened else {
        return Ok((form, Password::new(""), Protected::ByNothing));
    };
    let has = |wanted: fn(&NoteKind) -> bool| {
        let mut notes = bundle.recognised.notes.iter();
        notes.any(|note| wanted(&note.kind))
    };
    if has(|kind| matches!(kind, NoteKind::PrivateKeyPresent(_))) {
        return refused(Refusal::HoldsPrivateKey);
    }
    if has(|kind| matches!(kind, NoteKind::IntegrityUnproven { .. })) {
        return refused(Refusal::PasswordUnknown);
    }
    Ok(as_before(form, opened))
}

fn as_before(form: OutputForm, opened: &Opened) -> Form {
    match &opened.password {
        Some(password) => (form, password.clone(), Protected::AsBefore),
        None => (form, Password::new(""), Protected::ByNothing),
    }
}

const fn form_of_name(name: ContainerName) -> OutputForm {
    match name {
        ContainerName::Pem => OutputForm::Pem,
        ContainerName::Jks => OutputForm::Jks,
        ContainerName::P12 => OutputForm::Pkcs12,
    }
}

/// Whether all of a file is PEM as clients read it.
fn is_pem(bundle: &Supplied) -> bool {
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
    items.iter().all(|item| is_pem(&item.content))
}

/// The container of which a part stays closed: what is in it would be lost.
pub(super) fn closed(bundle: &Supplied) -> Option<Container> {
    let mut notes = bundle.recognised.notes.iter();
    notes.find_map(|note| match &note.kind {
        NoteKind::UnsupportedFormat(container) | NoteKind::PasswordNeeded { container, .. } => {
            Some(*container)
        }
        NoteKind::NotOpened {
            container,
            obstacle,
        } => match obstacle {
            Obstacle::Algorithm(_) | Obstacle::TooMuchWork | Obstacle::PublicKey => {
                Some(*container)
            }
            Obstacle::Damaged => None,
        },
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
