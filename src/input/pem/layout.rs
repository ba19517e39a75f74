//! How blocks are laid out, where clients expect each PEM line on a line of its own.

use super::super::Layout;
use super::block::Block;

/// The layout of a block, and whether it touches the one before; `floor` is where that ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Placement {
    /// On lines of its own.
    OwnLines,
    /// Directly behind the block before.
    Touching,
    /// In some other way.
    Unusual(Layout),
    /// Behind a comment sign.
    CommentedOut,
}

/// Says how a block is laid out; `floor` is where the block before ends, 0 at first.
pub(super) fn placement(text: &[u8], block: &Block, floor: usize) -> Placement {
    let Some(begin) = &block.begin else {
        return Placement::OwnLines;
    };
    // A block without an `END` line ends behind its last line break: look at that too.
    let from = floor.saturating_sub(1);
    let before = text.get(from..begin.range.start).unwrap_or_default();
    let line_start = memchr::memrchr2(b'\n', b'\r', before).map(|at| from + at + 1);
    let prefix_start = line_start.unwrap_or(floor);
    let prefix = text
        .get(prefix_start..begin.range.start)
        .unwrap_or_default();
    if line_start.is_none() && floor > 0 && prefix.trim_ascii().is_empty() {
        return Placement::Touching;
    }
    let behind = text.get(begin.range.end..).unwrap_or_default();
    match prefix.trim_ascii() {
        [b'#', ..] | [b'/', b'/', ..] => Placement::CommentedOut,
        [.., b'\\', b'n' | b'r'] => Placement::Unusual(Layout::EscapedLineBreaks),
        _ if behind.starts_with(b"\\") => Placement::Unusual(Layout::EscapedLineBreaks),
        [] | [0xEF, 0xBB, 0xBF] if !ends_line(behind) => Placement::Unusual(Layout::WithinLine),
        [] | [0xEF, 0xBB, 0xBF] if prefix.iter().any(u8::is_ascii_whitespace) => {
            Placement::Unusual(Layout::Indented)
        }
        [] | [0xEF, 0xBB, 0xBF] => carriage_returns(behind),
        _ => Placement::Unusual(Layout::WithinLine),
    }
}

/// Whether nothing but blanks stands before the next line end.
fn ends_line(behind: &[u8]) -> bool {
    let blanks = behind
        .iter()
        .take_while(|byte| matches!(byte, b' ' | b'\t'))
        .count();
    matches!(behind.get(blanks), None | Some(b'\n' | b'\r'))
}

fn carriage_returns(behind: &[u8]) -> Placement {
    match behind {
        [b'\r', b'\n', ..] => Placement::OwnLines,
        [b'\r', ..] => Placement::Unusual(Layout::CarriageReturns),
        _ => Placement::OwnLines,
    }
}

#[cfg(test)]
mod tests {
    use super::super::block::blocks;
    use super::*;

    #[test]
    fn layouts_are_told_apart() {
        let cases = [
            ("BEGIN", Placement::OwnLines),
            ("# title\nBEGIN\r", Placement::OwnLines),
            ("  BEGIN", Placement::Unusual(Layout::Indented)),
            (
                "k: \"BEGIN\\n",
                Placement::Unusual(Layout::EscapedLineBreaks),
            ),
            (
                "x\\nBEGIN\\n",
                Placement::Unusual(Layout::EscapedLineBreaks),
            ),
            ("> BEGIN", Placement::Unusual(Layout::WithinLine)),
            ("BEGINAAAA", Placement::Unusual(Layout::WithinLine)),
            ("x\rBEGIN\rAA", Placement::Unusual(Layout::CarriageReturns)),
            ("# BEGIN", Placement::CommentedOut),
        ];
        for (text, expected) in cases {
            let mut text = text.replace("BEGIN", "-----BEGIN CMS-----");
            text.push_str("\n-----END CMS-----");
            let block = blocks(text.as_bytes()).next().unwrap();
            assert_eq!(placement(text.as_bytes(), &block, 0), expected, "{text:?}");
        }
    }
}
