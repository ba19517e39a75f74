//! certwhy as a harness of x509-limbo: a suite on standard input, results on standard output.
//!
//! ```text
//! cargo run --release --example limbo_harness < limbo.json > results.json
//! ```

#[path = "limbo_harness/answer.rs"]
mod answer;
#[path = "limbo_harness/format.rs"]
mod format;
#[path = "limbo_harness/public_suffix.rs"]
mod public_suffix;
#[path = "limbo_harness/revocation.rs"]
mod revocation;
#[path = "limbo_harness/setup.rs"]
mod setup;

use certwhy::moment::Moment;
use format::{Results, Suite};
use std::io::{BufReader, BufWriter, Write, stdin, stdout};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            let mut complaint = std::io::stderr();
            let _nowhere_else_to_say_it = writeln!(complaint, "limbo_harness: {problem}");
            ExitCode::FAILURE
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a case without a time is asked about now"
)]
fn run() -> Result<(), Box<dyn core::error::Error>> {
    let suite: Suite = serde_json::from_reader(BufReader::new(stdin().lock()))?;
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    let now = Moment::from_unix(i64::try_from(seconds)?);
    let results = Results {
        version: 1,
        harness: format!("certwhy {}", env!("CARGO_PKG_VERSION")),
        results: suite
            .testcases
            .iter()
            .map(|case| answer::answer(case, now))
            .collect(),
    };
    let mut output = BufWriter::new(stdout().lock());
    serde_json::to_writer_pretty(&mut output, &results)?;
    output.write_all(b"\n")?;
    Ok(output.flush()?)
}
