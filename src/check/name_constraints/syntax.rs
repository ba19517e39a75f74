//! What a client takes for the name of a host.

use std::num::NonZeroUsize;

/// The longest name, in octets, without the root's dot (RFC 1035 §3.1).
const LONGEST_NAME: usize = 253;
/// The longest label, in octets (RFC 1035 §2.3.4).
const LONGEST_LABEL: usize = 63;

/// Which texts a client reads as host names, in `dNSName` constraints and in the names that they bind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HostSyntax {
    /// Labels of visible ASCII characters.
    Visible,
    /// The preferred name syntax (RFC 1123 §2.1), underscores included; the last label is no number, and only a name may have an
    /// asterisk, as its whole first label with two labels after it. What is anything else is malformed.
    Preferred,
}

impl HostSyntax {
    /// Whether a certificate's name is one of a host.
    pub(super) fn is_name(self, octets: &[u8]) -> bool {
        match self {
            Self::Visible => true,
            Self::Preferred => match octets.strip_prefix(b"*.") {
                Some(domain) => preferred(octets, domain).is_some_and(|labels| labels.get() >= 2),
                None => preferred(octets, octets).is_some(),
            },
        }
    }

    /// Whether a constraint's domain, without the dot in front, is one.
    pub(super) fn is_domain(self, octets: &[u8]) -> bool {
        match self {
            Self::Visible => true,
            Self::Preferred => preferred(octets, octets).is_some(),
        }
    }
}

/// How many labels a host has; `None` where it is none in the preferred syntax.
fn preferred(whole: &[u8], host: &[u8]) -> Option<NonZeroUsize> {
    let labels = || host.split(|octet| *octet == b'.');
    let is_number = labels().next_back()?.iter().all(u8::is_ascii_digit);
    let is_host = whole.len() <= LONGEST_NAME && !is_number && labels().all(is_label);
    is_host
        .then(|| NonZeroUsize::new(labels().count()))
        .flatten()
}

fn is_label(label: &[u8]) -> bool {
    (1..=LONGEST_LABEL).contains(&label.len())
        && label
            .iter()
            .all(|octet| octet.is_ascii_alphanumeric() || matches!(octet, b'-' | b'_'))
        && label.first() != Some(&b'-')
        && label.last() != Some(&b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_domains() {
        let (long, longer) = ("a".repeat(63), "a".repeat(64));
        for (text, is_name, is_domain) in [
            ("a.Example.com", true, true),
            ("com", true, true),
            ("_a-b.example.com", true, true),
            ("1.example.com", true, true),
            (long.as_str(), true, true),
            ("*.example.com", true, false),
            ("*.com", false, false),
            ("*", false, false),
            ("a*.example.com", false, false),
            ("a.*.example.com", false, false),
            ("192.0.2.1", false, false),
            ("*.example.1", false, false),
            ("-a.com", false, false),
            ("a-.com", false, false),
            ("a.com-", false, false),
            ("a..com", false, false),
            ("a.com.", false, false),
            (".a.com", false, false),
            ("", false, false),
            ("a b.com", false, false),
            ("a!.com", false, false),
            (longer.as_str(), false, false),
        ] {
            let octets = text.as_bytes();
            assert_eq!(HostSyntax::Preferred.is_name(octets), is_name, "{text}");
            assert_eq!(HostSyntax::Preferred.is_domain(octets), is_domain, "{text}");
            assert!(HostSyntax::Visible.is_name(octets) && HostSyntax::Visible.is_domain(octets));
        }
    }

    #[test]
    fn the_asterisk_counts_towards_the_length() {
        let domain = format!("{}com", "a.".repeat(124));
        assert_eq!(domain.len(), 251);
        for (text, is_name) in [
            (format!("*.{domain}"), true),
            (format!("*.a{domain}"), false),
            (format!("aa{domain}"), true),
            (format!("aaa{domain}"), false),
        ] {
            assert_eq!(
                HostSyntax::Preferred.is_name(text.as_bytes()),
                is_name,
                "{text}"
            );
        }
    }
}
