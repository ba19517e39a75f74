//! Parts of `docs/performance.md` that commands write, each between two marks; what is outside of them is written by hand.

use crate::toolchain::root;

/// Puts a text between the marks of a command.
pub(crate) fn write_between(command: &str, text: &str) -> Result<(), String> {
    let path = root().join("docs/performance.md");
    let failed = |error: std::io::Error| format!("{}: {error}", path.display());
    let before = std::fs::read_to_string(&path).map_err(failed)?;
    let after = replaced(&before, command, text)
        .ok_or_else(|| format!("{}: the marks of `{command}` are missing", path.display()))?;
    std::fs::write(&path, after).map_err(failed)
}

fn replaced(before: &str, command: &str, text: &str) -> Option<String> {
    let begin = format!("<!-- written by `{command}`: begin -->\n");
    let end = format!("<!-- written by `{command}`: end -->\n");
    let (head, rest) = before.split_once(&begin)?;
    let (_, tail) = rest.split_once(&end)?;
    Some(format!("{head}{begin}\n{text}\n{end}{tail}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKS: [&str; 2] = [
        "<!-- written by `cargo it`: begin -->\n",
        "<!-- written by `cargo it`: end -->\n",
    ];

    #[test]
    fn what_stands_around_stays() {
        let [begin, end] = MARKS;
        let before = format!("a\n{begin}old\n{end}z\n");
        let after = replaced(&before, "cargo it", "new").unwrap();
        assert_eq!(after, format!("a\n{begin}\nnew\n{end}z\n"));
        assert_eq!(replaced(&before, "cargo other", "new"), None);
    }

    #[test]
    fn the_document_has_the_marks_of_all_commands() {
        let document = include_str!("../../docs/performance.md");
        for command in [crate::bench::COMMAND, crate::page::SIZES] {
            assert!(replaced(document, command, "").is_some(), "{command}");
        }
    }
}
