//! The containers in which a bundle is written, as bytes: PEM, and the two that Java reads.

mod alias;
mod der;
mod java;
mod pkcs12;

use super::BundleFile;
use crate::input::{Container, ContainerNote, NoteKind, Opened, Password, Recognised};
use crate::moment::Moment;

/// A container that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OutputForm {
    /// PEM with a comment above each certificate.
    #[cfg_attr(
        not(feature = "cli"),
        expect(dead_code, reason = "the page writes PEM without a form")
    )]
    Pem,
    /// Java's own key store, which every Java reads.
    Jks,
    /// PKCS #12 as `keytool` writes it, which Java 8u301, 11.0.12 and later read.
    Pkcs12,
}

impl OutputForm {
    /// The form of a container that was read; `None` where that cannot be written.
    pub(crate) const fn of(opened: &Opened) -> Option<Self> {
        match opened.container {
            Container::Jks => Some(Self::Jks),
            Container::Pkcs12 => Some(Self::Pkcs12),
            Container::Jceks
            | Container::BouncyCastle
            | Container::SerializedStore
            | Container::NssCertdata
            | Container::Pkcs7WithoutCertificates => None,
        }
    }
}

/// How a key store is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Writing {
    /// In which form.
    pub(crate) form: OutputForm,
    /// Under which password; PEM has none.
    pub(crate) password: Password,
    /// When, for the entries of a JKS.
    pub(crate) at: Moment,
}

/// Why a key store is not written anew in its own form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotAsBefore {
    /// Its form cannot be written.
    OtherForm,
    /// It holds private keys, which are never copied.
    HoldsPrivateKey,
    /// Its password is not known.
    PasswordUnknown,
}

impl Writing {
    /// In the form and under the password of a container that was read: what reads it knows no others.
    pub(crate) fn as_before(recognised: &Recognised, at: Moment) -> Result<Self, NotAsBefore> {
        let opened = recognised.opened.as_ref();
        let (opened, form) = opened
            .and_then(|opened| Some((opened, OutputForm::of(opened)?)))
            .ok_or(NotAsBefore::OtherForm)?;
        let has = |wanted: fn(&NoteKind) -> bool| {
            let mut notes = recognised.notes.iter();
            notes.any(|note| wanted(&note.kind))
        };
        if has(|kind| matches!(kind, NoteKind::PrivateKeyPresent(_))) {
            return Err(NotAsBefore::HoldsPrivateKey);
        }
        let is_open = form == OutputForm::Pkcs12
            && !has(|kind| {
                matches!(
                    kind,
                    NoteKind::Container(ContainerNote::IntegrityUnproven { .. })
                )
            });
        let password = match &opened.password {
            Some(password) => password.clone(),
            None if is_open => Password::new(""),
            None => return Err(NotAsBefore::PasswordUnknown),
        };
        Ok(Self { form, password, at })
    }
}

impl BundleFile {
    /// The file in a form. The same certificates and password give the same bytes.
    pub(crate) fn written(&self, writing: &Writing) -> Vec<u8> {
        let entries = || alias::entries(self);
        match writing.form {
            OutputForm::Pem => self.to_pem().into_bytes(),
            OutputForm::Jks => java::store(&entries(), writing),
            OutputForm::Pkcs12 => pkcs12::store(&entries(), &writing.password),
        }
    }
}

#[cfg(test)]
mod tests;
