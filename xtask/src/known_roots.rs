//! `cargo xtask known-roots`: writes the table of known roots that is compiled in.

mod dates;
mod early;
mod history;

use std::fs;
use std::path::{Path, PathBuf};

use certwhy::known::{TableSource, encode};

/// Writes the table from a history file.
pub(crate) fn from_history(history: &Path) -> Result<String, String> {
    let source = history::read(history)?;
    write(&source)
}

fn write(source: &TableSource) -> Result<String, String> {
    let encoded = encode(source);
    let folder = data_folder();
    for (name, octets) in [
        ("facts.bin", &encoded.facts),
        ("roots.der.bin", &encoded.der),
    ] {
        let path = folder.join(name);
        fs::write(&path, octets).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(format!(
        "{} roots, {} bundles, {} releases; facts {} octets, certificates {} octets",
        source.roots.len(),
        source.bundles.len(),
        source.releases.len(),
        encoded.facts.len(),
        encoded.der.len()
    ))
}

fn data_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/known/data")
}
