//! Large numbers.

use crate::doc::Inlines;

/// A number in groups of three digits, as both languages write it: `12,345`.
pub(super) fn grouped(number: u64) -> Inlines {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        let behind = digits.len().saturating_sub(place);
        if place > 0 && behind % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    Inlines::new().text(text)
}

/// The same for how many there are of something in memory.
pub(super) fn counted(number: usize) -> Inlines {
    grouped(u64::try_from(number).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::plain;

    #[test]
    fn digits_come_in_threes() {
        for (number, expected) in [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(plain(&grouped(number)), expected);
        }
    }
}
