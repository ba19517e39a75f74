//! What must not happen: requests, scripts from certificates, keys that stay.

use crate::page::{File, Page};
use crate::samples::{self, HOSTILE, SECRET};
use crate::world::dist;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Before the seal, everything is fetched, unprompted and once.
pub(super) fn fetched_once(page: &Page<'_>) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for request in page.requests() {
        *counts.entry(request).or_default() += 1;
    }
    // A browser without a window may not care for the icon.
    let icon = |name: &str| name.starts_with("GET /icon.");
    let mut expected: BTreeMap<String, usize> = std::fs::read_dir(dist())
        .expect("a built page")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("a plain name")
        })
        .filter(|name| !["index.html", "certwhy.html", "_headers"].contains(&name.as_str()))
        .map(|name| (format!("GET /{name}"), 1))
        .filter(|(name, _)| !icon(name))
        .collect();
    expected.insert("GET /".to_owned(), 1);
    assert!(
        counts
            .iter()
            .all(|(name, count)| !icon(name) || *count == 1),
        "{counts:?}"
    );
    counts.retain(|name, _| !icon(name));
    assert_eq!(counts, expected);
}

/// Every way to the network that a script has.
const ATTEMPTS: &str = r"
    const address = args;
    const settle = (promise) => Promise.race([promise, T.sleep(3000).then(() => 'no reply')]);
    const outcomes = {};
    outcomes.fetch = await settle(fetch(address).then(() => 'REACHED', () => 'refused'));
    outcomes.xhr = await settle(new Promise((done) => {
        const request = new XMLHttpRequest();
        request.onload = () => done('REACHED');
        request.onerror = () => done('refused');
        try { request.open('GET', address); request.send(); } catch { done('refused'); }
    }));
    outcomes.socket = await settle(new Promise((done) => {
        try {
            const socket = new WebSocket(address.replace(/^http/, 'ws'));
            socket.onopen = () => done('REACHED');
            socket.onerror = () => done('refused');
        } catch { done('refused'); }
    }));
    outcomes.events = await settle(new Promise((done) => {
        const source = new EventSource(address);
        source.onopen = () => done('REACHED');
        source.onerror = () => { source.close(); done('refused'); };
    }));
    // A beacon tells nobody whether it arrives; the server's log does.
    navigator.sendBeacon(address, 'beacon');
    const inner = `fetch('${address}').then(() => postMessage('REACHED'), () => postMessage('refused'))`;
    const worker = new Worker(URL.createObjectURL(new Blob([inner], { type: 'text/javascript' })));
    outcomes.worker = await settle(new Promise((done) => {
        worker.onmessage = (event) => done(event.data);
        worker.onerror = () => done('refused');
    }));
    outcomes.script = await settle(import(address).then(() => 'REACHED', () => 'refused'));
    await T.sleep(300);
    return outcomes;
";

pub(super) fn sealed(page: &Page<'_>) {
    // An address that nobody has fetched yet, and that the server could answer.
    let address = page.relay.as_ref().map_or_else(
        || "http://127.0.0.1:9/".to_owned(),
        |relay| format!("http://127.0.0.1:{}/certwhy.html", relay.port),
    );
    let outcomes = page.run(ATTEMPTS, json!(address));
    for (way, outcome) in outcomes.as_object().expect("outcomes") {
        assert_eq!(outcome, "refused", "{way}");
    }
    assert_eq!(page.unasked(), [""; 0]);
    let refused = page.violations();
    let refused = refused.iter().filter(|line| line.contains("connect-src"));
    // Fetch, XHR, socket, event source and beacon; the worker's own is reported inside of it.
    assert!(refused.count() >= 5, "{:?}", page.violations());
    page.session.console();
}

/// Everything that the page says to its worker from now on, and what the document holds.
const LISTEN: &str = "T.heard = []; T.sent = (message) => T.heard.push(...message.map(
    (part) => typeof part === 'string' ? part : new TextDecoder('latin1').decode(part)));";

fn assert_forgotten(page: &Page<'_>) {
    page.run(LISTEN, Value::Null);
    let report = page.report();
    assert!(
        !report.to_string().contains(SECRET),
        "the report holds the key"
    );
    page.press("share");
    page.press("lang:ja");
    page.press("lang:en");
    let heard = page.value("T.heard");
    assert!(
        heard.as_array().expect("messages").len() > 4,
        "nothing was heard"
    );
    assert!(
        !heard.to_string().contains(SECRET),
        "the key is still sent to the worker"
    );
    let document = page.value(
        "document.documentElement.outerHTML + location.href + \
         [...document.querySelectorAll('input, textarea')].map((control) => control.value).join(' ')",
    );
    assert!(
        !document.to_string().contains(SECRET),
        "the document holds the key"
    );
}

pub(super) fn private_key(page: &Page<'_>) {
    page.fill(samples::S3.0, samples::S3.1);
    let mut mixed = samples::s3_chain();
    mixed.bytes.extend(samples::private_key().bytes());
    page.drop(&[samples::old_bundle(), mixed], "body");
    assert_eq!(page.cards("chain").len(), 1);
    assert_eq!(page.verdict().as_deref(), Some("not-trusted"));
    assert_forgotten(page);
}

/// Keys that are typed or pasted into a text area stand in the document too, until the page takes them out.
pub(super) fn typed_private_key(page: &Page<'_>) {
    page.fill(samples::S3.0, samples::S3.1);
    page.drop(&[samples::s3_chain()], "body");
    let type_key = "const area = document.getElementById('text-bundle');
        await T.act(() => { area.value = args; area.dispatchEvent(new Event('input', { bubbles: true })); });";
    page.run(type_key, json!(samples::private_key()));
    assert_forgotten(page);
}

/// Elements and attributes that no answer of ours holds, and characters that act on their surroundings.
const HARM: &str = r"({
    owned: window.owned ?? null,
    elements: document.querySelectorAll('#page img, #page script, #page iframe, #page [onerror], #page [onload], #page [srcdoc]').length,
    links: [...document.querySelectorAll('#page a')].filter((link) => link.protocol === 'javascript:').length,
    acting: /[\u202a-\u202e\u2066-\u2069\u200e]/.test(document.getElementById('page').textContent),
})";

pub(super) fn hostile(page: &Page<'_>) {
    for text in HOSTILE {
        let files = samples::hostile(text);
        page.fill("www.mock.example", "2024-06-01T12:00:00Z");
        page.drop(&files, "body");
        page.drop(
            &[File::new(
                "error.txt",
                format!("ssl.SSLError: certificate verify failed {text}"),
            )],
            "body",
        );
        assert_eq!(page.verdict().as_deref(), Some("not-trusted"), "{text:?}");
        page.session.value(
            "document.querySelectorAll('details').forEach((details) => { details.open = true; })",
        );
        let expected = json!({ "owned": null, "elements": 0, "links": 0, "acting": false });
        assert_eq!(page.value(HARM), expected, "{text:?}");
        page.press("clear");
    }
}
