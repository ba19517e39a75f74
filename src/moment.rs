//! A point in time, always passed in: the library never reads a clock.

use core::fmt;
use time::format_description::well_known::Rfc3339;
use time::{Date, OffsetDateTime};

/// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted (as in RFC 5280 §4.1.2.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

impl Moment {
    /// A moment from seconds since the Unix epoch.
    pub const fn from_unix(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Seconds since the Unix epoch.
    pub const fn as_unix(self) -> i64 {
        self.0
    }

    /// Reads RFC 3339 (`2024-01-15T12:00:00Z`) or a bare date (`2024-01-15`, its first second, UTC).
    /// Fractions of a second are dropped. `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let full = if text.len() == 10 {
            format!("{text}T00:00:00Z")
        } else {
            text.to_owned()
        };
        OffsetDateTime::parse(&full, &Rfc3339)
            .ok()
            .map(|moment| Self(moment.unix_timestamp()))
    }

    /// The calendar date in UTC, `2024-01-15`; the raw seconds for years that RFC 3339 cannot write.
    pub fn date(self) -> String {
        self.civil()
            .map_or_else(|| self.0.to_string(), |moment| moment.date().to_string())
    }

    /// This moment moved by whole days.
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Self {
        Self(self.0.saturating_add(days.saturating_mul(86_400)))
    }

    /// Whole days from `self` to `later`, negative when `later` is earlier.
    pub const fn days_until(self, later: Self) -> i64 {
        later.0.saturating_sub(self.0).div_euclid(86_400)
    }

    fn civil(self) -> Option<OffsetDateTime> {
        OffsetDateTime::from_unix_timestamp(self.0)
            .ok()
            .filter(|moment| {
                (Date::MIN.year()..=9999).contains(&moment.year()) && moment.year() >= 0
            })
    }
}

/// RFC 3339 in UTC, `2024-01-15T12:00:00Z`.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.civil().and_then(|moment| moment.format(&Rfc3339).ok()) {
            Some(text) => f.write_str(&text),
            None => write!(f, "{}", self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc_3339_round_trips() {
        for text in [
            "1950-01-01T00:00:00Z",
            "2024-01-15T12:00:00Z",
            "9999-12-31T23:59:59Z",
        ] {
            assert_eq!(Moment::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn dates_fractions_and_offsets() {
        assert_eq!(Moment::parse("1970-01-02").unwrap().as_unix(), 86_400);
        assert_eq!(
            Moment::parse("1970-01-01T00:00:01.999Z").unwrap().as_unix(),
            1
        );
        assert_eq!(
            Moment::parse("1970-01-01T01:00:00+01:00")
                .unwrap()
                .as_unix(),
            0
        );
        for bad in ["", "yesterday", "2024-13-01", "2024-01-15 12:00"] {
            assert_eq!(Moment::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn day_arithmetic() {
        let start = Moment::parse("2025-05-12").unwrap();
        assert_eq!(start.plus_days(30).date(), "2025-06-11");
        assert_eq!(start.days_until(start.plus_days(-1)), -1);
    }

    #[test]
    fn years_out_of_range_do_not_panic() {
        assert_eq!(
            Moment::from_unix(i64::MAX).to_string(),
            i64::MAX.to_string()
        );
        assert_eq!(Moment::from_unix(i64::MIN).date(), i64::MIN.to_string());
    }
}
