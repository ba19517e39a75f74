//! The names under which Java lists certificates. It ignores their case, and of two equal ones it loses the first.

use crate::certificate::Certificate;
use crate::repair::BundleFile;
use std::collections::HashSet;
use std::sync::Arc;

/// The longest name, in characters: JKS holds 65,535 octets, and nobody reads so many.
const LONGEST: usize = 100;
/// How much of the fingerprint makes a name its own.
const DIGITS: usize = 8;

/// A certificate under its name.
pub(super) struct Entry<'f> {
    pub(super) alias: String,
    pub(super) certificate: &'f Arc<Certificate>,
}

/// Every certificate under a name of its own: that of the container it was in, else the one of its subject.
pub(super) fn entries(file: &BundleFile) -> Vec<Entry<'_>> {
    let mut taken = HashSet::new();
    file.entries()
        .map(|(given, certificate)| {
            let plain = given.map_or_else(|| certificate.subject.friendly(), str::to_owned);
            let alias = unique(&tamed(&plain), certificate, &mut taken);
            Entry { alias, certificate }
        })
        .collect()
}

/// In lower case, on one line, of characters that take one unit of UTF-16: the others are written differently by Java's
/// two key stores.
fn tamed(name: &str) -> String {
    let is_plain = |character: &char| !character.is_control() && character.len_utf16() == 1;
    let name: String = name
        .to_lowercase()
        .chars()
        .filter(is_plain)
        .take(LONGEST)
        .collect();
    name.trim().to_owned()
}

fn unique(name: &str, certificate: &Certificate, taken: &mut HashSet<String>) -> String {
    if !name.is_empty() && taken.insert(name.to_owned()) {
        return name.to_owned();
    }
    let digest = certificate.sha256().to_string().to_ascii_lowercase();
    let digits: String = digest.chars().filter(char::is_ascii_hexdigit).collect();
    let short: String = digits.chars().take(DIGITS).collect();
    let spare = [short, digits].map(|mark| format!("{name} [{mark}]").trim().to_owned());
    let free = spare.into_iter().find(|name| !taken.contains(name));
    // A whole fingerprint can only be taken where somebody chose it as the name of another certificate.
    let numbered = || (2_u32..).map(|number| format!("{name} [{number}]"));
    let alias = free
        .or_else(|| numbered().find(|name| !taken.contains(name)))
        .unwrap_or_default();
    taken.insert(alias.clone());
    alias
}
