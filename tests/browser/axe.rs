//! axe-core, which looks for what shuts people out. A tool of these tests alone, installed once under `target/`.

use std::process::Command;
use std::sync::OnceLock;

const PACKAGE: &str = "axe-core@4.14.1";

/// Runs it for WCAG 2.2, level AA; what it finds, and where.
pub(crate) const RUN: &str = "
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations, passes } = await window.axe.run(document, { runOnly: { type: 'tag', values: tags } });
    if (passes.length < 10) { throw new Error('axe looked at nothing'); }
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(
        (node) => `${node.target} ${node.failureSummary}`).join(' | ')}`);";

/// Its source; says so where it cannot be had.
pub(crate) fn source() -> Option<String> {
    static SOURCE: OnceLock<Result<String, String>> = OnceLock::new();
    match SOURCE.get_or_init(install) {
        Ok(source) => Some(source.clone()),
        Err(reason) => {
            assert!(
                std::env::var("CI").is_ok_and(|value| value != "true")
                    || std::env::var_os("CI").is_none(),
                "{reason}"
            );
            println!("SKIPPED: axe finds nothing: {reason}");
            None
        }
    }
}

fn install() -> Result<String, String> {
    let folder = crate::folder("axe");
    let file = folder.join("node_modules/axe-core/axe.min.js");
    if !file.is_file() {
        std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        let run = Command::new(npm)
            .args([
                "install",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--prefix",
            ])
            .arg(&folder)
            .arg(PACKAGE)
            .output()
            .map_err(|error| format!("npm did not start: {error}"))?;
        if !run.status.success() {
            return Err(format!(
                "npm install {PACKAGE}: {}",
                String::from_utf8_lossy(&run.stderr)
            ));
        }
    }
    std::fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))
}
