//! Pairs `BEGIN` with `END` lines.

use super::body;
use super::marker::{Marker, Side, markers};
use std::ops::Range;

/// A PEM block, or what is left of one. At least one of its two markers is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Block {
    /// Its `BEGIN` line.
    pub(in super::super) begin: Option<Marker>,
    /// Its `END` line.
    pub(in super::super) end: Option<Marker>,
    /// What stands between.
    pub(in super::super) body: Range<usize>,
}

impl Block {
    /// The markers that are there.
    pub(in super::super) fn markers(&self) -> impl Iterator<Item = &Marker> {
        self.begin.iter().chain(&self.end)
    }

    /// From the first dash to the last, or to the end of the body.
    pub(in super::super) fn range(&self) -> Range<usize> {
        let start = self
            .begin
            .as_ref()
            .map_or(self.body.start, |begin| begin.range.start);
        let end = self.end.as_ref().map_or(self.body.end, |end| end.range.end);
        start..end.max(start)
    }
}

/// All blocks of a text, in order and without overlap. What is not in one is outside text.
pub(in super::super) fn blocks(text: &[u8]) -> impl Iterator<Item = Block> {
    let mut markers = markers(text).peekable();
    let mut floor = 0;
    std::iter::from_fn(move || {
        let marker = markers.next()?;
        let block = match marker.side {
            Side::End => orphan(text, floor, marker),
            Side::Begin => {
                let body_start = marker.range.end;
                if let Some(end) = markers.next_if(|next| next.side == Side::End) {
                    let body = body_start..end.range.start.max(body_start);
                    Block {
                        begin: Some(marker),
                        end: Some(end),
                        body,
                    }
                } else {
                    let limit = markers.peek().map_or(text.len(), |next| next.range.start);
                    unterminated(text, limit, marker)
                }
            }
        };
        floor = block.range().end;
        Some(block)
    })
}

/// A block without an `END` line. Of a key everything up to the next marker is taken, so that nothing of it is shown.
fn unterminated(text: &[u8], limit: usize, begin: Marker) -> Block {
    let rest = begin.range.end..limit.max(begin.range.end);
    let body = if begin.label.is_private_key() {
        rest
    } else {
        body::leading_lines(text, rest)
    };
    Block {
        begin: Some(begin),
        end: None,
        body,
    }
}

/// An `END` line without a `BEGIN` line: the lines of base64 before it are its body.
fn orphan(text: &[u8], floor: usize, end: Marker) -> Block {
    let before = floor..end.range.start.max(floor);
    let body = if end.label.is_private_key() {
        before
    } else {
        body::trailing_lines(text, before)
    };
    Block {
        begin: None,
        end: Some(end),
        body,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bodies(text: &str) -> Vec<&str> {
        blocks(text.as_bytes())
            .map(|block| &text[block.body])
            .collect()
    }

    #[test]
    fn blocks_are_paired_and_bounded() {
        let cases: [(&str, &[&str]); 6] = [
            ("-----BEGIN CMS-----\nAA\n-----END CMS-----\n", &["\nAA\n"]),
            (
                "-----BEGIN CMS-----\nAA\n-----BEGIN CMS-----\nBB\n-----END CMS-----",
                &["\nAA\n", "\nBB\n"],
            ),
            ("-----BEGIN CMS-----\nAA\nTwo words here\n", &["\nAA\n"]),
            ("Two words here\nAA\nBB\n-----END CMS-----", &["AA\nBB\n"]),
            (
                "secret thing\n-----END PRIVATE KEY-----",
                &["secret thing\n"],
            ),
            (
                "-----BEGIN PRIVATE KEY-----\nsecret thing: yes\n",
                &["\nsecret thing: yes\n"],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(bodies(text), expected, "{text}");
        }
    }
}
