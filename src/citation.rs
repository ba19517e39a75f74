//! Where a rule stands.

use core::fmt;

/// A document that states rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// An RFC by number.
    Rfc(u16),
    /// The CA/Browser Forum's Baseline Requirements for TLS server certificates.
    BaselineRequirements,
    /// Our own rule, by what it follows from.
    OwnRule,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rfc(number) => write!(f, "RFC {number}"),
            Self::BaselineRequirements => f.write_str("CA/Browser Forum TLS Baseline Requirements"),
            Self::OwnRule => f.write_str("certwhy"),
        }
    }
}

/// A section of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Citation {
    /// The document.
    pub source: Source,
    /// The section, `4.2.1.9`; for our own rule, the reason.
    pub section: &'static str,
}

impl Citation {
    /// A section of RFC 5280 (certificates and path validation).
    pub const fn rfc5280(section: &'static str) -> Self {
        Self {
            source: Source::Rfc(5280),
            section,
        }
    }

    /// A section of RFC 4158 (path building).
    pub const fn rfc4158(section: &'static str) -> Self {
        Self {
            source: Source::Rfc(4158),
            section,
        }
    }

    /// A section of RFC 9525 (service identity in TLS).
    pub const fn rfc9525(section: &'static str) -> Self {
        Self {
            source: Source::Rfc(9525),
            section,
        }
    }

    /// A section of RFC 8446 (TLS 1.3).
    pub const fn rfc8446(section: &'static str) -> Self {
        Self {
            source: Source::Rfc(8446),
            section,
        }
    }

    /// A section of RFC 7468 (textual encodings).
    pub const fn rfc7468(section: &'static str) -> Self {
        Self {
            source: Source::Rfc(7468),
            section,
        }
    }

    /// A section of the CA/Browser Forum's Baseline Requirements.
    pub const fn baseline(section: &'static str) -> Self {
        Self {
            source: Source::BaselineRequirements,
            section,
        }
    }

    /// A rule of our own, with its reason.
    pub const fn own(reason: &'static str) -> Self {
        Self {
            source: Source::OwnRule,
            section: reason,
        }
    }

    /// Where to read it; `None` for our own rules.
    pub fn url(&self) -> Option<String> {
        match self.source {
            Source::Rfc(number) => Some(format!(
                "https://www.rfc-editor.org/rfc/rfc{number}#section-{}",
                self.section
            )),
            Source::BaselineRequirements => Some(
                "https://cabforum.org/working-groups/server/baseline-requirements/documents/"
                    .to_owned(),
            ),
            Source::OwnRule => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_rules_stand() {
        for (citation, source, number) in [
            (Citation::rfc5280("4.2.1.9"), "RFC 5280", Some("rfc5280")),
            (Citation::rfc4158("5.2"), "RFC 4158", Some("rfc4158")),
            (Citation::rfc9525("6"), "RFC 9525", Some("rfc9525")),
            (Citation::rfc8446("4.4.2"), "RFC 8446", Some("rfc8446")),
            (Citation::rfc7468("2"), "RFC 7468", Some("rfc7468")),
            (
                Citation::baseline("6.1.5"),
                "CA/Browser Forum TLS Baseline Requirements",
                None,
            ),
            (Citation::own("reason"), "certwhy", None),
        ] {
            assert_eq!(citation.source.to_string(), source);
            let expected = number.map(|number| {
                let section = citation.section;
                format!("https://www.rfc-editor.org/rfc/{number}#section-{section}")
            });
            let rfc = citation.url().filter(|url| url.contains("rfc-editor"));
            assert_eq!(rfc, expected);
            assert_eq!(citation.url().is_none(), citation.source == Source::OwnRule);
        }
    }
}
