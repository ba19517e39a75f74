//! One window of one browser, and what WebDriver can do in it.

use crate::browser::{Browser, Driver};
use crate::http;
use crate::memory;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// The key by which WebDriver names an element (W3C WebDriver §11).
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long a script may run, in milliseconds.
const SCRIPT_TIMEOUT: u32 = 280_000;

/// A session, which ends with the value. Any refusal of the driver fails the test at hand.
pub(crate) struct Session {
    pub(crate) browser: Browser,
    /// Where the browser saves files.
    pub(crate) folder: PathBuf,
    port: u16,
    path: String,
    /// The driver's process, from which those of the browser descend.
    driver: u32,
}

/// What a page can be asked to prefer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Preference {
    Light,
    Dark,
    ReducedMotion,
}

impl Session {
    pub(crate) fn start(driver: &Driver, folder: &Path) -> Self {
        let wanted = driver.capabilities(folder);
        let made =
            http::request(driver.port, ("POST", "/session"), Some(&wanted)).expect("a session");
        let id = made["sessionId"].as_str().expect("a session id");
        let session = Self {
            browser: driver.browser,
            folder: folder.to_owned(),
            port: driver.port,
            path: format!("/session/{id}"),
            driver: driver.id(),
        };
        session.post("timeouts", &json!({ "script": SCRIPT_TIMEOUT }));
        session
    }

    /// Loads a document.
    pub(crate) fn go(&self, address: &str) {
        self.post("url", &json!({ "url": address }));
    }

    /// Runs the body of an asynchronous function in the page; a policy of the page does not apply to it.
    pub(crate) fn run(&self, body: &str, arguments: Value) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1]; const args = arguments[0];\n\
             (async () => {{ {body} }})().then((value) => done({{ value }}), (error) => done({{ failed: `${{error}} ${{error.stack}}` }}));"
        );
        let mut reply = self.post(
            "execute/async",
            &json!({ "script": script, "args": vec![arguments] }),
        );
        assert!(reply.get("failed").is_none(), "{}", reply["failed"]);
        reply["value"].take()
    }

    /// The same for an expression without arguments.
    pub(crate) fn value(&self, expression: &str) -> Value {
        self.run(&format!("return {expression};"), Value::Null)
    }

    /// Types into an element, or chooses the file of that path.
    pub(crate) fn type_into(&self, selector: &str, text: &str) {
        let element = self.element(selector);
        self.post(
            &format!("element/{element}/value"),
            &json!({ "text": text }),
        );
    }

    /// Clicks as a user does.
    pub(crate) fn click(&self, selector: &str) {
        let element = self.element(selector);
        self.post(&format!("element/{element}/click"), &json!({}));
    }

    /// Presses keys one after the other; those of `held` stay down meanwhile.
    pub(crate) fn press(&self, held: &[char], keys: &[char]) {
        let down = |key: &char| json!({ "type": "keyDown", "value": key });
        let up = |key: &char| json!({ "type": "keyUp", "value": key });
        let mut actions: Vec<Value> = held.iter().map(down).collect();
        actions.extend(keys.iter().flat_map(|key| [down(key), up(key)]));
        actions.extend(held.iter().rev().map(up));
        let source = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.post("actions", &json!({ "actions": [source] }));
    }

    /// Does something in a new tab, and comes back.
    pub(crate) fn in_new_tab(&self, act: impl FnOnce()) {
        let before = self.get("window");
        let made = self.post("window/new", &json!({ "type": "tab" }));
        self.post("window", &json!({ "handle": made["handle"] }));
        act();
        http::request(
            self.port,
            ("DELETE", &format!("{}/window", self.path)),
            None,
        )
        .expect("a closed tab");
        self.post("window", &json!({ "handle": before }));
    }

    /// What stands in the browser's console since this was last asked.
    pub(crate) fn console(&self) -> Vec<String> {
        match self.browser {
            Browser::Chromium => {
                let log = self.post("se/log", &json!({ "type": "browser" }));
                let lines = log.as_array().expect("a log").iter();
                lines
                    .map(|line| format!("{} {}", line["level"], line["message"]))
                    .collect()
            }
            Browser::Firefox => {
                let log = self.with_privileges(include_str!("console.js"));
                let lines = log.as_array().expect("a log").iter();
                lines.map(ToString::to_string).collect()
            }
        }
    }

    /// Makes pages see a preference of the user.
    pub(crate) fn prefer(&self, preference: Preference) {
        let (feature, value) = match preference {
            Preference::Light => ("prefers-color-scheme", "light"),
            Preference::Dark => ("prefers-color-scheme", "dark"),
            Preference::ReducedMotion => ("prefers-reduced-motion", "reduce"),
        };
        match self.browser {
            Browser::Chromium => {
                let features = json!([{ "name": feature, "value": value }]);
                self.cdp(
                    "Emulation.setEmulatedMedia",
                    &json!({ "features": features }),
                );
            }
            Browser::Firefox => {
                let (name, number) = match preference {
                    Preference::Dark => ("layout.css.prefers-color-scheme.content-override", 0),
                    Preference::Light => ("layout.css.prefers-color-scheme.content-override", 1),
                    Preference::ReducedMotion => ("ui.prefersReducedMotion", 1),
                };
                self.with_privileges(&format!("Services.prefs.setIntPref('{name}', {number});"));
            }
        }
    }

    /// Makes pages that are loaded from now on see a language of the user.
    pub(crate) fn speak(&self, tag: &str) {
        match self.browser {
            Browser::Chromium => {
                let agent = self.value("navigator.userAgent");
                let wanted = json!({ "userAgent": agent, "acceptLanguage": tag });
                self.cdp("Emulation.setUserAgentOverride", &wanted);
            }
            Browser::Firefox => {
                let set = format!("Services.prefs.setCharPref('intl.accept_languages', '{tag}');");
                self.with_privileges(&set);
            }
        }
    }

    /// How much memory all processes of the browser hold for themselves, in octets. `None` where there is no `/proc`.
    pub(crate) fn memory(&self) -> Option<u64> {
        memory::of_descendants(self.driver)
    }

    /// A command of the Chrome `DevTools` Protocol.
    pub(crate) fn cdp(&self, command: &str, parameters: &Value) -> Value {
        self.post(
            "goog/cdp/execute",
            &json!({ "cmd": command, "params": parameters }),
        )
    }

    /// Runs a script with the rights of Firefox itself.
    fn with_privileges(&self, script: &str) -> Value {
        self.post("moz/context", &json!({ "context": "chrome" }));
        let value = self.post("execute/sync", &json!({ "script": script, "args": [] }));
        self.post("moz/context", &json!({ "context": "content" }));
        value
    }

    fn element(&self, selector: &str) -> String {
        let found = self.post(
            "element",
            &json!({ "using": "css selector", "value": selector }),
        );
        found[ELEMENT].as_str().expect("an element").to_owned()
    }

    fn get(&self, path: &str) -> Value {
        self.send("GET", path, None)
    }

    fn post(&self, path: &str, body: &Value) -> Value {
        self.send("POST", path, Some(body))
    }

    fn send(&self, method: &str, path: &str, body: Option<&Value>) -> Value {
        let path = format!("{}/{path}", self.path);
        match http::request(self.port, (method, &path), body) {
            Ok(value) => value,
            Err(error) => panic!("{error}"),
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        http::request(self.port, ("DELETE", &self.path), None).ok();
    }
}
