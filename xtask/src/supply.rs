//! `cargo xtask supply-chain`: whether what ships may ship. The rules are those of `deny.toml`; licences and sources are looked
//! at here, in a second and with nothing to install, and everything by cargo-deny where it is.

mod licence;

use crate::shipped::{Part, crates};
use crate::toolchain::{cargo, root};
use licence::is_allowed;
use serde::Deserialize;
use std::process::{Command, ExitCode, Output};

/// How the task is called.
pub(crate) const USAGE: &str = "  cargo xtask supply-chain      licences, sources and bans of what ships; advisories where their database can be had";

/// What of `deny.toml` is looked at here.
#[derive(Deserialize)]
struct Rules {
    licenses: Licences,
    bans: Bans,
}

#[derive(Deserialize)]
struct Licences {
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Ban>,
}

#[derive(Deserialize)]
struct Ban {
    #[serde(rename = "crate")]
    name: String,
    reason: String,
}

/// Runs the task.
pub(crate) fn run(arguments: &[&str]) -> Result<ExitCode, String> {
    if !arguments.is_empty() {
        return Err(format!("usage:\n{USAGE}"));
    }
    check()?;
    cargo_deny()?;
    Ok(ExitCode::SUCCESS)
}

/// What needs nothing but cargo.
pub(crate) fn check() -> Result<(), String> {
    println!("\n== supply chain");
    let read = |name: &str| {
        std::fs::read_to_string(root().join(name)).map_err(|error| format!("{name}: {error}"))
    };
    let rules = toml::from_str(&read("deny.toml")?);
    let rules: Rules = rules.map_err(|error| format!("deny.toml: {error}"))?;
    let mut complaints = strange_sources(&read("Cargo.lock")?);
    for part in Part::ALL {
        let all = crates(part)?;
        for one in &all {
            if !is_allowed(&one.licence, &rules.licenses.allow) {
                complaints.push(format!("{}: licence {}", one.name, one.licence));
            }
            let ban = rules.bans.deny.iter().find(|ban| ban.name == one.name);
            complaints.extend(ban.map(|ban| format!("{}: {}", one.name, ban.reason)));
        }
        println!("{}: {} crates", part.name(), all.len());
    }
    if complaints.is_empty() {
        Ok(())
    } else {
        Err(format!("what ships may not: {}", complaints.join("; ")))
    }
}

/// Packages that come from anywhere but the one registry.
fn strange_sources(lock: &str) -> Vec<String> {
    let sources = lock
        .lines()
        .filter_map(|line| line.strip_prefix("source = "));
    let mut sources: Vec<&str> = sources.collect();
    sources.sort_unstable();
    sources.dedup();
    let is_registry = |source: &str| source.starts_with("\"registry+");
    let strange = sources.iter().filter(|source| !is_registry(source));
    let mut strange: Vec<String> = strange.map(ToString::to_string).collect();
    if sources.len() > strange.len() + 1 {
        strange.push("more than one registry".to_owned());
    }
    strange
}

/// Everything of `deny.toml`, by the program that it is written for.
fn cargo_deny() -> Result<(), String> {
    if !deny(&["--version"])?.status.success() {
        eprintln!(
            "SKIPPED: cargo-deny is not here, so that duplicates and advisories were not looked at. `cargo install --locked cargo-deny` has it"
        );
        return Ok(());
    }
    let rules = deny(&["check", "licenses", "bans", "sources"])?;
    if !rules.status.success() {
        return Err(complaint(&rules));
    }
    println!("cargo-deny: licences, bans and sources are as deny.toml wants them");
    let advisories = deny(&["check", "advisories"])?;
    let said = complaint(&advisories);
    if advisories.status.success() {
        println!("cargo-deny: no advisory is about what ships");
        Ok(())
    } else if said.contains("failed to fetch advisory database") {
        eprintln!(
            "SKIPPED: the database of advisories cannot be had here; nothing was said about advisories"
        );
        Ok(())
    } else {
        Err(said)
    }
}

fn deny(arguments: &[&str]) -> Result<Output, String> {
    Command::new(cargo())
        .arg("deny")
        .args(arguments)
        .current_dir(root())
        .output()
        .map_err(|error| format!("cargo did not start: {error}"))
}

fn complaint(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one_registry_and_nothing_else() {
        let one = "source = \"registry+https://one\"\n";
        assert!(strange_sources(&one.repeat(2)).is_empty());
        let git = "source = \"git+https://somewhere\"\n";
        assert_eq!(strange_sources(&format!("{one}{git}")).len(), 1);
        let other = "source = \"registry+https://other\"\n";
        assert_eq!(strange_sources(&format!("{one}{other}")).len(), 1);
    }
}
