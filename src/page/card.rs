//! An input as the page lists it: its name, what it was found to be, and what can be done with it.

use super::html::{button, word, words};
use super::message::Card;
use super::place::Place;
use super::secret::Cleaned;
use crate::doc::Inlines;
use crate::explain::Supplied;
use crate::finding::Finding;
#[cfg(feature = "containers")]
use crate::input::{ContainerNote, Note, NoteKind};
use crate::lang::Lang;
use crate::render::html_text;
use crate::text::{self, PageWord};

/// An input with what is known of it.
pub(super) struct Shown<'a> {
    pub(super) name: &'a str,
    pub(super) place: Place,
    pub(super) supplied: &'a Supplied,
    pub(super) cleaned: &'a Cleaned,
}

/// The card of an input, with its index among those that stay.
pub(super) fn card((lang, describe): (Lang, Describe), index: usize, shown: &Shown<'_>) -> Card {
    let name = html_text(shown.name);
    let what = words(&describe(lang, shown.supplied));
    let secret = match shown.cleaned {
        Cleaned::Untouched => String::new(),
        Cleaned::Blanked(_) => remark(lang, PageWord::KeyLeftOut),
        Cleaned::Refused => remark(lang, PageWord::KeyRefused),
    };
    let closed = closed(shown.supplied);
    let actions = match shown.cleaned {
        Cleaned::Refused => String::new(),
        Cleaned::Untouched | Cleaned::Blanked(_) => actions(lang, index, (&name, shown)),
    };
    Card {
        place: shown.place,
        html: format!(
            "<li class=\"pg-card{closed}\"><p><strong class=\"pg-file\">{name}</strong> \
             <span class=\"pg-what\">{what}</span></p>{secret}<p class=\"pg-card-actions\">{actions}</p></li>"
        ),
    }
}

/// In place of cards: how many more inputs there are.
pub(super) fn unlisted(lang: Lang, place: Place, more: usize) -> Card {
    let words = words(&text::page_unlisted(lang, more));
    Card {
        place,
        html: format!("<li class=\"pg-card\"><p>{words}</p></li>"),
    }
}

/// A class of its own for a key store that asks for its password, or was opened by it: the field for it is shown then.
#[cfg(feature = "containers")]
fn closed(supplied: &Supplied) -> &'static str {
    let asks = |note: &Note| {
        let kind = &note.kind;
        matches!(
            kind,
            NoteKind::Container(
                ContainerNote::PasswordNeeded { .. } | ContainerNote::IntegrityUnproven { .. }
            )
        )
    };
    let own = supplied
        .recognised
        .opened
        .as_ref()
        .and_then(|opened| opened.password.as_ref());
    if supplied.recognised.notes.iter().any(asks) || own.is_some_and(|it| !it.is_usual()) {
        " pg-closed"
    } else {
        ""
    }
}

#[cfg(not(feature = "containers"))]
const fn closed(_supplied: &Supplied) -> &'static str {
    ""
}

/// What can be done with an input that is held.
fn actions(lang: Lang, index: usize, (name, shown): (&str, &Shown<'_>)) -> String {
    let remove = labelled(lang, PageWord::Remove, (name, format!("remove:{index}")));
    let elsewhere = match shown.place {
        Place::Bundle => Some((PageWord::UseAsChain, Place::Chain)),
        Place::Chain => Some((PageWord::UseAsBundle, Place::Bundle)),
        Place::Error | Place::KnownRoots => None,
    };
    let certificates = shown.supplied.recognised.certificates().next().is_some();
    match elsewhere {
        Some((label, place)) if certificates => {
            let action = format!("move:{index}:{}", place.as_str());
            labelled(lang, label, (name, action)) + &remove
        }
        Some(_) | None => remove,
    }
}

/// A button whose name for a screen reader says which input it is about.
fn labelled(lang: Lang, label: PageWord, (name, action): (&str, String)) -> String {
    let label = word(lang, label);
    button(
        &format!("{label} <span class=\"pg-hidden\">{name}</span>"),
        &action,
    )
}

fn remark(lang: Lang, said: PageWord) -> String {
    format!("<p class=\"pg-remark\">{}</p>", word(lang, said))
}

/// Says what an input was found to be.
pub(super) type Describe = fn(Lang, &Supplied) -> Inlines;

/// How much there is in it.
pub(super) fn amount(lang: Lang, supplied: &Supplied) -> Inlines {
    let certificates = supplied.recognised.certificates().count();
    match (certificates, supplied.recognised.items.is_empty()) {
        (0, true) => Inlines::new(),
        (0, false) => text::page_error_text(lang),
        (several, _) => text::page_certificates(lang, several),
    }
}

/// The same; where it holds nothing, what is wrong with it.
pub(super) fn amount_or_fault(lang: Lang, supplied: &Supplied) -> Inlines {
    match supplied.recognised.notes.first() {
        Some(note) if supplied.recognised.items.is_empty() => {
            text::finding(lang, &Finding::File(note.clone())).title
        }
        Some(_) | None => amount(lang, supplied),
    }
}
