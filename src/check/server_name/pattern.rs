//! One `dNSName` of a certificate against one host name (RFC 9525 §6.3, RFC 6125 §6.4.3).

use super::{ALabelRule, FinalDot, NameRules, Treatment, WildcardCharacters, WildcardRule};
use crate::certificate::{DnsName, RootLabel};

/// Whether the presented name, perhaps a wildcard, covers the host, dots at their ends counted as the client does.
pub(super) fn covers_host(rules: &NameRules, presented: &[u8], host: &DnsName) -> bool {
    if rules.underscore == Treatment::Refused && host.as_str().contains('_') {
        return false;
    }
    let is_rooted = host.root() == RootLabel::Written;
    let bare = presented.strip_suffix(b".");
    let same_rooted =
        || bare.is_some_and(|bare| bare.eq_ignore_ascii_case(host.as_str().as_bytes()));
    match rules.final_dot {
        FinalDot::IgnoredInAskedOrSame => {
            covers(rules, presented, host.as_str()) || is_rooted && same_rooted()
        }
        FinalDot::Ignored => covers(rules, bare.unwrap_or(presented), host.as_str()),
        FinalDot::Kept if is_rooted => bare.is_some_and(|bare| covers(rules, bare, host.as_str())),
        FinalDot::IgnoredInAsked | FinalDot::Kept => covers(rules, presented, host.as_str()),
    }
}

/// Whether the presented name, perhaps a wildcard, covers `host` (lower case, valid, no dot at the end).
pub(super) fn covers(rules: &NameRules, presented: &[u8], host: &str) -> bool {
    presented.eq_ignore_ascii_case(host.as_bytes())
        || match rules.wildcard {
            WildcardRule::AnywhereInName => every_label_covers(rules, presented, host),
            WildcardRule::None
            | WildcardRule::LeftmostLabelOnly
            | WildcardRule::PartialLabel
            | WildcardRule::BeginsLabel
            | WildcardRule::EndsLabel
            | WildcardRule::AnywhereInLabel => wildcard_covers(rules, presented, host),
        }
}

/// The labels below a whole-label wildcard, `example.com` of `*.example.com`.
pub(super) fn wildcard_parent(presented: &[u8]) -> Option<&[u8]> {
    presented.strip_prefix(b"*.")
}

fn wildcard_covers(rules: &NameRules, presented: &[u8], host: &str) -> bool {
    let (pattern, parent) = split_once(presented, b'.').unwrap_or((presented, b""));
    let (label, host_parent) = host.split_once('.').unwrap_or((host, ""));
    if !parent.eq_ignore_ascii_case(host_parent.as_bytes()) {
        return false;
    }
    let labels_after = host_parent
        .split('.')
        .filter(|label| !label.is_empty())
        .count();
    let whole_name_is_plain = !host_parent.contains('_');
    let enough = labels_after >= rules.labels_after_wildcard;
    let plain = match rules.wildcard_characters {
        WildcardCharacters::LettersDigitsHyphen => whole_name_is_plain,
        WildcardCharacters::AllButDot => true,
    };
    enough && plain && label_covers(rules, pattern, label)
}

fn label_covers(rules: &NameRules, pattern: &[u8], label: &str) -> bool {
    let Some((before, after)) = split_once(pattern, b'*') else {
        return false;
    };
    let whole = before.is_empty() && after.is_empty();
    let in_its_place = match rules.wildcard {
        WildcardRule::None => false,
        WildcardRule::LeftmostLabelOnly => whole,
        WildcardRule::PartialLabel => {
            (before.is_empty() || after.is_empty())
                && before.last() != Some(&b'-')
                && after.last() != Some(&b'-')
                && before.iter().chain(after).all(|c| is_plain(*c))
        }
        WildcardRule::BeginsLabel => before.is_empty(),
        WildcardRule::EndsLabel => after.is_empty(),
        WildcardRule::AnywhereInLabel | WildcardRule::AnywhereInName => true,
    };
    // A part of an A-label is no part of the name it stands for.
    let sensible = whole
        || match rules.wildcard_in_a_label {
            ALabelRule::Refused => !(is_a_label(label.as_bytes()) || is_a_label(pattern)),
            ALabelRule::RefusedInPattern => !is_a_label(pattern),
            ALabelRule::Accepted => true,
        };
    let Some(middle) = between(label.as_bytes(), before, after) else {
        return false;
    };
    let allowed = match rules.wildcard_characters {
        WildcardCharacters::LettersDigitsHyphen => middle.iter().all(|c| is_plain(*c)),
        WildcardCharacters::AllButDot => true,
    };
    in_its_place && sensible && allowed && !after.contains(&b'*')
}

