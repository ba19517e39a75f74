//! The page under test: opening it, giving it things, and reading what it says.

use crate::relay::Relay;
use crate::session::Session;
use data_encoding::BASE64;
use serde_json::{Value, json};
use std::cell::Cell;

/// A file that is given to the page, or saved by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

impl File {
    pub(crate) fn new(name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            name: name.to_owned(),
            bytes: bytes.into(),
        }
    }

    fn to_json(&self) -> Value {
        json!({ "name": self.name, "bytes": BASE64.encode(&self.bytes) })
    }
}

/// One document in one browser.
pub(crate) struct Page<'s> {
    pub(crate) session: &'s Session,
    /// The address, without a query.
    pub(crate) address: String,
    /// What hears the requests; none where the document is a file.
    pub(crate) relay: Option<Relay>,
    /// How many requests were heard when the page had last loaded.
    loaded: Cell<usize>,
}

impl<'s> Page<'s> {
    pub(crate) fn new(session: &'s Session, address: String, relay: Option<Relay>) -> Self {
        Self {
            session,
            address,
            relay,
            loaded: Cell::new(0),
        }
    }

    /// Loads the page anew and waits until it is sealed.
    pub(crate) fn open(&self) {
        self.open_at("");
    }

    /// The same with what follows the address.
    pub(crate) fn open_at(&self, rest: &str) {
        assert_eq!(self.unasked(), [""; 0], "there were requests after loading");
        // A change of the fragment alone would load nothing.
        self.session.go("about:blank");
        self.session.go(&format!("{}{rest}", self.address));
        self.prepare();
    }

    /// Waits until the page is sealed, and brings along what the tests do in it.
    fn prepare(&self) {
        self.bring_tests();
        // What the page asked before the tests could hear it comes first.
        self.run("await T.act(() => T.press('clear'));", Value::Null);
    }

    /// The same where the page was opened by a link, which ends in a state that the condition tells.
    pub(crate) fn prepare_linked(&self, condition: &str) {
        self.bring_tests();
        let wait = format!("await T.until(() => {condition}, 'what the link brings');");
        self.run(&wait, Value::Null);
    }

    fn bring_tests(&self) {
        let wait = "const limit = Date.now() + 60000;
            while (document.documentElement.dataset.state !== 'sealed') {
                if (Date.now() > limit) { throw new Error('the page was never sealed'); }
                await new Promise((done) => setTimeout(done, 5));
            }";
        self.session.run(wait, Value::Null);
        self.session.run(include_str!("page.js"), Value::Null);
        self.loaded.set(self.requests().len());
    }

    /// Runs the body of an asynchronous function, in which `T` is what `page.js` says.
    pub(crate) fn run(&self, body: &str, arguments: Value) -> Value {
        self.session
            .run(&format!("const T = window.T; {body}"), arguments)
    }

    /// The value of an expression.
    pub(crate) fn value(&self, expression: &str) -> Value {
        self.run(&format!("return {expression};"), Value::Null)
    }

    /// Drops files on the element, and waits for the answer.
    pub(crate) fn drop(&self, files: &[File], selector: &str) {
        let files: Vec<Value> = files.iter().map(File::to_json).collect();
        let arguments = json!({ "files": files, "selector": selector });
        self.run(
            "await T.act(() => T.drop(args.files, args.selector));",
            arguments,
        );
    }

    /// Pastes a text, and waits for the answer.
    pub(crate) fn paste(&self, text: &str, selector: &str) {
        let arguments = json!({ "text": text, "selector": selector });
        self.run(
            "await T.act(() => T.paste(args.text, args.selector));",
            arguments,
        );
    }

    /// Presses what has this `data-do`, and waits for the answer.
    pub(crate) fn press(&self, action: &str) {
        self.run("await T.act(() => T.press(args));", json!(action));
    }

    /// Fills in the host and the time, without asking yet.
    pub(crate) fn fill(&self, host: &str, at: &str) {
        let arguments = json!({ "host": host, "at": at.trim_end_matches('Z') });
        self.run("T.set('host', args.host); T.set('at', args.at);", arguments);
    }

    /// Saves a file by its `data-do`, and returns what the page made.
    pub(crate) fn save(&self, what: &str) -> File {
        let body = "const { name, blob } = await T.save(args); return { name, bytes: await T.base64(blob) };";
        let saved = self.run(body, json!(what));
        let bytes = saved["bytes"].as_str().expect("the bytes of a file");
        File {
            name: saved["name"].as_str().expect("a name").to_owned(),
            bytes: BASE64.decode(bytes.as_bytes()).expect("base64"),
        }
    }

    /// The report for programs, saved without leaving a file behind.
    pub(crate) fn report(&self) -> Value {
        self.value("(T.quiet = true)");
        let file = self.save("report-json");
        self.value("(T.quiet = false)");
        serde_json::from_slice(&file.bytes).expect("JSON")
    }

    /// The names of the inputs in an area.
    pub(crate) fn cards(&self, place: &str) -> Vec<String> {
        let found = self.run("return T.cards(args);", json!(place));
        let names = found.as_array().expect("a list").iter();
        names
            .map(|name| name.as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// The class of the verdict that is shown.
    pub(crate) fn verdict(&self) -> Option<String> {
        self.value("T.verdict()").as_str().map(str::to_owned)
    }

    /// Whether an element is shown.
    pub(crate) fn is_shown(&self, id: &str) -> bool {
        let shown = self.run(
            "const found = document.getElementById(args); return found !== null && found.checkVisibility();",
            json!(id),
        );
        shown == json!(true)
    }

    /// The text of an element.
    pub(crate) fn text(&self, id: &str) -> String {
        let text = self.run(
            "return document.getElementById(args).textContent;",
            json!(id),
        );
        text.as_str().expect("a text").to_owned()
    }

    /// The requests that were heard so far.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.relay.as_ref().map_or_else(Vec::new, Relay::requests)
    }

    /// The requests since the page was sealed.
    pub(crate) fn unasked(&self) -> Vec<String> {
        let all = self.requests();
        all.into_iter().skip(self.loaded.get()).collect()
    }

    /// What the policy refused since the page was prepared.
    pub(crate) fn violations(&self) -> Vec<String> {
        let found = self.value("T.violations");
        let found = found.as_array().expect("a list").iter();
        found.map(ToString::to_string).collect()
    }
}
