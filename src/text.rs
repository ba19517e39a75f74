//! All words for users: a report becomes a document, in English or Japanese.
//!
//! Words are typed functions. `en` and `ja` have the same functions, and `words!` calls the one of a language: what is
//! missing in either does not compile. Sentences are whole in each language; the order of a document, which is the same
//! in both, is in `write`.

/// Calls the function of this path in the module of a language.
macro_rules! words {
    ($lang:expr, $module:ident::$function:ident ( $($argument:expr),* $(,)? )) => {
        match $lang {
            $crate::lang::Lang::En => $crate::text::en::$module::$function($($argument),*),
            $crate::lang::Lang::Ja => $crate::text::ja::$module::$function($($argument),*),
        }
    };
}

mod en;
mod guidance;
mod ja;
mod label;
mod name;
mod plain;
mod terms;
mod write;

#[cfg(test)]
mod tests;

pub use guidance::{Guidance, GuidanceStep, Platform};
pub use plain::plain;
use write::Otherwise;

use crate::certificate::Certificate;
use crate::client::Profile;
use crate::doc::{Doc, Inlines};
use crate::finding::{Code, Finding};
use crate::known::KnownRoot;
use crate::lang::Lang;
use crate::page::thumbprint::Comparison;
use crate::remedy::{Advice, Remedy};
use crate::report::Report;

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingWords {
    /// What was found, in one sentence.
    pub title: Inlines,
    /// What it means, in paragraphs.
    pub detail: Vec<Inlines>,
}

/// The answer to a question of trust.
pub fn write(lang: Lang, report: &Report) -> Doc {
    write::explanation(lang, report)
}

/// The check of a bundle alone.
pub fn bundle(lang: Lang, report: &Report) -> Doc {
    write::bundle_check(lang, report)
}

/// What the command line has against its arguments and files.
#[cfg(feature = "cli")]
pub(crate) fn complaint(lang: Lang, complaint: &crate::cli::Complaint) -> Inlines {
    words!(lang, cli::complaint(complaint))
}

/// How to see what the command line has folded.
#[cfg(feature = "cli")]
pub(crate) fn folded(lang: Lang) -> Inlines {
    words!(lang, cli::folded())
}

/// What the command line tells beside its output.
#[cfg(feature = "cli")]
pub(crate) fn notice(lang: Lang, notice: &crate::cli::Notice) -> Inlines {
    words!(lang, cli::notice(notice))
}

/// One finding.
pub fn finding(lang: Lang, finding: &Finding) -> FindingWords {
    words!(lang, findings::finding(finding))
}

/// What to do, proven.
pub fn remedy(lang: Lang, remedy: &Remedy) -> Guidance {
    words!(lang, remedies::words(remedy))
}

/// The file name of a certificate, `amazon-root-ca-1.pem`: made of lower-case letters, digits and hyphens.
pub fn file_name(certificate: &Certificate) -> String {
    guidance::FileName::of(certificate).to_string()
}

/// A PowerShell script that adds a root to a store of Windows once its fingerprints are compared, with its name.
pub fn import_script(lang: Lang, root: &Certificate) -> (String, Vec<u8>) {
    (
        guidance::import_script_name(root),
        guidance::import_script(lang, root),
    )
}

/// What comes of comparing a pasted thumbprint.
pub fn thumbprint(lang: Lang, comparison: &Comparison) -> Inlines {
    words!(lang, thumbprint::words(comparison))
}

/// What else to do.
pub fn advice(lang: Lang, advice: &Advice) -> Guidance {
    words!(lang, advice::words(advice))
}

/// The long explanation of one code.
pub fn code(lang: Lang, code: Code) -> Doc {
    write::code(lang, code)
}

/// Every code with what it stands for.
pub fn codes(lang: Lang) -> Doc {
    write::codes(lang)
}

/// The client profiles, and on what evidence each rests.
pub fn clients(lang: Lang, profiles: &[Profile]) -> Doc {
    write::clients(lang, profiles)
}

/// Known roots that were found for what a user typed; an empty query stands for all of them.
pub fn roots(lang: Lang, roots: &[KnownRoot<'_>], query: &str) -> Doc {
    write::roots(lang, roots, query)
}
