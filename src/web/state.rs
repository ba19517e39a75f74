//! What the page holds: the inputs, the language, the way to the worker. There is no other state.

use super::bridge::Bridge;
use super::{controls, events};
use crate::lang::Lang;
use crate::page::{Asked, Choice, Examples, Given, Place, Request};
use js_sys::{Function, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::JsValue;

/// An input that is held.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub(super) name: String,
    pub(super) content: Content,
    pub(super) choice: Choice,
    pub(super) origin: Origin,
}

/// What stands in an input: a `Uint8Array`, or what only the worker reads, a large file, a `Blob`, or a long text, a string.
/// Copying it here would stop the page.
pub(super) type Content = JsValue;

/// How an input came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// As a file, or pasted.
    File,
    /// Typed into the text area of a place.
    Typed(Place),
    /// With an example.
    Example,
}

/// The page.
#[derive(Debug)]
pub(super) struct State {
    pub(super) lang: Lang,
    pub(super) held: Vec<Held>,
    pub(super) bridge: Bridge,
    pub(super) examples: Examples,
    /// What stood in the controls when an answer was last asked for.
    pub(super) seen: Vec<String>,
    roots: Option<Content>,
    stale: bool,
}

thread_local! {
    static STATE: RefCell<Option<State>> = const { RefCell::new(None) };
}

/// Does something with the state. `None` before the start, and inside of itself.
pub(super) fn with<T>(act: impl FnOnce(&mut State) -> T) -> Option<T> {
    STATE.with(|state| state.try_borrow_mut().ok()?.as_mut().map(act))
}

/// Builds the page.
pub(super) fn start(spawn: Function) {
    let lang = controls::language();
    STATE.with(|state| {
        *state.borrow_mut() = Some(State {
            lang,
            held: Vec::new(),
            bridge: Bridge::new(spawn),
            examples: Examples::default(),
            seen: Vec::new(),
            roots: None,
            stale: false,
        });
    });
    controls::build(lang);
    events::listen();
}

/// The rest has arrived, and the page is sealed.
pub(super) fn complete(roots: Uint8Array, examples: &str) {
    with(|state| {
        state.roots = Some(roots.into());
        state.examples = Examples::read(examples);
        state.restart();
        controls::list_examples(state.lang, &state.examples);
    });
    super::take::open_link();
}

impl State {
    /// Starts a new worker, gives it what it needs, and asks again.
    pub(super) fn restart(&mut self) {
        self.cancel();
        self.explain();
    }

    /// Ends what is running; a new worker waits for the next question.
    pub(super) fn cancel(&mut self) {
        self.stale = false;
        self.bridge.restart();
        if let Some(roots) = &self.roots {
            self.bridge
                .send(&Request::Attach, core::slice::from_ref(roots));
        }
    }

    /// Takes inputs. One of a name that is held replaces it, and what an example brought gives way.
    pub(super) fn add(&mut self, added: Vec<Held>) {
        let own = added.iter().all(|held| held.origin != Origin::Example);
        if own && self.is_example() {
            self.forget();
        }
        for held in added {
            let same = |other: &&mut Held| other.name == held.name && other.origin == held.origin;
            match self.held.iter_mut().find(same) {
                Some(slot) => *slot = held,
                None => self.held.push(held),
            }
        }
        self.explain();
    }

    /// Whether an example is shown.
    pub(super) fn is_example(&self) -> bool {
        self.held.iter().any(|held| held.origin == Origin::Example)
    }

    /// Takes all inputs away, with what was typed.
    pub(super) fn forget(&mut self) {
        self.held.clear();
        controls::empty();
    }

    /// Everything that the user gave, with its bytes.
    pub(super) fn asked(&self) -> (Asked, Vec<Content>) {
        let given = |held: &Held| Given {
            name: held.name.clone(),
            choice: held.choice,
        };
        let asked = Asked {
            given: self.held.iter().map(given).collect(),
            ..controls::asked(self.lang)
        };
        (
            asked,
            self.held.iter().map(|held| held.content.clone()).collect(),
        )
    }

    /// Asks for an answer. While one is awaited, the next question waits: only the latest counts.
    pub(super) fn explain(&mut self) {
        self.seen = controls::values().to_vec();
        if self.bridge.is_explaining() {
            self.stale = true;
            return;
        }
        self.stale = false;
        let (asked, parts) = self.asked();
        self.bridge.send(&Request::Explain(asked), &parts);
    }

    /// Asks again where something has changed since. Says whether it did.
    pub(super) fn catch_up(&mut self) -> bool {
        let stale = self.stale;
        if stale {
            self.explain();
        }
        stale
    }
}
