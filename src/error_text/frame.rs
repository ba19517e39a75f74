//! The frames of Python tracebacks.

use super::source::Source;

/// One line `File "…", line …, in …` of a traceback.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    /// Which traceback of the text it belongs to, from 0.
    pub(super) traceback: usize,
    /// The file, with forward slashes.
    pub(super) file: String,
    pub(super) line: u32,
    pub(super) function: String,
}

const LONGEST_PATH: usize = 4096;
const LONGEST_FUNCTION: usize = 256;

/// All frames, in the order of the text.
pub(super) fn frames(source: &Source<'_>) -> Vec<Frame> {
    let mut starts = source
        .places("traceback (most recent call last)")
        .peekable();
    let mut traceback: usize = 0;
    let mut frames = Vec::new();
    for start in source.places("file ") {
        while starts.next_if(|at| *at < start).is_some() {
            traceback += 1;
        }
        let rest = source.from(start + "file ".len());
        if let Some(frame) = frame(rest, traceback.saturating_sub(1)) {
            frames.push(frame);
        }
    }
    frames
}

/// A frame from what stands behind `File`; the quotation marks may be escaped, as in a log of JSON.
fn frame(rest: &str, traceback: usize) -> Option<Frame> {
    let rest = rest.trim_start_matches('\\').strip_prefix('"')?;
    let (file, rest) = cut(rest, LONGEST_PATH).split_once('"')?;
    let rest = rest.strip_prefix(", line ")?;
    let (line, rest) = rest.split_at(
        rest.find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len()),
    );
    let function = rest.strip_prefix(", in ").unwrap_or_default();
    let end = function
        .find(|c: char| !(c.is_alphanumeric() || "_<>".contains(c)))
        .unwrap_or(function.len());
    Some(Frame {
        traceback,
        file: file
            .trim_end_matches('\\')
            .replace("\\\\", "/")
            .replace('\\', "/"),
        line: line.parse().ok()?,
        function: cut(function.get(..end)?, LONGEST_FUNCTION).to_owned(),
    })
}

/// The beginning of a text, at most so many bytes.
pub(super) fn cut(text: &str, longest: usize) -> &str {
    let mut end = longest.min(text.len());
    while !text.is_char_boundary(end) {
        end = end.saturating_sub(1);
    }
    text.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_of_each_traceback() {
        let text = concat!(
            "Traceback (most recent call last):\n",
            "  File \"C:\\Tools\\shotgun_api3\\shotgun.py\", line 12, in upload\n    x()\n",
            "Traceback (most recent call last):\n",
            "  File \"/a b/c.py\", line 3, in <module>\n",
            "\"msg\": \"File \\\"/d.py\\\", line 4, in _f\\n\"\n",
            "File \"no line\"\nFile x\n"
        );
        let found: Vec<_> = frames(&Source::new(text))
            .into_iter()
            .map(|frame| (frame.traceback, frame.file, frame.line, frame.function))
            .collect();
        let expected = [
            (0, "C:/Tools/shotgun_api3/shotgun.py", 12, "upload"),
            (1, "/a b/c.py", 3, "<module>"),
            (1, "/d.py", 4, "_f"),
        ]
        .map(|(number, file, line, function)| (number, file.to_owned(), line, function.to_owned()));
        assert_eq!(found, expected);
    }
}
