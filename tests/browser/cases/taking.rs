//! What a user takes away: files, commands, links.

use crate::native::{self, Asked};
use crate::page::Page;
use crate::samples;
use certwhy::known::KnownRoots;
use certwhy::page::download::Download;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

fn given(page: &Page<'_>) {
    page.fill(samples::S3.0, samples::S3.1);
    page.drop(&[samples::old_bundle(), samples::s3_chain()], "body");
}

/// What the page makes, what arrives on the disk, what the library makes, and what the program makes: all the same.
pub(super) fn saved(page: &Page<'_>) {
    given(page);
    let (bundle, chain) = (samples::old_bundle(), samples::s3_chain());
    let asked = Asked {
        bundle: &bundle,
        chain: &chain,
        host: samples::S3.0,
        at: samples::S3.1,
    };
    let folder = page.session.folder.as_path();
    let known = KnownRoots::built_in();
    for what in Download::ALL {
        let name = what.as_str();
        let made = page.save(name);
        assert_eq!(
            Some(&made.bytes),
            native::save(what, asked, &known).as_ref(),
            "{name}"
        );
        let arrived = arrived(&folder.join(&made.name), made.bytes.len());
        assert_eq!(made.bytes, arrived, "{name}: {} on the disk", made.name);
        let program = match what {
            Download::RepairedBundle => native::program_repair(asked, folder),
            Download::ReportJson => native::program_json(asked, folder),
            Download::RootPem
            | Download::RootDer
            | Download::Script
            | Download::ReportHtml
            | Download::ReportMarkdown => continue,
        };
        assert_eq!(
            String::from_utf8_lossy(&made.bytes),
            String::from_utf8_lossy(&program),
            "{name}: the program's"
        );
    }
}

/// The file, when the browser has written all of it.
fn arrived(path: &std::path::Path, length: usize) -> Vec<u8> {
    let started = Instant::now();
    loop {
        match std::fs::read(path) {
            Ok(bytes) if bytes.len() >= length => return bytes,
            Ok(_) | Err(_) => {}
        }
        assert!(
            started.elapsed() < Duration::from_secs(20),
            "{} never came",
            path.display()
        );
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A command of one line, copied with its button and pasted with the keyboard, as a user does it.
pub(super) fn copied(page: &Page<'_>) {
    given(page);
    let mark = "document.querySelectorAll('details').forEach((details) => { details.open = true; });
        const copies = [...document.querySelectorAll('[data-do=\"copy\"]')];
        const text = (button) => button.parentElement.querySelector('code').textContent;
        const found = copies.find((button) => button.parentElement.querySelector('code') && !text(button).trim().includes('\\n'));
        found.id = 'copy-me';
        found.scrollIntoView({ block: 'center' });
        return { text: text(found), count: copies.length, word: found.textContent };";
    let found = page.run(mark, Value::Null);
    page.session.click("#copy-me");
    let wait = "await T.until(() => document.getElementById('copy-me').textContent !== args, 'a word that it was copied');";
    page.run(wait, found["word"].clone());
    page.value("(T.set('host', ''), document.getElementById('host').focus())");
    page.session.press(&['\u{e009}'], &['v']);
    let pasted = page.value("document.getElementById('host').value");
    assert_eq!(
        pasted.as_str().expect("a text").trim(),
        found["text"].as_str().expect("a text").trim()
    );
    // Pasted outside of a line to type into, it is an input.
    let before = "T.before = T.posted; document.activeElement.blur(); return T.cards('bundle').length + T.cards('chain').length + T.cards('error').length;";
    let before = page.run(before, Value::Null);
    page.session.press(&['\u{e009}'], &['v']);
    let wait = "await T.until(() => T.posted > T.before && [...T.owed.values()].every((owed) => owed === 0), 'an answer');
        return T.cards('bundle').length + T.cards('chain').length + T.cards('error').length;";
    assert_eq!(
        page.run(wait, Value::Null),
        json!(before.as_u64().expect("a number") + 1)
    );
}

pub(super) fn linked(page: &Page<'_>) {
    given(page);
    assert!(!page.is_shown("link-field"), "a link is made unasked");
    let here = page.report();
    page.press("share");
    let link = page.value("document.getElementById('link').value");
    let link = link.as_str().expect("a link").to_owned();
    assert!(link.contains("#v1."), "{link}");
    page.session.in_new_tab(|| {
        page.session.go(&link);
        page.prepare_linked("T.verdict() !== null");
        assert_eq!(page.report(), here, "the answer of the link differs");
        let options = page.value("[document.getElementById('host').value, document.getElementById('at').value.slice(0, 16)]");
        assert_eq!(options, json!([samples::S3.0, samples::S3.1[..16]]));
    });
    // A damaged link says so.
    page.session.in_new_tab(|| {
        page.session.go(&link[..link.len() - 9]);
        page.prepare_linked("document.getElementById('remark').checkVisibility()");
        assert!(!page.is_shown("answer"));
    });
}
