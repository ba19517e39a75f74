//! Without a mouse.

use crate::page::Page;
use crate::samples;
use serde_json::{Value, json};

const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';
const SPACE: char = ' ';

/// Numbers every control that a user can see, so that it can be told which were reached.
const NUMBER: &str = "
    const controls = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
        .filter((control) => control.checkVisibility() && !control.disabled);
    T.controls = controls;
    controls.forEach((control, index) => { control.dataset.number = index; });
    document.activeElement.blur();
    window.scrollTo(0, 0);
    return controls.length;";

/// What has the focus: its number, and whether that can be seen.
const FOCUSED: &str = "
    const control = document.activeElement;
    const seen = [control, control.closest('label')].some((shown) => {
        const style = shown && getComputedStyle(shown);
        return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    });
    return { number: control.dataset.number ?? null, seen, what: control.outerHTML.slice(0, 120) };";

pub(super) fn walk(page: &Page<'_>) {
    page.fill(samples::S3.0, samples::S3.1);
    page.drop(&[samples::old_bundle(), samples::s3_chain()], "body");
    let count = page.run(NUMBER, Value::Null).as_u64().expect("a number");
    assert!(count > 20, "only {count} controls");
    let mut order: Vec<u64> = Vec::new();
    // A control for date and time has several stops, a block that scrolls has one of its own.
    for _ in 0..count * 2 + 40 {
        page.session.press(&[], &[TAB]);
        let focused = page.run(FOCUSED, Value::Null);
        let number = focused["number"]
            .as_str()
            .and_then(|number| number.parse().ok());
        let Some(number) = number else { continue };
        assert_eq!(
            focused["seen"], true,
            "the focus is not seen: {}",
            focused["what"]
        );
        if order.last() != Some(&number) {
            order.push(number);
        }
        if u64::try_from(order.len()) == Ok(count) {
            break;
        }
    }
    let passed = page.run(
        "return args.map((number) => T.controls[number]).map((control) => `${control.isConnected} ${control.outerHTML.slice(0, 120)}`);",
        json!((0..count).filter(|number| !order.contains(number)).collect::<Vec<_>>()),
    );
    let passed = passed.as_array().expect("a list");
    assert!(passed.is_empty(), "never reached: {passed:#?}");
    assert!(
        order.is_sorted(),
        "not in the order of the document: {order:?}"
    );
}

pub(super) fn pressed(page: &Page<'_>) {
    let press = |selector: &str, key: char| {
        let focus = format!("T.before = T.posted; document.querySelector('{selector}').focus();");
        page.run(&focus, Value::Null);
        page.session.press(&[], &[key]);
        let settled = "T.posted > T.before && [...T.owed.values()].every((owed) => owed === 0)";
        page.run(
            &format!("await T.until(() => {settled}, 'an answer');"),
            Value::Null,
        );
    };
    press("[data-do=\"example:s3-2024\"]", ENTER);
    assert_eq!(page.verdict().as_deref(), Some("not-trusted"));
    press("[data-do=\"lang:ja\"]", ENTER);
    assert_eq!(page.value("document.documentElement.lang"), "ja");
    press("[data-do=\"clear\"]", SPACE);
    assert!(!page.is_shown("answer"));
    page.value("document.querySelector('#obtain > summary').focus()");
    page.session.press(&[], &[ENTER]);
    assert_eq!(page.value("document.getElementById('obtain').open"), true);
    page.run("document.getElementById('obtain').open = false; document.querySelector('[data-do=\"open:obtain\"]').focus();", Value::Null);
    page.session.press(&[], &[ENTER]);
    assert_eq!(page.value("document.getElementById('obtain').open"), true);
}
