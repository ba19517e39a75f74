//! Which input is the bundle, which the chain, which an error text: as the user says, else by content.

use super::{Purpose, Supplied};
use crate::certificate::{Certificate, Der};
use crate::input::{Content, Item, Note, Recognised, Role};
use crate::location::Location;
use crate::report::FileReadings;
use crate::store::Encoded;
use std::collections::HashSet;
use std::sync::Arc;

/// Inputs by what they are for.
#[derive(Clone, Debug, Default)]
pub(super) struct Sorted {
    pub(super) bundle: Vec<Encoded>,
    pub(super) chain: Vec<Encoded>,
    /// What stands in the bundle's files and is no anchor, because they say so.
    pub(super) aside: Vec<Encoded>,
    pub(super) error_text: Option<String>,
    pub(super) notes: Vec<Note>,
    /// Notes about the bundle's own files.
    pub(super) bundle_notes: Vec<Note>,
    /// What programs make of the bundle's own files.
    pub(super) readings: Vec<FileReadings>,
    /// SHA-256 of the bundle's file, where it is a single one and the hash is known.
    pub(super) bundle_file: Option<[u8; 32]>,
    /// Whether some input was a bundle, even one without a certificate in it.
    pub(super) bundle_was_given: bool,
    /// Whether some input was said to be a chain, even one without a certificate in it.
    pub(super) chain_was_given: bool,
}

impl Sorted {
    /// All error texts of all inputs are read as one: a log may stand before and after certificates.
    fn add_error_text(&mut self, items: &[Item]) {
        for text in error_texts(items) {
            let whole = self.error_text.get_or_insert_default();
            if !whole.is_empty() {
                whole.push('\n');
            }
            whole.push_str(text);
        }
    }

    /// All of an input as a bundle: what the server sent, and what its file trusts.
    fn add_as_bundle(&mut self, supplied: &Supplied) {
        let parts = split(&supplied.recognised.items, as_bundle);
        self.aside.extend(parts.aside);
        self.add_bundle(supplied, [parts.from_server, parts.rest].concat());
    }

    /// All of an input as what the server sent.
    fn add_as_chain(&mut self, supplied: &Supplied) {
        self.chain_was_given = true;
        let parts = split(&supplied.recognised.items, as_chain);
        self.chain.extend(parts.from_server);
        self.chain.extend(parts.rest);
    }

    /// One more input, said to be a chain.
    pub(super) fn add_chain(&mut self, supplied: &Supplied) {
        self.notes.extend(supplied.recognised.notes.iter().cloned());
        self.add_error_text(&supplied.recognised.items);
        self.add_as_chain(supplied);
    }

    /// A file that says of a certificate that it must not be trusted is believed, wherever else that certificate stands.
    fn set_distrusted_aside(&mut self, inputs: &[Supplied]) {
        let distrusted: HashSet<&[u8]> = inputs
            .iter()
            .flat_map(|supplied| supplied.recognised.distrusted())
            .collect();
        if distrusted.is_empty() {
            return;
        }
        let (aside, bundle) = core::mem::take(&mut self.bundle)
            .into_iter()
            .partition(|encoded| distrusted.contains(encoded.der.as_slice()));
        self.bundle = bundle;
        self.aside.extend::<Vec<Encoded>>(aside);
    }

    fn add_bundle(&mut self, supplied: &Supplied, certificates: Vec<Encoded>) {
        self.bundle_file = supplied.file_sha256.filter(|_| !self.bundle_was_given);
        self.bundle_was_given = true;
        self.bundle_notes
            .extend(supplied.recognised.notes.iter().cloned());
        self.readings.extend(readings(&supplied.recognised));
        self.bundle.extend(certificates);
    }
}

/// What programs make of a file, where it was examined.
fn readings(recognised: &Recognised) -> Option<FileReadings> {
    let survey = Arc::clone(recognised.survey.as_ref()?);
    let of_items = recognised.items.iter().map(|item| &item.location);
    let of_notes = recognised.notes.iter().map(|note| &note.location);
    let source = of_items.chain(of_notes).next()?.source.clone();
    Some(FileReadings { source, survey })
}

