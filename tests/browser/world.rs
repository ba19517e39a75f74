//! Every case, in every browser, with every document.

use crate::browser::{Browser, Driver};
use crate::cases::{CASES, Case, Traces};
use crate::measure;
use crate::page::Page;
use crate::relay::{Relay, Served};
use crate::session::Session;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// What came of it.
#[derive(Debug, Default)]
pub(crate) struct Done {
    pub(crate) run: usize,
    pub(crate) failed: usize,
    /// What could not be run, and why.
    pub(crate) skipped: Vec<String>,
}

impl Done {
    fn add(mut self, other: Self) -> Self {
        self.run += other.run;
        self.failed += other.failed;
        self.skipped.extend(other.skipped);
        self
    }
}

/// A document of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Document {
    /// With its assets beside it, from a server.
    Served,
    /// With everything in it, from a file.
    File,
}

/// Runs the cases whose names hold one of the filters; both browsers at once.
pub(crate) fn run(filters: &[&str]) -> Done {
    let served = match Served::start() {
        Ok(served) => served,
        Err(reason) => {
            println!("FAILED: {reason}");
            return Done {
                failed: 1,
                ..Done::default()
            };
        }
    };
    if filters.is_empty() || filters.contains(&"measure") {
        let measured = catch_unwind(AssertUnwindSafe(|| measure::run(&served)));
        report(&measured, "measurements");
    }
    std::thread::scope(|scope| {
        let served = &served;
        let running =
            Browser::ALL.map(|browser| scope.spawn(move || in_browser(browser, served, filters)));
        running
            .into_iter()
            .map(|running| running.join().expect("a browser's cases"))
            .fold(Done::default(), Done::add)
    })
}

fn in_browser(browser: Browser, served: &Served, filters: &[&str]) -> Done {
    let mut named = filters
        .iter()
        .filter(|filter| ["chromium", "firefox"].contains(filter))
        .peekable();
    if named.peek().is_some() && !named.any(|filter| *filter == browser.name()) {
        return Done::default();
    }
    let driver = match Driver::start(browser) {
        Ok(driver) => driver,
        Err(reason) => {
            return Done {
                skipped: vec![format!("{}: 0 cases run: {reason}", browser.name())],
                ..Done::default()
            };
        }
    };
    [Document::Served, Document::File]
        .into_iter()
        .map(|document| with_document(&driver, (document, served), filters))
        .fold(Done::default(), Done::add)
}

fn with_document(
    driver: &Driver,
    (document, served): (Document, &Served),
    filters: &[&str],
) -> Done {
    let place = Place::new(driver.browser, document);
    let session = Session::start(driver, &place.0);
    let page = page(&session, (document, served));
    let mut done = Done::default();
    for case in CASES
        .iter()
        .filter(|case| case.is_wanted(document, filters))
    {
        let started = Instant::now();
        let passed = catch_unwind(AssertUnwindSafe(|| run_case(case, &page)));
        done.run += 1;
        done.failed += usize::from(passed.is_err());
        let name = format!("{} {document:?} {}", driver.browser.name(), case.name);
        report(&passed, &format!("{name} ({:.1?})", started.elapsed()));
    }
    done
}

/// The page of a document in a session.
pub(crate) fn page<'s>(session: &'s Session, (document, served): (Document, &Served)) -> Page<'s> {
    let relay = (document == Document::Served).then(|| Relay::to(served));
    let address = match &relay {
        Some(relay) => format!("http://127.0.0.1:{}/", relay.port),
        None => format!("file://{}", dist().join("certwhy.html").display()),
    };
    Page::new(session, address, relay)
}

/// What the build wrote.
pub(crate) fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dist")
}

/// Runs a case. Whatever it does, the page asks for nothing after it has loaded, and leaves nothing in the console.
fn run_case(case: &Case, page: &Page<'_>) {
    page.session.console();
    page.open();
    (case.run)(page);
    if case.traces == Traces::Refusals {
        return;
    }
    assert_eq!(page.violations(), [""; 0], "the policy was violated");
    assert_eq!(page.session.console(), [""; 0], "the console is not empty");
    assert_eq!(page.unasked(), [""; 0], "there were requests after loading");
    let entries = page.value("T.entries()");
    assert_eq!(
        entries,
        page.value("T.loaded"),
        "there were requests after loading"
    );
}

fn report(outcome: &std::thread::Result<()>, name: &str) {
    println!(
        "browser: {name} ... {}",
        if outcome.is_ok() { "ok" } else { "FAILED" }
    );
}

/// A folder of one session, gone at its end.
pub(crate) struct Place(pub(crate) PathBuf);

impl Place {
    pub(crate) fn new(browser: Browser, document: Document) -> Self {
        let name = format!(
            "certwhy-{}-{document:?}-{}",
            browser.name(),
            std::process::id()
        );
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}
