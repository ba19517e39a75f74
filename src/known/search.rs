//! Finding roots by what a person types.

use super::{KnownRoot, KnownRoots};

/// Fewer hexadecimal digits than this are a word, not a thumbprint.
const SHORTEST_THUMBPRINT: usize = 4;

impl KnownRoots {
    /// The roots whose subject contains the words as typed, in any letter case, or whose SHA-1 or SHA-256 thumbprint
    /// begins with them, in any spelling (colons, spaces, the invisible mark of the Windows dialog). By SHA-256;
    /// all of them for an empty query.
    pub fn search(&self, query: &str) -> Vec<KnownRoot<'_>> {
        let words = query.trim().to_lowercase();
        let thumbprint = thumbprint_prefix(&words);
        self.iter()
            .filter(|root| {
                let by_print = thumbprint.as_ref().is_some_and(|prefix| {
                    root.sha256().to_string().starts_with(prefix)
                        || root.sha1().to_string().starts_with(prefix)
                });
                by_print || is_named(*root, &words)
            })
            .collect()
    }
}

fn is_named(root: KnownRoot<'_>, words: &str) -> bool {
    let subject = root.subject();
    subject
        .rdns()
        .iter()
        .flatten()
        .any(|attribute| attribute.value.to_lowercase().contains(words))
        || subject.to_string().to_lowercase().contains(words)
}

fn thumbprint_prefix(words: &str) -> Option<String> {
    let digits: String = words
        .chars()
        .filter(|c| {
            !(c.is_whitespace() || matches!(c, ':' | '-' | '\u{200e}' | '\u{200f}' | '\u{feff}'))
        })
        .collect();
    (digits.len() >= SHORTEST_THUMBPRINT && digits.bytes().all(|c| c.is_ascii_hexdigit()))
        .then_some(digits)
}
