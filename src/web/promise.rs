//! Promises, without a runtime for them: what is to be done when one is kept or broken.

use js_sys::Function;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Does one of the two when a promise is settled.
pub(super) fn then(
    promise: &JsValue,
    kept: impl FnOnce(JsValue) + 'static,
    broken: impl FnOnce(JsValue) + 'static,
) {
    let then = js_sys::Reflect::get(promise, &JsValue::from_str("then"));
    if let Ok(then) = then.and_then(JsCast::dyn_into::<Function>) {
        let (kept, broken) = (Closure::once_into_js(kept), Closure::once_into_js(broken));
        // `then` of a promise does not throw.
        let _ = then.call2(promise, &kept, &broken);
    }
}
