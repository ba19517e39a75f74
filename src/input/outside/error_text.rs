//! Text that looks like the output of a failing program.

use super::super::encoding::View;
use super::words::Words;
use std::ops::Range;

/// Which words make a text an error text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Marks {
    /// Only words that stand in no heading of a bundle.
    BesideCertificates,
    /// Also words that merely belong to the topic: there is nothing else in the input.
    Alone,
}

/// Words of error messages; none stands in a certificate's name or in a bundle's headings.
const CLEAR: &[&str] = &[
    "CERTIFICATE_VERIFY_FAILED",
    "certificate verify failed",
    "unable to get local issuer",
    "unable to get issuer",
    "unable to verify the first",
    "UNABLE_TO_",
    "CERT_HAS_EXPIRED",
    "CERT_NOT_YET_VALID",
    "SELF_SIGNED_CERT",
    "DEPTH_ZERO_",
    "ERR_TLS_",
    "ERR_CERT_",
    "SEC_ERROR_",
    "SSL_ERROR_",
    "PKIX path",
    "SSLHandshakeException",
    "SSLError",
    "[SSL:",
    "[SSL]",
    "[X509",
    "SSL certificate problem",
    "verify error:",
    "x509: ",
    "Max attemps limit reached",
    "Max attempts limit reached",
    "Traceback (most recent call last)",
    "certificate has expired",
    "certificate is not yet valid",
    "self signed certificate",
    "self-signed certificate",
    "certificate is NOT trusted",
    "invalid peer certificate",
    "UnknownIssuer",
    "Hostname mismatch",
    "trust relationship",
    "remote certificate is invalid",
    "urlopen error",
    "curl: (",
    "tlsv1 alert",
    "invalid path: ",
    "Errno 2]",
    "_ssl.c:",
    "server certificate verification failed",
    "ertificate verification failed",
    "doesn't have a known issuer",
    "0x800B01",
    "0x800b01",
    "0x8009032",
    "CERT_E_",
    "SEC_E_",
    "CRYPT_E_",
    "NSURLErrorDomain",
    "MOZILLA_PKIX_ERROR",
    "リモート証明書",
    "リモートの証明書",
    "証明書の検証に失敗",
    "証明書の発行者が不明",
    "信頼関係を確立できません",
];

/// Words that belong to the topic.
const FAINT: &[&str] = &[
    "SSL",
    "TLS",
    "ertificate",
    "Traceback",
    "Exception",
    "Error",
    "error:",
    "ERROR",
    "x509",
    "X509",
    "handshake",
    "CACERTS",
    "証明書",
    "プリンシパル名",
    "HRESULT",
    "-21467624",
    "-9807",
    "-67843",
    "limit reached",
];

/// Lines of base64 this long have no place in an error text; they may be what is left of a key.
const LONG_BASE64: usize = 48;

impl Marks {
    /// The words.
    pub(super) fn words(self) -> Words {
        match self {
            Self::BesideCertificates => Words::of(&[CLEAR]),
            Self::Alone => Words::of(&[FAINT, CLEAR]),
        }
    }
}

/// Whether a text has any of the words.
pub(in super::super) fn has_marks(text: &[u8], marks: Marks) -> bool {
    marks.words().stand_in(text)
}

/// The text of a gap without the ranges that were found to be something else, and without long lines of base64.
pub(super) fn without(view: &View<'_>, gap: &Range<usize>, taken: &[Range<usize>]) -> String {
    let first = taken.partition_point(|range| range.end <= gap.start);
    let inside = taken
        .iter()
        .skip(first)
        .take_while(|range| range.start < gap.end);
    let mut text = String::new();
    let mut at = gap.start;
    for range in inside {
        text.push_str(&view.text(at..range.start.max(at)));
        at = range.end;
    }
    text.push_str(&view.text(at..gap.end.max(at)));
    text.split_inclusive('\n')
        .filter(|line| !is_long_base64(line))
        .collect()
}

fn is_long_base64(line: &str) -> bool {
    let line = line.trim();
    line.len() >= LONG_BASE64
        && line
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_bundles_are_no_error_texts() {
        for heading in [
            "# Subject: CN=SSL.com Root Certification Authority RSA",
            "# Label: \"TLS\"",
        ] {
            assert!(
                !has_marks(heading.as_bytes(), Marks::BesideCertificates),
                "{heading}"
            );
        }
        for message in CLEAR {
            assert!(
                has_marks(message.as_bytes(), Marks::BesideCertificates),
                "{message}"
            );
        }
    }

    /// One pass over the text finds what looking for each word finds.
    #[test]
    fn words_are_found_wherever_they_stand() {
        let near = "certificate chain, SSL, [SS, x509:, _ssl, 0x800B, \u{8a3c}\u{660e}, Trace";
        for marks in [Marks::BesideCertificates, Marks::Alone] {
            let words: Vec<&str> = match marks {
                Marks::BesideCertificates => CLEAR.to_vec(),
                Marks::Alone => [FAINT, CLEAR].concat(),
            };
            for word in &words {
                let cut = word.chars().count() - 1;
                let shorter: String = word.chars().take(cut).collect();
                for text in [
                    (*word).to_owned(),
                    format!("{near}{word}"),
                    format!("{word}{near}"),
                    format!("{shorter}{near}"),
                    shorter,
                ] {
                    let expected = words.iter().any(|word| text.contains(word));
                    assert_eq!(has_marks(text.as_bytes(), marks), expected, "{text}");
                }
            }
        }
        assert!(!has_marks(b"", Marks::Alone) && !has_marks(b"S", Marks::Alone));
    }

    #[test]
    fn what_was_taken_and_what_may_be_a_key_is_left_out() {
        let key = "A".repeat(64);
        let text = format!("before KEY after\n{key}\nend");
        let view = View::new(text.as_bytes());
        assert_eq!(
            without(&view, &(0..text.len()), std::slice::from_ref(&(7..10))),
            "before  after\nend"
        );
        assert_eq!(without(&view, &(2..9), &[0..3, 7..10]), "ore ");
    }
}
