//! How the page looks to those who see it otherwise.

use crate::axe;
use crate::browser::Browser;
use crate::page::Page;
use crate::samples;
use crate::session::Preference;
use serde_json::{Value, json};

/// Everything that moves, in seconds.
const MOVING: &str = "[...document.querySelectorAll('*')].flatMap((element) => {
    const style = getComputedStyle(element);
    return [style.transitionDuration, style.animationDuration].flatMap((list) => list.split(',')).map(parseFloat);
}).reduce((longest, duration) => Math.max(longest, duration), 0)";

pub(super) fn reduced_motion(page: &Page<'_>) {
    page.session.prefer(Preference::ReducedMotion);
    page.press("example:s3-2024");
    assert_eq!(
        page.value("matchMedia('(prefers-reduced-motion: reduce)').matches"),
        true
    );
    assert_eq!(page.value(MOVING), json!(0));
    page.session.prefer(Preference::Light);
}

/// The least width of WCAG 2.2, 1.4.10 Reflow.
pub(super) fn narrow(page: &Page<'_>) {
    if page.session.browser != Browser::Chromium {
        // Firefox makes no window so narrow.
        return;
    }
    let size = json!({ "width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": false });
    page.session
        .cdp("Emulation.setDeviceMetricsOverride", &size);
    for lang in ["en", "ja"] {
        page.open_at(&format!("?lang={lang}"));
        for example in [None, Some("example:s3-2024"), Some("example:damaged")] {
            if let Some(example) = example {
                page.press(example);
            }
            let widths = page.value("(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth])(document.documentElement)");
            assert_eq!(widths[0], widths[1], "{lang} {example:?}");
            assert!(
                widths[1].as_u64().is_some_and(|width| width <= 320),
                "{widths}"
            );
        }
    }
    page.session
        .cdp("Emulation.clearDeviceMetricsOverride", &json!({}));
}

pub(super) fn axe(page: &Page<'_>) {
    let Some(axe) = axe::source() else { return };
    let mut found = Vec::new();
    for lang in ["en", "ja"] {
        for (theme, name) in [(Preference::Light, "light"), (Preference::Dark, "dark")] {
            page.session.prefer(theme);
            page.open_at(&format!("?lang={lang}"));
            page.session.run(&axe, Value::Null);
            for state in ["empty", "answer", "bundle", "unfolded"] {
                bring(page, state);
                let violations = page.session.run(axe::RUN, Value::Null);
                let violations = violations.as_array().expect("a list").iter();
                found.extend(
                    violations.map(|violation| format!("{lang} {name} {state}: {violation}")),
                );
            }
        }
    }
    page.session.prefer(Preference::Light);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Brings the page into a state, from the one before it.
fn bring(page: &Page<'_>, state: &str) {
    match state {
        "answer" => {
            page.fill(samples::S3.0, samples::S3.1);
            page.drop(&[samples::old_bundle(), samples::s3_chain()], "body");
        }
        "bundle" => {
            page.press("clear");
            page.drop(&[samples::old_bundle()], "body");
        }
        "unfolded" => {
            page.press("example:s3-2024");
            page.press("share");
            page.value("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
        }
        _ => {}
    }
}
