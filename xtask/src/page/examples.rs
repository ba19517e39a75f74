//! What the page offers to try.

use certwhy::page::Examples;

/// The examples as the page reads them.
pub(super) fn text() -> Result<String, String> {
    Ok(Examples::default().write())
}
