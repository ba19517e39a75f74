//! What the page says of a bundle by itself, and of one server to all clients.

use crate::page::Page;
use crate::samples;
use serde_json::{Value, json};

/// The headings with the number of rows in the first table under each; `null` where there is none.
const SECTIONS: &str = "
    const sections = {};
    let last = null;
    for (const found of document.querySelectorAll('#answer h2, #answer h3, #answer tbody')) {
        if (found.matches('h2, h3')) {
            last = found.textContent.trim();
            sections[last] ??= null;
        } else if (last !== null) {
            sections[last] ??= found.rows.length;
        }
    }
    return sections;";

/// The texts in which a fault is shown: the line above its mark, and the mark.
const EXCERPTS: &str = "return [...document.querySelectorAll('#answer figure.cw-code')]
    .filter((figure) => figure.checkVisibility())
    .map((figure) => figure.querySelector('code').textContent)
    .filter((text) => text.includes('^'));";

fn length(value: &Value) -> usize {
    value.as_array().map_or(0, Vec::len)
}

/// A damaged bundle alone: where the fault is, which services it serves for, what differs, and the bundle without the fault.
pub(super) fn bundle(page: &Page<'_>) {
    page.fill("", samples::S3.1);
    page.drop(&[samples::damaged_bundle()], "body");
    let report = page.report();
    assert_eq!(report["verdict"], Value::Null);
    let (bundle, examination) = (&report["bundle"], &report["bundle"]["examination"]);

    let excerpts = page.run(EXCERPTS, Value::Null);
    assert_eq!(length(&excerpts), samples::FAULTS, "{excerpts}");
    let shown = excerpts.to_string();
    for damage in bundle["damage"].as_array().expect("a list") {
        let line = damage["excerpt"]["line"].as_u64().expect("a line");
        assert!(shown.contains(&format!("{line} | ")), "{line}: {shown}");
    }
    assert!(shown.contains("\\\\u{200b}"), "{shown}");
    assert!(!page.text("answer").contains('\u{200b}'));

    let sections = page.run(SECTIONS, Value::Null);
    let comparison = &examination["comparison"];
    let differences: usize = ["added", "removed", "reissued", "renamed"]
        .map(|kind| length(&comparison[kind]))
        .iter()
        .sum();
    assert!(differences > 10, "{comparison}");
    let services = length(&examination["services"]);
    assert!(services > 3, "{examination}");
    assert_eq!(sections["Well-known services"], services, "{sections}");
    assert_eq!(sections["Differences"], differences, "{sections}");
    assert!(sections.get("What is in it").is_some(), "{sections}");

    repaired(page, bundle);
}

/// The bundle that is offered has every certificate and none of the faults.
fn repaired(page: &Page<'_>, before: &Value) {
    // Nothing is left in the folder, where other cases look for what they save.
    page.value("(T.quiet = true)");
    let file = page.save("repaired-bundle");
    page.value("(T.quiet = false)");
    page.press("clear");
    page.drop(&[file], "body");
    let after = &page.report()["bundle"];
    assert_eq!(after["damage"], json!([]));
    assert_eq!(after["certificates"], before["certificates"]);
    assert_eq!(
        page.run(EXCERPTS, Value::Null),
        json!([]),
        "a sound bundle has no fault to show"
    );
}

/// The cells of the table of clients.
const CLIENTS: &str = "
    const tables = [...document.querySelectorAll('#answer table')];
    const cell = (row, index) => row.cells[index].textContent.trim();
    const table = tables.find((table) => table.rows.length > 10 && cell(table.rows[0], 0) === 'Client');
    return [...table.tBodies[0].rows].map((row) => [0, 1, 2, 3].map((index) => cell(row, index)));";

/// One row for each client, the asked one first; each says what the report says.
pub(super) fn clients(page: &Page<'_>) {
    page.fill(samples::S3.0, samples::S3.1);
    page.drop(&[samples::old_bundle(), samples::s3_chain()], "body");
    let listed = page.value("document.getElementById('client').options.length - 1");
    for asked in ["openssl-3", "go"] {
        let choose = "await T.act(() => { T.set('client', args);
            document.getElementById('client').dispatchEvent(new Event('input', { bubbles: true })); });";
        page.run(choose, json!(asked));
        let rows = page.run(CLIENTS, Value::Null);
        let report = page.report();
        let answers = report["clients"].as_array().expect("a list");
        assert_eq!(json!(answers.len()), listed, "a client is missing");
        assert_eq!(rows[0][0], asked);
        let rows = rows.as_array().expect("rows");
        assert_eq!(rows.len(), answers.len());
        for (row, answer) in rows.iter().zip(answers) {
            assert_eq!(row[0], answer["id"]);
            assert_eq!(row[2], *answer["cause"].as_str().unwrap_or_default());
            let word = match answer["verdict"].as_str() {
                Some("trusted") => "Trusted",
                Some("not-trusted") => "Not trusted",
                _ => "Undecided",
            };
            assert_eq!(
                row[1].as_str().map(str::to_lowercase),
                Some(word.to_lowercase())
            );
            let own = answer["native_error"].is_object();
            assert_eq!(row[3] != "", own, "{row}");
        }
        // Every client's refusal is for the same missing root.
        assert!(
            answers
                .iter()
                .all(|answer| answer["verdict"] == "not-trusted")
        );
    }
}
