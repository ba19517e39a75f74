//! Files and pasted texts, read into memory. They go to the worker and nowhere else.

use super::dom::Shown;
use super::state::{self, Content, Held, Origin};
use super::{dom, outcome, promise};
use crate::lang::Lang;
use crate::page::Choice;
use crate::text::{PageWord, page_word};
use js_sys::{Array, Function, JsString, Promise, Reflect, Uint8Array};
use std::cell::Cell;
use std::collections::VecDeque;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, File, FileList};

/// The largest file that is read, in bytes.
const LARGEST: f64 = 64.0 * 1024.0 * 1024.0;
/// The most that is copied on its way to the worker, in bytes: that takes a few milliseconds.
const LARGEST_COPY: f64 = 4.0 * 1024.0 * 1024.0;
/// So many files are opened in one turn of the browser.
const AT_ONCE: usize = 32;

/// Takes what was dropped or pasted: files, else text.
pub(super) fn transfer(data: &DataTransfer, choice: Choice) {
    if let Some(files) = data.files().filter(|files| files.length() > 0) {
        read(&files, choice);
        return;
    }
    let Some(content) = text(data) else { return };
    state::with(|state| {
        let name = unused(&pasted_name(state.lang), &state.held);
        state.add(vec![Held {
            name,
            content,
            choice,
            origin: Origin::File,
        }]);
    });
}

/// The text of a transfer. A long one never enters this module's memory: that alone would stop the page.
fn text(data: &DataTransfer) -> Option<Content> {
    let get = Reflect::get(data, &JsValue::from_str("getData")).ok()?;
    let get: Function = get.dyn_into().ok()?;
    let text = get.call1(data, &JsValue::from_str("text/plain")).ok()?;
    let text: JsString = text.dyn_into().ok()?;
    let length = f64::from(text.length());
    if length > LARGEST {
        outcome::remark(PageWord::TooLarge);
        None
    } else if length > LARGEST_COPY {
        Some(text.into())
    } else {
        let text = String::from(text);
        (!text.trim().is_empty()).then(|| Uint8Array::from(text.as_bytes()).into())
    }
}

/// The name of a text without a file.
pub(super) fn pasted_name(lang: Lang) -> String {
    page_word(lang, PageWord::Pasted).to_owned()
}

/// The name, with a number where it is taken.
pub(super) fn unused(name: &str, held: &[Held]) -> String {
    let taken = |name: &str| held.iter().any(|held| held.name == name);
    if !taken(name) {
        return name.to_owned();
    }
    let numbered = (2_u32..).map(|number| format!("{name} {number}"));
    numbered
        .take(held.len().saturating_add(1))
        .find(|name| !taken(name))
        .unwrap_or_default()
}

/// Reads files, and takes them together when the last one is read.
pub(super) fn read(list: &FileList, choice: Choice) {
    let files: Vec<File> = (0..list.length())
        .filter_map(|index| list.get(index))
        .collect();
    let (files, large): (Vec<File>, Vec<File>) =
        files.into_iter().partition(|file| file.size() <= LARGEST);
    if !large.is_empty() {
        outcome::remark(PageWord::TooLarge);
    }
    let sum: f64 = files.iter().map(|file| file.size()).sum();
    let bulk = if sum > LARGEST_COPY {
        Bulk::Large
    } else {
        Bulk::Small
    };
    Reading {
        waiting: files.into(),
        read: Vec::new(),
        bulk,
        choice,
        round: ROUND.get(),
    }
    .go_on();
}

/// Takes nothing of what is being read.
pub(super) fn stop() {
    ROUND.set(ROUND.get().wrapping_add(1));
}

thread_local! {
    static ROUND: Cell<u32> = const { Cell::new(0) };
}

/// How much came at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bulk {
    /// It is kept as it was when it came, whatever becomes of the files.
    Small,
    /// The files are left where they are.
    Large,
}

/// Files on their way.
struct Reading {
    waiting: VecDeque<File>,
    read: Vec<Held>,
    bulk: Bulk,
    choice: Choice,
    /// Changes when reading is stopped.
    round: u32,
}

impl Reading {
    /// Reads the next few; to open a thousand in one turn would stop the page.
    fn go_on(mut self) {
        if self.round != ROUND.get() {
            return;
        }
        let next = self.waiting.len().min(AT_ONCE);
        let files: Vec<File> = self.waiting.drain(..next).collect();
        if files.is_empty() {
            state::with(|state| state.add(self.read));
            return;
        }
        if !self.waiting.is_empty() {
            dom::show("busy", Shown::Yes);
        }
        let reading: Array = files.iter().map(|file| self.bulk.open(file)).collect();
        promise::then(
            &Promise::all(&reading),
            move |buffers| {
                self.take(files, &buffers);
                self.go_on();
            },
            |_| {
                dom::show("busy", Shown::No);
                outcome::remark(PageWord::Unreadable);
            },
        );
    }

    fn take(&mut self, files: Vec<File>, buffers: &JsValue) {
        let buffers = Array::from(buffers);
        let read = files.into_iter().zip(buffers.iter());
        self.read.extend(read.map(|(file, buffer)| Held {
            name: file.name(),
            content: match self.bulk {
                Bulk::Small => Uint8Array::new(&buffer).into(),
                Bulk::Large => file.into(),
            },
            choice: self.choice,
            origin: Origin::File,
        }));
    }
}

impl Bulk {
    /// Begins to read a file; of one that is left where it is, one octet, to see that it can be read.
    fn open(self, file: &File) -> JsValue {
        match self {
            Self::Small => file.array_buffer().into(),
            Self::Large => file
                .slice_with_i32_and_i32(0, 1)
                .map_or_else(JsValue::from, |part| part.array_buffer().into()),
        }
    }
}
