//! The machine and the programs that were measured: without them a figure says nothing.

use super::peers::version;
use std::path::Path;
use std::process::Command;

/// Lines of a list in Markdown.
pub(super) fn described(go: Option<&Path>) -> Vec<String> {
    let mut lines = vec![
        format!("Day: {}", today()),
        format!("Processor: {}, {} cores", processor(), cores()),
        format!("System: {}", system()),
        format!("Compiler: {}", version(Path::new("rustc"), "--version")),
        format!(
            "rustls-webpki {}, x509-parser {}",
            locked("rustls-webpki"),
            locked("x509-parser")
        ),
    ];
    lines.push(match go {
        Some(peer) => format!("Go: {}", built_by(peer)),
        None => "Go: **not measured here**".to_owned(),
    });
    for (name, program, argument) in [
        ("OpenSSL", "openssl", "version"),
        ("GnuTLS", "certtool", "--version"),
        ("Node", "node", "--version"),
        ("Chromium", "chromium", "--version"),
    ] {
        lines.push(format!("{name}: {}", version(Path::new(program), argument)));
    }
    lines
}

/// The release of Go that a program was compiled by; it says so itself.
fn built_by(program: &Path) -> String {
    version(program, "--version")
}

fn today() -> String {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let seconds = now.map_or(0, |since| since.as_secs());
    certwhy::moment::Moment::from_unix(i64::try_from(seconds).unwrap_or_default()).date()
}

fn processor() -> String {
    let text = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let named = text
        .lines()
        .find_map(|line| line.strip_prefix("model name"));
    let name = named.map(|name| name.trim_start_matches([' ', '\t', ':']));
    name.unwrap_or("unknown").to_owned()
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn system() -> String {
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let name = release
        .lines()
        .find_map(|line| line.strip_prefix("PRETTY_NAME="));
    let name = name.unwrap_or(std::env::consts::OS).trim_matches('"');
    let kernel = Command::new("uname").arg("-sr").output();
    let kernel = kernel.map_or_else(
        |_| String::new(),
        |output| String::from_utf8_lossy(&output.stdout).trim().to_owned(),
    );
    format!("{name}, {kernel}, {}", std::env::consts::ARCH)
}

/// The newest version of a package in the lock file.
fn locked(package: &str) -> &'static str {
    let lock = include_str!("../../../Cargo.lock");
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    let mut found = "?";
    while lines.by_ref().any(|line| line == name) {
        let version = lines
            .next()
            .and_then(|line| line.strip_prefix("version = "));
        found = version.map_or(found, |version| version.trim_matches('"'));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn peers_are_in_the_lock_file() {
        assert!(locked("rustls-webpki").starts_with("0.103"));
        assert_eq!(locked("no such package"), "?");
    }
}
