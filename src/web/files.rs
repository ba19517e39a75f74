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
/// The largest file that is copied on its way to the worker, in bytes: that takes a few milliseconds.
const LARGEST_COPY: f64 = 4.0 * 1024.0 * 1024.0;

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
            content: Uint8Array::from(text.as_bytes()).into(),
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
    // Of a large file one octet, to see that it can be read.
    let reading = files.iter().map(|file| {
        let part = file.slice_with_i32_and_i32(0, 1).ok();
        let part = part.filter(|_| is_large(file));
        JsValue::from(part.map_or_else(|| file.array_buffer(), |part| part.array_buffer()))
    });
    let reading: Array = reading.collect();
    promise::then(
        &Promise::all(&reading),
        move |buffers| take(&files, &buffers, choice),
        |_| outcome::remark(PageWord::Unreadable),
    );
}

/// Whether a file is left where it is. A smaller one is kept as it was when it came, whatever becomes of it.
fn is_large(file: &File) -> bool {
    file.size() > LARGEST_COPY
}

fn take(files: &[File], buffers: &JsValue, choice: Choice) {
    let buffers = Array::from(buffers);
    let added = files.iter().zip(buffers.iter()).map(|(file, buffer)| Held {
        name: file.name(),
        content: if is_large(file) {
            file.clone().into()
        } else {
            Uint8Array::new(&buffer).into()
        },
        choice,
        origin: Origin::File,
    });
    let added = added.collect();
    state::with(|state| state.add(added));
}
