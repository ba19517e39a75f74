//! In which form a bundle is written, and under which password.

use super::write::Destination;
use crate::cli::arguments::ContainerName;
use crate::cli::complaint::{Complaint, Protected, Refusal};
use crate::explain::Supplied;
use crate::input::{
    Container, ContainerNote, Content, NoteKind, Obstacle, Password, Passwords, PemLabel,
};
use crate::moment::Moment;
use crate::repair::{NotAsBefore, OutputForm, Writing};

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
        Destination::InPlace(_) => in_place(asked, bundle, at)?,
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

fn in_place(asked: Option<OutputForm>, bundle: &Supplied, at: Moment) -> Result<Form, Complaint> {
    let recognised = &bundle.recognised;
    let form = match Writing::as_before(recognised, at) {
        Ok(Writing { form, password, .. }) => {
            let protected = match recognised.opened.as_ref().map(|it| &it.password) {
                Some(Some(_)) => Protected::AsBefore,
                Some(None) | None => Protected::ByNothing,
            };
            Ok((form, password, protected))
        }
        Err(NotAsBefore::OtherForm) if recognised.opened.is_none() && is_pem(bundle) => {
            Ok((OutputForm::Pem, Password::new(""), Protected::ByNothing))
        }
        Err(NotAsBefore::OtherForm) => Err(Refusal::OtherForm),
        Err(NotAsBefore::HoldsPrivateKey) => Err(Refusal::HoldsPrivateKey),
        Err(NotAsBefore::PasswordUnknown) => Err(Refusal::PasswordUnknown),
    };
    form.and_then(|form| match asked {
        Some(asked) if asked != form.0 => Err(Refusal::OtherForm),
        Some(_) | None => Ok(form),
    })
    .map_err(Complaint::Refused)
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
        NoteKind::UnsupportedFormat(container) => Some(*container),
        NoteKind::Container(said) => closed_container(said),
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
        | NoteKind::TrustSettings { .. }
        | NoteKind::TrailingData { .. }
        | NoteKind::ChainOnlyNamed { .. }
        | NoteKind::NotesOmitted { .. } => None,
    })
}

const fn closed_container(said: &ContainerNote) -> Option<Container> {
    match said {
        ContainerNote::PasswordNeeded { container, .. }
        | ContainerNote::NotOpened {
            container,
            obstacle: Obstacle::Algorithm(_) | Obstacle::TooMuchWork | Obstacle::PublicKey,
        } => Some(*container),
        ContainerNote::NotOpened {
            obstacle: Obstacle::Damaged,
            ..
        }
        | ContainerNote::IntegrityUnproven { .. }
        | ContainerNote::LimitedTrust { .. }
        | ContainerNote::WithoutJavaTrust { .. } => None,
    }
}
