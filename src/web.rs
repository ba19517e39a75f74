//! The page in a browser: events in, elements out. Everything that it decides is decided in [`crate::page`].
//!
//! The module runs twice, once beside the document and once in a worker, until the larger module of [`crate::worker`] is
//! there and takes the worker's place. The two share nothing but messages.

mod action;
mod bridge;
mod clipboard;
mod controls;
mod dom;
mod events;
mod files;
mod later;
mod outcome;
mod promise;
mod state;
mod take;

use js_sys::{Array, Function, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;

/// Builds the page. `spawn` makes a worker that runs this module.
#[wasm_bindgen]
pub fn start(spawn: Function) {
    state::start(spawn);
}

/// Whether an answer is awaited.
#[wasm_bindgen]
pub fn is_asked() -> bool {
    state::with(|state| state.bridge.is_explaining()).unwrap_or_default()
}

/// Takes what was loaded last: the certificates of the known roots, and the examples. From here on the page is sealed,
/// so the worker is started again: a worker is bound by the policy that its page had when it was made.
#[wasm_bindgen]
pub fn complete(roots: Uint8Array, examples: &str) {
    state::complete(roots, examples);
}

/// In the worker, until the engine is there: answers one message, a request followed by its parts.
#[wasm_bindgen]
pub fn verdict(message: &Array) -> Array {
    crate::message::answer(message, crate::page::first_answer)
}
