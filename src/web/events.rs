//! What the user does. A few listeners on the document serve every element, also those that come later.

use super::action::Action;
use super::bridge;
use super::dom::Shown;
use super::state::{self, Held, Origin};
use super::{clipboard, controls, dom, files, take};
use crate::lang::Lang;
use crate::page::{Choice, Place};
use js_sys::Uint8Array;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{ClipboardEvent, DragEvent, Element, Event, HtmlDetailsElement, HtmlInputElement};

/// How long after the last key a text is taken, in milliseconds.
const PAUSE: i32 = 300;

/// Starts to listen.
pub(super) fn listen() {
    on("click", |event| click(&event));
    on("input", |event| input(&event));
    on("change", |event| change(&event));
    on("paste", |event| {
        event.dyn_ref().and_then(paste);
    });
    on("dragover", |event| {
        event.prevent_default();
        mark_dragging(Shown::Yes);
    });
    on("dragleave", |_| mark_dragging(Shown::No));
    on("drop", |event| {
        event.prevent_default();
        mark_dragging(Shown::No);
        event.dyn_ref().and_then(dropped);
    });
}

/// Listens for as long as the page lives.
fn on(name: &str, act: impl FnMut(Event) + 'static) {
    let Some(document) = dom::document() else {
        return;
    };
    let listener = Closure::<dyn FnMut(Event)>::new(act).into_js_value();
    // Adding a listener of our own cannot fail.
    let _ = document.add_event_listener_with_callback(name, listener.unchecked_ref());
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn click(event: &Event) {
    let Some(button) = target(event).and_then(|element| element.closest("[data-do]").ok()?) else {
        return;
    };
    let Some(action) = button
        .get_attribute("data-do")
        .and_then(|text| Action::read(&text))
    else {
        return;
    };
    event.prevent_default();
    act(&action, &button);
}

fn act(action: &Action, button: &Element) {
    match action {
        Action::Remove(index) => {
            state::with(|state| {
                if *index < state.held.len() {
                    state.held.remove(*index);
                }
                state.explain();
            });
        }
        Action::Move(index, place) => {
            state::with(|state| {
                if let Some(held) = state.held.get_mut(*index) {
                    held.choice = Choice::User(*place);
                }
                state.explain();
            });
        }
        Action::Clear => {
            files::stop();
            state::with(|state| {
                state.forget();
                // A module's memory never shrinks: what was needed is given back with its worker.
                state.restart();
            });
        }
        Action::Cancel => {
            files::stop();
            state::with(|state| {
                state.cancel();
                bridge::stopped(state.lang);
            });
        }
        Action::Language(lang) => speak(*lang),
        Action::Example(id) => take::example(id),
        Action::Open(id) => open(id),
        Action::Copy => clipboard::copy(button),
        Action::Download(what) => take::download(what),
        Action::Share => take::share(),
    }
}

fn speak(lang: Lang) {
    controls::remember(lang);
    state::with(|state| {
        state.lang = lang;
        controls::build(lang);
        controls::list_examples(lang, &state.examples);
        state.explain();
    });
    if let Some(link) = dom::document()
        .and_then(|document| document.query_selector(".pg-head nav a").ok()?)
        .and_then(|link| link.dyn_into::<web_sys::HtmlElement>().ok())
    {
        // The link that had the focus is gone; the one in its place has it now.
        let _ = link.focus();
    }
}

fn open(id: &str) {
    let Some(details) = dom::by_id::<HtmlDetailsElement>(id) else {
        return;
    };
    details.set_open(true);
    details.scroll_into_view();
    if let Ok(Some(summary)) = details.query_selector("summary")
        && let Ok(summary) = summary.dyn_into::<web_sys::HtmlElement>()
    {
        let _ = summary.focus();
    }
}

/// Options count at once; texts after a pause.
fn input(event: &Event) {
    let Some(element) = target(event) else { return };
    if element.id() == "thumbprint" {
        take::compare();
    } else if element.closest(".pg-inputs").ok().flatten().is_some() {
        after_a_pause();
    }
}

fn change(event: &Event) {
    let Some(element) = target(event) else { return };
    let Some(input) = element
        .dyn_ref::<HtmlInputElement>()
        .filter(|input| input.type_() == "file")
    else {
        return;
    };
    let choice = choice(&element);
    if let Some(list) = input.files() {
        files::read(&list, choice);
    }
    // So that the same file can be chosen again after it was changed.
    input.set_value("");
}

/// Where it was dropped, as a hint.
fn choice(element: &Element) -> Choice {
    controls::area(element).map_or(Choice::Nobody, Choice::Area)
}

fn after_a_pause() {
    thread_local! {
        static TIMER: Cell<Option<i32>> = const { Cell::new(None) };
    }
    let Some(window) = dom::window() else { return };
    if let Some(timer) = TIMER.take() {
        window.clear_timeout_with_handle(timer);
    }
    let callback = Closure::once_into_js(typed);
    let timer = window
        .set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), PAUSE);
    TIMER.set(timer.ok());
}

/// Takes what stands in the text areas, and asks.
fn typed() {
    state::with(|state| {
        // Firefox says so too when somebody only passes through a date. A new answer would take the focus away.
        if state.seen == controls::values() {
            return;
        }
        let text = |place: Place| dom::value(&format!("text-{}", place.as_str()));
        if Place::SHOWN
            .iter()
            .any(|place| !text(*place).trim().is_empty())
        {
            // An example gives way to what is the user's own.
            state.held.retain(|held| held.origin != Origin::Example);
        }
        for place in Place::SHOWN {
            let text = text(place);
            let origin = Origin::Typed(place);
            state.held.retain(|held| held.origin != origin);
            if !text.trim().is_empty() {
                state.held.push(Held {
                    name: files::unused(&files::pasted_name(state.lang), &state.held),
                    content: Uint8Array::from(text.as_bytes()).into(),
                    choice: Choice::Area(place),
                    origin,
                });
            }
        }
        state.explain();
    });
}

/// Whatever is pasted is taken as a whole, except into a line that is typed into.
fn paste(event: &ClipboardEvent) -> Option<()> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    if element.has_type::<HtmlInputElement>() {
        return None;
    }
    let data = event.clipboard_data()?;
    event.prevent_default();
    files::transfer(&data, choice(&element));
    Some(())
}

fn dropped(event: &DragEvent) -> Option<()> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    files::transfer(&event.data_transfer()?, choice(&element));
    Some(())
}

/// Marks the places where something can be dropped.
fn mark_dragging(marked: Shown) {
    if let Some(body) = dom::document().and_then(|document| document.body()) {
        // A class of ours is a token.
        let _ = body
            .class_list()
            .toggle_with_force("pg-dragging", marked == Shown::Yes);
    }
}
