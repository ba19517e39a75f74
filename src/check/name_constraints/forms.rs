//! One list of subtrees, sorted by the form of name that each binds.

use std::collections::BTreeMap;

use super::directory::Directories;
use super::host::{HostKey, Hosts, HostsBuilder};
use super::ip::{Address, Range, Ranges};
use super::mail::{Mailbox, uri_host};
use super::{ConstraintRules, FormSupport, HostSyntax, LeadingDot};
use crate::certificate::{GeneralName, Name};

/// The form of a general name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    Dns,
    Ip,
    Email,
    Uri,
    Directory,
    Other(u32),
}

impl Form {
    pub(super) const fn of(name: &GeneralName) -> Self {
        match name {
            GeneralName::Dns(_) => Self::Dns,
            GeneralName::Ip(_) => Self::Ip,
            GeneralName::Email(_) => Self::Email,
            GeneralName::Uri(_) => Self::Uri,
            GeneralName::Directory(_) => Self::Directory,
            GeneralName::Other { tag, .. } => Self::Other(*tag),
        }
    }
}

/// A name, read for comparison.
pub(super) enum Wanted<'n> {
    Dns(HostKey),
    Ip(Address),
    Email(Mailbox),
    Uri(HostKey),
    Directory(&'n Name),
}

impl<'n> Wanted<'n> {
    /// `None` where the name is malformed, or of a form that is not known.
    pub(super) fn read(name: &'n GeneralName, hosts: HostSyntax) -> Option<Self> {
        match name {
            GeneralName::Dns(octets) if !hosts.is_name(octets) => None,
            GeneralName::Dns(octets) => HostKey::read(octets).map(Self::Dns),
            GeneralName::Ip(octets) => Address::read(octets).map(Self::Ip),
            GeneralName::Email(octets) => Mailbox::read(octets).map(Self::Email),
            GeneralName::Uri(octets) => uri_host(octets).map(Self::Uri),
            GeneralName::Directory(name) => Some(Self::Directory(name)),
            GeneralName::Other { .. } => None,
        }
    }
}

/// Where a constraint stands in its list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place(usize);

/// The permitted or the excluded subtrees.
#[derive(Debug)]
pub(super) struct Forms {
    constraints: Vec<GeneralName>,
    dns: Hosts,
    email: Hosts,
    uri: Hosts,
    ip: Ranges,
    directory: Directories,
    /// The first constraint of each form that is not known.
    unknown: BTreeMap<Form, Place>,
    /// The first constraint of each form that makes no sense.
    malformed: BTreeMap<Form, Place>,
    /// The first constraint of a form that the client refuses.
    refused: Option<Place>,
}

const fn support(constraint: &GeneralName, rules: ConstraintRules) -> FormSupport {
    match constraint {
        GeneralName::Ip(_) => rules.addresses,
        GeneralName::Directory(_) => rules.directories,
        GeneralName::Email(_) => rules.mailboxes,
        GeneralName::Uri(_) => rules.uris,
        GeneralName::Dns(_) | GeneralName::Other { .. } => FormSupport::Compared,
    }
}

impl Forms {
    pub(super) fn new(constraints: Vec<GeneralName>, rules: ConstraintRules) -> Self {
        let [mut dns, mut email, mut uri] = [(); 3].map(|()| HostsBuilder::default());
        let mut ip = Ranges::default();
        let mut bases = Vec::new();
        let (mut unknown, mut malformed) = (BTreeMap::new(), BTreeMap::new());
        let mut refused = None;
        for (index, constraint) in constraints.iter().enumerate() {
            let place = Place(index);
            match support(constraint, rules) {
                FormSupport::Compared => {}
                FormSupport::NotLookedAt => continue,
                FormSupport::Unsupported => {
                    unknown.entry(Form::of(constraint)).or_insert(place);
                    continue;
                }
                FormSupport::Refused => {
                    refused.get_or_insert(place);
                    continue;
                }
            }
            let read = match constraint {
                GeneralName::Dns(octets) => add_dns(&mut dns, octets, (place, rules)),
                GeneralName::Email(octets) => add_email(&mut email, octets, place),
                GeneralName::Uri(octets) => add_host(&mut uri, octets, place),
                GeneralName::Ip(octets) => {
                    Range::read(octets, rules.ip_mask).map(|range| ip.insert(range, place))
                }
                GeneralName::Directory(base) => {
                    bases.push((base.clone(), place));
                    Some(())
                }
                GeneralName::Other { .. } => {
                    unknown.entry(Form::of(constraint)).or_insert(place);
                    Some(())
                }
            };
            if read.is_none() {
                malformed.entry(Form::of(constraint)).or_insert(place);
            }
        }
        Self {
            dns: dns.finish(),
            email: email.finish(),
            uri: uri.finish(),
            ip,
            directory: Directories::new(bases),
            unknown,
            malformed,
            refused,
            constraints,
        }
    }

