//! Runs of words inside a block.

use std::borrow::Cow;

/// One run of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Our own words.
    Text(Cow<'static, str>),
    /// Text from a certificate, a file or the user: hostile until a renderer has neutralised it.
    /// Over-long ones are cut visibly.
    Field(String),
    /// Words that carry the weight of the sentence.
    Strong(Inlines),
    /// Words set apart, such as a title.
    Emphasis(Inlines),
    /// A name to be typed as it stands: a variable, an option, a path. May hold hostile text.
    Code(String),
    /// A link to one of our own sources; never built from an input.
    Link {
        /// What is shown.
        text: Inlines,
        /// An absolute `https:` address; renderers drop the link from anything else and keep the words.
        url: Cow<'static, str>,
    },
    /// A term of the field.
    Term {
        /// The term as it stands in the sentence.
        text: Cow<'static, str>,
        /// What it means, for the formats that can show it on demand.
        explanation: Option<Cow<'static, str>>,
    },
}

/// Runs of words that make up a line, a sentence or a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inlines(Vec<Inline>);

impl Inlines {
    /// No words yet.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The runs, in order.
    pub fn as_slice(&self) -> &[Inline] {
        &self.0
    }

    /// Whether there are no runs at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// These runs followed by others; empty text is dropped.
    #[must_use]
    pub fn then(mut self, more: impl Into<Self>) -> Self {
        self.0.extend(more.into().0);
        self
    }

    /// These runs followed by our own words.
    #[must_use]
    pub fn text(self, words: impl Into<Cow<'static, str>>) -> Self {
        self.then(text(words))
    }

    /// These runs followed by text from an input.
    #[must_use]
    pub fn field(self, value: impl Into<String>) -> Self {
        self.then(field(value))
    }

    /// These runs followed by something to be typed as it stands.
    #[must_use]
    pub fn code(self, value: impl Into<String>) -> Self {
        self.then(code(value))
    }

    /// The parts with a separator between each two, such as `", "` or `"、"`.
    #[must_use]
    pub fn join<I>(parts: I, separator: &'static str) -> Self
    where
        I: IntoIterator,
        I::Item: Into<Self>,
    {
        let mut joined = Self::new();
        for part in parts {
            if !joined.is_empty() {
                joined = joined.text(separator);
            }
            joined = joined.then(part);
        }
        joined
    }
}

/// Our own words; for words computed at run time, such as a date.
pub fn text(words: impl Into<Cow<'static, str>>) -> Inline {
    Inline::Text(words.into())
}

/// Text from a certificate, a file or the user.
pub fn field(value: impl Into<String>) -> Inline {
    Inline::Field(value.into())
}

/// Something to be typed as it stands.
pub fn code(value: impl Into<String>) -> Inline {
    Inline::Code(value.into())
}

/// Words that carry the weight of the sentence.
pub fn strong(words: impl Into<Inlines>) -> Inline {
    Inline::Strong(words.into())
}

/// Words set apart.
pub fn emphasis(words: impl Into<Inlines>) -> Inline {
    Inline::Emphasis(words.into())
}

/// A link to one of our own sources.
pub fn link(words: impl Into<Inlines>, url: impl Into<Cow<'static, str>>) -> Inline {
    Inline::Link {
        text: words.into(),
        url: url.into(),
    }
}

/// A term of the field with what it means.
pub fn term(
    words: impl Into<Cow<'static, str>>,
    explanation: impl Into<Cow<'static, str>>,
) -> Inline {
    Inline::Term {
        text: words.into(),
        explanation: Some(explanation.into()),
    }
}

impl From<Inline> for Inlines {
    fn from(run: Inline) -> Self {
        let empty = matches!(&run, Inline::Text(words) if words.is_empty());
        Self(if empty { Vec::new() } else { vec![run] })
    }
}

/// Literals are our own words.
impl From<&'static str> for Inlines {
    fn from(words: &'static str) -> Self {
        text(words).into()
    }
}

/// A string made at run time is taken for a field, the safe reading; our own go through [`text`].
impl From<String> for Inlines {
    fn from(value: String) -> Self {
        field(value).into()
    }
}

impl FromIterator<Inline> for Inlines {
    fn from_iter<I: IntoIterator<Item = Inline>>(runs: I) -> Self {
        runs.into_iter().fold(Self::new(), Self::then)
    }
}

macro_rules! from_numbers {
    ($($number:ty)*) => {$(
        impl From<$number> for Inlines {
            fn from(value: $number) -> Self {
                text(value.to_string()).into()
            }
        }
    )*};
}

from_numbers!(u8 u16 u32 u64 usize i32 i64);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_made_at_run_time_are_hostile() {
        assert_eq!(Inlines::from("own").as_slice(), [text("own")]);
        assert_eq!(Inlines::from("x".to_owned()).as_slice(), [field("x")]);
        assert_eq!(Inlines::from(7_u8).as_slice(), [text("7")]);
    }

    #[test]
    fn empty_text_is_dropped_and_empty_fields_are_kept() {
        assert!(Inlines::new().text("").is_empty());
        assert!(!Inlines::new().field("").is_empty());
    }

    #[test]
    fn joining() {
        let none: [Inline; 0] = [];
        assert_eq!(Inlines::join(none, ", "), Inlines::new());
        assert_eq!(
            Inlines::join([field("a"), code("b")], ", "),
            Inlines::new().field("a").text(", ").code("b")
        );
    }
}
