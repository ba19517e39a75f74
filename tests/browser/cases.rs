//! The cases, as a table: what is done in the page, and what must come of it.

mod answers;
mod attacks;
mod cancelling;
mod doctor;
mod equality;
mod inputs;
mod keyboard;
mod looks;
mod safety;
mod taking;

use crate::page::Page;
use crate::world::Document;

/// A case; each begins with the page as it was just loaded.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) documents: Documents,
    pub(crate) traces: Traces,
    pub(crate) run: fn(&Page<'_>),
}

/// The documents for which a case makes sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Documents {
    Both,
    /// What a file has no part in, or where the second would say nothing new.
    Served,
}

/// What a case leaves behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Traces {
    /// No request, nothing in the console, no violation of the policy.
    Nothing,
    /// It tries what the policy forbids, and looks itself.
    Refusals,
}

impl Case {
    /// Whether the case is to be run: a filter names a browser, a document, or a part of a case's name.
    pub(crate) fn is_wanted(&self, document: Document, filters: &[&str]) -> bool {
        let name = format!("{document:?}").to_lowercase();
        let own = filters
            .iter()
            .filter(|filter| !["chromium", "firefox", "served", "file"].contains(filter));
        let mut own = own.peekable();
        let named = own.peek().is_none() || own.any(|filter| self.name.contains(filter));
        let documents = filters
            .iter()
            .filter(|filter| ["served", "file"].contains(filter));
        let mut documents = documents.peekable();
        let here = documents.peek().is_none() || documents.any(|filter| **filter == name);
        named && here && (self.documents == Documents::Both || document == Document::Served)
    }
}

const fn both(name: &'static str, run: fn(&Page<'_>)) -> Case {
    Case {
        name,
        documents: Documents::Both,
        traces: Traces::Nothing,
        run,
    }
}

const fn served(name: &'static str, run: fn(&Page<'_>)) -> Case {
    Case {
        documents: Documents::Served,
        ..both(name, run)
    }
}

/// The first case begins with an empty cache.
pub(crate) const CASES: &[Case] = &[
    served(
        "each asset is fetched once, and nothing else",
        safety::fetched_once,
    ),
    Case {
        traces: Traces::Refusals,
        ..both("the sealed page reaches nobody", safety::sealed)
    },
    both("several files are dropped", inputs::dropped),
    both("content finds its place", inputs::misplaced),
    both("one file alone says what it can", inputs::alone),
    both("a text is pasted anywhere", inputs::pasted),
    both("files are chosen with the button", inputs::chosen),
    both("a text is typed", inputs::typed),
    both("a key store asks for its password", inputs::locked),
    both("inputs are removed and moved", inputs::removed_and_moved),
    both("long work is cancelled", inputs::cancelled),
    served("hostile files do not stop the page", attacks::files),
    served(
        "hostile key stores do not stop the page",
        attacks::key_stores,
    ),
    served("hostile PKIs do not stop the page", attacks::graphs),
    served(
        "ten times larger PKIs do not stop the page",
        attacks::tenfold_graphs,
    ),
    served("work is cancelled at any moment", cancelling::any_moment),
    served("memory is returned", cancelling::memory),
    both("each example gives its answer", answers::examples),
    both("the language is switched", answers::language),
    served(
        "the language is the browser's",
        answers::language_of_the_browser,
    ),
    both("a thumbprint is compared", answers::thumbprint),
    both("a damaged bundle alone is examined", doctor::bundle),
    both("every client has its row", doctor::clients),
    both("files are saved", taking::saved),
    both("a command is copied", taking::copied),
    both("a link brings the same answer", taking::linked),
    both("a private key is not kept", safety::private_key),
    both("a typed private key is not kept", safety::typed_private_key),
    both("hostile names do nothing", safety::hostile),
    both("the keyboard is enough", keyboard::walk),
    both("keys press buttons", keyboard::pressed),
    served("motion is reduced on request", looks::reduced_motion),
    served("nothing is wider than 320 pixels", looks::narrow),
    served("axe finds nothing", looks::axe),
    served("reports are those of the command line", equality::reports),
];