/// At most so many certificates make a chain, where the content decides.
const LONGEST_CHAIN: usize = 12;

/// Sorts all inputs.
pub(super) fn sort(inputs: &[Supplied]) -> Sorted {
    let mut sorted = Sorted::default();
    for supplied in inputs {
        sorted
            .notes
            .extend(supplied.recognised.notes.iter().cloned());
        sorted.add_error_text(&supplied.recognised.items);
        match supplied.purpose {
            Purpose::Bundle => sorted.add_as_bundle(supplied),
            Purpose::Chain => sorted.add_as_chain(supplied),
            Purpose::ErrorText => {}
            Purpose::ByContent => by_content(&mut sorted, supplied),
        }
    }
    sorted.set_distrusted_aside(inputs);
    sorted
}

/// All certificates of all inputs, as one bundle.
pub(super) fn all_as_bundle(inputs: &[Supplied]) -> Sorted {
    let mut sorted = Sorted::default();
    for supplied in inputs {
        sorted
            .notes
            .extend(supplied.recognised.notes.iter().cloned());
        sorted.add_as_bundle(supplied);
    }
    sorted.set_distrusted_aside(inputs);
    sorted
}

/// What an input holds, as far as its content alone tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holding {
    /// What a server sent.
    Chain,
    /// More certificate authorities than make a chain.
    Bundle,
    /// Both, one after the other.
    Mixture,
    /// A few certificates without one that is only a server's: a small bundle, or a part of a chain.
    Authorities,
    /// The words of a failing program, and no certificate.
    ErrorText,
    /// None of these.
    Nothing,
}

/// What an input holds, by the rules by which [`Purpose::ByContent`] is decided.
pub fn holding(recognised: &Recognised) -> Holding {
    let Parts {
        from_server,
        rest,
        aside,
    } = split(&recognised.items, by_itself);
    let end_entity = rest.iter().any(is_end_entity);
    match (from_server.is_empty(), rest.len()) {
        (true, 0) if !aside.is_empty() => Holding::Bundle,
        (true, 0) if error_texts(&recognised.items).next().is_some() => Holding::ErrorText,
        (true, 0) => Holding::Nothing,
        (false, 0) => Holding::Chain,
        (false, _) => Holding::Mixture,
        (true, count) if count <= LONGEST_CHAIN && end_entity => Holding::Chain,
        (true, count) if count <= LONGEST_CHAIN => Holding::Authorities,
        (true, _) if end_entity => Holding::Mixture,
        (true, _) => Holding::Bundle,
    }
}

/// An input that serves as a bundle, or the part of it that does.
pub(crate) struct BundlePart<'s> {
    /// The certificates, in the order of the input.
    pub(crate) ders: Vec<Der>,
    /// The input.
    pub(crate) recognised: &'s Recognised,
}

/// What of an input serves as a bundle; `None` where it is for something else.
pub(crate) fn bundle_part(supplied: &Supplied) -> Option<BundlePart<'_>> {
    let recognised = &supplied.recognised;
    let ders = match supplied.purpose {
        Purpose::Bundle => {
            let all = split(&recognised.items, |role| match as_bundle(role) {
                Side::FromServer | Side::Rest => Side::Rest,
                Side::Aside => Side::Aside,
            });
            all.rest.into_iter().map(|one| one.der).collect()
        }
        Purpose::ByContent => {
            let sorted = sort(core::slice::from_ref(supplied));
            if !sorted.bundle_was_given {
                return None;
            }
            sorted.bundle.into_iter().map(|one| one.der).collect()
        }
        Purpose::Chain | Purpose::ErrorText => return None,
    };
    Some(BundlePart { ders, recognised })
}

