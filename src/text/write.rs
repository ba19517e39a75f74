//! What a document holds and in which order. The order is that in which somebody who is stuck needs it: the answer, the
//! reason, the picture, what to do, and only then all the rest. It is the same in every language.

mod actions;
mod browser;
mod bundle;
mod client;
mod code;
mod contents;
mod details;
#[cfg(feature = "cli")]
mod doctor;
mod drawing;
mod error_text;
mod excerpt;
mod finding;
mod left_out;
mod place;
mod readings;
mod roots;

pub(super) use actions::guidance;
pub(super) use browser::Otherwise;
pub(super) use bundle::bundle_check;
pub(super) use client::clients;
pub(super) use code::{code, codes};
#[cfg(feature = "cli")]
pub(super) use doctor::examined;
pub(super) use error_text::{Key, Run};
pub(super) use roots::roots;

use super::label::Label;
use super::{PageWord, Parts};
use crate::doc::{Block, Doc, Inlines, Level, Status, text};
use crate::finding::{Finding, Severity};
use crate::lang::Lang;
use crate::report::{Asked, Report};
use crate::verdict::Verdict;

/// The answer to a question of trust; a report without a question is the check of a bundle.
pub(super) fn explanation(lang: Lang, report: &Report) -> Doc {
    in_parts(lang, report).joined()
}

/// The same, split where a page puts what can be taken away: behind what is to be done.
pub(super) fn in_parts(lang: Lang, report: &Report) -> Parts {
    let (Some(asked), Some(verdict)) = (&report.question, report.verdict) else {
        return bundle::check_in_parts(lang, report);
    };
    let cause = cause(report);
    let mut blocks = vec![banner(lang, report, asked, verdict)];
    blocks.extend(why(lang, report, cause));
    blocks.extend(drawing::chain(lang, report, cause));
    let told = error_text::section(lang, report);
    let (before, after) = if cause.is_some() {
        (Vec::new(), told)
    } else {
        (told, Vec::new())
    };
    blocks.extend(before);
    blocks.extend(actions::what_to_do(lang, report));
    let mut rest = after;
    rest.extend(background(lang, report, asked));
    Parts {
        answer: Doc {
            lang,
            title: words!(lang, verdict::title(asked)),
            blocks,
        },
        rest,
    }
}

/// What is not needed at once.
fn background(lang: Lang, report: &Report, asked: &Asked) -> Vec<Block> {
    let mut blocks = client::other_clients(lang, report);
    blocks.extend(finding::others(lang, report, cause(report)));
    blocks.extend(readings::if_not_all(lang, &report.bundle));
    blocks.extend(bundle::facts(lang, report));
    blocks.extend(details::all(lang, report));
    blocks.push(details::glossary(lang));
    blocks.push(heading(lang, Label::NotChecked));
    let step = report.clients.first().map(|answer| answer.step);
    blocks.push(Block::list(words!(lang, clients::limits(asked, step))));
    blocks
}

/// What can be said before the reasons are known: the verdict, and that the rest follows.
pub(super) fn preliminary(lang: Lang, asked: &Asked, verdict: Option<Verdict>) -> Doc {
    let (status, word) = match verdict {
        Some(verdict) => (status(verdict), words!(lang, verdict::word(verdict))),
        None => (Status::Neutral, words!(lang, page::word(PageWord::Busy))),
    };
    let headline = words!(lang, page::word(PageWord::Preparing));
    Doc {
        lang,
        title: words!(lang, verdict::title(asked)),
        blocks: vec![Block::verdict(status, word, headline)],
    }
}

/// The finding that the verdict rests on.
fn cause(report: &Report) -> Option<&Finding> {
    report.cause().and_then(|_| report.findings.first())
}

fn banner(lang: Lang, report: &Report, asked: &Asked, verdict: Verdict) -> Block {
    let headline = match (cause(report), verdict) {
        (Some(cause), _) if report.remedies.is_empty() => {
            words!(lang, verdict::headline_without_remedy(cause))
        }
        (Some(cause), _) => words!(lang, verdict::headline(cause)),
        (None, Verdict::Trusted) if error_text::tells_of_certificates(report) => {
            words!(lang, verdict::trusted_in_spite_of_an_error())
        }
        (None, Verdict::Trusted) if may_not_last(report) => words!(lang, verdict::fragile()),
        (None, Verdict::Trusted) => words!(lang, verdict::trusted(asked.host.as_ref())),
        (None, Verdict::Undecided) if error_text::tells_of_something_else(report) => {
            words!(lang, error_text::something_else())
        }
        (None, Verdict::NotTrusted | Verdict::Undecided) => {
            words!(lang, verdict::unexplained(verdict))
        }
    };
    Block::verdict(
        status(verdict),
        words!(lang, verdict::word(verdict)),
        headline,
    )
}

const fn status(verdict: Verdict) -> Status {
    match verdict {
        Verdict::Trusted => Status::Trusted,
        Verdict::NotTrusted => Status::NotTrusted,
        Verdict::Undecided => Status::Undecided,
    }
}

/// Whether something says that a trusted server may not stay so.
fn may_not_last(report: &Report) -> bool {
    report.findings.iter().any(|finding| {
        matches!(
            finding,
            Finding::FragileTrust(_) | Finding::ExpiresSoon { .. }
        )
    })
}

fn why(lang: Lang, report: &Report, cause: Option<&Finding>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let before = cause.and_then(|cause| client::refused_file(lang, report, cause));
    let after = match before {
        Some(_) => None,
        None => client::native_error(lang, report),
    };
    if let Some(cause) = cause {
        blocks.push(heading(lang, Label::Why));
        blocks.extend(before.into_iter().flatten());
        blocks.extend(finding::paragraphs(lang, cause));
    }
    blocks.extend(after);
    blocks.extend(cause.and_then(|cause| browser::block(lang, cause)));
    blocks
}

/// A main heading.
fn heading(lang: Lang, label: Label) -> Block {
    Block::heading(Level::Section, words!(lang, labels::label(label)))
}

/// A heading below a main one.
fn subheading(lang: Lang, label: Label) -> Block {
    Block::heading(Level::Subsection, words!(lang, labels::label(label)))
}

/// A name with its value, the name being a label.
fn fact(lang: Lang, label: Label, value: impl Into<Inlines>) -> (Inlines, Inlines) {
    (words!(lang, labels::label(label)).into(), value.into())
}

/// How a severity is shown.
const fn severity(severity: Severity) -> crate::doc::Severity {
    match severity {
        Severity::Error => crate::doc::Severity::Error,
        Severity::Warning => crate::doc::Severity::Warning,
        Severity::Note => crate::doc::Severity::Note,
    }
}

/// Our own words made at run time, such as a number of a standard.
fn own(words: &(impl ToString + ?Sized)) -> Inlines {
    text(words.to_string()).into()
}
