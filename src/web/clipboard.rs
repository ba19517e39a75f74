//! Copying what stands in a block: a button for each command and each text to copy.

use super::{dom, promise, state};
use crate::lang::Lang;
use crate::text::{PageWord, page_word};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlDocument};

/// Puts a button on each block that is to be copied and has none yet.
pub(super) fn add_buttons(lang: Lang) {
    let Some(document) = dom::document() else {
        return;
    };
    let blocks = ".cw-command:not(:has(> button)), .cw-file:not(:has(> button))";
    let Ok(blocks) = document.query_selector_all(blocks) else {
        return;
    };
    for index in 0..blocks.length() {
        let block = blocks
            .get(index)
            .and_then(|node| node.dyn_into::<Element>().ok());
        let (Some(block), Ok(button)) = (block, document.create_element("button")) else {
            continue;
        };
        // Setting attributes of an element of our own cannot fail.
        let _ = button.set_attribute("type", "button");
        let _ = button.set_attribute("data-do", "copy");
        button.set_class_name("pg-copy");
        button.set_text_content(Some(page_word(lang, PageWord::Copy)));
        let _ = block.append_child(&button);
    }
}

/// Copies the text of the block that the button is on, and says so on the button.
pub(super) fn copy(button: &Element) {
    let Some(code) = button
        .parent_element()
        .and_then(|block| block.query_selector("code, input").ok()?)
    else {
        return;
    };
    let text = code
        .dyn_ref::<web_sys::HtmlInputElement>()
        .map(web_sys::HtmlInputElement::value)
        .or_else(|| code.text_content())
        .unwrap_or_default();
    let Some(window) = dom::window() else { return };
    let navigator = window.navigator();
    // Outside of a secure context there is no clipboard.
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    if !clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        by_selection(button, &code);
        return;
    }
    let (done, failed) = (button.clone(), button.clone());
    promise::then(
        &navigator.clipboard().write_text(&text),
        move |_| say(&done, PageWord::Copied),
        move |_| by_selection(&failed, &code),
    );
}

/// The old way: selects the text, and lets the document copy it.
fn by_selection(button: &Element, code: &Element) {
    let selected = || {
        let document = dom::document()?;
        let selection = dom::window()?.get_selection().ok()??;
        let range = document.create_range().ok()?;
        range.select_node_contents(code).ok()?;
        selection.remove_all_ranges().ok()?;
        selection.add_range(&range).ok()?;
        document
            .dyn_into::<HtmlDocument>()
            .ok()?
            .exec_command("copy")
            .ok()
    };
    let word = match selected() {
        Some(true) => PageWord::Copied,
        Some(false) | None => PageWord::CopyFailed,
    };
    say(button, word);
}

fn say(button: &Element, word: PageWord) {
    state::with(|state| {
        let words = page_word(state.lang, word);
        button.set_text_content(Some(words));
        dom::set_text("status", words);
    });
}
