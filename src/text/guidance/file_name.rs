//! Names of files for certificates.

use crate::certificate::Certificate;
use core::fmt;

/// The longest name without its ending, in characters.
const LONGEST: usize = 40;
/// Names that mean a device on Windows, whatever their ending, and those of our own placeholders.
const TAKEN: &[&str] = &[
    "con",
    "prn",
    "aux",
    "nul",
    "com1",
    "com2",
    "com3",
    "com4",
    "com5",
    "com6",
    "com7",
    "com8",
    "com9",
    "lpt1",
    "lpt2",
    "lpt3",
    "lpt4",
    "lpt5",
    "lpt6",
    "lpt7",
    "lpt8",
    "lpt9",
    "your-bundle",
    "new-bundle",
    "server-chain",
];

/// The name of a file for a certificate, `amazon-root-ca-1.pem`.
///
/// Whatever the certificate calls itself, only lower-case ASCII letters, digits and single hyphens precede the ending,
/// and a letter or digit comes first: it is the same word in every shell, and never an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FileName(String);

impl FileName {
    /// A name for a certificate, from its subject.
    pub(crate) fn of(certificate: &Certificate) -> Self {
        let slug = slug(&certificate.subject.friendly());
        if slug.is_empty() {
            let print = certificate.sha256().thumbprint().to_ascii_lowercase();
            return Self(format!("root-{}.pem", print.get(..8).unwrap_or_default()));
        }
        if TAKEN.contains(&slug.as_str()) {
            return Self(format!("root-{slug}.pem"));
        }
        Self(format!("{slug}.pem"))
    }
}

impl FileName {
    /// The name without its ending.
    pub(crate) fn stem(&self) -> &str {
        self.0.trim_end_matches(".pem")
    }
}

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars() {
        if slug.len() >= LONGEST {
            break;
        }
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn friendly_names_become_words() {
        for (name, expected) in [
            ("Amazon Root CA 1", "amazon-root-ca-1"),
            (
                "Starfield Services Root CA - G2",
                "starfield-services-root-ca-g2",
            ),
            ("-rf / $(reboot); `id`", "rf-reboot-id"),
            ("../../etc/passwd", "etc-passwd"),
            ("Würfel % CA", "w-rfel-ca"),
            ("認証局", ""),
            ("\u{202e}\r\n", ""),
        ] {
            assert_eq!(slug(name), expected, "{name:?}");
        }
    }

    proptest! {
        #[test]
        fn any_name_is_reduced_to_a_safe_word(name in any::<String>()) {
            let slug = slug(&name);
            prop_assert!(slug.len() <= LONGEST);
            prop_assert!(slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
            prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"));
        }
    }
}
