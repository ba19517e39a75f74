//! Numbers of releases.

use core::fmt;

/// The number of a release, `3.0.36`; what is behind the third number does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Release {
    major: u32,
    minor: u32,
    patch: u32,
}

/// Releases from one to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// The first.
    pub first: Release,
    /// The last.
    pub last: Release,
}

impl Release {
    /// Before all others.
    pub const FIRST: Self = Self::new(0, 0, 0);
    /// After all others.
    pub const LAST: Self = Self::new(u32::MAX, u32::MAX, u32::MAX);

    /// A release by its numbers.
    pub const fn new(major: u32, minor: u32, patch: u32) -> Self {
        Self {
            major,
            minor,
            patch,
        }
    }

    /// Reads `3`, `3.0`, `v3.0.36` or `3.0.36.dev`; a number that is left out is 0.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.strip_prefix('v').unwrap_or(text);
        let mut parts = text.split('.');
        let major = parts.next()?.parse().ok()?;
        let mut next = || match parts.next() {
            None => Some(0),
            Some(part) => digits(part),
        };
        Some(Self::new(major, next()?, next()?))
    }
}

/// The number at the start of a part such as `0rc1`.
fn digits(part: &str) -> Option<u32> {
    let end = part
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(part.len());
    part.get(..end)?.parse().ok()
}

impl Span {
    /// Every release.
    pub const ALL: Self = Self {
        first: Release::FIRST,
        last: Release::LAST,
    };

    /// One release.
    pub const fn exactly(release: Release) -> Self {
        Self {
            first: release,
            last: release,
        }
    }

    /// From one release to another, both included.
    pub const fn of(first: (u32, u32, u32), last: (u32, u32, u32)) -> Self {
        Self {
            first: Release::new(first.0, first.1, first.2),
            last: Release::new(last.0, last.1, last.2),
        }
    }

    /// From one release on.
    pub const fn from(first: (u32, u32, u32)) -> Self {
        Self {
            first: Release::new(first.0, first.1, first.2),
            last: Release::LAST,
        }
    }

    /// Up to one release, which is included.
    pub const fn to(last: (u32, u32, u32)) -> Self {
        Self {
            first: Release::FIRST,
            last: Release::new(last.0, last.1, last.2),
        }
    }

    /// The series, such as `2.7`, that it is all of.
    pub fn series(&self) -> Option<String> {
        let (first, last) = (self.first, self.last);
        let same = (first.major, first.minor) == (last.major, last.minor);
        (same && first.patch == 0 && last.patch == u32::MAX)
            .then(|| format!("{}.{}", first.major, first.minor))
    }

    /// The same, and far enough for this release.
    #[must_use]
    pub fn with(self, release: Release) -> Self {
        Self {
            first: self.first.min(release),
            last: self.last.max(release),
        }
    }

    /// Whether some release is in both.
    pub fn meets(&self, other: &Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Whether every release of `other` is in it.
    pub fn holds(&self, other: &Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }
}

impl fmt::Display for Release {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, expected) in [
            ("3.0.36", Some((3, 0, 36))),
            ("v3.0.36", Some((3, 0, 36))),
            ("3.9", Some((3, 9, 0))),
            ("20", Some((20, 0, 0))),
            ("3.0.36.dev+tk.d90f5b0", Some((3, 0, 36))),
            ("1.0.2b", Some((1, 0, 2))),
            ("2.7.15rc1", Some((2, 7, 15))),
            ("", None),
            ("x", None),
            ("3.x", None),
            ("99999999999.0", None),
        ] {
            let expected = expected.map(|(major, minor, patch)| Release::new(major, minor, patch));
            assert_eq!(Release::parse(text), expected, "{text}");
        }
    }

    #[test]
    fn spans_meet_where_they_share_a_release() {
        let old = Span::to((3, 0, 38));
        assert!(old.meets(&Span::of((3, 0, 38), (3, 1, 0))));
        assert!(!old.meets(&Span::from((3, 0, 39))));
        assert!(Span::ALL.holds(&old) && !old.holds(&Span::ALL));
    }
}
