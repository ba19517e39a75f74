//! Files and pasted texts, read into memory. They go to the worker and nowhere else.

use super::state::{self, Held, Origin};
use super::{outcome, promise};
use crate::lang::Lang;
use crate::page::Choice;
use crate::text::{PageWord, page_word};
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::{DataTransfer, File, FileList};

/// The largest file that is read, in bytes.
const LARGEST: f64 = 64.0 * 1024.0 * 1024.0;

/// Takes what was dropped or pasted: files, else text.
pub(super) fn transfer(data: &DataTransfer, choice: Choice) {
    if let Some(files) = data.files().filter(|files| files.length() > 0) {
        read(&files, choice);
        return;
    }
    let text = data.get_data("text/plain").unwrap_or_default();
    if text.trim().is_empty() {
        return;
    }
    state::with(|state| {
        let name = unused(&pasted_name(state.lang), &state.held);
        state.add(vec![Held {
            name,
            bytes: Uint8Array::from(text.as_bytes()),
            choice,
            origin: Origin::File,
        }]);
    });
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
    let reading: Array = files
        .iter()
        .map(|file| JsValue::from(file.array_buffer()))
        .collect();
    let names: Vec<String> = files.iter().map(File::name).collect();
    promise::then(
        &Promise::all(&reading),
        move |buffers| take(&names, &buffers, choice),
        |_| outcome::remark(PageWord::Unreadable),
    );
}

fn take(names: &[String], buffers: &JsValue, choice: Choice) {
    let buffers = Array::from(buffers);
    let added = names.iter().zip(buffers.iter()).map(|(name, buffer)| Held {
        name: name.clone(),
        bytes: Uint8Array::new(&buffer),
        choice,
        origin: Origin::File,
    });
    let added = added.collect();
    state::with(|state| state.add(added));
}
