//! Why a name that looks right does not match: for people who ask "but it says so there!".

use super::{
    AddressRule, NameRules, Presented, PresentedName, Treatment, WildcardCharacters, is_match,
};
use super::{WildcardRule, pattern};
use crate::certificate::{DnsName, ServerName};

/// A near miss.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Hint {
    /// The wildcard stands for one label, and the host has more there: S3 bucket names with dots.
    WildcardCoversOneLabelOnly {
        /// The wildcard.
        pattern: PresentedName,
        /// The labels of the host in the wildcard's place, `my.bucket`.
        in_its_place: String,
    },
    /// The host is the domain below which the wildcard holds, without a label for it.
    WildcardNeedsALabel {
        /// The wildcard.
        pattern: PresentedName,
    },
    /// Other clients take this wildcard: a part of a label, or an underscore in its place.
    WildcardNotTaken {
        /// The wildcard.
        pattern: PresentedName,
    },
    /// The host is named, but only as a common name, which does not count here.
    OnlyInCommonName {
        /// The common name.
        name: PresentedName,
    },
    /// The address is spelled out in a field for names, which does not count here.
    AddressAsText {
        /// That field.
        name: PresentedName,
    },
    /// The certificate is for the same host with or without `www.`
    WwwDiffers {
        /// The name in the certificate.
        name: PresentedName,
    },
    /// The certificate holds neither a DNS name, nor an address, nor a common name.
    NoNames,
}

/// The widest rules of any client.
const WIDEST: NameRules = NameRules {
    wildcard: WildcardRule::AnywhereInName,
    labels_after_wildcard: 1,
    wildcard_characters: WildcardCharacters::AllButDot,
    address: AddressRule::AsText,
    ip_in_common_name: Treatment::Accepted,
    ..NameRules::NODE
};

/// The first near miss among the names of a certificate that did not match, the most telling kind first.
pub(super) fn hint(
    rules: &NameRules,
    wanted: &ServerName,
    names: &[Presented<'_>],
) -> Option<Hint> {
    if names.is_empty() {
        return Some(Hint::NoNames);
    }
    let find = |near_miss: &dyn Fn(Presented<'_>) -> Option<Hint>| {
        names.iter().find_map(|name| near_miss(*name))
    };
    let host = match wanted {
        ServerName::Dns(host) => host,
        ServerName::Ip(_) => return find(&|name| taken_elsewhere(rules, wanted, name)),
    };
    find(&|name| taken_elsewhere(rules, wanted, name))
        .or_else(|| find(&|name| label_count(host, name)))
        .or_else(|| find(&|name| www(rules, host, name)))
}

fn taken_elsewhere(rules: &NameRules, wanted: &ServerName, name: Presented<'_>) -> Option<Hint> {
    if !is_match(&WIDEST, wanted, name) {
        return None;
    }
    let text = name.to_owned();
    Some(match (wanted, name) {
        (ServerName::Ip(_), _) => Hint::AddressAsText { name: text },
        (ServerName::Dns(_), Presented::CommonName(_)) if is_match(rules, wanted, name) => {
            Hint::OnlyInCommonName { name: text }
        }
        (ServerName::Dns(_), _) => Hint::WildcardNotTaken { pattern: text },
    })
}

fn label_count(host: &DnsName, name: Presented<'_>) -> Option<Hint> {
    let parent = pattern::wildcard_parent(octets(name)?)?;
    if parent.eq_ignore_ascii_case(host.as_str().as_bytes()) {
        let pattern = name.to_owned();
        return Some(Hint::WildcardNeedsALabel { pattern });
    }
    let place = host.as_str().len().checked_sub(parent.len())?;
    let (before, end) = host.as_str().split_at_checked(place)?;
    let in_its_place = before.strip_suffix('.')?.to_owned();
    (end.as_bytes().eq_ignore_ascii_case(parent) && in_its_place.contains('.')).then(|| {
        Hint::WildcardCoversOneLabelOnly {
            pattern: name.to_owned(),
            in_its_place,
        }
    })
}

fn www(rules: &NameRules, host: &DnsName, name: Presented<'_>) -> Option<Hint> {
    let octets = octets(name)?;
    let with = format!("www.{host}");
    let without = host.as_str().strip_prefix("www.");
    (pattern::covers(rules, octets, &with)
        || without.is_some_and(|without| pattern::covers(rules, octets, without)))
    .then(|| Hint::WwwDiffers {
        name: name.to_owned(),
    })
}

fn octets(name: Presented<'_>) -> Option<&[u8]> {
    match name {
        Presented::Dns(octets) => Some(octets),
        Presented::CommonName(text) => Some(text.as_bytes()),
        Presented::Ip(_) => None,
    }
}
