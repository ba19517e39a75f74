//! The languages certwhy writes.

use core::fmt;
use core::str::FromStr;

/// A language of the words for users.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Japanese.
    Ja,
}

impl Lang {
    /// Every language, the default first.
    pub const ALL: &'static [Self] = &[Self::En, Self::Ja];

    /// The BCP 47 tag, also the argument of `--lang` and the `lang` attribute of a page.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ja => "ja",
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The text is the tag of no language in [`Lang::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownLang;

/// Reads a tag as [`Lang::as_str`] writes it.
impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(tag: &str) -> Result<Self, UnknownLang> {
        Self::ALL
            .iter()
            .copied()
            .find(|lang| lang.as_str() == tag)
            .ok_or(UnknownLang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_round_trip() {
        for lang in Lang::ALL {
            assert_eq!(lang.to_string().parse(), Ok(*lang));
        }
        for bad in ["", "EN", "ja_JP.UTF-8", "de"] {
            assert_eq!(bad.parse::<Lang>(), Err(UnknownLang), "{bad}");
        }
    }

    #[test]
    fn english_is_the_default() {
        assert_eq!(Lang::ALL.first(), Some(&Lang::default()));
    }
}
