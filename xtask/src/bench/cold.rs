//! Whole processes in turn, from the start to the end: what a command line costs.

use super::measure::in_turn;
use super::peers;
use super::program::{output, peak, seconds};
use super::row::{Aim, Row};
use super::side::Job;
use super::world::World;
use certwhy::moment::Moment;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Another program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Program {
    /// Go's `crypto/x509`, compiled, static.
    Go,
    /// `openssl verify`.
    OpenSsl,
    /// GnuTLS's `certtool --verify`.
    Certtool,
}

/// What one row puts beside each other.
pub(super) struct Cold {
    pub(super) goal: &'static str,
    pub(super) what: &'static str,
    pub(super) program: Program,
    pub(super) input: &'static str,
    pub(super) aim: Aim,
}

/// The programs, compiled or found once.
pub(super) struct Programs {
    certwhy: PathBuf,
    go: Result<PathBuf, String>,
}

impl Programs {
    pub(super) fn get() -> Result<Self, String> {
        Ok(Self {
            certwhy: peers::certwhy()?,
            go: peers::go(),
        })
    }

    /// The program in Go, where it could be had.
    pub(super) fn go(&self) -> Option<&Path> {
        self.go.as_deref().ok()
    }

    /// One row; where a program is not here, the row says so.
    pub(super) fn row(&self, cold: &Cold, world: &World) -> Row {
        self.measured(cold, world)
            .unwrap_or_else(|why| Row::not_measured(cold.goal, cold.what, why))
    }

    fn measured(&self, cold: &Cold, world: &World) -> Result<Row, String> {
        let job = world.job(cold.input)?;
        let ours = || self.certwhy(&job);
        let theirs = || self.theirs(cold, world);
        let said = [verdict(&mut ours())?, brief(&output(&mut theirs()?)?)];
        let measured = in_turn(|| seconds(&mut ours()), || seconds(&mut theirs()?))?;
        let words = [said[0].as_str(), said[1].as_str()];
        let row = Row::measured((cold.goal, cold.what), &measured, words, cold.aim);
        Ok(row.judged(&said[0], world.expected(cold.input)))
    }

    /// The most memory of our whole process, as a multiple of the bundle.
    pub(super) fn memory(&self, input: &str, world: &World) -> Row {
        let what = "10,000 roots, the most memory of the whole process";
        match self.times_the_bundle(input, world) {
            Ok(times) => Row::limited(("N7", what), (times, 4.0), "× the file"),
            Err(why) => Row::not_measured("N7", what, why),
        }
    }

    fn times_the_bundle(&self, input: &str, world: &World) -> Result<f64, String> {
        let job = world.job(input)?;
        let bundle = std::fs::metadata(&job.bundle).map_err(|error| error.to_string())?;
        let most = peak(&self.certwhy(&job))?;
        // Whole kibibytes fit into 32 bits.
        let kibibytes = |octets: u64| f64::from(u32::try_from(octets / 1024).unwrap_or(u32::MAX));
        Ok(kibibytes(most) / kibibytes(bundle.len()))
    }

    fn certwhy(&self, job: &Job) -> Command {
        let mut command = Command::new(&self.certwhy);
        command.args(["explain", "--lang", "en", "--client", &job.client]);
        command.arg("--at");
        command.arg(Moment::from_unix(job.at).to_string());
        if !job.host.is_empty() {
            command.args(["--host", &job.host]);
        }
        command.arg("--bundle").arg(&job.bundle);
        command.arg("--chain").arg(&job.chain);
        command
    }

    fn theirs(&self, cold: &Cold, world: &World) -> Result<Command, String> {
        let job = world.job(cold.input)?;
        match cold.program {
            Program::Go => Ok(go(self.go.as_ref().map_err(Clone::clone)?, &job)),
            Program::OpenSsl => Ok(openssl(cold.input, (&job, world))),
            Program::Certtool => Ok(certtool(&job)),
        }
    }
}

fn go(program: &Path, job: &Job) -> Command {
    let mut command = Command::new(program);
    command.arg(&job.bundle).arg(&job.chain);
    command.arg(&job.host).arg(job.at.to_string());
    command
}

fn openssl(input: &str, (job, world): (&Job, &World)) -> Command {
    let mut command = Command::new("openssl");
    command.args(["verify", "-purpose", "sslserver", "-auth_level", "1"]);
    command.args(["-no-CApath", "-no-CAstore", "-attime"]);
    command.arg(job.at.to_string());
    if !job.host.is_empty() {
        command.args(["-verify_hostname", &job.host]);
    }
    command.arg("-CAfile").arg(&job.bundle);
    let others = world.file(input, "others");
    // It refuses an empty file.
    if std::fs::metadata(&others).is_ok_and(|file| file.len() > 0) {
        command.arg("-untrusted").arg(others);
    }
    command.arg(world.file(input, "target"));
    command
}

/// It has no option for the clock: a chain that has expired since is refused in the end, after the same work.
fn certtool(job: &Job) -> Command {
    let mut command = Command::new("certtool");
    command.arg("--verify").arg("--load-ca-certificate");
    command.arg(&job.bundle).arg("--infile").arg(&job.chain);
    if !job.host.is_empty() {
        command.args(["--verify-hostname", &job.host]);
    }
    command
}

/// Our verdict, by the exit code.
fn verdict(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| error.to_string())?;
    let word = match output.status.code() {
        Some(0) => "trusted",
        Some(1) => "not trusted",
        Some(3) => "undecided",
        _ => "no answer",
    };
    Ok(word.to_owned())
}

/// What decides of what another program prints: its last line, without the names of files.
fn brief(printed: &str) -> String {
    let last = printed.lines().rfind(|line| !line.trim().is_empty());
    let last = last.unwrap_or_default().trim();
    let last = last.rsplit_once(".pem: ").map_or(last, |(_, said)| said);
    // What is left of a folder says something of this machine, and nothing of the program.
    let last = last.split(" from /").next().unwrap_or(last);
    last.chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_files_are_left_out() {
        assert_eq!(brief("/somewhere/s3-target.pem: OK\n"), "OK");
        assert_eq!(brief("trusted, 3 paths\n"), "trusted, 3 paths");
        assert_eq!(brief(""), "");
    }
}
