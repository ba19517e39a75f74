//! The moment of a scenario, as each engine wants it.

use certwhy::moment::Moment;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// Seconds since 1970.
pub(crate) fn seconds(at: &str) -> i64 {
    Moment::parse(at).expect(at).as_unix()
}

/// Time since 1970.
pub(crate) fn since_1970(at: &str) -> Duration {
    Duration::from_secs(seconds(at).try_into().expect("no scenario is that old"))
}

/// Where Debian, Fedora and Homebrew put the library of `faketime`.
const LIBRARIES: [&str; 5] = [
    "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1",
    "/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1",
    "/usr/lib64/faketime/libfaketime.so.1",
    "/usr/lib/faketime/libfaketime.so.1",
    "/usr/local/lib/faketime/libfaketime.so.1",
];

/// Lets a program see a clock that stands at `at`; `None` where the library is not installed.
pub(crate) fn set<'a>(command: &'a mut Command, at: &str) -> Option<&'a mut Command> {
    let library = LIBRARIES.iter().find(|path| Path::new(path).exists())?;
    let (day, time) = at.trim_end_matches('Z').split_once('T')?;
    let command = command
        .env("LD_PRELOAD", library)
        .env("FAKETIME", format!("{day} {time}"))
        .env("TZ", "UTC");
    Some(command)
}
