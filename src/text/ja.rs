//! Japanese. The style is that of vendors' support pages: です・ます, terms as Windows and the IPA write them.

use super::FindingWords;
use crate::doc::Inlines;
use crate::finding::Cert;
use crate::say;
use crate::store::Held;
use std::sync::Arc;

pub(super) mod actions;
pub(super) mod advice;
#[cfg(feature = "cli")]
pub(super) mod batch;
pub(super) mod browser;
pub(super) mod bundle;
#[cfg(feature = "cli")]
pub(super) mod cli;
pub(super) mod clients;
pub(super) mod codes;
pub(super) mod contents;
#[cfg(feature = "cli")]
pub(super) mod doctor;
pub(super) mod error_text;
pub(super) mod findings;
pub(super) mod host;
pub(super) mod labels;
pub(super) mod left_out;
pub(super) mod notes;
pub(super) mod page;
pub(super) mod paths;
pub(super) mod places;
pub(super) mod readings;
pub(super) mod remedies;
pub(super) mod roots;
pub(super) mod script;
pub(super) mod thumbprint;
pub(super) mod verdict;
pub(super) mod ways;

/// Words of a finding from its title and the paragraphs that apply.
fn words(title: Inlines, detail: impl IntoIterator<Item = Inlines>) -> FindingWords {
    FindingWords {
        title,
        detail: detail.into_iter().collect(),
    }
}

/// A name in quotation marks.
fn quoted(name: Inlines) -> Inlines {
    say!("「{name}」", name)
}

/// A few certificates, and how many more.
fn listed(certs: &[Cert]) -> Inlines {
    and_more(super::name::first_few_certs(certs, "、", quoted))
}

/// The same of certificates that need not have been read.
fn listed_held(helds: &[Arc<Held>]) -> Inlines {
    and_more(super::name::first_few_held(helds, "、", quoted))
}

fn and_more(few: (Inlines, usize)) -> Inlines {
    match few {
        (names, 0) => names,
        (names, more) => say!("{names}ほか {more} 件", names, more),
    }
}
