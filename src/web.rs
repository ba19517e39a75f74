//! The page in a browser: events in, elements out. Everything that it decides is decided in [`crate::page`].
//!
//! The module runs twice, once beside the document and once in a worker, and shares nothing between the two but messages.

mod action;
mod bridge;
mod clipboard;
mod controls;
mod dom;
mod events;
mod files;
mod outcome;
mod state;
mod take;

use crate::page::{Engine, Request};
use js_sys::{Array, Function, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

/// Builds the page. `spawn` makes a worker that runs this module.
#[wasm_bindgen]
pub fn start(spawn: Function) {
    state::start(spawn);
}

/// Takes what was loaded last: the certificates of the known roots, and the examples. From here on the page is sealed,
/// so the worker is started again: a worker is bound by the policy that its page had when it was made.
#[wasm_bindgen]
pub fn complete(roots: Uint8Array, examples: &[u8]) {
    state::complete(roots, examples);
}

/// In the worker: answers one message, a request followed by its parts.
#[wasm_bindgen]
pub fn serve(message: &Array) -> Array {
    thread_local! {
        static ENGINE: RefCell<Engine> = RefCell::new(Engine::default());
    }
    let request = message.get(0).as_string().unwrap_or_default();
    let Ok(request) = serde_json::from_str::<Request>(&request) else {
        return Array::new();
    };
    let parts: Vec<Vec<u8>> = message
        .iter()
        .skip(1)
        .filter_map(|part| part.dyn_into::<Uint8Array>().ok())
        .map(|part| part.to_vec())
        .collect();
    let (reply, parts) = ENGINE.with_borrow_mut(|engine| engine.serve(&request, &parts));
    let reply = serde_json::to_string(&reply).unwrap_or_default();
    let message = Array::of1(&JsValue::from(reply));
    for part in parts {
        message.push(&Uint8Array::from(part.as_slice()));
    }
    message
}
