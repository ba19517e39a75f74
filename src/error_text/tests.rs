//! Whole readings, and what holds for every text.

use super::*;

#[test]
fn an_empty_text_tells_nothing() {
    assert_eq!(read("").stack, None);
}
