//! The part of a text that is read closely, and how words are found in it.

use memchr::memmem;
use std::borrow::Cow;

/// A text up to this many bytes is read as a whole.
const WHOLE: usize = 512 * 1024;
/// In a longer one: so many bytes of its beginning,
const HEAD: usize = 16 * 1024;
/// and so many before and after each line that looks like an error.
const BEFORE: usize = 48 * 1024;
const AFTER: usize = 16 * 1024;
/// The most places of one word that are looked at.
const MOST_PLACES: usize = 4096;

/// Words that only stand where a program tells of a failed connection.
const ANCHORS: &[&str] = &[
    "CERTIFICATE_VERIFY_FAILED",
    "ertificate verify failed",
    "ertificate verification fail",
    "SSL certificate problem",
    "roblem with the SSL CA",
    "unable to get local issuer",
    "unable to verify the first",
    "erify return code",
    "verify error:num",
    "certificate is NOT trusted",
    "doesn't have a known issuer",
    "cannot verify ",
    "の証明書の発行者",
    "証明書の検証",
    "PKIX path",
    "SSLHandshakeException",
    "SSLException",
    "javax.net.ssl",
    "x509: ",
    "remote error: tls",
    "UNABLE_TO_",
    "CERT_HAS_EXPIRED",
    "SELF_SIGNED_CERT",
    "ERR_TLS_",
    "ERR_CERT_",
    "SEC_ERROR_",
    "SSL_ERROR_",
    "MOZILLA_PKIX",
    "invalid peer certificate",
    "emote certificate is invalid",
    "emote certificate was",
    "RemoteCertificate",
    "trust relationship",
    "リモート証明書",
    "リモートの証明書",
    "信頼関係を確立",
    "証明書は無効",
    "0x800B01",
    "0x800b01",
    "0x8009",
    "-21467624",
    "-21468930",
    "SEC_E_",
    "CERT_E_",
    "CRYPT_E_",
    "CERT_TRUST_",
    "NSURLErrorDomain",
    "SSL, -98",
    "-67843",
    "limit reached.",
    "curl: (",
    "fatal: unable to access",
    "_ssl.c:",
    "urlopen error",
    "SSLError",
    "match_hostname",
    "doesn't match either",
    "invalid path: ",
    "load_verify_locations",
    "Traceback (most",
    "_API_CACERTS",
];

/// A text, with the same in lower case: offsets in one are offsets in the other.
pub(super) struct Source<'a> {
    text: Cow<'a, str>,
    lower: String,
}

impl<'a> Source<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let text = if text.len() <= WHOLE {
            Cow::Borrowed(text)
        } else {
            Cow::Owned(surroundings(text))
        };
        let lower = text.to_ascii_lowercase();
        Self { text, lower }
    }

    /// The text as it was written.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The same in lower case.
    pub(super) fn lower(&self) -> &str {
        &self.lower
    }

    /// What stands from an offset on, as it was written.
    pub(super) fn from(&self, offset: usize) -> &str {
        self.text.get(offset..).unwrap_or_default()
    }

    /// Where the words stand first; they are given in lower case.
    pub(super) fn first(&self, words: &str) -> Option<usize> {
        self.places(words).next()
    }

    /// Whether the words stand anywhere.
    pub(super) fn has(&self, words: &str) -> bool {
        self.first(words).is_some()
    }

    /// Where the words stand. A number at their end is the whole number, but for the first digits of a code such as
    /// `0x800B01`; a minus at their beginning is a sign.
    pub(super) fn places<'s>(&'s self, words: &'s str) -> impl Iterator<Item = usize> + 's {
        let bytes = self.lower.as_bytes();
        memmem::find_iter(bytes, words.as_bytes())
            .filter(move |start| stands_alone(bytes, *start, words))
            .take(MOST_PLACES)
    }

    /// What stands behind each place of the words, as it was written.
    pub(super) fn after<'s>(
        &'s self,
        words: &'s str,
    ) -> impl Iterator<Item = (usize, &'s str)> + 's {
        self.places(words)
            .map(move |start| (start, self.from(start + words.len())))
    }

    /// Where each row of a table stands first: in the order of the text, of two at one place the longer words first.
    pub(super) fn hits<T: Copy>(&self, table: &[(&str, T)]) -> Vec<(usize, T)> {
        let mut hits: Vec<(usize, usize, T)> = table
            .iter()
            .filter_map(|(words, value)| Some((self.first(words)?, words.len(), *value)))
            .collect();
        hits.sort_by_key(|(at, length, _)| (*at, core::cmp::Reverse(*length)));
        hits.into_iter().map(|(at, _, value)| (at, value)).collect()
    }
}

/// Whether words are not a part of a longer number or word.
fn stands_alone(bytes: &[u8], start: usize, words: &str) -> bool {
    let before = start.checked_sub(1).and_then(|at| bytes.get(at));
    let behind = bytes.get(start + words.len());
    let is_part_of_code = words.starts_with("0x") && words.len() < "0x80000000".len();
    let digit = |octet: Option<&u8>| octet.is_some_and(u8::is_ascii_digit);
    let cuts_number =
        (!is_part_of_code && words.ends_with(|c: char| c.is_ascii_digit()) && digit(behind))
            || (words.starts_with(|c: char| c.is_ascii_digit()) && digit(before));
    let is_hyphen = words.starts_with('-') && before.is_some_and(u8::is_ascii_alphanumeric);
    !cuts_number && !is_hyphen
}

/// The beginning of a long text and the surroundings of its first and its last errors.
fn surroundings(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut places: Vec<usize> = ANCHORS
        .iter()
        .filter_map(|words| {
            let first = memmem::find(bytes, words.as_bytes())?;
            Some([Some(first), memmem::rfind(bytes, words.as_bytes())])
        })
        .flatten()
        .flatten()
        .collect();
    places.sort_unstable();
    let mut kept = text.get(..floor(text, HEAD)).unwrap_or_default().to_owned();
    let mut end = kept.len();
    for place in places {
        let start = floor(text, place.saturating_sub(BEFORE)).max(end);
        let stop = floor(text, place.saturating_add(AFTER)).max(end);
        kept.push('\n');
        kept.push_str(text.get(start..stop).unwrap_or_default());
        end = stop;
    }
    kept
}

/// The last offset up to `at` where a character begins.
fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_case_with_their_offsets() {
        let source = Source::new("Ärger: CERT failed -9807 and -98071, 2020-9807");
        assert_eq!(source.first("cert"), Some(8));
        assert_eq!(source.places("-9807").collect::<Vec<_>>(), [20]);
        assert_eq!(
            source.after("cert ").next().unwrap().1.split(' ').next(),
            Some("failed")
        );
        assert_eq!(
            source.hits(&[("failed", 2), ("cert", 1), ("cert failed", 3), ("none", 4)]),
            [(8, 3), (8, 1), (13, 2)]
        );
    }

    #[test]
    fn a_number_is_not_found_within_a_longer_one() {
        let source = Source::new("PublishedFile (id: 112175), 121750, error 12175.");
        assert_eq!(source.places("12175").collect::<Vec<_>>(), [42]);
    }

    #[test]
    fn an_error_in_the_middle_of_a_long_log_is_kept() {
        let noise = "2020-01-01 12:00:00 everything is fine\n".repeat(40_000);
        let log = format!("Houdini 17.5.173\n{noise}curl: (60) SSL certificate problem\n{noise}");
        let source = Source::new(&log);
        assert!(source.text().len() < 256 * 1024);
        assert!(source.has("curl: (60)") && source.has("houdini 17.5.173"));
    }
}