    /// Whether a name of this form must be looked at.
    pub(super) fn constrains(&self, form: Form) -> bool {
        self.malformed.contains_key(&form)
            || self.unknown.contains_key(&form)
            || match form {
                Form::Dns => self.dns.count() > 0,
                Form::Email => self.email.count() > 0,
                Form::Uri => self.uri.count() > 0,
                Form::Ip => self.ip.count() > 0,
                Form::Directory => self.directory.count() > 0,
                Form::Other(_) => false,
            }
    }

    /// How many comparisons a name of this form takes at most, about.
    pub(super) fn cost(&self, form: Form) -> usize {
        match form {
            Form::Dns => search_steps(self.dns.count()),
            Form::Email => search_steps(self.email.count()),
            Form::Uri => search_steps(self.uri.count()),
            Form::Directory => search_steps(self.directory.count()),
            Form::Ip => self.ip.count(),
            Form::Other(_) => search_steps(self.unknown.len()),
        }
    }

    pub(super) fn refused(&self) -> Option<&GeneralName> {
        self.at(self.refused)
    }

    pub(super) fn any_malformed(&self) -> Option<&GeneralName> {
        self.at(self.malformed.values().next().copied())
    }

    pub(super) fn malformed(&self, form: Form) -> Option<&GeneralName> {
        self.at(self.malformed.get(&form).copied())
    }

    pub(super) fn unknown(&self, form: Form) -> Option<&GeneralName> {
        self.at(self.unknown.get(&form).copied())
    }

    /// The constraint whose subtree holds all that the name stands for.
    pub(super) fn covering(&self, wanted: &Wanted<'_>) -> Option<&GeneralName> {
        self.at(match wanted {
            Wanted::Dns(host) => self.dns.covering(host),
            Wanted::Ip(address) => self.ip.covering(*address),
            Wanted::Email(mailbox) => self
                .email
                .exactly(&mailbox.key)
                .or_else(|| self.email.covering(&mailbox.host)),
            Wanted::Uri(host) => self.uri.covering(host),
            Wanted::Directory(name) => self.directory.covering(name),
        })
    }

    /// The constraint whose subtree holds something that the name stands for.
    pub(super) fn touching(&self, wanted: &Wanted<'_>) -> Option<&GeneralName> {
        match wanted {
            Wanted::Dns(host) => self.at(self.dns.touching(host)),
            Wanted::Ip(_) | Wanted::Email(_) | Wanted::Uri(_) | Wanted::Directory(_) => {
                self.covering(wanted)
            }
        }
    }

    fn at(&self, place: Option<Place>) -> Option<&GeneralName> {
        self.constraints.get(place?.0)
    }
}

/// A domain with all below; nothing for everything.
fn add_dns(
    hosts: &mut HostsBuilder,
    octets: &[u8],
    (place, rules): (Place, ConstraintRules),
) -> Option<()> {
    let read = |domain| {
        let key = HostKey::read(domain)?.as_bytes().to_vec();
        rules.hosts.is_domain(domain).then_some(key)
    };
    if octets.is_empty() {
        hosts.within.push((Vec::new(), place));
    } else if let Some(domain) = octets.strip_prefix(b".") {
        let key = read(domain)?;
        match rules.leading_dot {
            LeadingDot::Malformed => return None,
            LeadingDot::Subdomains => hosts.below.push((key, place)),
            LeadingDot::Nothing => {}
        }
    } else {
        hosts.within.push((read(octets)?, place));
    }
    hosts.count = hosts.count.saturating_add(1);
    Some(())
}

/// A mailbox, or as [`add_host`].
fn add_email(hosts: &mut HostsBuilder, octets: &[u8], place: Place) -> Option<()> {
    if !octets.contains(&b'@') {
        return add_host(hosts, octets, place);
    }
    let key = Mailbox::read(octets)?.key;
    hosts.exact.entry(key).or_insert(place);
    hosts.count = hosts.count.saturating_add(1);
    Some(())
}

/// A host alone; with a dot in front, a domain without itself; nothing for everything.
fn add_host(hosts: &mut HostsBuilder, octets: &[u8], place: Place) -> Option<()> {
    if octets.is_empty() {
        hosts.within.push((Vec::new(), place));
    } else if let Some(domain) = octets.strip_prefix(b".") {
        let key = HostKey::read(domain)?.as_bytes().to_vec();
        hosts.below.push((key, place));
    } else {
        let key = HostKey::read(octets)?.as_bytes().to_vec();
        hosts.exact.entry(key).or_insert(place);
    }
    hosts.count = hosts.count.saturating_add(1);
    Some(())
}

/// Steps of a binary search.
fn search_steps(count: usize) -> usize {
    count
        .checked_ilog2()
        .and_then(|log| usize::try_from(log).ok())
        .map_or(0, |log| log.saturating_add(1))
}
