//! The frame: built in a language, read, and emptied.

use super::dom;
use crate::lang::Lang;
use crate::page::{self, Asked, Examples, Place};
use js_sys::Date;
use wasm_bindgen::JsValue;
use web_sys::{Element, UrlSearchParams};

/// The controls whose values stay when the language changes.
const KEPT: [&str; 9] = [
    "host",
    "at",
    "client",
    "program",
    "system",
    "password",
    "text-bundle",
    "text-chain",
    "text-error",
];

/// The language of the address, else the browser's.
pub(super) fn language() -> Lang {
    let asked = dom::window().and_then(|window| window.location().search().ok());
    let asked = asked
        .and_then(|search| UrlSearchParams::new_with_str(&search).ok()?.get("lang"))
        .and_then(|tag| tag.parse().ok());
    let preferred = || {
        let tag = dom::window()?.navigator().language()?;
        tag.split('-').next()?.parse().ok()
    };
    asked.or_else(preferred).unwrap_or_default()
}

/// Writes the frame in a language; what was typed stays.
pub(super) fn build(lang: Lang) {
    let kept = KEPT.map(|id| (id, dom::value(id)));
    dom::set_html("page", &page::frame(lang));
    for (id, value) in kept.iter().filter(|(_, value)| !value.is_empty()) {
        dom::set_value(id, value);
    }
    if let Some(document) = dom::document() {
        document.set_title(page::title(lang));
        if let Some(root) = document.document_element() {
            // Setting an attribute of a name that is one cannot fail.
            let _ = root.set_attribute("lang", lang.as_str());
        }
    }
}

/// Remembers the language in the address. A page from a file may not be allowed to; it goes without.
pub(super) fn remember(lang: Lang) {
    let Some(window) = dom::window() else { return };
    let (Ok(hash), Ok(history)) = (window.location().hash(), window.history()) else {
        return;
    };
    let address = format!("?lang={lang}{hash}");
    let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
}

/// Lists the examples, and says that there are some.
pub(super) fn list_examples(lang: Lang, examples: &Examples) {
    dom::set_html("example-list", &examples.html(lang));
    dom::show("examples", !examples.all.is_empty());
}

/// What the options say. The clock is the computer's where no time is given.
pub(super) fn asked(lang: Lang) -> Asked {
    let at = match dom::value("at") {
        typed if typed.is_empty() => now(),
        // A control for date and time leaves the seconds out where they are zero.
        typed if typed.len() == 16 => format!("{typed}:00Z"),
        typed => format!("{typed}Z"),
    };
    Asked {
        given: Vec::new(),
        host: ascii(&dom::value("host")),
        at,
        client: dom::value("client"),
        program: dom::value("program"),
        system: dom::value("system"),
        password: dom::value("password"),
        lang: lang.to_string(),
    }
}

fn now() -> String {
    String::from(Date::new_0().to_iso_string())
}

/// A name in the form that certificates hold (RFC 5891), as the browser makes it; what it cannot make stays as it is.
fn ascii(host: &str) -> String {
    if host.is_ascii() {
        return host.to_owned();
    }
    let address = format!("https://{}", host.trim());
    web_sys::Url::new(&address).map_or_else(|_| host.to_owned(), |url| url.hostname())
}

/// What stands in the controls.
pub(super) fn values() -> [String; KEPT.len()] {
    KEPT.map(dom::value)
}

/// Empties what is typed.
pub(super) fn empty() {
    for id in KEPT {
        dom::set_value(id, "");
    }
}

/// Fills the options, as an example or a link brings them.
pub(super) fn fill(asked: &Asked) {
    dom::set_value("host", &asked.host);
    dom::set_value("at", asked.at.trim_end_matches('Z'));
    dom::set_value("client", &asked.client);
    dom::set_value("program", &asked.program);
    dom::set_value("system", &asked.system);
}

/// The area that holds an element.
pub(super) fn area(element: &Element) -> Option<Place> {
    let slot = element.closest("[data-slot]").ok()??;
    Place::named(&slot.get_attribute("data-slot")?)
}
