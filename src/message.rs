//! Messages between the page and its worker, as the browser carries them: a request or a reply, then its parts.

use crate::page::{Reply, Request};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// Answers one message. One that cannot be read is answered by an empty one.
pub(crate) fn answer(
    message: &Array,
    serve: impl FnOnce(&Request, &[Vec<u8>]) -> (Reply, Vec<Vec<u8>>),
) -> Array {
    let Some(request) = Request::read(&message.get(0).as_string().unwrap_or_default()) else {
        return Array::new();
    };
    let parts: Vec<Vec<u8>> = parts(message).map(|part| part.to_vec()).collect();
    let (reply, parts) = serve(&request, &parts);
    let message = Array::of1(&JsValue::from(reply.write()));
    for part in parts {
        message.push(&Uint8Array::from(part.as_slice()));
    }
    message
}

/// The parts of a message.
pub(crate) fn parts(message: &Array) -> impl Iterator<Item = Uint8Array> {
    message
        .iter()
        .skip(1)
        .filter_map(|part| part.dyn_into().ok())
}