/// A transcript's chain is a chain. Other certificates are a chain where one of them is an end entity that is no CA and
/// the file is short; in a longer file, the end entity and the run of certificates behind it that lead on from it.
fn by_content(sorted: &mut Sorted, supplied: &Supplied) {
    let Parts {
        from_server,
        rest,
        aside,
    } = split(&supplied.recognised.items, by_itself);
    let known_chain = !from_server.is_empty();
    sorted.chain.extend(from_server);
    let sets_aside = !aside.is_empty();
    sorted.aside.extend(aside);
    if rest.is_empty() {
        // A list of what is not to be trusted is a bundle that trusts nobody.
        if sets_aside {
            sorted.add_bundle(supplied, rest);
        }
        return;
    }
    match rest.iter().position(is_end_entity) {
        Some(_) if !known_chain && rest.len() <= LONGEST_CHAIN => sorted.chain.extend(rest),
        Some(first) if !known_chain => {
            let (chain, bundle) = take_run(rest, first);
            sorted.chain.extend(chain);
            sorted.add_bundle(supplied, bundle);
        }
        Some(_) | None => sorted.add_bundle(supplied, rest),
    }
}

/// The end entity at `first` and what follows it, as long as each certifies the one before.
fn take_run(mut certificates: Vec<Encoded>, first: usize) -> (Vec<Encoded>, Vec<Encoded>) {
    let tail = certificates.split_off(first);
    let parsed: Vec<Option<Certificate>> = tail
        .iter()
        .map(|encoded| Certificate::read(&encoded.der).ok())
        .collect();
    let linked = parsed
        .windows(2)
        .take_while(|pair| match pair {
            [Some(child), Some(issuer)] => {
                child.issuer == issuer.subject && !child.is_self_issued()
            }
            _ => false,
        })
        .count();
    let mut chain = tail;
    let rest = chain.split_off(linked.saturating_add(1).min(chain.len()));
    certificates.extend(rest);
    (chain, certificates)
}

fn is_end_entity(encoded: &Encoded) -> bool {
    Certificate::read(&encoded.der)
        .is_ok_and(|certificate| !certificate.is_ca() && !certificate.looks_self_signed())
}

/// The certificates of an input by what they can be.
#[derive(Debug, Default)]
struct Parts {
    /// What certainly came from a server.
    from_server: Vec<Encoded>,
    /// What may be an anchor, or part of a chain.
    rest: Vec<Encoded>,
    /// What is no anchor, because its file says so.
    aside: Vec<Encoded>,
}

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    FromServer,
    Rest,
    Aside,
}

/// In a bundle, what belongs to a private key is for others to trust.
const fn as_bundle(role: Role) -> Side {
    match role {
        Role::ServerChain => Side::FromServer,
        Role::Unspecified => Side::Rest,
        Role::KeyChain | Role::Distrusted | Role::OtherPurposes => Side::Aside,
    }
}

/// What a server sent is its chain, whatever is thought of it.
const fn as_chain(role: Role) -> Side {
    match role {
        Role::ServerChain => Side::FromServer,
        Role::Unspecified | Role::KeyChain | Role::Distrusted | Role::OtherPurposes => Side::Rest,
    }
}

/// Where the content decides, what belongs to a private key is the rest of a chain.
const fn by_itself(role: Role) -> Side {
    match role {
        Role::ServerChain => Side::FromServer,
        Role::Unspecified | Role::KeyChain => Side::Rest,
        Role::Distrusted | Role::OtherPurposes => Side::Aside,
    }
}

fn split(items: &[Item], side: impl Fn(Role) -> Side) -> Parts {
    let mut parts = Parts::default();
    for item in items {
        if let Content::Certificate { der, role, .. } = &item.content {
            let part = match side(*role) {
                Side::FromServer => &mut parts.from_server,
                Side::Rest => &mut parts.rest,
                Side::Aside => &mut parts.aside,
            };
            part.push(encoded(der, &item.location));
        }
    }
    parts
}

fn encoded(der: &Der, location: &Location) -> Encoded {
    Encoded {
        der: der.clone(),
        location: Some(location.clone()),
    }
}

fn error_texts(items: &[Item]) -> impl Iterator<Item = &str> {
    items.iter().filter_map(|item| match &item.content {
        Content::ErrorText(text) => Some(text.as_str()),
        Content::Certificate { .. } => None,
    })
}

/// The error texts of all inputs as one; `None` where there is none.
pub(super) fn error_text(inputs: &[Supplied]) -> Option<String> {
    let mut sorted = Sorted::default();
    for supplied in inputs {
        sorted.add_error_text(&supplied.recognised.items);
    }
    sorted.error_text
}
