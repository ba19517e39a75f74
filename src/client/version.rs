//! Versions of clients, as they are written: `1.0.1m`, `3.11.7`, `20`.

use core::cmp::Ordering;

/// A version: numbers, and at the end the letters of OpenSSL's old patch releases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Version {
    numbers: Vec<u32>,
    letters: String,
}

impl Version {
    /// Reads a version. `None` for anything else, among it a version with a number above 2³² or with empty parts.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let plain = text.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let letters = text.get(plain.len()..)?.to_owned();
        let numbers: Option<Vec<u32>> = plain.split('.').map(number).collect();
        let numbers = numbers?;
        (numbers.len() <= 4 && letters.len() <= 2).then_some(Self { numbers, letters })
    }
}

/// Digits alone: a sign is no part of a version.
fn number(digits: &str) -> Option<u32> {
    let is_plain = digits.bytes().all(|digit| digit.is_ascii_digit());
    is_plain.then(|| digits.parse().ok()).flatten()
}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Number by number, then `1.0.2` before `1.0.2a`, and `z` before `za`.
impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        let letters = |version: &Self| (version.letters.len(), version.letters.clone());
        self.numbers
            .cmp(&other.numbers)
            .then_with(|| letters(self).cmp(&letters(other)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_in_order() {
        let written = [
            "0.10", "0.10.25", "0.12", "1.0.1", "1.0.1a", "1.0.1n", "1.0.2", "1.0.2z", "1.0.2za",
            "1.1.0", "3", "3.0", "3.0.19", "3.5", "20",
        ];
        let versions: Vec<Version> = written
            .iter()
            .map(|text| Version::parse(text).unwrap())
            .collect();
        assert!(versions.is_sorted(), "{versions:?}");
    }

    #[test]
    fn not_versions() {
        for text in [
            "",
            "x",
            "1.",
            ".1",
            "1..2",
            "1.0-beta",
            "+1",
            "99999999999",
            "1.0.1abc",
        ] {
            assert!(Version::parse(text).is_none(), "{text}");
        }
    }
}
