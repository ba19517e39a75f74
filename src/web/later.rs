//! What of an answer comes later: long and folded away, so that nobody waits for it, and the page does not stand still.

use super::dom;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

thread_local! {
    static PIECES: RefCell<VecDeque<String>> = const { RefCell::new(VecDeque::new()) };
    static IS_DUE: Cell<bool> = const { Cell::new(false) };
}

/// Shows the pieces of the answer at hand, one in each turn; those of the one before are dropped.
pub(super) fn show(pieces: Vec<String>) {
    PIECES.set(pieces.into());
    go_on();
}

fn go_on() {
    let is_empty = PIECES.with_borrow(VecDeque::is_empty);
    let Some(window) = dom::window().filter(|_| !is_empty && !IS_DUE.get()) else {
        return;
    };
    let callback = Closure::once_into_js(next);
    let due =
        window.set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), 0);
    IS_DUE.set(due.is_ok());
}

fn next() {
    IS_DUE.set(false);
    if let Some(piece) = PIECES.with_borrow_mut(VecDeque::pop_front) {
        dom::set_html_of_first("#answer .cw-piece:empty", &piece);
    }
    go_on();
}
