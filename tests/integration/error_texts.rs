//! Texts of failing programs, and all that is read from each: nothing less, and nothing that the text does not say.
//!
//! The texts in `error_texts/` have the form that the programs print. Most were printed by the programs themselves against
//! a server of `test-pki serve`, the rest was written in their form; source lines of tracebacks are left out. What stands
//! above a text is everything that is to be read from it; a key that is not there means that nothing may be read.

use certwhy::error_text::{
    Call, ErrorReading, PythonVersions, Releases, Server, Stack, Symptom, System, VerifyCode,
    client_id, read,
};
use std::collections::BTreeMap;
use std::fmt::Write as _;

const FAMILIES: &[(&str, &str)] = &[
    ("python", include_str!("error_texts/python.txt")),
    ("python-2", include_str!("error_texts/python-2.txt")),
    ("shotgun", include_str!("error_texts/shotgun.txt")),
    ("command-line", include_str!("error_texts/command-line.txt")),
    ("languages", include_str!("error_texts/languages.txt")),
    ("systems", include_str!("error_texts/systems.txt")),
    ("advice", include_str!("error_texts/advice.txt")),
];

struct Case {
    name: String,
    expected: BTreeMap<String, String>,
    text: &'static str,
}

/// `=== name`, lines of `key: value`, `---`, the text.
fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (family, file) in FAMILIES {
        let blocks = file.split("\n=== ").enumerate();
        for (index, block) in blocks {
            let block = if index == 0 {
                block.strip_prefix("=== ").unwrap()
            } else {
                block
            };
            let (head, text) = block.split_once("\n---\n").unwrap();
            let mut lines = head.lines();
            let name = format!("{family}: {}", lines.next().unwrap());
            let expected = lines
                .map(|line| line.split_once(": ").unwrap())
                .map(|(key, value)| (key.to_owned(), value.to_owned()))
                .collect();
            cases.push(Case {
                name,
                expected,
                text,
            });
        }
    }
    cases
}

/// A reading in the form of the expectations.
fn told(reading: &ErrorReading) -> BTreeMap<String, String> {
    let bounds = |releases: &Releases| match releases.bounds() {
        Some((first, last)) => format!("{first} {last}"),
        None => String::new(),
    };
    let created = reading
        .created
        .iter()
        .map(|entity| format!("{} {} {:?}", entity.kind, entity.name, entity.id));
    let wrong = reading
        .wrong_variables
        .iter()
        .map(|wrong| wrong.name.clone());
    let off = reading
        .switches_off
        .iter()
        .map(|switch| switch.as_str().to_owned());
    let failure = &reading.failure;
    [
        ("stack", or_none(reading.stack.map(Stack::as_str))),
        ("call", or_none(reading.call.map(Call::as_str))),
        ("server", server(reading)),
        ("symptom", or_none(failure.symptom.map(Symptom::as_str))),
        ("code", or_none(failure.code.map(VerifyCode::number))),
        ("python", python(&reading.python)),
        ("api", bounds(&reading.api.versions)),
        ("toolkit", bounds(&reading.api.toolkit)),
        ("system", or_none(reading.system.map(System::as_str))),
        ("application", or_none(reading.application.as_ref())),
        ("created", list(created)),
        ("wrong", list(wrong)),
        ("off", list(off)),
        ("client", or_none(client_id(reading))),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(key, value)| (key.to_owned(), value))
    .collect()
}

fn or_none(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn server(reading: &ErrorReading) -> String {
    match &reading.server {
        Some(Server {
            host,
            port: Some(port),
        }) => format!("{host} {port}"),
        Some(Server { host, port: None }) => host.to_string(),
        None => String::new(),
    }
}

fn python(versions: &PythonVersions) -> String {
    let all = list(versions.all().iter().map(ToString::to_string));
    match versions {
        PythonVersions::Unknown => String::new(),
        PythonVersions::Exact(_) => all,
        PythonVersions::OneOf(_) => format!("one of {all}"),
        PythonVersions::Probably(_) => format!("probably {all}"),
    }
}

fn list(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(" ")
}

/// The differences, one a line.
fn differences(case: &Case, text: &str) -> String {
    let found = told(&read(text));
    let mut page = String::new();
    for key in case.expected.keys().chain(found.keys()) {
        let (expected, found) = (case.expected.get(key), found.get(key));
        if expected != found {
            let line = format!("{}: {key}: {expected:?}, found {found:?}\n", case.name);
            if !page.contains(&line) {
                let _ = write!(page, "{line}");
            }
        }
    }
    page
}

#[test]
fn every_text_is_read_as_it_says() {
    let cases = cases();
    assert!(cases.len() >= 60, "{}", cases.len());
    let wrong: String = cases
        .iter()
        .map(|case| differences(case, case.text))
        .collect();
    assert!(wrong.is_empty(), "{wrong}");
}

/// A log has lines before and after the error. They change nothing.
#[test]
fn lines_around_a_text_change_nothing() {
    let line = "2021-05-04 10:11:12,345 [1234 DEBUG studio.pipeline] task 17 of 20 is ready\n";
    for lines in [1, 40, 8_000] {
        let noise = line.repeat(lines);
        let wrong: String = cases()
            .iter()
            .map(|case| differences(case, &format!("{noise}{}\n{noise}", case.text)))
            .collect();
        assert!(wrong.is_empty(), "{lines} lines: {wrong}");
    }
}

/// What stands in a text is found by `recognise` too, so that nobody has to say that it is an error text.
#[test]
fn every_text_is_recognised_by_its_content() {
    use certwhy::input::{Content, recognise};
    use certwhy::location::SourceName;
    for case in cases() {
        let found = recognise(&SourceName::new("log.txt"), case.text.as_bytes());
        let is_text = found
            .items
            .iter()
            .any(|item| matches!(item.content, Content::ErrorText(_)));
        assert!(is_text, "{}: {:?}", case.name, found.notes);
    }
}
