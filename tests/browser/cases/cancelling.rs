//! Work that is stopped: whenever that is, its worker is gone with all its memory, and another one answers.

use crate::page::{File, Page};
use crate::samples;
use data_encoding::BASE64;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Two hundred kilobytes of roots, which the page repeats; and what it is asked after that.
fn arguments() -> Value {
    let file = |file: File| json!({ "name": file.name, "bytes": BASE64.encode(&file.bytes) });
    json!({
        "roots": BASE64.encode(&samples::roots(150).bytes),
        "host": samples::S3.0,
        "at": samples::S3.1.trim_end_matches('Z'),
        "files": [file(samples::old_bundle()), file(samples::s3_chain())],
    })
}

pub(super) fn any_moment(page: &Page<'_>) {
    let moments = page.run(include_str!("../cancel.js"), arguments());
    let moments = moments.as_array().expect("moments");
    assert!(moments.len() > 6, "too few moments");
    for seen in moments {
        let moment = &seen["moment"];
        println!("measured: {} {seen}", page.session.browser.name());
        assert_eq!(seen["ended"], 1, "{moment}: the worker is not ended");
        assert_eq!(seen["alive"], 1, "{moment}: there is not one worker");
        assert_eq!(seen["new"], true, "{moment}: the worker is the old one");
        assert_eq!(seen["busy"], false, "{moment}: the page says that it works");
        assert_eq!(seen["said"], true, "{moment}: nothing says that it stopped");
        assert_eq!(
            seen["late"],
            Value::Null,
            "{moment}: an answer came all the same"
        );
        assert_eq!(seen["verdict"], "not-trusted", "{moment}: the next answer");
    }
}

/// At least this much is needed to begin with, in octets, or nothing would be measured.
const NEEDED: u64 = 100_000_000;

pub(super) fn memory(page: &Page<'_>) {
    if page.session.memory().is_none() {
        println!("SKIPPED: memory: what processes hold is read from /proc");
        return;
    }
    let make = "const part = T.bytes(args.roots); T.large = [new File(Array(250).fill(part), 'large.pem')];";
    page.run(make, arguments());
    for ending in ["cancel", "clear"] {
        page.press("clear");
        let before = settled(page);
        let start = "const before = T.posted; T.dropped(T.carrying(T.large));
            await T.until(() => T.posted > before, 'a question');";
        page.run(start, Value::Null);
        let patience = Instant::now();
        let mut most = before;
        while most < before + NEEDED && patience.elapsed() < Duration::from_secs(40) {
            most = most.max(page.session.memory().unwrap_or_default());
        }
        if ending == "clear" {
            let wait = "await T.until(() => [...T.owed.values()].every((owed) => owed === 0), 'an answer');";
            page.run(wait, Value::Null);
            most = most.max(page.session.memory().unwrap_or_default());
        }
        page.value(&format!("T.press('{ending}')"));
        let after = settled(page);
        println!(
            "measured: {} {ending}: {} MB, then {} MB, then {} MB",
            page.session.browser.name(),
            before / 1_000_000,
            most / 1_000_000,
            after / 1_000_000,
        );
        assert!(most >= before + NEEDED, "{ending}: nothing was needed");
        let kept = after.saturating_sub(before);
        assert!(
            kept < (most - before) / 4,
            "{ending}: {kept} octets are kept"
        );
    }
}

/// What is held when it has not become less for two seconds. Browsers give back when they find the time.
fn settled(page: &Page<'_>) -> u64 {
    let now = || page.session.memory().unwrap_or_default();
    let started = Instant::now();
    let mut least = (now(), Instant::now());
    while least.1.elapsed() < Duration::from_secs(2) && started.elapsed() < Duration::from_secs(30)
    {
        std::thread::sleep(Duration::from_millis(50));
        let held = now();
        if held + 1_000_000 < least.0 {
            least = (held, Instant::now());
        }
    }
    least.0
}
