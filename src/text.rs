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
mod number;
mod page_word;
mod plain;
mod proof;
mod terms;
mod write;

#[cfg(test)]
mod tests;

pub use guidance::{Guidance, GuidanceStep, Platform};
pub use page_word::PageWord;
pub use plain::plain;
use write::Otherwise;

use crate::certificate::{Certificate, ServerNameProblem};
use crate::client::Profile;
use crate::doc::{Block, Doc, Inlines};
use crate::environment::Environment;
use crate::finding::{Code, Finding};
use crate::known::KnownRoot;
use crate::lang::Lang;
use crate::page::share::{NotShared, Problem as LinkProblem};
use crate::page::thumbprint::Comparison;
use crate::remedy::{Advice, Configure, Remedy};
use crate::report::{Asked, Report};
use crate::verdict::Verdict;

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

/// A document in two parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The answer, and what to do.
    pub answer: Doc,
    /// What else there is to know.
    pub rest: Vec<Block>,
}

impl Parts {
    /// Both parts as one document.
    pub fn joined(self) -> Doc {
        let mut doc = self.answer;
        doc.blocks.extend(self.rest);
        doc
    }
}

/// [`write()`] in two parts, for a page that puts elements of its own between them.
pub fn write_in_parts(lang: Lang, report: &Report) -> Parts {
    write::in_parts(lang, report)
}

/// The verdict while what explains it is on its way; `None` where there cannot be one yet.
pub fn preliminary(lang: Lang, asked: &Asked, verdict: Option<Verdict>) -> Doc {
    write::preliminary(lang, asked, verdict)
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

/// What the clients of a machine read.
#[cfg(feature = "cli")]
pub(crate) fn examined(lang: Lang, found: &crate::cli::Examined) -> Doc {
    write::examined(lang, found)
}

/// How to see what the command line has folded.
#[cfg(feature = "cli")]
pub(crate) fn folded(lang: Lang) -> Inlines {
    words!(lang, cli::folded())
}

/// Why a line of many asks nothing.
#[cfg(feature = "cli")]
pub(crate) fn line_problem(lang: Lang, problem: &crate::cli::LineProblem) -> Inlines {
    words!(lang, batch::line_problem(problem))
}

/// How far the command line is with many lines.
#[cfg(feature = "cli")]
pub(crate) fn standing(lang: Lang, standing: &crate::cli::Standing) -> Inlines {
    words!(lang, batch::standing(standing))
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
pub fn remedy(lang: Lang, remedy: &Remedy, environment: &Environment) -> Guidance {
    words!(lang, remedies::words(remedy, environment))
}

/// What to do where the program runs.
pub fn configure(lang: Lang, configure: &Configure) -> Guidance {
    words!(lang, ways::words(configure))
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

/// A word of the support page's frame.
pub const fn page_word(lang: Lang, word: PageWord) -> &'static str {
    words!(lang, page::word(word))
}

/// What an input with this many certificates holds.
pub fn page_certificates(lang: Lang, count: usize) -> Inlines {
    words!(lang, page::certificates(count))
}

/// What is said of inputs that are not listed.
pub fn page_unlisted(lang: Lang, more: usize) -> Inlines {
    words!(lang, page::unlisted(more))
}

/// What an input with nothing but an error text holds.
pub fn page_error_text(lang: Lang) -> Inlines {
    words!(lang, page::error_text())
}

/// Why there is no link; `None` for an example that has root certificates of its own.
pub fn not_shared(lang: Lang, problem: Option<NotShared>) -> Inlines {
    match problem {
        Some(problem) => words!(lang, page::not_shared(problem)),
        None => words!(lang, page::example_not_shared()),
    }
}

/// Why a link cannot be read.
pub fn link_problem(lang: Lang, problem: LinkProblem) -> Inlines {
    words!(lang, page::link_problem(problem))
}

/// The title of an example of the page, by its id.
pub fn example_title(lang: Lang, id: &str) -> &str {
    words!(lang, page::example_title(id))
}

/// Why what was typed is no name of a server.
pub fn host_problem(lang: Lang, typed: &str, problem: &ServerNameProblem) -> Inlines {
    words!(lang, host::words(typed, problem))
}

/// How to obtain what a server sends; the same as [`Advice::ProvideChain`], without the words of all other advice.
pub fn provide_chain(lang: Lang) -> Guidance {
    words!(lang, advice::provide_chain())
}

/// What to do, as the blocks of a document.
pub fn guidance_blocks(lang: Lang, guidance: &Guidance) -> Vec<Block> {
    write::guidance(lang, guidance)
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
