//! The few signs that renderers draw with; shape says what colour says.

use crate::doc::{NodeState, Severity, Status};

/// What the reader's terminal can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Charset {
    /// Everything.
    #[default]
    Unicode,
    /// Drawings in ASCII; words stay as they are, since Japanese has no other form.
    Ascii,
}

impl Charset {
    /// One of two forms of a drawing.
    pub(super) const fn pick(self, unicode: &'static str, ascii: &'static str) -> &'static str {
        match self {
            Self::Unicode => unicode,
            Self::Ascii => ascii,
        }
    }

    pub(super) const fn status(self, status: Status) -> &'static str {
        match status {
            Status::Trusted => self.pick("✓", "+"),
            Status::NotTrusted => self.pick("✗", "x"),
            Status::Undecided => "?",
            Status::Neutral => self.pick("•", "*"),
        }
    }

    pub(super) const fn severity(self, severity: Severity) -> &'static str {
        match severity {
            Severity::Error => self.pick("✗", "x"),
            Severity::Warning => "!",
            Severity::Note => self.pick("•", "*"),
        }
    }

    pub(super) const fn node(self, state: NodeState) -> &'static str {
        match state {
            NodeState::Ok => self.pick("●", "*"),
            NodeState::Problem => self.pick("✗", "x"),
            NodeState::Missing => self.pick("○", "o"),
            NodeState::LeftOut => self.pick("⋮", ":"),
        }
    }

    /// Words for a terminal of this charset: typographic signs that have an ASCII form take it.
    pub(super) fn words(self, text: &str) -> String {
        match self {
            Self::Unicode => text.to_owned(),
            Self::Ascii => text.chars().fold(String::new(), |mut words, character| {
                match ascii_form(character) {
                    Some(form) => words.push_str(form),
                    None => words.push(character),
                }
                words
            }),
        }
    }
}

const fn ascii_form(character: char) -> Option<&'static str> {
    match character {
        '‘' | '’' => Some("'"),
        '“' | '”' => Some("\""),
        '–' | '‑' => Some("-"),
        '—' => Some("--"),
        '…' => Some("..."),
        '→' => Some("->"),
        '·' | '•' => Some("*"),
        '×' => Some("x"),
        '\u{a0}' => Some(" "),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_differ_without_colour() {
        for charset in [Charset::Unicode, Charset::Ascii] {
            let statuses = [
                Status::Trusted,
                Status::NotTrusted,
                Status::Undecided,
                Status::Neutral,
            ];
            let mut marks = statuses.map(|status| charset.status(status)).to_vec();
            marks.sort_unstable();
            marks.dedup();
            assert_eq!(marks.len(), statuses.len(), "{charset:?}");
        }
    }

    #[test]
    fn ascii_words() {
        assert_eq!(Charset::Ascii.words("“a” – b… 証"), "\"a\" - b... 証");
        assert_eq!(Charset::Unicode.words("“a”"), "“a”");
    }
}
