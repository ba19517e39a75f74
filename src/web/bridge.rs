//! The way to the worker: requests out, replies in, in order.

use super::dom::Shown;
use super::state::Content;
use super::{dom, outcome};
use crate::lang::Lang;
use crate::page::{Reply, Request};
use crate::text::{PageWord, page_word};
use js_sys::{Array, Function, Uint8Array};
use std::collections::VecDeque;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker};

/// After so many milliseconds without a reply the page shows that it is at work.
const PATIENCE: i32 = 60;

/// What a reply is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sent {
    /// An explanation.
    Explain,
    /// Anything else.
    Other,
}

/// A worker, and what it was asked.
#[derive(Debug)]
pub(super) struct Bridge {
    spawn: Function,
    worker: Option<Worker>,
    sent: VecDeque<Sent>,
    timer: Option<i32>,
    on_message: Closure<dyn FnMut(MessageEvent)>,
    on_patience: Closure<dyn FnMut()>,
}

impl Bridge {
    /// A bridge to a new worker.
    pub(super) fn new(spawn: Function) -> Self {
        let mut bridge = Self {
            spawn,
            worker: None,
            sent: VecDeque::new(),
            timer: None,
            on_message: Closure::new(|event: MessageEvent| outcome::receive(&event)),
            on_patience: Closure::new(|| dom::show("busy", Shown::Yes)),
        };
        bridge.restart();
        bridge
    }

    /// Ends the worker, whatever it does, and starts another.
    pub(super) fn restart(&mut self) {
        if let Some(worker) = self.worker.take() {
            worker.terminate();
        }
        self.sent.clear();
        self.rest();
        let made = self.spawn.call0(&JsValue::NULL).ok();
        self.worker = made.and_then(|worker| worker.dyn_into().ok());
        if let Some(worker) = &self.worker {
            worker.set_onmessage(Some(self.on_message.as_ref().unchecked_ref()));
        }
    }

    /// Whether an explanation is awaited.
    pub(super) fn is_explaining(&self) -> bool {
        self.sent.contains(&Sent::Explain)
    }

    /// Sends a request with its parts.
    pub(super) fn send(&mut self, request: &Request, parts: &[Content]) {
        let Some(worker) = &self.worker else { return };
        let message = Array::of1(&JsValue::from(request.write()));
        for part in parts {
            message.push(part);
        }
        if worker.post_message(&message).is_err() {
            return;
        }
        let is_explain = matches!(request, Request::Explain(_));
        self.sent.push_back(if is_explain {
            Sent::Explain
        } else {
            Sent::Other
        });
        self.wait();
    }

    /// Takes a reply off the list, and reads it.
    pub(super) fn receive(&mut self, message: &JsValue) -> Option<(Reply, Vec<Uint8Array>)> {
        let message: &Array = message.dyn_ref()?;
        self.sent.pop_front();
        if self.sent.is_empty() {
            self.rest();
        }
        let reply = Reply::read(&message.get(0).as_string()?)?;
        Some((reply, crate::message::parts(message).collect()))
    }

    fn wait(&mut self) {
        if self.timer.is_some() {
            return;
        }
        let callback = self.on_patience.as_ref().unchecked_ref();
        self.timer = dom::window().and_then(|window| {
            window
                .set_timeout_with_callback_and_timeout_and_arguments_0(callback, PATIENCE)
                .ok()
        });
    }

    fn rest(&mut self) {
        if let (Some(timer), Some(window)) = (self.timer.take(), dom::window()) {
            window.clear_timeout_with_handle(timer);
        }
        dom::show("busy", Shown::No);
    }
}

/// Says that the work was stopped.
pub(super) fn stopped(lang: Lang) {
    dom::set_text("remark", page_word(lang, PageWord::Cancelled));
    dom::show("remark", Shown::Yes);
    // What took so long may have no card yet by which it could be taken away.
    dom::show("clear", Shown::Yes);
}
