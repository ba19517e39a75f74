//! What is taken away or brought along: files to save, links, examples.

use super::dom::Shown;
use super::state::{self, Held, Origin, State};
use super::{controls, dom};
use crate::page::{Asked, Choice, Request};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Shows an example in place of what is held.
pub(super) fn example(id: &str) {
    state::with(|state| {
        let Some(example) = state.examples.find(id).cloned() else {
            return;
        };
        let texts = &state.examples.texts;
        let held = example.files.iter().filter_map(|file| {
            Some(Held {
                name: file.name.clone(),
                content: Uint8Array::from(texts.get(file.text)?.as_bytes()).into(),
                choice: Choice::Area(file.place),
                origin: Origin::Example,
            })
        });
        let held: Vec<Held> = held.collect();
        state.forget();
        controls::fill(&Asked {
            host: example.host,
            at: example.at,
            client: example.client,
            ..Asked::default()
        });
        state.add(held);
    });
    scroll_to("answer");
}

fn scroll_to(id: &str) {
    if let Some(element) = dom::by_id::<web_sys::Element>(id) {
        element.scroll_into_view();
    }
}

/// Asks for a file.
pub(super) fn download(what: &str) {
    state::with(|state| {
        let (asked, parts) = state.asked();
        let what = what.to_owned();
        state
            .bridge
            .send(&Request::Download { what, asked }, &parts);
    });
}

/// Saves a file that has arrived.
pub(super) fn save(name: &str, media_type: &str, bytes: Option<&Uint8Array>) {
    let saved = || {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        let parts = Array::of1(bytes?);
        let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
        let address = Url::create_object_url_with_blob(&blob).ok()?;
        let link = dom::document()?.create_element("a").ok()?;
        let link: HtmlAnchorElement = link.dyn_into().ok()?;
        link.set_href(&address);
        link.set_download(name);
        link.click();
        Url::revoke_object_url(&address).ok()
    };
    // A browser that cannot save says so itself.
    let _ = saved();
}

/// Asks what a pasted thumbprint is.
pub(super) fn compare() {
    state::with(|state| {
        let pasted = dom::value("thumbprint");
        let (asked, parts) = state.asked();
        state
            .bridge
            .send(&Request::Compare { pasted, asked }, &parts);
    });
}

/// Asks for the fragment of a link.
pub(super) fn share() {
    state::with(|state| {
        let (asked, parts) = state.asked();
        state.bridge.send(&Request::Share(asked), &parts);
    });
}

/// Shows a link, in the address as well.
pub(super) fn link(fragment: &str) {
    let Some(window) = dom::window() else { return };
    let location = window.location();
    let (Ok(href), Ok(history)) = (location.href(), window.history()) else {
        return;
    };
    let base = href.split('#').next().unwrap_or_default();
    let address = format!("{base}#{fragment}");
    let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    dom::set_value("link", &address);
    dom::show("link-field", Shown::Yes);
    dom::set_text("shared", "");
}

/// Asks what the link holds by which the page was opened.
pub(super) fn open_link() {
    let fragment = dom::window().and_then(|window| window.location().hash().ok());
    let fragment = fragment.as_deref().and_then(|hash| hash.strip_prefix('#'));
    if let Some(fragment) = fragment.filter(|fragment| fragment.starts_with("v1.")) {
        let fragment = fragment.to_owned();
        state::with(|state| {
            let lang = state.lang.to_string();
            state.bridge.send(&Request::Open { fragment, lang }, &[]);
        });
    }
}

/// Takes what a link held.
pub(super) fn opened(state: &mut State, asked: &Asked, parts: Vec<Uint8Array>) {
    controls::fill(asked);
    let held = asked.given.iter().zip(parts).map(|(given, bytes)| Held {
        name: given.name.clone(),
        content: bytes.into(),
        choice: given.choice,
        origin: Origin::File,
    });
    let held = held.collect();
    state.add(held);
}
