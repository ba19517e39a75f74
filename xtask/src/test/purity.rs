//! What ships is pure Rust: no crate that builds C, in any feature. `deny.toml` says the same for cargo-deny; this check
//! needs nothing but cargo.

use crate::toolchain::cargo;
use std::process::Command;

/// Crates that compile or link C.
const FORBIDDEN: &[&str] = &[
    "ring",
    "aws-lc-rs",
    "aws-lc-sys",
    "openssl",
    "openssl-sys",
    "native-tls",
    "cc",
    "cmake",
    "bindgen",
    "libz-sys",
];

/// Looks through the dependencies of the library, the command line and the page, tests left out.
pub(super) fn check() -> Result<(), String> {
    println!("\n== pure Rust");
    for features in ["", "cli", "web", "worker"] {
        let tree = dependencies(features)?;
        let found = forbidden(&tree);
        if !found.is_empty() {
            return Err(format!(
                "with features `{features}` these crates bring C along: {}",
                found.join(", ")
            ));
        }
    }
    Ok(())
}

fn dependencies(features: &str) -> Result<String, String> {
    let output = Command::new(cargo())
        .args([
            "tree",
            "--package",
            "certwhy",
            "--edges",
            "normal,build",
            "--prefix",
            "none",
            "--target",
            "all",
        ])
        .args([
            "--no-default-features",
            "--features",
            features,
            "--format",
            "{p}",
        ])
        .output()
        .map_err(|error| format!("cargo tree did not start: {error}"))?;
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}

fn forbidden(tree: &str) -> Vec<&str> {
    let mut found: Vec<&str> = tree
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| FORBIDDEN.contains(name))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forbidden_crates_are_found_by_name_alone() {
        assert_eq!(
            forbidden("certwhy v0.1.0\nring v0.17.14\nring v0.17.14 (*)\nrsa v0.10.0"),
            ["ring"]
        );
        assert!(forbidden("stringprep v1.0.0\nccs v1.0.0").is_empty());
    }
}
