//! The crates that ship, by part: what is compiled into the program and into the page. Build scripts and macros run while
//! compiling and are in neither; tests are not.

use crate::toolchain::{cargo, root};
use std::process::Command;

/// Something that is given to users.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The command line.
    Program,
    /// The page: both of its modules.
    Page,
}

impl Part {
    /// Both.
    pub(crate) const ALL: [Self; 2] = [Self::Program, Self::Page];

    /// As files are named after it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Program => "program",
            Self::Page => "page",
        }
    }

    /// The features of the library that it is, each compiled by itself.
    pub(crate) const fn features(self) -> &'static [&'static str] {
        match self {
            Self::Program => &["cli"],
            Self::Page => &["web", "worker"],
        }
    }

    /// What it is compiled for.
    pub(crate) fn target(self) -> Result<String, String> {
        match self {
            Self::Program => host(),
            Self::Page => Ok("wasm32-unknown-unknown".to_owned()),
        }
    }
}

/// A crate, and what of it a list needs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Crate {
    pub(crate) name: String,
    pub(crate) version: String,
    /// As an expression of SPDX.
    pub(crate) licence: String,
    /// Whether it is of this repository.
    pub(crate) is_ours: bool,
    /// The names and versions of those that it uses.
    pub(crate) uses: Vec<(String, String)>,
}

/// The crates of a part in the order of their names, certwhy itself among them.
pub(crate) fn crates(part: Part) -> Result<Vec<Crate>, String> {
    let mut all: Vec<Crate> = Vec::new();
    for features in part.features() {
        for found in tree(&listed(features, &part.target()?)?) {
            match all
                .iter_mut()
                .find(|known| (&known.name, &known.version) == (&found.name, &found.version))
            {
                Some(known) => known.uses.extend(found.uses),
                None => all.push(found),
            }
        }
    }
    for one in &mut all {
        one.uses.sort();
        one.uses.dedup();
    }
    all.sort();
    Ok(all)
}

/// What cargo says, a line for each crate: its depth, name, version, source where it is ours, and licence.
fn listed(features: &str, target: &str) -> Result<String, String> {
    let arguments = [
        "tree",
        "--locked",
        "--package",
        "certwhy",
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "depth",
        "--no-default-features",
        "--features",
        features,
        "--target",
        target,
        "--format",
        " {p}|{l}",
    ];
    let output = Command::new(cargo())
        .args(arguments)
        .current_dir(root())
        .output();
    let output = output.map_err(|error| format!("cargo did not start: {error}"))?;
    if output.status.success() {
        String::from_utf8(output.stdout).map_err(|error| error.to_string())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into_owned())
    }
}

fn tree(listed: &str) -> Vec<Crate> {
    let mut all: Vec<Crate> = Vec::new();
    let mut above: Vec<(String, String)> = Vec::new();
    for line in listed.lines() {
        let Some((depth, found)) = one(line) else {
            continue;
        };
        let id = (found.name.clone(), found.version.clone());
        above.truncate(depth);
        if let Some(parent) = above.last() {
            let same = |one: &&mut Crate| (&one.name, &one.version) == (&parent.0, &parent.1);
            if let Some(parent) = all.iter_mut().find(same) {
                parent.uses.push(id.clone());
            }
        }
        above.push(id.clone());
        if !all
            .iter()
            .any(|one| (&one.name, &one.version) == (&id.0, &id.1))
        {
            all.push(found);
        }
    }
    all
}

/// `3 name v1.2.3 (/path)|MIT (*)`: a path where it is ours, and a mark where it stood before.
fn one(line: &str) -> Option<(usize, Crate)> {
    let (depth, rest) = line.split_once(' ')?;
    let (package, licence) = rest.split_once('|')?;
    let mut words = package.split_whitespace();
    let name = words.next()?.to_owned();
    let version = words.next()?.strip_prefix('v')?.to_owned();
    let licence = licence.trim_end_matches("(*)").trim();
    let found = Crate {
        name,
        version,
        // An older way to write a choice.
        licence: licence.replace('/', " OR "),
        is_ours: words
            .next()
            .is_some_and(|source| source.starts_with('(') && source != "(*)"),
        uses: Vec::new(),
    };
    Some((depth.parse().ok()?, found))
}

/// The target that rustc compiles for by itself.
fn host() -> Result<String, String> {
    let output = Command::new("rustc").arg("-vV").output();
    let output = output.map_err(|error| format!("rustc did not start: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned)
        .ok_or_else(|| "rustc names no host".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_uses_whom_is_read_from_the_depth() {
        let all = tree(
            "0 certwhy v0.1.0 (/somewhere)|MIT\n1 a v1.0.0|MIT/Apache-2.0\n2 b v2.0.0|ISC\n1 b v2.0.0|ISC (*)\n",
        );
        let names: Vec<&str> = all.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["certwhy", "a", "b"]);
        assert!(all[0].is_ours && !all[1].is_ours && !all[2].is_ours);
        assert_eq!(all[0].uses.len(), 2);
        assert_eq!(all[1].uses, [("b".to_owned(), "2.0.0".to_owned())]);
        assert_eq!(all[1].licence, "MIT OR Apache-2.0");
        assert_eq!(all[2].licence, "ISC");
    }

    #[test]
    fn tests_and_macros_do_not_ship() {
        for part in Part::ALL {
            let all = crates(part).unwrap();
            let has = |name: &str| all.iter().any(|one| one.name == name);
            assert!(has("certwhy") && has("rsa"), "{part:?}");
            for absent in ["ring", "proptest", "test-pki", "serde_derive", "syn"] {
                assert!(!has(absent), "{part:?} has {absent}");
            }
        }
    }
}
