//! The page's engine in its worker: messages in, messages out.

use crate::page::Engine;
use js_sys::Array;
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

/// Answers one message, a request followed by its parts.
#[wasm_bindgen]
pub fn serve(message: &Array) -> Array {
    thread_local! {
        static ENGINE: RefCell<Engine> = RefCell::new(Engine::default());
    }
    ENGINE.with_borrow_mut(|engine| {
        crate::message::answer(message, |request, parts| engine.serve(request, parts))
    })
}
