//! Elements: finding them, and the one place where HTML enters the document.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, Window};

/// The window. The page's half of the module always has one.
pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

/// The document.
pub(super) fn document() -> Option<Document> {
    window()?.document()
}

/// The element with this id, as the type that it should be.
pub(super) fn by_id<T: JsCast>(id: &str) -> Option<T> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Writes HTML into an element.
pub(super) fn set_html(id: &str, html: &str) {
    if let Some(element) = by_id::<Element>(id) {
        write_html(&element, html);
    }
}

/// Writes HTML into the first element of a kind.
pub(super) fn set_html_of_first(selector: &str, html: &str) {
    let find = |document: Document| document.query_selector(selector).ok()?;
    if let Some(element) = document().and_then(find) {
        write_html(&element, html);
    }
}

/// What is written comes from the renderer or the frame, which escape every text.
fn write_html(element: &Element, html: &str) {
    element.set_inner_html(html);
}

/// Whether an element is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    Yes,
    No,
}

impl From<bool> for Shown {
    fn from(shown: bool) -> Self {
        if shown { Self::Yes } else { Self::No }
    }
}

/// Shows an element, or hides it.
pub(super) fn show(id: &str, shown: impl Into<Shown>) {
    if let Some(element) = by_id::<HtmlElement>(id) {
        element.set_hidden(shown.into() == Shown::No);
    }
}

/// Writes a text into an element.
pub(super) fn set_text(id: &str, text: &str) {
    if let Some(element) = by_id::<Element>(id) {
        element.set_text_content(Some(text));
    }
}

/// The value of a control; every control is asked by its id.
pub(super) fn value(id: &str) -> String {
    control(id).unwrap_or_default()
}

fn control(id: &str) -> Option<String> {
    let element = by_id::<Element>(id)?;
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        return Some(input.value());
    }
    if let Some(select) = element.dyn_ref::<web_sys::HtmlSelectElement>() {
        return Some(select.value());
    }
    let area = element.dyn_ref::<web_sys::HtmlTextAreaElement>()?;
    Some(area.value())
}

/// Sets the value of a control.
pub(super) fn set_value(id: &str, value: &str) {
    let Some(element) = by_id::<Element>(id) else {
        return;
    };
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.set_value(value);
    } else if let Some(select) = element.dyn_ref::<web_sys::HtmlSelectElement>() {
        select.set_value(value);
    } else if let Some(area) = element.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        area.set_value(value);
    }
}