/// Only Java asks.
#[cfg(not(feature = "clients"))]
const fn every_label_covers(_: &NameRules, _: &[u8], _: &str) -> bool {
    false
}

/// Label by label, with as many wildcards as there are.
#[cfg(feature = "clients")]
fn every_label_covers(rules: &NameRules, presented: &[u8], host: &str) -> bool {
    let patterns: Vec<&[u8]> = presented.split(|octet| *octet == b'.').collect();
    let labels: Vec<&str> = host.split('.').collect();
    patterns.len() == labels.len()
        && labels.len() > rules.labels_after_wildcard
        && patterns
            .iter()
            .zip(&labels)
            .all(|(pattern, label)| label_matches(rules, pattern, label.as_bytes()))
}

#[cfg(feature = "clients")]
fn label_matches(rules: &NameRules, pattern: &[u8], label: &[u8]) -> bool {
    let whole = pattern == b"*";
    let a_label = is_a_label(pattern) || is_a_label(label);
    let may_star = whole || !a_label || rules.wildcard_in_a_label == ALabelRule::Accepted;
    pattern.eq_ignore_ascii_case(label) || may_star && stars_cover(pattern, label)
}

/// Each asterisk stands for any octets; the first fitting place is taken for each part, as a later one covers no more.
#[cfg(feature = "clients")]
fn stars_cover(pattern: &[u8], label: &[u8]) -> bool {
    let mut parts = pattern.split(|octet| *octet == b'*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = without_prefix(label, first) else {
        return false;
    };
    let mut parts: Vec<&[u8]> = parts.collect();
    let Some(last) = parts.pop() else {
        return rest.is_empty();
    };
    for part in parts {
        let found = (0..=rest.len()).find_map(|from| without_prefix(rest.get(from..)?, part));
        match found {
            Some(after) => rest = after,
            None => return false,
        }
    }
    let end = rest
        .len()
        .checked_sub(last.len())
        .and_then(|from| rest.get(from..));
    end.is_some_and(|end| end.eq_ignore_ascii_case(last))
}

#[cfg(feature = "clients")]
fn without_prefix<'a>(octets: &'a [u8], prefix: &[u8]) -> Option<&'a [u8]> {
    let (start, rest) = octets.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// What stands between `before` and `after`; `None` when the label does not begin and end so.
fn between<'a>(label: &'a [u8], before: &[u8], after: &[u8]) -> Option<&'a [u8]> {
    let (start, rest) = label.split_at_checked(before.len())?;
    let (middle, end) = rest.split_at_checked(rest.len().checked_sub(after.len())?)?;
    (start.eq_ignore_ascii_case(before) && end.eq_ignore_ascii_case(after)).then_some(middle)
}

fn split_once(octets: &[u8], separator: u8) -> Option<(&[u8], &[u8])> {
    let position = octets.iter().position(|octet| *octet == separator)?;
    let (before, rest) = octets.split_at_checked(position)?;
    Some((before, rest.get(1..)?))
}

fn is_plain(octet: u8) -> bool {
    octet.is_ascii_alphanumeric() || octet == b'-'
}

