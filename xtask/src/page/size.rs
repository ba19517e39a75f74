//! How much a browser waits for.

use super::asset::Asset;
use super::parts::Parts;
use std::path::Path;

/// The most, in octets after brotli, that may be sent before the page can answer: what a slow mobile connection of
/// 1.6 Mbit/s carries in little more than a second.
pub(super) const LIMIT: usize = 250 * 1024;

/// One file, in octets.
struct Row {
    name: String,
    raw: usize,
    sent: usize,
}

/// What a page that was written sends before it can answer, in octets.
pub(super) fn sent_first(folder: &Path) -> Result<usize, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let first = |name: &str| {
        let starts = ["certwhy.", "page."]
            .iter()
            .any(|start| name.starts_with(start));
        name == "index.html" || (starts && name != "certwhy.html")
    };
    let mut sent = 0;
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        if entry.file_name().to_str().is_some_and(first) {
            let content = std::fs::read(entry.path()).map_err(failed)?;
            sent += compressed(&content).map_err(failed)?;
        }
    }
    Ok(sent)
}

/// Prints the table; fails above the limit.
pub(super) fn report(document: &str, parts: &Parts) -> Result<(), String> {
    let Parts {
        script,
        page,
        engine,
        style,
        icon: _,
        roots,
        examples,
    } = parts;
    let mut first = vec![row("index.html", document.as_bytes())?];
    for asset in [script, page, style] {
        first.push(of_asset(asset)?);
    }
    let later = [of_asset(engine)?, of_asset(examples)?, of_asset(roots)?];
    let sent = first.iter().map(|row| row.sent).sum();
    println!("{:32} {:>9} {:>9}", "octets", "raw", "brotli");
    first.iter().for_each(print);
    print(&Row {
        name: "before the first answer".to_owned(),
        raw: first.iter().map(|row| row.raw).sum(),
        sent,
    });
    later.iter().for_each(print);
    judge(sent)
}

fn judge(sent: usize) -> Result<(), String> {
    if sent <= LIMIT {
        return Ok(());
    }
    Err(format!(
        "{sent} octets are sent before the first answer; {LIMIT} is the most that may be"
    ))
}

fn of_asset(asset: &Asset) -> Result<Row, String> {
    row(&asset.file_name(), &asset.content)
}

fn row(name: &str, content: &[u8]) -> Result<Row, String> {
    Ok(Row {
        name: name.to_owned(),
        raw: content.len(),
        sent: compressed(content).map_err(|error| format!("{name}: {error}"))?,
    })
}

fn print(row: &Row) {
    println!("{:32} {:9} {:9}", row.name, row.raw, row.sent);
}

/// As a static host compresses once and for all: brotli's highest quality, a window of 4 MiB.
fn compressed(content: &[u8]) -> std::io::Result<usize> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    let mut output = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut output, &parameters)?;
    Ok(output.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_counted_compressed() {
        assert!(compressed(&[b'a'; 10_000]).unwrap() < 100);
    }

    #[test]
    fn the_limit_itself_is_within() {
        assert!(judge(LIMIT).is_ok());
        assert!(judge(LIMIT + 1).is_err());
    }
}
