//! The clients, installed from PyPI into a virtual environment that later runs find again.

use crate::program::Run;
use std::path::{Path, PathBuf};
use std::process::Command;

const REQUIREMENTS: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/clients/python/requirements.txt"
);

/// A network that fails once may work the second time.
const ATTEMPTS: usize = 2;

/// The Python interpreter that has the clients; `Err` says why there is none.
pub(crate) fn install() -> Result<PathBuf, String> {
    if !cfg!(unix) {
        return Err("the printed commands are run by a POSIX shell".to_owned());
    }
    let version = output(Command::new("python3").arg("--version"))?;
    let requirements = std::fs::read_to_string(REQUIREMENTS).map_err(|error| error.to_string())?;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("real-clients");
    let python = folder.join("bin/python");
    let stamp = folder.join("installed.txt");
    let wanted = format!("{version}{requirements}");
    if std::fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(python);
    }
    let mut outcome = fill(&folder, &python);
    for _ in 1..ATTEMPTS {
        outcome = outcome.or_else(|_| fill(&folder, &python));
    }
    outcome?;
    std::fs::write(stamp, wanted).map_err(|error| error.to_string())?;
    Ok(python)
}

fn fill(folder: &Path, python: &Path) -> Result<(), String> {
    println!(
        "real clients: installing from PyPI into {}",
        folder.display()
    );
    output(
        Command::new("python3")
            .args(["-m", "venv", "--clear"])
            .arg(folder),
    )?;
    let pip = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--retries",
        "1",
        "--timeout",
        "20",
    ];
    output(Command::new(python).args(pip).args(["-r", REQUIREMENTS])).map(|_| ())
}

/// What a command prints; `Err` where it cannot start or fails.
fn output(command: &mut Command) -> Result<String, String> {
    let name = command.get_program().display().to_string();
    let run = Run::of(command).map_err(|error| format!("{name}: {error}"))?;
    match run.code {
        Some(0) => Ok(run.stdout),
        _ => Err(format!("{name} failed: {}", run.stderr.trim())),
    }
}
