//! Is the certificate for this server? (RFC 9525 §6, RFC 6125 §6)

mod hint;
mod pattern;
mod rules;

use core::net::IpAddr;

use crate::certificate::{GeneralName, Name, ServerName};

pub use hint::Hint;
pub use rules::{
    ALabelRule, AddressRule, CommonNameRule, FinalDot, NameKind, NameRules, Treatment,
    WhichCommonName, WildcardCharacters, WildcardRule,
};

const COMMON_NAME: &str = "2.5.4.3";

/// The outcome of the comparison, with what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameMatch {
    /// The certificate is for the server, because of a name in it.
    Matched {
        /// That name.
        by: PresentedName,
    },
    /// It is not.
    Refused {
        /// The names that the client would accept, in the order of the certificate.
        valid_for: Vec<PresentedName>,
        /// What went wrong, where that can be told.
        hint: Option<Hint>,
    },
}

/// A name in the certificate. Text that is no UTF-8 has replacement characters.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PresentedName {
    /// A `dNSName` of the subject alternative name.
    Dns(String),
    /// An `iPAddress` of the subject alternative name.
    Ip(IpAddr),
    /// A common name of the subject.
    CommonName(String),
}

/// Compares the server's name with the subject alternative name (empty where the certificate has none) and, where the
/// rules say so, the common names of the subject.
pub fn match_name(
    rules: &NameRules,
    wanted: &ServerName,
    san: &[GeneralName],
    subject: &Name,
) -> NameMatch {
    let counted = || counted_names(rules, wanted, san, subject);
    match counted().find(|name| is_match(rules, wanted, *name)) {
        Some(name) => NameMatch::Matched {
            by: name.to_owned(),
        },
        None => NameMatch::Refused {
            valid_for: counted().map(Presented::to_owned).collect(),
            hint: hint::hint(rules, wanted, &all_names(san, subject)),
        },
    }
}

/// A name in the certificate, as its octets stand there.
#[derive(Clone, Copy)]
enum Presented<'a> {
    Dns(&'a [u8]),
    Ip(IpAddr),
    CommonName(&'a str),
}

impl Presented<'_> {
    fn to_owned(self) -> PresentedName {
        match self {
            Self::Dns(octets) => PresentedName::Dns(String::from_utf8_lossy(octets).into_owned()),
            Self::Ip(address) => PresentedName::Ip(address),
            Self::CommonName(text) => PresentedName::CommonName(text.to_owned()),
        }
    }
}

fn is_match(rules: &NameRules, wanted: &ServerName, presented: Presented<'_>) -> bool {
    match (wanted, presented) {
        (ServerName::Dns(host), Presented::Dns(octets)) => {
            pattern::covers_host(rules, octets, host)
        }
        (ServerName::Dns(host), Presented::CommonName(text)) => {
            pattern::covers_host(rules, text.as_bytes(), host)
        }
        (ServerName::Ip(address), Presented::Ip(other)) => match rules.address {
            AddressRule::Octets => *address == other,
            AddressRule::OctetsOfVersion4 => *address == other && address.is_ipv4(),
            AddressRule::AsText => false,
        },
        (ServerName::Ip(address), Presented::Dns(octets)) => {
            rules.address == AddressRule::AsText
                && pattern::covers(rules, octets, &address.to_string())
        }
        (ServerName::Ip(address), Presented::CommonName(text)) => {
            rules.ip_in_common_name == Treatment::Accepted && spells(text.as_bytes(), *address)
        }
        (ServerName::Dns(_), Presented::Ip(_)) => false,
    }
}

fn spells(octets: &[u8], address: IpAddr) -> bool {
    core::str::from_utf8(octets).is_ok_and(|text| text.parse() == Ok(address))
}

fn counted_names<'a>(
    rules: &NameRules,
    wanted: &ServerName,
    san: &'a [GeneralName],
    subject: &'a Name,
) -> impl Iterator<Item = Presented<'a>> {
    let common_names_count = match rules.common_name {
        CommonNameRule::Never => false,
        CommonNameRule::Unless(kinds) => !has_kind(san, kinds),
        CommonNameRule::UnlessKindAsked => !has_kind(san, &[kind_asked(wanted)]),
        CommonNameRule::WhenNoSan => san.is_empty(),
    };
    san.iter().filter_map(presented).chain(
        common_names_count
            .then(|| counted_common_names(rules.common_names, subject))
            .into_iter()
            .flatten(),
    )
}

fn has_kind(san: &[GeneralName], kinds: &[NameKind]) -> bool {
    san.iter()
        .any(|name| kind(name).is_some_and(|kind| kinds.contains(&kind)))
}

const fn kind(name: &GeneralName) -> Option<NameKind> {
    match name {
        GeneralName::Dns(_) => Some(NameKind::Dns),
        GeneralName::Ip(_) => Some(NameKind::Ip),
        GeneralName::Uri(_) => Some(NameKind::Uri),
        GeneralName::Email(_) | GeneralName::Directory(_) | GeneralName::Other { .. } => None,
    }
}

const fn kind_asked(wanted: &ServerName) -> NameKind {
    match wanted {
        ServerName::Dns(_) => NameKind::Dns,
        ServerName::Ip(_) => NameKind::Ip,
    }
}

fn counted_common_names(which: WhichCommonName, subject: &Name) -> Vec<Presented<'_>> {
    let all: Vec<Presented<'_>> = common_names(subject).collect();
    match which {
        WhichCommonName::Every => all,
        WhichCommonName::Last => all.last().copied().into_iter().collect(),
    }
}

fn all_names<'a>(san: &'a [GeneralName], subject: &'a Name) -> Vec<Presented<'a>> {
    san.iter()
        .filter_map(presented)
        .chain(common_names(subject))
        .collect()
}

fn common_names(subject: &Name) -> impl Iterator<Item = Presented<'_>> {
    subject.values(COMMON_NAME).map(Presented::CommonName)
}

fn presented(name: &GeneralName) -> Option<Presented<'_>> {
    match name {
        GeneralName::Dns(octets) => Some(Presented::Dns(octets)),
        GeneralName::Ip(octets) => address(octets).map(Presented::Ip),
        GeneralName::Email(_)
        | GeneralName::Uri(_)
        | GeneralName::Directory(_)
        | GeneralName::Other { .. } => None,
    }
}

/// The address that these octets are.
pub(super) fn address(octets: &[u8]) -> Option<IpAddr> {
    <[u8; 4]>::try_from(octets)
        .map(IpAddr::from)
        .or_else(|_| <[u8; 16]>::try_from(octets).map(IpAddr::from))
        .ok()
}

#[cfg(test)]
mod tests;
