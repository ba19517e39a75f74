//! What can be taken away from an answer, as files.

use crate::certificate::Certificate;
use crate::explain::{Supplied, bundle_part};
use crate::input::{Note, NoteKind, to_pem};
use crate::lang::Lang;
#[cfg(feature = "containers")]
use crate::moment::Moment;
use crate::remedy::{Action, Preference};
use crate::render::{html_document, json, markdown};
use crate::repair::{self, BundleFile};
#[cfg(feature = "containers")]
use crate::repair::{OutputForm, Writing};
use crate::report::{CertificatePlace, Report};
use crate::text;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Download {
    /// The bundle without damage and with the root that was proven to help; what `certwhy repair` writes.
    RepairedBundle,
    /// The recommended root as PEM.
    RootPem,
    /// The same as DER, which Windows opens with a double click.
    RootDer,
    /// A PowerShell script that imports it.
    Script,
    /// The answer as a page.
    ReportHtml,
    /// The answer for a ticket.
    ReportMarkdown,
    /// The answer for programs.
    ReportJson,
}

/// What an answer was made from.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The answer.
    pub report: &'a Report,
    /// The inputs that it was made from.
    pub inputs: &'a [Supplied],
    /// The language of the files.
    pub lang: Lang,
}

/// A file to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name; of ASCII letters, digits, hyphens and one full stop.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Download {
    /// All kinds.
    pub const ALL: [Self; 7] = [
        Self::RepairedBundle,
        Self::RootPem,
        Self::RootDer,
        Self::Script,
        Self::ReportHtml,
        Self::ReportMarkdown,
        Self::ReportJson,
    ];

    /// Its public name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::RepairedBundle => "repaired-bundle",
            Self::RootPem => "root-pem",
            Self::RootDer => "root-der",
            Self::Script => "script",
            Self::ReportHtml => "report-html",
            Self::ReportMarkdown => "report-markdown",
            Self::ReportJson => "report-json",
        }
    }

    /// The kind of this public name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|download| download.as_str() == name)
    }
}

/// The file; `None` where the answer has none of this kind.
pub fn file(download: Download, context: &Context<'_>) -> Option<File> {
    let (report, lang) = (context.report, context.lang);
    let certificate = |ending: &str, media_type, bytes: fn(&Certificate) -> Vec<u8>| {
        let root = recommended_root(report)?;
        let name = text::file_name(root).replace(".pem", ending);
        Some(File {
            name,
            media_type,
            bytes: bytes(root),
        })
    };
    match download {
        Download::RepairedBundle => repaired_bundle(context),
        Download::RootPem => certificate(".pem", "application/x-pem-file", |root| {
            to_pem(root.as_der()).into_bytes()
        }),
        // RFC 5280 §4.2.2.1, RFC 2585 §4.1.
        Download::RootDer => certificate(".cer", "application/pkix-cert", |root| {
            root.as_der().to_vec()
        }),
        Download::Script => {
            let (name, bytes) = text::import_script(lang, recommended_root(report)?);
            Some(File {
                name,
                media_type: "text/plain; charset=utf-8",
                bytes,
            })
        }
        Download::ReportHtml => {
            let page = html_document(&text::write(lang, report));
            Some(written("html", "text/html; charset=utf-8", page))
        }
        Download::ReportMarkdown => {
            let page = markdown(&text::write(lang, report));
            Some(written("md", "text/markdown; charset=utf-8", page))
        }
        Download::ReportJson => Some(written("json", "application/json", json(report, lang))),
    }
}

fn written(ending: &str, media_type: &'static str, text: String) -> File {
    File {
        name: format!("certwhy-report.{ending}"),
        media_type,
        bytes: text.into_bytes(),
    }
}

/// The root that the answer tells to add.
fn recommended_root(report: &Report) -> Option<&Certificate> {
    report
        .remedies
        .iter()
        .find_map(|remedy| match (&remedy.action, remedy.preference) {
            (Action::AddRoot { root, .. }, Preference::Recommended) => Some(&**root),
            (
                Action::AddRoot { .. }
                | Action::ReplaceBundle { .. }
                | Action::MendBundle { .. }
                | Action::SendIntermediate { .. }
                | Action::RemoveFromBundle { .. }
                | Action::StopSending { .. },
                Preference::Recommended | Preference::Second(_),
            ) => None,
        })
}

/// `None` where there is no bundle with certificates that can be written as PEM, where nothing was wrong with it, or where
/// nothing that can be added was proven to help.
fn repaired_bundle(context: &Context<'_>) -> Option<File> {
    let parts = || {
        let inputs = context.inputs.iter();
        inputs.filter(|input| bundle_part(input).is_some())
    };
    let closed = |input: &Supplied| {
        let notes = &input.recognised.notes;
        let is_closed = |note: &Note| matches!(note.kind, NoteKind::UnsupportedFormat(_));
        input.recognised.opened.is_some() || notes.iter().any(is_closed)
    };
    let mut stores = parts().filter(|input| closed(input));
    if let Some(store) = stores.next() {
        return key_store(context, store).filter(|_| parts().count() == 1);
    }
    let added = if asks_of_a_chain(context.report) {
        repair::added(context.report).ok()?
    } else {
        Vec::new()
    };
    let repaired = BundleFile::of_inputs(context.inputs)?.with(added);
    let is_empty = repaired.kept() == 0;
    if is_empty || parts().all(|input| repaired.is_unchanged(&input.recognised)) {
        return None;
    }
    Some(File {
        name: "new-bundle.pem".to_owned(),
        media_type: "application/x-pem-file",
        bytes: repaired.to_pem().into_bytes(),
    })
}

/// A key store again, in its own form and under its own password: whatever reads it knows no others. `None` likewise.
#[cfg(feature = "containers")]
fn key_store(context: &Context<'_>, store: &Supplied) -> Option<File> {
    // What stays closed would be lost.
    if store.recognised.is_partly_closed() {
        return None;
    }
    let question = context.report.question.as_ref();
    let at = question.map_or(Moment::from_unix(0), |question| question.at);
    let writing = Writing::as_before(&store.recognised, at).ok()?;
    let added = if asks_of_a_chain(context.report) {
        repair::added(context.report).ok()?
    } else {
        Vec::new()
    };
    let repaired = BundleFile::of(&store.recognised).with(added);
    if repaired.kept() == 0 || repaired.is_unchanged(&store.recognised) {
        return None;
    }
    let (name, media_type) = match writing.form {
        OutputForm::Pem => return None,
        OutputForm::Jks => ("new-bundle.jks", "application/octet-stream"),
        OutputForm::Pkcs12 => ("new-bundle.p12", "application/x-pkcs12"),
    };
    Some(File {
        name: name.to_owned(),
        media_type,
        bytes: repaired.written(&writing),
    })
}

#[cfg(not(feature = "containers"))]
const fn key_store(_context: &Context<'_>, _store: &Supplied) -> Option<File> {
    None
}

/// Whether the answer is about certificates that a server sent.
fn asks_of_a_chain(report: &Report) -> bool {
    let is_sent = |place| match place {
        CertificatePlace::Presented | CertificatePlace::Both => true,
        CertificatePlace::Bundled | CertificatePlace::SetAside => false,
    };
    report.question.is_some() && report.certificates.iter().any(|shown| is_sent(shown.place))
}

#[cfg(test)]
mod tests;
