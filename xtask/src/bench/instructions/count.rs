//! The three inputs, and how their instructions are counted.

use super::super::inputs;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What the inputs are called: a chain as they usually are, a hostile graph, a damaged bundle.
#[cfg(test)]
pub(super) const NAMES: &[&str] = &[CHAIN, MESH, DAMAGE];

const CHAIN: &str = "explain-s3";
const MESH: &str = "explain-mesh";
const DAMAGE: &str = "bundle-damaged";

/// The question, as arguments of the program.
pub(super) struct Counting {
    name: &'static str,
    arguments: Vec<String>,
}

/// How many instructions an input took.
pub(super) struct Counted {
    pub(super) name: &'static str,
    pub(super) instructions: u64,
}

/// Writes the inputs.
pub(super) fn inputs(folder: &Path) -> Result<Vec<Counting>, String> {
    let graph = "mesh-without-anchor";
    inputs::write(folder, &[graph])?;
    let damaged = folder.join("damaged.pem");
    let failed = |error: std::io::Error| format!("{}: {error}", damaged.display());
    let bundle = fs::read_to_string(folder.join("s3-bundle.pem")).map_err(failed)?;
    fs::write(&damaged, damage(&bundle)).map_err(failed)?;
    let explain = |name: &str, options: &[&str]| {
        let file = |part: &str| {
            folder
                .join(format!("{name}-{part}.pem"))
                .display()
                .to_string()
        };
        let files = [
            "--bundle".to_owned(),
            file("bundle"),
            "--chain".to_owned(),
            file("chain"),
        ];
        let arguments = ["explain", "--lang", "en"].iter().chain(options);
        arguments.map(ToString::to_string).chain(files).collect()
    };
    let s3 = ["--at", "2024-01-15", "--host", "s3.amazonaws.com"];
    let mesh = ["--at", "2026-06-01", "--client", "rfc5280"];
    let examine = ["bundle", "--lang", "en", "--at", "2026-06-01"].map(str::to_owned);
    let examine = examine.into_iter().chain([damaged.display().to_string()]);
    Ok(vec![
        Counting {
            name: CHAIN,
            arguments: explain("s3", &s3),
        },
        Counting {
            name: MESH,
            arguments: explain(graph, &mesh),
        },
        Counting {
            name: DAMAGE,
            arguments: examine.collect(),
        },
    ])
}

/// What copying and editors do to a bundle: an end is lost, lines end in two ways, a letter is no Base64.
fn damage(bundle: &str) -> String {
    let end = "-----END CERTIFICATE-----\n";
    let without_an_end = bundle.replacen(end, "", 1);
    let half = without_an_end.len() / 2;
    let place = without_an_end
        .match_indices(end)
        .map(|(place, _)| place)
        .find(|place| *place > half);
    let (first, second) = without_an_end.split_at(place.unwrap_or(half));
    let second = second.replace('\n', "\r\n");
    format!("{first}*\n{second}")
}

impl Counting {
    /// Runs the program under Valgrind.
    pub(super) fn count(&self, program: &Path, folder: &Path) -> Result<Counted, String> {
        let out: PathBuf = folder.join(format!("{}.callgrind", self.name));
        let mut valgrind = Command::new("valgrind");
        valgrind.arg("--tool=callgrind");
        valgrind.arg(format!("--callgrind-out-file={}", out.display()));
        // What the environment says of language and terminal must not change the count.
        let variables = std::env::vars().filter(|(name, _)| name == "PATH" || name == "HOME");
        valgrind.env_clear().envs(variables);
        let quiet = valgrind.arg(program).args(&self.arguments);
        let quiet = quiet.stdout(Stdio::null()).stderr(Stdio::null());
        let failed = |why: String| format!("{}: {why}", self.name);
        quiet.status().map_err(|error| failed(error.to_string()))?;
        let profile = fs::read_to_string(&out).map_err(|error| failed(error.to_string()))?;
        let instructions = total(&profile).ok_or_else(|| failed("no total".to_owned()))?;
        Ok(Counted {
            name: self.name,
            instructions,
        })
    }
}

/// The line with all instructions.
fn total(profile: &str) -> Option<u64> {
    let lines = profile.lines().rev();
    let mut totals = lines.filter_map(|line| {
        line.strip_prefix("totals: ")
            .or_else(|| line.strip_prefix("summary: "))
    });
    totals.next()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_total_is_read() {
        assert_eq!(
            total("events: Ir\nfn=(1)\n1 2\ntotals: 104590093\n"),
            Some(104_590_093)
        );
        assert_eq!(total("events: Ir\n"), None);
    }

    #[test]
    fn a_damaged_bundle_is_one() {
        let block = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        let damaged = damage(&block.repeat(4));
        assert_eq!(damaged.matches("-----END").count(), 3);
        assert!(damaged.contains("AAAA\n*\n-----END CERTIFICATE-----\r\n"));
    }
}
