//! Whole processes: the time that the processor gave them, and the most memory that they had.

use std::process::{Command, Stdio};

/// How a program is run for its memory; see [`peak`].
pub(super) const PEAK: &str = "--peak";

/// Runs it to its end, whatever it answers. Its time of the processor, in seconds.
pub(super) fn seconds(command: &mut Command) -> Result<f64, String> {
    let before = children()?;
    run(command)?;
    Ok(children()?.seconds - before.seconds)
}

/// What it prints.
pub(super) fn output(command: &mut Command) -> Result<String, String> {
    let name = command.get_program().display().to_string();
    let output = command
        .output()
        .map_err(|error| format!("{name}: {error}"))?;
    let text = [output.stdout, output.stderr].concat();
    Ok(String::from_utf8_lossy(&text).into_owned())
}

/// The most memory that it had, in octets. The system tells the most that any child had, so the program is run by another
/// instance of this one, of which it is the only child.
pub(super) fn peak(command: &Command) -> Result<u64, String> {
    let own = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut only = Command::new(own);
    only.args(["bench", PEAK]).arg(command.get_program());
    let printed = output(only.args(command.get_args()))?;
    let number = printed.trim().parse();
    number.map_err(|_| format!("the memory of a program is not known: {printed}"))
}

/// The other instance of [`peak`].
pub(super) fn print_peak(program: &[&str]) -> Result<(), String> {
    let (name, arguments) = program.split_first().ok_or("no program")?;
    run(Command::new(name).args(arguments))?;
    println!("{}", children()?.peak);
    Ok(())
}

fn run(command: &mut Command) -> Result<(), String> {
    let quiet = command.stdout(Stdio::null()).stderr(Stdio::null());
    let ended = quiet.stdin(Stdio::null()).status();
    ended.map(|_| ()).map_err(|error| {
        let name = command.get_program().display();
        format!("{name} did not start: {error}")
    })
}

/// What all processes used that this one started and that have ended.
struct Used {
    seconds: f64,
    peak: u64,
}

#[cfg(unix)]
fn children() -> Result<Used, String> {
    use nix::sys::resource::{UsageWho, getrusage};
    use std::time::Duration;
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).map_err(|error| error.to_string())?;
    let seconds = |time: nix::sys::time::TimeVal| {
        let whole = Duration::from_secs(time.tv_sec().unsigned_abs());
        let part = Duration::from_micros(time.tv_usec().unsigned_abs());
        (whole + part).as_secs_f64()
    };
    // Kibibytes on Linux.
    let peak = usage.max_rss().unsigned_abs().saturating_mul(1024);
    Ok(Used {
        seconds: seconds(usage.user_time()) + seconds(usage.system_time()),
        peak,
    })
}

#[cfg(not(unix))]
fn children() -> Result<Used, String> {
    Err("times of processes are measured on Unix only".to_owned())
}
