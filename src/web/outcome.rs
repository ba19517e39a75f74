//! Replies: what they change in the document.

use super::dom::Shown;
use super::state::{self, Origin, State};
use super::{clipboard, dom, later, take};
use crate::page::{Answer, Place, Reply};
use crate::text::{PageWord, page_word};
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use web_sys::MessageEvent;

/// Receives a message of the worker.
pub(super) fn receive(event: &MessageEvent) {
    state::with(|state| {
        let Some((reply, parts)) = state.bridge.receive(&event.data()) else {
            // The worker met a fault of its own and is of no more use.
            state.cancel();
            dom::set_text("remark", page_word(state.lang, PageWord::Broken));
            dom::show("remark", true);
            dom::show("clear", true);
            return;
        };
        match reply {
            Reply::Attached => {}
            // Where something has changed since, the numbers of the inputs are not these any more; the next answer
            // has its own.
            Reply::Answer(mut answer) => {
                if !state.catch_up() {
                    clean(state, &answer, &parts);
                    show(state, &answer);
                    later::show(core::mem::take(&mut answer.later));
                }
            }
            Reply::File { name, media_type } => take::save(&name, &media_type, parts.first()),
            Reply::Compared { html } => dom::set_html("compared", &html),
            Reply::Link { fragment } => take::link(&fragment),
            Reply::Opened(asked) => take::opened(state, &asked, parts),
            Reply::Refused { html } => refuse(&html),
        }
    });
}

/// Forgets private keys: what is held from here on is without them.
fn clean(state: &mut State, answer: &Answer, parts: &[Uint8Array]) {
    for (index, bytes) in answer.cleaned.iter().zip(parts) {
        if let Some(held) = state.held.get_mut(*index) {
            held.content = bytes.clone().into();
            if let Origin::Typed(place) = held.origin {
                // What was typed stands in the document as well.
                let kept = String::from_utf8(bytes.to_vec()).unwrap_or_default();
                dom::set_value(&format!("text-{}", place.as_str()), &kept);
            }
        }
    }
    // What was refused as a whole is not held any longer; the reply at hand still says so.
    let refused = |index: &usize| {
        state
            .held
            .get(*index)
            .and_then(|held| held.content.dyn_ref::<Uint8Array>())
            .is_some_and(|bytes| bytes.length() == 0)
            && answer.cleaned.contains(index)
    };
    let refused: Vec<usize> = (0..state.held.len()).filter(refused).collect();
    for index in refused.into_iter().rev() {
        state.held.remove(index);
    }
}

fn show(state: &State, answer: &Answer) {
    for place in Place::SHOWN {
        let cards: Vec<&str> = answer
            .cards
            .iter()
            .filter(|card| card.place == place)
            .map(|card| card.html.as_str())
            .collect();
        dom::set_html(&format!("cards-{}", place.as_str()), &cards.concat());
    }
    dom::set_html("answer", &answer.html);
    dom::show("answer", !answer.html.is_empty());
    dom::show("clear", !answer.cards.is_empty());
    dom::set_html("names", &answer.names);
    dom::set_html("host-problem", &answer.host_problem);
    dom::show("remark", state.is_example());
    if state.is_example() {
        dom::set_text("remark", page_word(state.lang, PageWord::ExampleShown));
    }
    dom::set_text("status", &answer.status);
    clipboard::add_buttons(state.lang);
}

/// Says why there is no link: where it was asked for, or at the top where a link was opened.
fn refuse(html: &str) {
    if dom::by_id::<web_sys::Element>("shared").is_some() {
        dom::set_html("shared", html);
    } else {
        dom::set_html("remark", html);
        dom::show("remark", !html.is_empty());
    }
}

/// Says something that belongs to no input.
pub(super) fn remark(word: PageWord) {
    state::with(|state| {
        dom::set_text("remark", page_word(state.lang, word));
        dom::show("remark", Shown::Yes);
    });
}
