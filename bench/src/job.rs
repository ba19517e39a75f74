//! What is asked, and how it is timed.

use cpu_time::ProcessTime;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::time::Duration;

/// One question to one side.
#[derive(Debug, Deserialize)]
pub(crate) struct Job {
    /// What to do.
    pub(crate) task: String,
    /// The client's bundle, PEM.
    pub(crate) bundle: PathBuf,
    /// The server's chain, PEM, its own certificate first; empty where the bundle is all there is.
    #[serde(default)]
    pub(crate) chain: PathBuf,
    /// The server's name; empty leaves it unchecked.
    #[serde(default)]
    pub(crate) host: String,
    /// The client's clock, in seconds since 1970.
    #[serde(default)]
    pub(crate) at: i64,
    /// The id of the client that certwhy answers for; other sides answer for themselves.
    #[serde(default)]
    pub(crate) client: String,
    /// The certificates of the known roots, as the page fetches them; empty where nothing asks for them.
    #[serde(default)]
    pub(crate) roots: PathBuf,
}

/// Something to run and to time; it says in one word or two what came out.
pub(crate) type Ready = Box<dyn FnMut() -> String>;

/// What one side answers.
#[derive(Debug, Serialize)]
pub(crate) struct Done {
    /// The time of the processor for one run, in nanoseconds.
    nanoseconds: f64,
    /// What came out.
    said: String,
}

/// Short runs are repeated for so long, since a clock is not finer than a microsecond everywhere.
const AT_LEAST: Duration = Duration::from_millis(10);

impl Done {
    /// Runs it, often enough to be timed.
    pub(crate) fn of(ready: &mut Ready) -> Self {
        let started = ProcessTime::now();
        let mut said = ready();
        let mut runs = 1_u32;
        let mut took = started.elapsed();
        while took < AT_LEAST {
            said = ready();
            runs = runs.saturating_add(1);
            took = started.elapsed();
        }
        Self {
            nanoseconds: took.as_secs_f64() * 1e9 / f64::from(runs),
            said,
        }
    }
}