fn is_a_label(label: &[u8]) -> bool {
    label
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case(b"xn--"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which of the rule sets say yes, by initial: Web PKI, Go, OpenSSL, Python, Node.
    fn who_accepts(presented: &str, host: &str) -> String {
        [
            ('w', NameRules::RFC_9525),
            ('g', NameRules::GO),
            ('o', NameRules::OPENSSL),
            ('p', NameRules::OPENSSL_WHOLE_LABEL),
            ('n', NameRules::NODE),
        ]
        .iter()
        .filter(|(_, rules)| covers(rules, presented.as_bytes(), host))
        .map(|(initial, _)| *initial)
        .collect()
    }

    #[test]
    fn names_and_wildcards() {
        for (presented, host, accepted_by) in [
            ("example.com", "example.com", "wgopn"),
            ("EXAMPLE.com", "example.com", "wgopn"),
            ("example.com", "a.example.com", ""),
            ("example.com.", "example.com", ""),
            ("", "example.com", ""),
            ("*", "localhost", "g"),
            ("*", "example.com", ""),
            ("*.Example.com", "a.example.com", "wgopn"),
            ("*.example.com", "example.com", ""),
            ("*.example.com", "a.b.example.com", ""),
            ("*.example.com", "xn--a.example.com", "wgopn"),
            ("*.example.com", "my_bucket.example.com", "wgn"),
            ("*.my_zone.example.com", "a.my_zone.example.com", "wgn"),
            ("my_bucket.example.com", "my_bucket.example.com", "wgopn"),
            ("*.com", "example.com", "g"),
            ("a.*.com", "a.example.com", ""),
            ("*.*.com", "a.example.com", ""),
            ("**.example.com", "a.example.com", ""),
            ("f*.example.com", "foo.example.com", "on"),
            ("f*.example.com", "f.example.com", "on"),
            ("*o.example.com", "foo.example.com", "on"),
            ("f*o.example.com", "foo.example.com", "n"),
            ("fo*o.example.com", "fo.example.com", ""),
            ("f-*.example.com", "f-o.example.com", "n"),
            ("*-o.example.com", "f-o.example.com", "on"),
            ("f*f*.example.com", "foof.example.com", ""),
            ("x*.example.com", "xn--a.example.com", "n"),
            ("xn--*.example.com", "xn--a.example.com", ""),
            ("xn--*.example.com", "xn--a-.example.com", ""),
            ("exa\0mple.com", "example.com", ""),
        ] {
            assert_eq!(
                who_accepts(presented, host),
                accepted_by,
                "{presented} {host}"
            );
        }
    }

    /// Java, GnuTLS (t), NSS (s), Node 0.10 (0).
    #[test]
    fn rules_of_one_client_each() {
        let clients = [
            ('j', NameRules::JAVA),
            ('t', NameRules::GNUTLS),
            ('s', NameRules::NSS),
            ('0', NameRules::NODE_0_10),
        ];
        for (presented, host, accepted_by) in [
            ("*.example.com", "a.example.com", "jts0"),
            ("*.example.com", "a.b.example.com", ""),
            ("*.example.com", "xn--a.example.com", "jts0"),
            ("*", "localhost", ""),
            ("*.com", "example.com", "j"),
            ("a.*.com", "a.example.com", "j"),
            ("*.*.com", "a.example.com", "j"),
            ("a*.b*.example.com", "ax.by.example.com", "j"),
            ("a*.b*.example.com", "ax.cy.example.com", ""),
            ("F*.example.com", "foo.example.com", "js0"),
            ("*O.example.com", "foo.example.com", "jt0"),
            ("f*o.example.com", "foo.example.com", "j0"),
            ("f*o.example.com", "fxx.example.com", ""),
            ("f*o.example.com", "xxo.example.com", ""),
            ("f*f.example.com", "f.example.com", ""),
            ("f*f*.example.com", "foof.example.com", "j"),
            ("f*x*.example.com", "foof.example.com", ""),
            ("*b*.example.com", "abc.example.com", "j"),
            ("x*.example.com", "xn--a.example.com", "0"),
            ("xn--*.example.com", "xn--a.example.com", "0"),
        ] {
            let accepting = clients
                .iter()
                .filter(|(_, rules)| covers(rules, presented.as_bytes(), host));
            let initials: String = accepting.map(|(initial, _)| *initial).collect();
            assert_eq!(initials, accepted_by, "{presented} {host}");
        }
    }

    /// By initial: Web PKI, Go, OpenSSL, Node.
    #[test]
    fn dots_at_the_end() {
        let clients = [
            ('w', NameRules::RFC_9525),
            ('g', NameRules::GO),
            ('o', NameRules::OPENSSL),
            ('n', NameRules::NODE),
        ];
        for (presented, host, accepted_by) in [
            ("example.com", "example.com", "wgon"),
            ("example.com", "example.com.", "wgn"),
            ("example.com.", "example.com", "n"),
            ("example.com.", "example.com.", "gon"),
            ("example.org.", "example.com.", ""),
            ("*.example.com", "a.example.com.", "wgn"),
            ("*.example.com.", "a.example.com", "n"),
            ("*.example.com.", "a.example.com.", "on"),
        ] {
            let wanted = DnsName::parse(host).unwrap();
            let accepting = clients
                .iter()
                .filter(|(_, rules)| covers_host(rules, presented.as_bytes(), &wanted));
            let initials: String = accepting.map(|(initial, _)| *initial).collect();
            assert_eq!(initials, accepted_by, "{presented} {host}");
        }
    }

    #[test]
    fn no_wildcard_at_all() {
        let rules = NameRules {
            wildcard: WildcardRule::None,
            ..NameRules::RFC_9525
        };
        assert!(!covers(&rules, b"*.example.com", "a.example.com"));
        assert!(covers(&rules, b"a.example.com", "a.example.com"));
    }
}
